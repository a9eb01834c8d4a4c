package office

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/pdf"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

// keepBackups is how many good backups stay in the register's own folder.
const keepBackups = 30

var (
	noBackupPlace = message.Define("office-no-backup-place", "Sổ dùng chung cần nói thư mục sao lưu.", "A shared register needs a backup folder to be named.").
			Hint("Dùng --to THƯ-MỤC.", "Use --to FOLDER.")
	recordForged = message.Define("office-record-forged", "Bản ghi của {id} không đúng chữ ký của đơn vị.", "The record of {id} does not carry the office's signature.").
			Hint("Tệp PDF đã bị sửa hoặc do nơi khác ký: không nạp.", "The PDF was altered or signed elsewhere: it is not taken in.")
)

// BackupFolder is where backups go when nothing else is said.
func (o *Office) BackupFolder() string {
	if isAddress(o.opt.Register) {
		return ""
	}
	return filepath.Join(o.opt.Register, "backups")
}

// Backup writes a backup and calls it good only after it was restored
// elsewhere, audited and compared.
func (o *Office) Backup(ctx context.Context, folder, why string) (register.BackupInfo, error) {
	if folder == "" {
		folder = o.BackupFolder()
	}
	if folder == "" {
		return register.BackupInfo{}, noBackupPlace.Err()
	}
	info, err := o.Register.Backup(ctx, folder, o.opt.OpenFile, why)
	if err == nil && folder == o.BackupFolder() {
		err = register.PruneBackups(folder, keepBackups)
	}
	return info, err
}

// Backups lists the good backups, newest first.
func (o *Office) Backups() ([]register.BackupInfo, error) {
	if o.BackupFolder() == "" {
		return nil, nil
	}
	return register.Backups(o.BackupFolder())
}

// backupBeforeBatch takes a backup before numbers are given, once there is
// something to lose.
func (o *Office) backupBeforeBatch(ctx context.Context) error {
	if o.BackupFolder() == "" || o.opt.OpenFile == nil {
		return nil // a shared database is backed up by whoever runs it
	}
	n, err := o.Register.Count(ctx, register.Filter{})
	if err != nil || n == 0 {
		return err
	}
	_, err = o.Backup(ctx, "", "trước khi cấp")
	return err
}

// Daily takes a backup when no good one is younger than a day.
func (o *Office) Daily(ctx context.Context) error {
	if o.BackupFolder() == "" || o.opt.OpenFile == nil || !register.BackupDue(o.BackupFolder(), o.Now()) {
		return nil
	}
	if n, err := o.Register.Count(ctx, register.Filter{}); err != nil || n == 0 {
		return err
	}
	_, err := o.Backup(ctx, "", "hằng ngày")
	return err
}

// recordsIn reads the records that issued PDFs carry. unread are the PDFs
// without one.
func recordsIn(ctx context.Context, folder string) (records []register.Record, unread []string, err error) {
	if folder == "" {
		return nil, nil, nil
	}
	seen := map[string]bool{}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".pdf" {
			return errors.Join(err, ctx.Err())
		}
		found, err := recordsOf(path)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			unread = append(unread, path)
		}
		for _, rec := range found {
			key := string(rec.Cert.Identity)
			if !seen[key] {
				seen[key] = true
				records = append(records, rec)
			}
		}
		return ctx.Err()
	})
	return records, unread, err
}

func recordsOf(path string) (records []register.Record, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fileUnreadable.With("file", path).Wrap(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fileUnreadable.With("file", path).Wrap(err)
	}
	files, err := pdf.Attachments(file, info.Size())
	if err != nil {
		return nil, nil // not a file of ours: it has no record
	}
	for _, f := range files {
		if !holdsRecords(f) {
			continue
		}
		for line := range bytes.Lines(f.Data) {
			rec, err := register.ParseRecord(bytes.TrimSpace(line))
			if err == nil {
				records = append(records, rec)
			}
		}
	}
	return records, nil
}

// Rebuilt is what Rebuild did.
type Rebuilt struct {
	Found, Entered int
	Refused        []error
	Unread         []string // PDFs without a record
}

// Rebuild enters certificates again from a folder of issued PDFs (P12). Every
// record must carry the office's own signature.
func (o *Office) Rebuild(ctx context.Context, folder string) (Rebuilt, error) {
	records, unread, err := recordsIn(ctx, folder)
	if err != nil {
		return Rebuilt{}, err
	}
	done := Rebuilt{Found: len(records), Unread: unread}
	entered, refused, err := o.Register.Rebuild(ctx, records, o.checkRecord)
	done.Entered = entered
	for i := range records {
		if e, bad := refused[i]; bad {
			done.Refused = append(done.Refused, e)
		}
	}
	if err != nil {
		return done, err
	}
	return done, o.profilesFrom(ctx, records, refused)
}

// profilesFrom gives a register that was rebuilt from papers alone the issuers
// that the papers name, with the address in their codes: without it every code
// would be another office's. Papers signed with the public sample keys name
// nobody.
func (o *Office) profilesFrom(ctx context.Context, records []register.Record, refused map[int]error) error {
	known, err := o.Register.Profiles(ctx)
	if err != nil {
		return err
	}
	s, _, err := o.Register.Settings(ctx)
	if err != nil {
		return err
	}
	latest := map[string]ocop.Certificate{}
	for i, rec := range records {
		c := *rec.Cert
		if _, bad := refused[i]; bad || o.KeyBox(c.Authority.BaseURL).Sample() || c.IssuedOn.Before(latest[c.Authority.Code].IssuedOn) {
			continue
		}
		latest[c.Authority.Code] = c
	}
	for _, a := range append(known, s.Authority) {
		delete(latest, a.Code)
	}
	for _, code := range slices.Sorted(maps.Keys(latest)) {
		if err := o.Register.PutProfile(ctx, latest[code].Authority); err != nil {
			return err
		}
	}
	return nil
}

// checkRecord opens the seal of a record with the office's keys and compares
// what it says with the record's text.
func (o *Office) checkRecord(c ocop.Certificate) error {
	forged := recordForged.With("id", c.ID)
	list, err := o.KeyBox(c.Authority.BaseURL).List(o.Now())
	if err != nil {
		return err
	}
	frame, err := seal.ParseFrame(c.Payload)
	if err != nil {
		return forged.Wrap(err)
	}
	for _, e := range list.With(frame.KID, seal.RoleCert) {
		pub, err := seal.ParsePublic(e.Public)
		if err != nil || frame.Verify(pub) != nil {
			continue
		}
		body, err := frame.Body()
		if err != nil {
			return forged.Wrap(err)
		}
		if !saysTheSame(body, c) {
			return forged.Err()
		}
		return nil
	}
	return forged.Err()
}

// saysTheSame compares the signed fields with the record; a shortened text is
// compared by its hash.
func saysTheSame(b seal.Body, c ocop.Certificate) bool {
	want := bodyOf(c)
	same := b.ID == want.ID && b.Stars == want.Stars && b.Decision == want.Decision && b.Decided == want.Decided &&
		b.LastDay == want.LastDay && b.IssueDay() == want.IssueDay() && b.Rev() == want.Rev()
	if b.Shortened() {
		return same && bytes.Equal(b.FullHash, seal.FullHash(want.Product, want.Producer, want.Place))
	}
	return same && b.Product == want.Product && b.Producer == want.Producer && b.Place == want.Place
}

// ImportOld enters certificates that were given on paper before, read from a
// workbook with their numbers.
func (o *Office) ImportOld(ctx context.Context, imp *Import, s ocop.Settings, asOf ocop.Date) ([]ocop.Certificate, int, error) {
	if err := CheckSettings(s); err != nil {
		return nil, 0, err
	}
	var olds []register.Old
	skipped := 0
	for _, r := range imp.Reading.Results {
		if r.CertNo == "" || r.Status == ocop.StatusNotCertified {
			skipped++
			continue
		}
		issued := r.IssueDate
		if issued.IsZero() {
			issued = r.Decision.Date
		}
		olds = append(olds, register.Old{Number: r.CertNo, Result: r, Issued: issued, LastDay: r.Expiry})
	}
	certs, err := o.Register.ImportOld(ctx, olds, register.PrepareOptions{Authority: s.Authority, Signatory: s.Signatory, AsOf: asOf, Sample: sampleOf(s)})
	return certs, skipped, err
}
