package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Restored is what a restore gives back.
type Restored struct {
	Head    Head     // after the restore
	Missing []Number // known to have been given after the backup, record lost
}

// Restore puts a backup in place of a lost register: file is where register.db
// shall stand, and must be missing. It never rewinds (P10): numbers known from
// the second head (opt.Head) and from known become missing entries until they
// are rebuilt (Rebuild) or closed by a person. The restored register is
// audited and advanced aside and put in place whole.
func Restore(ctx context.Context, backup, file string, open Opener, opt Options, known KnownOutside, reason string) (Restored, error) {
	var done Restored
	if strings.TrimSpace(reason) == "" {
		return done, ReasonMissing.With("doing", KindRestore.Text()).Err()
	}
	folder := filepath.Dir(file)
	if info, err := os.Stat(file); err == nil && info.Size() > 0 {
		return done, RestoreOver.With("folder", folder).Err()
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return done, fmt.Errorf("restore: %w", err)
	}
	aside, err := emptyFile(folder, asidePrefix+"phuc-hoi-*.db")
	if err != nil {
		return done, fmt.Errorf("restore: %w", err)
	}
	defer removeDatabase(aside)
	sweep(aside)
	if err := fetch(backup, aside); err != nil {
		return done, err
	}
	if opt.Head != nil {
		kept, ok, err := opt.Head.Load()
		if err != nil {
			return done, err
		}
		if ok {
			known.Heads = append(known.Heads, kept)
		}
	}
	if done, err = advanceAside(ctx, aside, file, open, opt, known, reason); err != nil {
		return done, err
	}
	removeDatabase(file) // an empty file, and a journal of the lost register: SQLite would roll it into this one
	if err := os.Rename(aside, file); err != nil {
		return done, fmt.Errorf("restore: %w", err)
	}
	if err := syncFolder(folder); err != nil {
		return done, fmt.Errorf("restore: %w", err)
	}
	return settle(ctx, file, open, opt, done)
}

// fetch copies the backup and compares it with its description.
func fetch(backup, aside string) error {
	sum, err := copyFile(backup, aside)
	if err != nil {
		return BackupUnreadable.With("file", backup).Wrap(err)
	}
	b, err := os.ReadFile(backup + ".json")
	if errors.Is(err, os.ErrNotExist) {
		return nil // the audit decides alone
	}
	var info BackupInfo
	if err == nil {
		err = json.Unmarshal(b, &info)
	}
	if err == nil && info.SHA256 != sum {
		err = errors.New("its hash is not the one in its description")
	}
	if err != nil {
		return BackupUnreadable.With("file", backup).Wrap(err)
	}
	return nil
}

// advanceAside audits the copy, enters what is known to be missing, and tells
// it where it will stand.
func advanceAside(ctx context.Context, aside, file string, open Opener, opt Options, known KnownOutside, reason string) (done Restored, err error) {
	store, err := open(ctx, aside, false)
	if err != nil {
		return done, BackupUnreadable.With("file", filepath.Base(aside)).Wrap(err)
	}
	defer func() { err = errors.Join(err, store.Close(), syncPath(aside)) }()
	if _, _, err := soundStore(ctx, store); err != nil {
		return done, BackupUnreadable.With("file", filepath.Base(aside)).Wrap(err)
	}
	opt.Head = nil
	r := fill(store, opt)
	head, err := r.Head(ctx)
	if err != nil {
		return done, err
	}
	for _, h := range known.Heads {
		if h.Register != head.Register {
			return done, HeadOfAnother.With("other", h.Register, "own", head.Register).Err()
		}
	}
	if len(known.Heads) == 0 {
		known.Heads = []Head{head}
	}
	if done.Missing, err = r.Advance(ctx, known, reason); err != nil {
		return done, err
	}
	return done, r.write(ctx, kindKeep, func(w *writer) error { return w.rememberPlaceAs(file) })
}

// settle opens the restored register where it stands now, which keeps its head
// in the second place.
func settle(ctx context.Context, file string, open Opener, opt Options, done Restored) (Restored, error) {
	store, err := open(ctx, file, false)
	if err != nil {
		return done, err
	}
	defer store.Close()
	r, err := Open(ctx, store, opt)
	if err != nil {
		return done, err
	}
	if err := r.Writable(); err != nil {
		return done, err
	}
	done.Head, err = r.Head(ctx)
	return done, err
}
