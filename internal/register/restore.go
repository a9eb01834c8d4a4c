package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ocoprint/internal/ocop"
)

// Restored is what a restore gives back.
type Restored struct {
	Head    Head     // after the restore
	Backup  Head     // of the backup: what happened until then is known
	Missing []Number // known to have been given after the backup, record lost

	Later   Later         // what the lost register still knew
	Entered []NewerStatus // from published lists, now in the register
	Told    []NewerStatus // from published lists, to be seen to by a person

	// Unknown is how many entries are known to have followed, by the head in
	// the second place, and are lost: a certificate revoked by one of them is
	// valid again. KnownFrom is the time of the last entry kept, KnownTo of the last
	// one lost, ms since 1970. Blind
	// says that there is no second place to tell.
	Unknown            int64
	KnownFrom, KnownTo int64
	Blind              bool
}

// Restore puts a backup in place of a lost register: file is where register.db
// shall stand, and must be missing. It never rewinds (P10): numbers known from
// the second head (opt.Head) and from known become missing entries until they
// are rebuilt (Rebuild) or closed by a person. What a lost register that can
// still be read (known.Lost) and published lists (known.Lists) say after the
// backup is taken over: a certificate that was revoked does not become valid
// again. The restored register is audited and advanced aside and put in place
// whole.
func Restore(ctx context.Context, backup, file string, open Opener, opt Options, known KnownOutside, reason string) (Restored, error) {
	var done Restored
	if strings.TrimSpace(reason) == "" {
		return done, ReasonMissing.With("doing", KindRestore.Text()).Err()
	}
	folder := filepath.Dir(file)
	if info, err := os.Stat(file); err == nil && info.Size() > 0 {
		if err := standsThere(ctx, file, backup, folder, open); err != nil {
			return done, err
		}
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

// standsThere refuses to restore over a register, and says what it knows beyond
// the backup. One without a single entry, as an opening leaves behind that was
// refused, is none.
func standsThere(ctx context.Context, file, backup, folder string, open Opener) error {
	l, err := laterThan(ctx, file, backup, folder, open)
	if errors.Is(err, errNoEntry) {
		return nil
	}
	if l.Entries+l.Untold == 0 {
		return RestoreOver.With("folder", folder).Err()
	}
	return RestoreOverNewer.With("folder", folder, "entries", l.Entries+l.Untold, "statuses", len(l.Statuses)+len(l.Heard)).Err()
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
	if done.Backup, _, err = soundStore(ctx, store); err != nil {
		return done, BackupUnreadable.With("file", filepath.Base(aside)).Wrap(err)
	}
	if known.Lost != "" {
		if done.Later, err = followLost(ctx, store, known.Lost, filepath.Dir(aside), open); err != nil {
			return done, err
		}
		if _, _, err := soundStore(ctx, store); err != nil {
			return done, LostUnreadable.With("file", known.Lost).Wrap(err)
		}
	}
	opt.Head = nil
	r := fill(store, opt)
	head, err := r.Head(ctx)
	if err != nil {
		return done, err
	}
	done.Blind = len(known.Heads) == 0
	known.Records = append(slices.Clone(known.Records), done.Later.records...)
	for _, list := range known.Lists {
		for _, line := range list.Lines {
			known.IDs = append(known.IDs, line.ID)
		}
	}
	for _, h := range known.Heads {
		if h.Register != head.Register {
			return done, HeadOfAnother.With("other", h.Register, "own", head.Register).Err()
		}
		if n := h.Seq - head.Seq; n > done.Unknown {
			done.Unknown, done.KnownFrom, done.KnownTo = n, head.At, h.At
		}
	}
	if len(known.Heads) == 0 {
		known.Heads = []Head{head}
	}
	if done.Missing, err = r.Advance(ctx, known, reason); err != nil {
		return done, err
	}
	if err := r.announceAll(ctx, &done, known.Lists, reason); err != nil {
		return done, err
	}
	return done, r.write(ctx, kindKeep, func(w *writer) error { return w.rememberPlaceAs(file) })
}

// announceAll enters what published lists say.
func (r *Register) announceAll(ctx context.Context, done *Restored, lists []Announced, reason string) error {
	if len(lists) == 0 {
		return nil
	}
	before, err := r.StatusLines(ctx, "", ocop.Date{Year: 9999, Month: 12, Day: 31})
	if err != nil {
		return err
	}
	return r.write(ctx, KindRestore, func(w *writer) error {
		done.Entered, done.Told = nil, nil
		for _, a := range lists {
			entered, told, err := w.announce(a, reason)
			if err == nil && a.At > done.Backup.At {
				var more []NewerStatus
				more, err = w.lifted(a, before)
				told = append(told, more...)
			}
			if err != nil {
				return err
			}
			done.Entered, done.Told = append(done.Entered, entered...), append(done.Told, told...)
		}
		return nil
	})
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
