package register

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ocoprint/internal/message"
)

var (
	// BackupBad: a backup that was made did not prove good.
	BackupBad = message.Define("backup-bad",
		"Bản sao lưu vừa tạo không đạt khi phục hồi thử, đã bỏ.", "The backup just made did not pass its trial restore and was dropped.").
		Hint("Kiểm tra đĩa chứa bản sao lưu rồi sao lưu lại.", "Check the disk of the backups and back up again.")
	// BackupUnreadable: a file that should be restored is no good backup.
	BackupUnreadable = message.Define("backup-unreadable",
		"Tệp {file} không phải bản sao lưu còn nguyên vẹn.", "The file {file} is not a backup in good order.").
		Hint("Chọn bản sao lưu khác.", "Choose another backup.")
	// RestoreOver: a register is there already.
	RestoreOver = message.Define("restore-over",
		"Thư mục {folder} đang có sổ cấp.", "The folder {folder} holds a register.").
		Hint("Chuyển sổ đang có sang nơi khác (đừng xóa) rồi phục hồi.", "Move the register away (do not delete it), then restore.")
	// RestoreOverNewer: a register is there, and it knows more than the backup.
	RestoreOverNewer = message.Define("restore-over-newer",
		"Thư mục {folder} đang có sổ cấp. So với bản sao lưu, sổ này biết thêm {entries} mục, trong đó {statuses} lần thu hồi, đình chỉ, thay thế hoặc hủy.",
		"The folder {folder} holds a register. It knows {entries} {entries|entry|entries} more than the backup, {statuses} of them revocations, suspensions, replacements or cancellations.").
		Hint("Nếu vẫn phải phục hồi: chuyển sổ đang có sang nơi khác (đừng xóa), rồi chạy lại và chỉ nơi đó bằng --lost; những mục ấy sẽ được nạp lại, không mất.",
			"If it must be restored all the same: move the register away (do not delete it), run again and name its place with --lost; those entries are taken over, not lost.")
	// LostUnreadable: the lost register cannot help.
	LostUnreadable = message.Define("lost-unreadable",
		"Không đọc được sổ cũ {file}.", "The lost register {file} cannot be read.").
		Hint("Kiểm tra đường dẫn. Nếu sổ cũ hỏng hẳn, phục hồi không có --lost và đối chiếu với giấy tờ.",
			"Check the path. If it is beyond reading, restore without --lost and compare with the papers.")
)

// Opener opens a register file that stands by itself: sqlite.OpenFile.
type Opener func(ctx context.Context, file string, readOnly bool) (Store, error)

// Snapshotter is a Store that copies itself into a file at once.
type Snapshotter interface {
	SnapshotTo(ctx context.Context, path string) error
}

// BackupInfo describes a backup that was proven good. It lies beside the
// backup as a JSON file.
type BackupInfo struct {
	File   string `json:"file"` // name in the backup folder
	At     int64  `json:"at"`   // ms since 1970
	Why    string `json:"why"`  // daily, before a batch, …
	Head   Head   `json:"head"`
	Counts Counts `json:"counts"`
	SHA256 string `json:"sha256"`
}

// Time is when the backup was made.
func (b BackupInfo) Time() time.Time { return time.UnixMilli(b.At).In(Vietnam) }

// Backup writes a backup into a folder and calls it good only after it was
// restored elsewhere, audited and compared with the register (P11).
func (r *Register) Backup(ctx context.Context, folder string, open Opener, why string) (BackupInfo, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return BackupInfo{}, fmt.Errorf("back up: %w", err)
	}
	aside, err := emptyFile(folder, asidePrefix+"sao-luu-*.db")
	if err != nil {
		return BackupInfo{}, fmt.Errorf("back up: %w", err)
	}
	defer removeDatabase(aside)
	sweep(aside)
	if err := r.snapshot(ctx, aside, open); err != nil {
		return BackupInfo{}, r.sayBusy(err)
	}
	info, err := r.prove(ctx, aside, open)
	if err != nil {
		return BackupInfo{}, err
	}
	now := r.opt.Now()
	info.At, info.Why = now.UnixMilli(), why
	return info, info.keep(aside, folder, now)
}

// emptyFile makes an empty file that is ours.
func emptyFile(folder, pattern string) (string, error) {
	f, err := os.CreateTemp(folder, pattern)
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// asidePrefix begins the names of what is not finished.
const asidePrefix = ".dang-"

// sweep removes what an interrupted backup or restore left beside ours: copies
// of the register hold personal data. What is younger than an hour may belong
// to another process at work.
func sweep(ours string) {
	fresh, err := os.Stat(ours)
	if err != nil {
		return
	}
	folder := filepath.Dir(ours)
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasPrefix(e.Name(), asidePrefix) && fresh.ModTime().Sub(info.ModTime()) > time.Hour {
			_ = os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
}

// removeDatabase removes a database and what SQLite may have put beside it.
func removeDatabase(file string) {
	_ = os.Remove(file)
	_ = os.Remove(file + "-journal")
}

func (r *Register) snapshot(ctx context.Context, file string, open Opener) error {
	if s, ok := r.store.(Snapshotter); ok {
		return s.SnapshotTo(ctx, file)
	}
	to, err := open(ctx, file, false)
	if err != nil {
		return err
	}
	_, err = Move(ctx, r.store, to)
	return errors.Join(err, to.Close(), syncPath(file))
}

// prove restores the backup elsewhere, audits it there and compares it.
func (r *Register) prove(ctx context.Context, file string, open Opener) (info BackupInfo, err error) {
	elsewhere, err := os.MkdirTemp(filepath.Dir(file), asidePrefix+"thu-phuc-hoi-*")
	if err != nil {
		return info, fmt.Errorf("trial restore: %w", err)
	}
	defer os.RemoveAll(elsewhere)
	trial := filepath.Join(elsewhere, "register.db")
	if info.SHA256, err = copyFile(file, trial); err != nil {
		return info, fmt.Errorf("trial restore: %w", err)
	}
	store, err := open(ctx, trial, true)
	if err != nil {
		return info, BackupBad.With().Wrap(err)
	}
	defer store.Close()
	if info.Head, info.Counts, err = soundStore(ctx, store); err != nil {
		return info, BackupBad.With().Wrap(err)
	}
	pair, err := AuditPair(ctx, store, r.store)
	if err != nil {
		return info, err
	}
	if !pair.OK() {
		return info, BackupBad.With().Wrap(errors.New(pair.Problems[0].What))
	}
	if pair.Head.Seq != info.Head.Seq {
		return info, nil // others wrote meanwhile: what is here was compared
	}
	live, err := Count(ctx, r.store)
	if err == nil && live.Hash != info.Counts.Hash && live.Entries == info.Counts.Entries && live.Blobs == info.Counts.Blobs {
		return info, BackupBad.With().Wrap(fmt.Errorf("register %+v, backup %+v", live, info.Counts))
	}
	return info, err
}

// soundStore audits a register that stands by itself.
func soundStore(ctx context.Context, s Store) (Head, Counts, error) {
	r := fill(s, Options{ReadOnly: true})
	rep, err := r.Audit(ctx)
	if err != nil {
		return Head{}, Counts{}, err
	}
	if !rep.OK() {
		return Head{}, Counts{}, rep.Err()
	}
	if c, ok := s.(Checker); ok {
		if err := c.Check(ctx); err != nil {
			return Head{}, Counts{}, err
		}
	}
	counts, err := Count(ctx, s)
	return rep.Head, counts, err
}

// keep gives a proven backup its name and its description.
func (b *BackupInfo) keep(aside, folder string, now time.Time) error {
	b.File = fmt.Sprintf("so-cap-%s-%08d-%.8s.db", now.UTC().Format("20060102T150405.000Z"), b.Head.Seq, b.SHA256)
	text, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	file := filepath.Join(folder, b.File)
	if err := writeAside(file+".json", append(text, '\n')); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if err := os.Rename(aside, file); err != nil {
		_ = os.Remove(file + ".json")
		return fmt.Errorf("back up: %w", err)
	}
	return syncFolder(folder)
}

// Backups lists the good backups of a folder, newest first.
func Backups(folder string) ([]BackupInfo, error) {
	names, err := filepath.Glob(filepath.Join(escapeGlob(folder), "so-cap-*.db.json"))
	if err != nil {
		return nil, err
	}
	var all []BackupInfo
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("list backups: %w", err)
		}
		var info BackupInfo
		if json.Unmarshal(b, &info) != nil || filepath.Base(name) != info.File+".json" {
			continue
		}
		if _, err := os.Stat(filepath.Join(folder, info.File)); err == nil {
			all = append(all, info)
		}
	}
	slices.SortFunc(all, func(a, b BackupInfo) int { return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(b.File, a.File)) })
	return all, nil
}

func escapeGlob(s string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(s)
}

// BackupDue says whether no good backup is younger than a day.
func BackupDue(folder string, now time.Time) bool {
	all, err := Backups(folder)
	return err != nil || len(all) == 0 || now.Sub(all[0].Time()) >= 24*time.Hour
}

// PruneBackups drops the oldest backups beyond keep; the newest is never dropped.
func PruneBackups(folder string, keep int) error {
	all, err := Backups(folder)
	if err != nil {
		return err
	}
	var errs []error
	for _, b := range all[min(max(keep, 1), len(all)):] {
		errs = append(errs, os.Remove(filepath.Join(folder, b.File)), os.Remove(filepath.Join(folder, b.File+".json")))
	}
	return errors.Join(errs...)
}

// copyFile copies and syncs a file and gives its SHA-256.
func copyFile(from, to string) (string, error) {
	src, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer src.Close()
	dst, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(dst, sum), src)
	if err = errors.Join(err, dst.Sync(), dst.Close()); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func syncPath(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
