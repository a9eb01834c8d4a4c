package sqlite

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

var (
	afterBackup = register.Ruling{Decision: ocop.Decision{Number: "9/QĐ-UBND", Date: ocop.Date{Year: 2025, Month: 3, Day: 4}}}
	someDay     = ocop.Date{Year: 2025, Month: 6, Day: 1}
)

// disaster is an office that backed up and then went on: the entries 7 to 15
// are in no backup.
type disaster struct {
	root, home, backup, lost string
	head                     register.HeadKeeper
	last                     register.Head // of the lost register
}

func newDisaster(t *testing.T) disaster {
	root := t.TempDir()
	d := disaster{root: root, home: filepath.Join(root, "so"), lost: filepath.Join(root, "so-cu.db"), head: register.FileHead(filepath.Join(root, "dau", "head.json"))}
	store, r := opened(t, d.home, Options{}, d.head)
	issue(t, r, 1, 5)
	info, err := r.Backup(ctx, filepath.Join(root, "usb"), opener, "hằng ngày")
	if err != nil {
		t.Fatal(err)
	}
	d.backup = filepath.Join(root, "usb", info.File)
	id := func(n string) []string { return []string{"VD-2023-2-" + n} }
	_, correct := r.Correct(ctx, id("004")[0], register.Change{Day: someDay, Reason: "sai", NewNumber: true}, func(c *ocop.Certificate) { c.Producer.Address = "Bản Đúng MẪU" }, registertest.Seal)
	for _, err := range []error{
		r.Revoke(ctx, id("002"), afterBackup), r.Suspend(ctx, id("003"), afterBackup), r.Lift(ctx, id("003"), afterBackup),
		r.Suspend(ctx, id("005"), afterBackup), r.ErasePersonal(ctx, id("001")[0], "theo yêu cầu"), r.Remember(ctx, "answer", "a", []byte("có")),
	} {
		if err != nil || correct != nil {
			t.Fatal(err, correct)
		}
	}
	issue(t, r, 30, 3)
	if d.last, err = r.Head(ctx); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return d
}

// gone moves the register away, as the hint says.
func (d disaster) gone(t *testing.T) {
	t.Helper()
	if err := os.Rename(filepath.Join(d.home, FileName), d.lost); err != nil {
		t.Fatal(err)
	}
}

func (d disaster) restore(known register.KnownOutside) (register.Restored, error) {
	o := registertest.Opening()
	o.Head = d.head
	return register.Restore(ctx, d.backup, filepath.Join(d.home, FileName), opener, o, known, "ổ đĩa hỏng")
}

func (d disaster) statuses(t *testing.T, want map[string]ocop.CertificateStatus) *register.Register {
	t.Helper()
	_, r := opened(t, d.home, Options{}, d.head)
	if err := r.Writable(); err != nil {
		t.Fatal(err)
	}
	for id, w := range want {
		if s, err := r.Status(ctx, id, someDay); err != nil || s != w {
			t.Errorf("%s: %s, want %s, %v", id, s, w, err)
		}
	}
	return r
}

// TestRestoreTakesOverWhatTheLostRegisterKnows: a certificate that was revoked
// after the backup is revoked after the restore, and nothing else is lost.
func TestRestoreTakesOverWhatTheLostRegisterKnows(t *testing.T) {
	d := newDisaster(t)
	_, err := d.restore(register.KnownOutside{})
	refused(t, err, register.RestoreOverNewer)
	d.gone(t)
	before, err := os.ReadFile(d.lost)
	if err != nil {
		t.Fatal(err)
	}
	done, err := d.restore(register.KnownOutside{Lost: d.lost})
	if err != nil {
		t.Fatal(err)
	}
	if l := done.Later; l.Entries != d.last.Seq-6 || l.Broken != 0 || len(l.Statuses) != 5 || done.Unknown != 0 || len(done.Missing) != 0 || done.Backup.Seq != 6 {
		t.Errorf("taken over: %+v, unknown %d, missing %v", l, done.Unknown, done.Missing)
	}
	if s := done.Later.Statuses; len(s) == 5 && (s[1].What != register.KindRevoke || s[1].Number != "02/2023/GCN-UBND" || s[1].Decision != afterBackup.Decision || !s[3].Lift) {
		t.Errorf("statuses: %+v", s)
	}
	r := d.statuses(t, map[string]ocop.CertificateStatus{"VD-2023-2-001": ocop.Valid, "VD-2023-2-002": ocop.Revoked, "VD-2023-2-003": ocop.Valid,
		"VD-2023-2-004": ocop.Superseded, "VD-2023-2-005": ocop.Suspended, "VD-2023-2-009": ocop.Valid})
	if p, err := r.PersonalOf(ctx, "VD-2023-2-001"); err != nil || p.Phone != "" {
		t.Errorf("what was erased is back: %+v, %v", p, err)
	}
	if v, ok, err := r.Recall(ctx, "answer", "a"); err != nil || !ok || string(v) != "có" {
		t.Errorf("answer: %q, %v", v, err)
	}
	old, err := OpenFile(ctx, d.lost, Options{Machine: "khác", ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if pair, err := register.AuditPair(ctx, old, r.Store()); err != nil || !pair.OK() {
		t.Errorf("the restored register does not continue the lost one: %+v, %v", pair.Problems, err)
	}
	if after, err := os.ReadFile(d.lost); err != nil || string(after) != string(before) {
		t.Errorf("the lost register was touched: %v", err)
	}
	if c := issue(t, r, 40, 1); c[0].Seq != 9 {
		t.Errorf("the next number is %d", c[0].Seq)
	}
}

// TestRestoreTellsWhatIsBehindADamagedEntry: what is not proven is not entered,
// but told by name, and its numbers are not given again.
func TestRestoreTellsWhatIsBehindADamagedEntry(t *testing.T) {
	d := newDisaster(t)
	d.gone(t)
	db, err := sql.Open("sqlite", d.lost)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(ctx, `UPDATE entries SET body = replace(CAST(body AS TEXT), '9/QĐ', '8/QĐ') WHERE seq = 9`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	done, err := d.restore(register.KnownOutside{Lost: d.lost})
	if err != nil {
		t.Fatal(err)
	}
	if l := done.Later; l.Entries != 2 || l.Broken != 9 || l.Untold != d.last.Seq-8 || len(l.Statuses) != 2 || len(l.Heard) != 3 || done.Unknown != d.last.Seq-8 {
		t.Errorf("later: %+v, unknown %d", l, done.Unknown)
	}
	if len(done.Missing) != 3 || done.Missing[0].Seq != 6 {
		t.Errorf("missing: %+v", done.Missing)
	}
	r := d.statuses(t, map[string]ocop.CertificateStatus{"VD-2023-2-002": ocop.Revoked, "VD-2023-2-004": ocop.Superseded, "VD-2023-2-005": ocop.Valid})
	rep, err := r.Audit(ctx)
	if err != nil || !rep.OK() || len(rep.Gaps) != 1 || rep.Gaps[0].Lost != d.last.Seq-8 {
		t.Errorf("the audit forgets what was lost: %+v, %v", rep.Gaps, err)
	}
	lacksAs(t, r, rep)
}

// lacksAs: what is followed entry by entry is what the audit finds, at once and
// when it was begun before.
func lacksAs(t *testing.T, r *register.Register, rep register.Report) {
	t.Helper()
	var l register.Lacks
	for range 2 {
		if err := r.LookFor(ctx, &l); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(l.Gaps, rep.Gaps) || !slices.Equal(l.Missing, rep.Missing) {
			t.Errorf("followed: %+v, %+v; the audit: %+v, %+v", l.Gaps, l.Missing, rep.Gaps, rep.Missing)
		}
	}
}

// TestRestoreSaysWhatIsNotKnown: the register is gone; the second place knows
// how much happened, not what.
func TestRestoreSaysWhatIsNotKnown(t *testing.T) {
	d := newDisaster(t)
	d.gone(t)
	_, err := d.restore(register.KnownOutside{Lost: filepath.Join(d.root, "khong-co.db")})
	refused(t, err, register.LostUnreadable)
	empty, err := Open(ctx, filepath.Join(d.root, "trong"), Options{Machine: "máy một"})
	if err != nil {
		t.Fatal(err)
	}
	empty.Close()
	_, err = d.restore(register.KnownOutside{Lost: filepath.Join(d.root, "trong")})
	refused(t, err, register.LostUnreadable)
	if err := os.Rename(filepath.Join(d.root, "trong", FileName), filepath.Join(d.home, FileName)); err != nil {
		t.Fatal(err) // what has no entry is no register in the way
	}
	done, err := d.restore(register.KnownOutside{})
	if err != nil {
		t.Fatal(err)
	}
	if done.Unknown != d.last.Seq-6 || done.KnownTo != d.last.At || done.Blind {
		t.Errorf("unknown: %+v", done)
	}
	_, r := opened(t, d.home, Options{}, d.head)
	if rep, err := r.Audit(ctx); err != nil || !rep.OK() || len(rep.Gaps) != 1 || rep.Gaps[0].To != d.last.At {
		t.Errorf("audit: %+v, %v", rep.Gaps, err)
	} else {
		lacksAs(t, r, rep)
	}
	d.head = nil
	d.home = filepath.Join(d.root, "khac")
	if done, err = d.restore(register.KnownOutside{}); err != nil || done.Unknown != 0 || !done.Blind {
		t.Errorf("without a second place: %+v, %v", done, err)
	}
}

// TestRestoreHeedsPublishedLists: what was revoked in public is revoked.
func TestRestoreHeedsPublishedLists(t *testing.T) {
	d := newDisaster(t)
	store, r := opened(t, d.home, Options{}, d.head)
	lines, err := r.StatusLines(ctx, "", someDay)
	if err != nil {
		t.Fatal(err)
	}
	store.Close()
	d.gone(t)
	done, err := d.restore(register.KnownOutside{Lists: []register.Announced{{Lines: append(lines, register.StatusLine{ID: "VD-2023-2-008", What: register.KindRevoke, Day: someDay}), At: d.last.At + 1, Name: "s/VD.bin"}}})
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Entered) != 2 || done.Entered[0].ID != "VD-2023-2-002" || done.Entered[0].Ref != "9/QĐ-UBND" || len(done.Told) != 2 || done.Told[0].What != register.KindReplace || done.Told[1].Number != "" {
		t.Errorf("entered %+v, told %+v", done.Entered, done.Told)
	}
	r = d.statuses(t, map[string]ocop.CertificateStatus{"VD-2023-2-001": ocop.Valid, "VD-2023-2-002": ocop.Revoked, "VD-2023-2-005": ocop.Suspended})
	if rep, err := r.Audit(ctx); err != nil || !rep.OK() {
		t.Errorf("audit: %+v, %v", rep.Problems, err)
	}
	if all, err := r.History(ctx, "VD-2023-2-002"); err != nil || all[len(all)-1].Decision.Number != "9/QĐ-UBND" || all[len(all)-1].Info["from"] != "s/VD.bin" {
		t.Errorf("history: %+v, %v", all, err)
	}
}

// TestRestoreTellsOfLiftedSuspensions: a later list of the same ids that no
// longer has a suspension says that it was lifted; an earlier list, or one of
// other ids, says nothing.
func TestRestoreTellsOfLiftedSuspensions(t *testing.T) {
	d := newDisaster(t)
	store, r := opened(t, d.home, Options{}, d.head)
	info, err := r.Backup(ctx, filepath.Join(d.root, "usb2"), opener, "")
	if err != nil {
		t.Fatal(err)
	}
	store.Close()
	d.gone(t)
	d.backup = filepath.Join(d.root, "usb2", info.File)
	done, err := d.restore(register.KnownOutside{Lists: []register.Announced{
		{Prefix: "VD-", At: info.Head.At - 1, Name: "trước"}, {Prefix: "LC-", At: info.Head.At + 1, Name: "đơn vị khác"}, {Prefix: "VD-", At: info.Head.At + 1, Name: "sau"}}})
	if err != nil || len(done.Told) != 1 || !done.Told[0].Lift || done.Told[0].ID != "VD-2023-2-005" || len(done.Entered) != 0 {
		t.Errorf("told %+v, entered %+v, %v", done.Told, done.Entered, err)
	}
	d.statuses(t, map[string]ocop.CertificateStatus{"VD-2023-2-005": ocop.Suspended})
}

// TestAnotherRegisterIsNotTakenOver: only the lost register itself counts.
func TestAnotherRegisterIsNotTakenOver(t *testing.T) {
	d := newDisaster(t)
	d.gone(t)
	other := filepath.Join(d.root, "don-vi-khac")
	o := registertest.Opening()
	o.Random = registertest.Random(2)
	store, err := Open(ctx, other, Options{Machine: "máy một"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := register.Open(ctx, store, o); err != nil {
		t.Fatal(err)
	}
	store.Close()
	_, err = d.restore(register.KnownOutside{Lost: other})
	refused(t, err, register.HeadOfAnother)
	if _, err := os.Stat(filepath.Join(d.home, FileName)); err == nil {
		t.Error("a refused restore left a register behind")
	}
}
