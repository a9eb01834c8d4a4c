// Package sqlstore keeps a register in SQL tables, with one text for SQLite
// and PostgreSQL: $n blanks, BIGINT milliseconds, TEXT days, BYTEA content.
// The rooms sqlite and postgres open the database, lock it and hand their
// transaction to New; Migrate brings the tables up to date.
package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"ocoprint/internal/message"
)

//go:embed migrations/*.sql
var files embed.FS

// RegisterNewer: the register was written by a newer program.
var RegisterNewer = message.Define("register-newer",
	"Sổ cấp do phiên bản chương trình mới hơn ghi (bản {have}, chương trình này biết đến bản {know}).",
	"The register was written by a newer program (version {have}; this one knows up to {know}).").
	Hint("Cài phiên bản chương trình mới.", "Install the newer program.")

// Dialect is the database's language.
type Dialect = goose.Dialect

// The two languages.
const (
	SQLite   = goose.DialectSQLite3
	Postgres = goose.DialectPostgres
)

// table keeps which migrations were applied.
const table = "register_migrations"

func provider(db *sql.DB, d Dialect) (*goose.Provider, error) {
	migrations, err := fs.Sub(files, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(d, db, migrations, goose.WithTableName(table), goose.WithDisableGlobalRegistry(true))
}

// Pending says whether migrations are waiting, and whether the register has
// any tables yet. RegisterNewer when it was written by a newer program.
func Pending(ctx context.Context, db *sql.DB, d Dialect) (pending, fresh bool, err error) {
	p, err := provider(db, d)
	if err != nil {
		return false, false, err
	}
	sources := p.ListSources()
	know := sources[len(sources)-1].Version
	have, err := version(ctx, db)
	if err != nil {
		return false, false, err
	}
	if have > know {
		return false, false, RegisterNewer.With("have", have, "know", know).Err()
	}
	return have < know, have <= 0, nil
}

// version reads the last migration without creating anything; -1 when the
// table is not there.
func version(ctx context.Context, db *sql.DB) (v int64, err error) {
	err = db.QueryRowContext(ctx, `SELECT COALESCE(MAX(version_id), 0) FROM `+table).Scan(&v)
	if err == nil {
		return v, nil
	}
	var one int
	if probe := db.QueryRowContext(ctx, `SELECT 1`).Scan(&one); probe != nil {
		return 0, errors.Join(err, probe)
	}
	return -1, nil
}

// Migrate brings the tables up to date; each migration is one transaction.
func Migrate(ctx context.Context, db *sql.DB, d Dialect) error {
	p, err := provider(db, d)
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate register: %w", err)
	}
	return nil
}
