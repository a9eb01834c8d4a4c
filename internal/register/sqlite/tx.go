package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"ocoprint/internal/register"
	"ocoprint/internal/register/internal/sqlstore"
)

// View runs f on one consistent state.
func (s *Store) View(ctx context.Context, f func(register.Tx) error) error {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.say(err)
	}
	defer tx.Rollback()
	t := sqlstore.New(ctx, tx)
	err = f(t)
	return s.say(errors.Join(err, t.Close()))
}

// Update runs f alone among all processes.
func (s *Store) Update(ctx context.Context, who register.Holder, f func(register.Tx) error) error {
	if s.opt.ReadOnly {
		return register.RegisterReadOnly.Err()
	}
	if err := s.takeTurn(ctx, who); err != nil {
		return err
	}
	defer func() { <-s.turn }()
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return s.say(err)
	}
	defer conn.Close()
	if who.NoWait {
		if _, err := conn.ExecContext(ctx, `PRAGMA busy_timeout = 0`); err != nil {
			return s.say(err)
		}
		defer conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA busy_timeout = 1900`)
	}
	return s.say(s.update(ctx, conn, who, f))
}

func (s *Store) update(ctx context.Context, conn *sql.Conn, who register.Holder, f func(register.Tx) error) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if !who.NoWait {
		s.writeHolder(who)
	}
	t := sqlstore.New(ctx, tx)
	err = f(t)
	if err = errors.Join(err, t.Close()); err != nil {
		return err
	}
	if err = tx.Commit(); errors.As(s.say(err), new(*register.BusyError)) {
		// Somebody reads on and on: holder.json names the last writer, ourselves.
		return &register.BusyError{Cause: err}
	}
	return err
}

// takeTurn lets one goroutine of this process write at a time.
func (s *Store) takeTurn(ctx context.Context, who register.Holder) error {
	select {
	case s.turn <- struct{}{}:
		return nil
	default:
	}
	if who.NoWait {
		return &register.BusyError{Holder: s.readHolder()}
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case s.turn <- struct{}{}:
		return nil
	case <-timer.C:
		return &register.BusyError{Holder: s.readHolder()}
	case <-ctx.Done():
		return ctx.Err()
	}
}

// writeHolder says who is writing. It is for others to read only; the lock is
// SQLite's, so a stale or unwritten file does no harm.
func (s *Store) writeHolder(who register.Holder) {
	if b, err := json.Marshal(who); err == nil {
		_ = os.WriteFile(filepath.Join(s.folder, "holder.json"), b, 0o600)
	}
}

func (s *Store) readHolder() (who register.Holder) {
	if b, err := os.ReadFile(filepath.Join(s.folder, "holder.json")); err == nil {
		_ = json.Unmarshal(b, &who)
	}
	return who
}

// SnapshotTo writes a consistent copy to path, which must be missing or empty.
func (s *Store) SnapshotTo(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(s.file))
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, `VACUUM INTO $1`, path); err != nil {
		return s.say(err)
	}
	return syncFile(path)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Check asks SQLite to check its own structure: pages, indexes, orders.
func (s *Store) Check(ctx context.Context) error {
	rows, err := s.reader.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return s.say(err)
	}
	defer rows.Close()
	var bad []error
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return s.say(err)
		}
		if line != "ok" {
			bad = append(bad, errors.New(line))
		}
	}
	return s.say(errors.Join(append(bad, rows.Err())...))
}
