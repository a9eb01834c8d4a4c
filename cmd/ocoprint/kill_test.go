//go:build unix

package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// killRows is the number of certificates of the runs that are killed,
// killMoments the number of those runs.
const (
	killRows    = 12
	killMoments = 5
)

// TestKilledRun kills a run with SIGKILL at many moments of its life, each time
// in a register of its own, and runs it again: every number is given once, in
// order, and the files are those of the run that nobody disturbed.
//
// A certificate's bytes hold nothing of chance: id, number and signature follow
// from the file and the key (the sample key signs by RFC 6979), and the register's
// own random id stands in no paper but the reconciliation, whose checkpoint
// hashes it. So all files but doi-chieu are compared with the reference run; doi-chieu
// is compared between two runs of the same register.
func TestKilledRun(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a dozen runs of the program")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k := &killer{exe: exe, dir: t.TempDir()}
	k.book(t)
	began := time.Now()
	k.run(t, "whole", "out-whole", 0)
	whole := time.Since(began)
	want := k.papers(t, "out-whole")
	if len(want) != killRows+5 {
		t.Fatalf("the undisturbed run wrote %d files", len(want))
	}
	seeded := rand.New(rand.NewPCG(2023, 2))
	killed := 0
	for i := range killMoments {
		name := strconv.Itoa(i)
		// Moments are spread over the whole run; where exactly each falls is
		// left to chance, and nothing below depends on it.
		after := time.Duration(float64(whole) * (float64(i) + seeded.Float64()) / killMoments)
		if k.run(t, name, "out-"+name, after) {
			killed++
		}
		k.wholeFiles(t, "out-"+name, want)
		k.run(t, name, "out-"+name, 0)
		for file, data := range k.papers(t, "out-"+name) {
			if want[file] != data {
				t.Errorf("kill %d after %v: %s differs from the undisturbed run", i, after, file)
			}
		}
		k.numbers(t, name)
		k.run(t, name, "again-"+name, 0)
		if a, b := k.file(t, "out-"+name, "doi-chieu.pdf"), k.file(t, "again-"+name, "doi-chieu.pdf"); a != b {
			t.Errorf("kill %d: doi-chieu.pdf differs when printed again", i)
		}
	}
	if killed == 0 {
		t.Error("no run was killed: the test saw nothing")
	}
	t.Logf("%d of %d runs were killed under way", killed, killMoments)
}

type killer struct{ exe, dir string }

// run runs the main job and reports whether it was killed; after 0 it must end
// by itself.
func (k *killer) run(t *testing.T, register, out string, after time.Duration) bool {
	t.Helper()
	cmd := k.command("run", "phu-luc.xlsx", "--plan", "plan.toml", "--register", "so-"+register, "--out", out, "--as-of", "2023-12-19")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) // it may have ended before
		defer timer.Stop()
	}
	err := cmd.Wait()
	if err == nil {
		return false
	}
	if after == 0 || cmd.ProcessState.ExitCode() != -1 {
		t.Fatalf("run %s: %v\n%s", register, err, said.String())
	}
	return true
}

func (k *killer) command(args ...string) *exec.Cmd {
	cmd := exec.Command(k.exe)
	cmd.Args = append([]string{"ocoprint"}, args...) // TestMain runs the program under this name
	cmd.Dir = k.dir
	cmd.Env = append(os.Environ(), "TEST_NOW=2026-11-25T10:00:00+07:00", "HOME="+k.dir, "XDG_CONFIG_HOME="+k.dir, "NO_COLOR=1")
	return cmd
}

// papers reads every file of a folder but the reconciliation.
func (k *killer) papers(t *testing.T, out string) map[string]string {
	t.Helper()
	all := map[string]string{}
	root := filepath.Join(k.dir, out)
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if os.IsNotExist(err) && path == root {
			return filepath.SkipAll
		}
		name, _ := filepath.Rel(root, path)
		if err != nil || d.IsDir() || strings.HasPrefix(name, "doi-chieu") || strings.HasSuffix(name, ".tmp") {
			return err
		}
		data, err := os.ReadFile(path)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wholeFiles: what stands there after a kill stands there whole.
func (k *killer) wholeFiles(t *testing.T, out string, want map[string]string) {
	t.Helper()
	for name, data := range k.papers(t, out) {
		if want[name] != data {
			t.Errorf("%s/%s is half written or foreign", out, name)
		}
	}
}

func (k *killer) file(t *testing.T, out, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(k.dir, out, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// numbers: every number from 1 to the last, each once, in a whole register.
func (k *killer) numbers(t *testing.T, register string) {
	t.Helper()
	audit, err := k.command("register", "audit", "--register", "so-"+register).CombinedOutput()
	if err != nil {
		t.Errorf("register %s: %v\n%s", register, err, audit)
	}
	list, err := k.command("register", "list", "--register", "so-"+register, "--as-of", "2023-12-20").Output()
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= killRows; i++ {
		if n := strings.Count(string(list), " "+twoDigits(i)+"/2023/GCN-UBND "); n != 1 {
			t.Errorf("register %s: number %d is given %d times\n%s", register, i, n, list)
		}
	}
	if n := strings.Count(string(list), "/2023/GCN-UBND"); n != killRows {
		t.Errorf("register %s holds %d certificates, want %d", register, n, killRows)
	}
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// book writes the annex and the plan.
func (k *killer) book(t *testing.T) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{
		{"PHỤ LỤC KẾT QUẢ ĐỢT 2 NĂM 2023"}, {"(Kèm theo Quyết định số 0000/QĐ-UBND ngày 20/11/2023)"},
		{"STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao"},
	}
	for i := 1; i <= killRows; i++ {
		rows = append(rows, []any{i, "Sản vật Ví Dụ " + strconv.Itoa(i), "Hộ kinh doanh Ví Dụ " + strconv.Itoa(i), "xã San Thàng", 60, "3 sao"})
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(filepath.Join(k.dir, "phu-luc.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(k.dir, "plan.toml"), []byte(testPlan), 0o644); err != nil {
		t.Fatal(err)
	}
}

const testPlan = `sample = true
[authority]
code = "tp-lai-chau"
name = "Ủy ban nhân dân thành phố Lai Châu"
level = "district"
place = "Lai Châu"
province = "tỉnh Lai Châu"
base_url = "https://ocop.example"
prefix = "LC"
number_pattern = "{stt:02}/{nam}/GCN-UBND"
[signatory]
lines = ["CHỦ TỊCH"]
name = "(Họ và tên người ký)"
`
