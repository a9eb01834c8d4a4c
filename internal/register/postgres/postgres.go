// Package postgres keeps a register in a PostgreSQL database that several
// offices share. The SQL is the embedded store's (sqlstore); this room opens
// the database, lets one writer in at a time (an advisory lock of the
// transaction) and says who that is. Begin with Open.
package postgres

import (
	"context"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"ocoprint/internal/message"
	"ocoprint/internal/register"
	"ocoprint/internal/register/internal/sqlstore"
	"ocoprint/internal/viet"
)

var (
	// Unreachable: the server does not answer, or lets us not in.
	Unreachable = message.Define("postgres-unreachable",
		"Không kết nối được máy chủ PostgreSQL của sổ cấp.", "The register's PostgreSQL server cannot be reached.").
		Hint("Kiểm tra địa chỉ, tên, mật khẩu trong --register và mạng.", "Check address, user and password of --register, and the network.")
	// Unfit: the database would lose or change what it is given.
	Unfit = message.Define("postgres-unfit",
		"Máy chủ PostgreSQL không giữ sổ an toàn được: {setting} đang là {value}.", "This PostgreSQL server cannot keep a register safely: {setting} is {value}.").
		Hint("Đặt fsync và full_page_writes thành on, bảng mã UTF8.", "Set fsync and full_page_writes to on, encoding UTF8.")
)

// wait is how long a writer waits for another before it says who holds the register.
const wait = 1900 * time.Millisecond

// lockKey names the writer's lock in the database: "OCOP".
const lockKey = 0x4f434f50

// Options says how the database is opened.
type Options struct {
	ReadOnly bool
	Unsafe   bool // accept a server without fsync: for tests only
}

// Store is a register.Store in a PostgreSQL database.
type Store struct {
	db  *sql.DB
	opt Options
}

var _ register.Store = (*Store)(nil)

// Open opens the register at postgres://user@host/database and creates its
// tables when they are missing. The tables stand in the first schema of the
// search path.
func Open(ctx context.Context, url string, opt Options) (*Store, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, Unreachable.With().Wrap(err)
	}
	db.SetMaxOpenConns(8)
	db.SetConnMaxIdleTime(5 * time.Minute)
	s := &Store{db: db, opt: opt}
	if err := s.prepare(ctx); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) prepare(ctx context.Context) error {
	if err := s.db.PingContext(ctx); err != nil {
		return Unreachable.With().Wrap(err)
	}
	if err := s.fit(ctx); err != nil {
		return err
	}
	return s.migrate(ctx)
}

// fit looks at the settings on which the promises rest.
func (s *Store) fit(ctx context.Context) error {
	want := [][2]string{{"server_encoding", "UTF8"}}
	if !s.opt.Unsafe {
		want = append(want, [2]string{"fsync", "on"}, [2]string{"full_page_writes", "on"})
	}
	for _, w := range want {
		var have string
		if err := s.db.QueryRowContext(ctx, `SELECT current_setting($1)`, w[0]).Scan(&have); err != nil {
			return Unreachable.With().Wrap(err)
		}
		if have != w[1] {
			return Unfit.With("setting", w[0], "value", have).Err()
		}
	}
	return nil
}

// migrate holds the writer's lock of a session meanwhile, so that two offices
// can begin at once.
func (s *Store) migrate(ctx context.Context) error {
	pending, _, err := sqlstore.Pending(ctx, s.db, sqlstore.Postgres)
	if err != nil || !pending {
		return err
	}
	if s.opt.ReadOnly {
		return register.RegisterReadOnly.Err()
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return Unreachable.With().Wrap(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, int64(lockKey)+1); err != nil {
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, int64(lockKey)+1)
	return sqlstore.Migrate(ctx, s.db, sqlstore.Postgres)
}

// Close closes the connections.
func (s *Store) Close() error { return s.db.Close() }

// View runs f on one consistent state.
func (s *Store) View(ctx context.Context, f func(register.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return s.say(err)
	}
	defer tx.Rollback()
	t := sqlstore.New(ctx, tx)
	err = f(t)
	return s.say(errors.Join(err, t.Close()))
}

// Update runs f alone among all processes that share the database.
func (s *Store) Update(ctx context.Context, who register.Holder, f func(register.Tx) error) error {
	if s.opt.ReadOnly {
		return register.RegisterReadOnly.Err()
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.say(err)
	}
	defer tx.Rollback()
	if err := s.lock(ctx, tx, who); err != nil {
		return err
	}
	t := sqlstore.New(ctx, tx)
	err = f(t)
	if err = errors.Join(err, t.Close()); err != nil {
		return s.say(err)
	}
	return s.say(tx.Commit())
}

// lock takes the writer's lock for this transaction, and shows our name on it.
// It is the transaction's first statement that reads: all later ones see what
// the holder before us committed.
func (s *Store) lock(ctx context.Context, tx *sql.Tx, who register.Holder) error {
	name := strings.Join([]string{"ocop", who.Doing, fmt.Sprint(who.PID), hide(short(who.Who, 18)), viet.ASCII(short(who.Host, 14))}, "|")
	limit := fmt.Sprintf("%dms", wait.Milliseconds())
	if _, err := tx.ExecContext(ctx, `SELECT set_config('application_name', $1, true), set_config('lock_timeout', $2, true),
		set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, true)`,
		name, limit); err != nil {
		return s.say(err)
	}
	if who.NoWait {
		var got bool
		if err := tx.QueryRowContext(ctx, `SELECT pg_try_advisory_xact_lock($1)`, int64(lockKey)).Scan(&got); err != nil {
			return s.say(err)
		}
		if !got {
			return &register.BusyError{Holder: s.holder(ctx)}
		}
		return nil
	}
	if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock($1)`, int64(lockKey)); err != nil {
		return s.say(err)
	}
	return nil
}

// short cuts a name to so many bytes, whole letters: PostgreSQL shows 63.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// hide keeps letters that application_name cannot show: it is ASCII only.
func hide(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

// holder asks the server who has the writer's lock, and since when.
func (s *Store) holder(ctx context.Context) (h register.Holder) {
	var name string
	var since time.Time
	err := s.db.QueryRowContext(ctx, `SELECT a.application_name, COALESCE(a.xact_start, a.backend_start)
		FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
		WHERE l.locktype = 'advisory' AND l.granted AND l.objid::bigint = $1
		AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`, int64(lockKey)).Scan(&name, &since)
	if err != nil {
		return h
	}
	part := append(strings.SplitN(name, "|", 5), make([]string, 5)...)
	shown, _ := base64.RawURLEncoding.DecodeString(part[3])
	h = register.Holder{Since: since, Doing: part[1], Who: string(shown), Host: part[4]}
	fmt.Sscan(part[2], &h.PID)
	return h
}

// say turns the server's answers into what the register knows.
func (s *Store) say(err error) error {
	var e *pgconn.PgError
	if err == nil || !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case "55P03", "40P01": // lock_not_available, deadlock_detected
		return &register.BusyError{Holder: s.holder(context.Background()), Cause: err}
	case "25006": // read_only_sql_transaction
		return register.RegisterReadOnly.With().Wrap(err)
	}
	return err
}
