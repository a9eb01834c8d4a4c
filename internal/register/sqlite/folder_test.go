package sqlite

import (
	"context"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

var ctx = context.Background()

func opened(t testing.TB, folder string, opt Options, head register.HeadKeeper) (*Store, *register.Register) {
	t.Helper()
	if opt.Machine == "" {
		opt.Machine = "máy một"
	}
	s, err := Open(ctx, folder, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	o := registertest.Opening()
	o.Head = head
	r, err := register.Open(ctx, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return s, r
}

func issue(t testing.TB, r *register.Register, first, n int) []ocop.Certificate {
	t.Helper()
	d, err := r.Prepare(ctx, registertest.Results(first, n), registertest.Options())
	if err != nil || len(d.Held) > 0 {
		t.Fatal(err, d.Held)
	}
	c, err := r.Issue(ctx, d, registertest.Seal)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func refused(t testing.TB, err error, want *message.Text) {
	t.Helper()
	if e, ok := message.Of(err); !ok || e.Text != want {
		t.Errorf("want %s, got %v", want.Code, err)
	}
}

func copyFolder(t testing.TB, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreNotOursAreLeftAlone(t *testing.T) {
	other := filepath.Join(t.TempDir(), FileName)
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE khac (a TEXT)`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for name, content := range map[string][]byte{
		"another program's database": nil,
		"a text":                     []byte("đây là tệp văn bản, không phải sổ cấp\n"),
		"a short file":               []byte("x"),
		"another's mark":             append([]byte("SQLite format 3\x00"), make([]byte, 84)...),
	} {
		folder := filepath.Dir(other)
		if content != nil {
			folder = t.TempDir()
			if name == "another's mark" {
				content[68] = 9
			}
			if err := os.WriteFile(filepath.Join(folder, FileName), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		before, _ := os.ReadFile(filepath.Join(folder, FileName))
		_, err := Open(ctx, folder, Options{})
		refused(t, err, NotOurs)
		if after, _ := os.ReadFile(filepath.Join(folder, FileName)); string(after) != string(before) {
			t.Errorf("%s was changed", name)
		}
	}
}

func TestFoldersOfOthersAreRefused(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"OneDrive", "onedrive - UBND", "Dropbox/so", "Google Drive/a/b", "a?b"} {
		_, err := Open(ctx, filepath.Join(root, name), Options{})
		refused(t, err, FolderUnfit)
		if _, err := os.Stat(filepath.Join(root, name)); err == nil {
			t.Errorf("%s was made", name)
		}
	}
	t.Setenv("OneDrive", filepath.Join(root, "dam may"))
	_, err := Open(ctx, filepath.Join(root, "dam may", "so"), Options{})
	refused(t, err, FolderUnfit)
	if s, err := Open(ctx, filepath.Join(root, "sổ cấp 2023 (mẫu) #1 %20"), Options{}); err != nil {
		t.Errorf("a Vietnamese name with blanks: %v", err)
	} else {
		s.Close()
	}
}

func TestACopiedFolderOpensReadOnlyUntilConfirmed(t *testing.T) {
	home, copied := filepath.Join(t.TempDir(), "so"), filepath.Join(t.TempDir(), "so")
	first, r := opened(t, home, Options{}, nil)
	issue(t, r, 1, 3)
	first.Close()
	if info, err := os.Stat(filepath.Join(home, FileName)); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("rights: %v, %v", info.Mode(), err)
	}
	if _, again := opened(t, home, Options{}, nil); again.Writable() != nil {
		t.Errorf("opened again where it is: %v", again.Writable())
	}
	if _, other := opened(t, home, Options{Machine: "máy hai"}, nil); other.Writable() == nil {
		t.Error("the disk in another PC is writable")
	}
	copyFolder(t, home, copied)
	store, r2 := opened(t, copied, Options{}, nil)
	refused(t, r2.Writable(), register.RegisterMoved)
	d, err := r2.Prepare(ctx, registertest.Results(4, 1), registertest.Options())
	if err != nil {
		t.Fatal(err)
	}
	_, err = r2.Issue(ctx, d, registertest.Seal)
	refused(t, err, register.RegisterMoved)
	refused(t, r2.ConfirmMove(ctx, " "), register.ReasonMissing)
	if err := r2.ConfirmMove(ctx, "thay máy"); err != nil {
		t.Fatal(err)
	}
	if c := issue(t, r2, 4, 1); c[0].Seq != 4 {
		t.Errorf("goes on at %d", c[0].Seq)
	}
	if _, r3 := opened(t, copied, Options{}, nil); r3.Writable() != nil {
		t.Errorf("after the move: %v", r3.Writable())
	}
	old, r1 := opened(t, home, Options{}, nil)
	issue(t, r1, 5, 1)
	rep, err := register.AuditPair(ctx, old, store)
	if err != nil || rep.OK() || rep.Problems[0].Seq != 5 {
		t.Errorf("two copies that went on meet: %+v, %v", rep.Problems, err)
	}
}

func opener(ctx context.Context, file string, readOnly bool) (register.Store, error) {
	return OpenFile(ctx, file, Options{Machine: "máy một", ReadOnly: readOnly})
}

func TestBackupIsProvenAndRestoreNeverRewinds(t *testing.T) {
	root := t.TempDir()
	home, backups := filepath.Join(root, "so"), filepath.Join(root, "so", "backups")
	head := register.FileHead(filepath.Join(root, "dau", "head.json"))
	store, r := opened(t, home, Options{}, head)
	issue(t, r, 1, 5)
	if !register.BackupDue(backups, registertest.Now) {
		t.Error("no backup yet, and none is due")
	}
	info, err := r.Backup(ctx, backups, opener, "hằng ngày")
	if err != nil {
		t.Fatal(err)
	}
	if info.Counts.Certificates != 5 || info.Head.Seq != 6 || register.BackupDue(backups, registertest.Now) || !register.BackupDue(backups, registertest.Now.Add(24*time.Hour)) {
		t.Errorf("backup: %+v", info)
	}
	later := issue(t, r, 6, 3) // after the backup: will be lost
	file := filepath.Join(backups, info.File)
	_, err = register.Restore(ctx, file, filepath.Join(home, FileName), opener, register.Options{}, register.KnownOutside{}, "thử")
	refused(t, err, register.RestoreOverNewer)
	record, err := r.RecordOf(ctx, later[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	store.Close()
	if err := os.Rename(filepath.Join(home, FileName), filepath.Join(root, "lost.db")); err != nil {
		t.Fatal(err)
	}
	o := registertest.Opening()
	o.Head = head
	done, err := register.Restore(ctx, file, filepath.Join(home, FileName), opener, o, register.KnownOutside{}, "ổ đĩa hỏng")
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Missing) != 3 || done.Missing[0].Seq != 6 {
		t.Errorf("missing: %+v", done.Missing)
	}
	_, r = opened(t, home, Options{}, head)
	if r.Writable() != nil {
		t.Fatalf("restored: %v", r.Writable())
	}
	rec, err := register.ParseRecord(record)
	if err != nil {
		t.Fatal(err)
	}
	if n, _, err := r.Rebuild(ctx, []register.Record{rec}, func(ocop.Certificate) error { return nil }); err != nil || n != 1 {
		t.Errorf("rebuilt %d, %v", n, err)
	}
	if c := issue(t, r, 20, 1); c[0].Seq != 9 || c[0].ID != "VD-2023-2-009" {
		t.Errorf("the next is %d, %s: rewound", c[0].Seq, c[0].ID)
	}
	if err := r.CloseNumber(ctx, later[0].Series, 6, ocop.Date{}, "hồ sơ đã mất", ""); err != nil {
		t.Error(err)
	}
	rep, err := r.Audit(ctx)
	if err != nil || !rep.OK() || len(rep.Missing) != 1 || rep.Missing[0].Seq != 8 {
		t.Errorf("audit: %+v, %v", rep, err)
	}
}

func TestADamagedBackupIsRefused(t *testing.T) {
	home := filepath.Join(t.TempDir(), "so")
	_, r := opened(t, home, Options{}, nil)
	issue(t, r, 1, 5)
	backups := t.TempDir()
	info, err := r.Backup(ctx, backups, opener, "")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(backups, info.File)
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(b), `"stars":3`)
	b[at+8] = '5'
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	restore := func() error {
		_, err := register.Restore(ctx, file, filepath.Join(t.TempDir(), FileName), opener, registertest.Opening(), register.KnownOutside{}, "thử")
		return err
	}
	refused(t, restore(), register.BackupUnreadable)
	os.Remove(file + ".json") // without its description the audit decides
	refused(t, restore(), register.BackupUnreadable)
	b[at+8] = '3'
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := restore(); err != nil {
		t.Errorf("the same file mended: %v", err)
	}
	other := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(other, []byte("không phải"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = register.Restore(ctx, other, filepath.Join(t.TempDir(), FileName), opener, registertest.Opening(), register.KnownOutside{}, "thử")
	refused(t, err, register.BackupUnreadable)
}

func TestBackupsArePruned(t *testing.T) {
	_, r := opened(t, filepath.Join(t.TempDir(), "so"), Options{}, nil)
	backups := t.TempDir()
	for n := range 4 {
		issue(t, r, 1+n, 1)
		if _, err := r.Backup(ctx, backups, opener, "mẻ"); err != nil {
			t.Fatal(err)
		}
	}
	if err := register.PruneBackups(backups, 2); err != nil {
		t.Fatal(err)
	}
	all, err := register.Backups(backups)
	if err != nil || len(all) != 2 || all[0].Head.Seq != 5 || all[1].Head.Seq != 4 {
		t.Errorf("kept %+v, %v", all, err)
	}
	if left, _ := filepath.Glob(filepath.Join(backups, "*")); len(left) != 4 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhatAnInterruptedBackupLeftIsSwept(t *testing.T) {
	_, r := opened(t, filepath.Join(t.TempDir(), "so"), Options{}, nil)
	issue(t, r, 1, 1)
	backups := t.TempDir()
	left := map[string]bool{".dang-thu-phuc-hoi-1/register.db": false, ".dang-sao-luu-2.db": false, ".dang-sao-luu-moi.db": true, "thu-cua-nguoi-khac.db": true}
	for name, young := range left {
		file := filepath.Join(backups, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if old := fileTime(t, file).Add(-2 * time.Hour); !young {
			for _, path := range []string{file, filepath.Join(backups, strings.Split(name, "/")[0])} {
				if err := os.Chtimes(path, old, old); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if _, err := r.Backup(ctx, backups, opener, "mẻ"); err != nil {
		t.Fatal(err)
	}
	for name, kept := range left {
		if _, err := os.Stat(filepath.Join(backups, name)); (err == nil) != kept {
			t.Errorf("%s: kept %v, want %v", name, err == nil, kept)
		}
	}
}

func fileTime(t testing.TB, file string) time.Time {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

func TestALongReaderDoesNotLookLikeOurselves(t *testing.T) {
	home := filepath.Join(t.TempDir(), "so")
	a, _ := opened(t, home, Options{}, nil)
	_, rb := opened(t, home, Options{}, nil)
	d, err := rb.Prepare(ctx, registertest.Results(1, 1), registertest.Options())
	if err != nil {
		t.Fatal(err)
	}
	err = a.View(ctx, func(tx register.Tx) error {
		if _, err := tx.Head(); err != nil {
			return err
		}
		_, err := rb.Issue(ctx, d, registertest.Seal)
		refused(t, err, register.RegisterBusy)
		if e, ok := message.Of(err); ok && !strings.Contains(e.In(message.Vi), "một chương trình khác") {
			t.Errorf("said: %s", e.In(message.Vi))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if c, err := rb.Issue(ctx, d, registertest.Seal); err != nil || c[0].Seq != 1 {
		t.Errorf("then it works: %v, %v", c, err)
	}
}

func TestARegisterOfANewerProgramIsRefused(t *testing.T) {
	home := filepath.Join(t.TempDir(), "so")
	s, _ := opened(t, home, Options{}, nil)
	if _, err := s.writer.Exec(`INSERT INTO register_migrations (version_id, is_applied) VALUES (99, 1)`); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(ctx, home, Options{}); err == nil || !strings.Contains(err.Error(), "register-newer") {
		t.Errorf("opened: %v", err)
	}
}

func TestReadOnlyChangesNothing(t *testing.T) {
	home := filepath.Join(t.TempDir(), "so")
	if _, err := Open(ctx, home, Options{ReadOnly: true}); err == nil {
		t.Error("a folder that is missing was opened")
	}
	if _, err := os.Stat(home); err == nil {
		t.Error("and made")
	}
	s, r := opened(t, home, Options{}, nil)
	issue(t, r, 1, 2)
	s.Close()
	before, _ := os.ReadFile(filepath.Join(home, FileName))
	_, r = opened(t, home, Options{ReadOnly: true}, nil)
	d, err := r.Prepare(ctx, registertest.Results(3, 1), registertest.Options())
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Issue(ctx, d, registertest.Seal)
	refused(t, err, register.RegisterReadOnly)
	if after, _ := os.ReadFile(filepath.Join(home, FileName)); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

func TestTwoProgramsOnOneFolder(t *testing.T) {
	home := filepath.Join(t.TempDir(), "so")
	a, ra := opened(t, home, Options{}, nil)
	_, rb := opened(t, home, Options{}, nil)
	issue(t, ra, 1, 2)
	if c := issue(t, rb, 3, 2); c[0].Seq != 3 {
		t.Errorf("the second program goes on at %d", c[0].Seq)
	}
	held, release, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		done <- a.Update(ctx, register.Holder{Who: "chị Một", Since: registertest.Now, Doing: "issue"}, func(register.Tx) error {
			close(held)
			<-release
			return nil
		})
	}()
	<-held
	d, err := rb.Prepare(ctx, registertest.Results(5, 1), registertest.Options())
	if err != nil {
		t.Fatal(err)
	}
	_, err = rb.Issue(ctx, d, registertest.Seal) // the first goes on holding it: who waits for ever, never comes back
	refused(t, err, register.RegisterBusy)
	if err == nil || !strings.Contains(err.Error(), "chị Một") {
		t.Errorf("does not say who holds it: %v", err)
	}
	close(release)
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestErasedDataIsOverwrittenInTheFile(t *testing.T) {
	home := filepath.Join(t.TempDir(), "so")
	s, r := opened(t, home, Options{}, nil)
	c := issue(t, r, 1, 3)
	canary := registertest.Result(2).Producer.Phone
	if !inFile(t, home, canary) {
		t.Fatal("the canary is not there to begin with: this test cannot fail")
	}
	if err := r.ErasePersonal(ctx, c[1].ID, "theo yêu cầu"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if inFile(t, home, canary) {
		t.Error("erased personal data is still in the file")
	}
}

func inFile(t testing.TB, folder, text string) bool {
	t.Helper()
	found := false
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		b, err := io.ReadAll(f)
		found = found || strings.Contains(string(b), text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
