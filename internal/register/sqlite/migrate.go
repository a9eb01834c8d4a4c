package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ocoprint/internal/register"
	"ocoprint/internal/register/internal/sqlstore"
)

// prepare marks a new file as ours and brings the tables up to date.
func (s *Store) prepare(ctx context.Context) error {
	// Tables first: another process that is just beginning the file sets the
	// mark before it makes tables.
	var id, tables int64
	if err := s.reader.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master`).Scan(&tables); err != nil {
		return err
	}
	if err := s.reader.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		if id != 0 || tables > 0 || s.opt.ReadOnly {
			return NotOurs.With("file", s.file).Err()
		}
		if _, err := s.writer.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d`, applicationID)); err != nil {
			return err
		}
	}
	return s.migrate(ctx)
}

// migrate lets several processes begin at once: who loses the race finds the
// work done.
func (s *Store) migrate(ctx context.Context) (err error) {
	for try := 0; try < 20; try++ {
		pending, fresh, err2 := sqlstore.Pending(ctx, s.reader, sqlstore.SQLite)
		if err2 != nil || !pending {
			return err2
		}
		if s.opt.ReadOnly {
			return register.RegisterReadOnly.Err()
		}
		if !fresh {
			if err := s.copyBefore(ctx); err != nil {
				return err
			}
		}
		if err = sqlstore.Migrate(ctx, s.writer, sqlstore.SQLite); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(10*(try+1)) * time.Millisecond):
		}
	}
	return err
}

// copyBefore keeps a copy of an older register before its tables change.
func (s *Store) copyBefore(ctx context.Context) error {
	dir := filepath.Join(s.folder, "backups")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(dir, "before-migration-*.db")
	if err != nil {
		return err
	}
	file.Close()
	if err := s.SnapshotTo(ctx, file.Name()); err != nil {
		return err
	}
	if s.opt.BeforeMigrate != nil {
		return s.opt.BeforeMigrate(file.Name())
	}
	return nil
}
