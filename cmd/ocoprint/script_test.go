package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"ocoprint/internal/install"
)

// The scripts in testdata/script are whole stories told on the command line.
// They add to testscript's own words:
//
//	ocoprint …            the program, its clock at 2026-11-25 10:00 in Viet Nam
//	mkbook T.txt T.xlsx   makes a workbook of a text table (see mkbook below)
//	now 2027-05-01        moves the clock
//	pdftext F.pdf         the text of a PDF by pdftotext (skips where missing)
func TestMain(m *testing.M) {
	install.Main()
	programs["ocoprint"] = func() { os.Exit(scripted()) }
	programs["mkbook"] = func() { os.Exit(mkbookMain(os.Args[1:])) }
	testscript.Main(m, programs)
}

// programs are what the test binary is under another name; a system's own tests
// add theirs.
var programs = map[string]func(){}

func scripted() int {
	now, err := time.Parse(time.RFC3339, os.Getenv("TEST_NOW"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "TEST_NOW:", err)
		return 9
	}
	t := &terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: func() time.Time { return now }}
	return run(context.Background(), os.Args[1:], t)
}

func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("TEST_NOW", "2026-11-25T10:00:00+07:00")
			e.Setenv("SAMPLES", samples)
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, ".config"))
			e.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"now":             setNow,
			"exits":           exits,
			"same":            sameTree,
			"readonly":        readOnly,
			"files":           countFiles,
			"nowhere":         nowhere,
			"absent":          nowhere,
			"somewhere":       somewhere,
			"alter":           alter,
			"restore":         restore("0"),
			"restore-refused": restore("1"),
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
	})
}

func setNow(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("TEST_NOW", args[0]+"T10:00:00+07:00")
}

// exits N cmd args…: the command ends with exactly that code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		code, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = code.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with code %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// same A B: two folders hold the same files with the same bytes.
func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	a, b := treeOf(ts, args[0]), treeOf(ts, args[1])
	var differ []string
	for name, data := range a {
		if b[name] != data {
			differ = append(differ, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			differ = append(differ, name)
		}
	}
	if (len(differ) > 0) != neg {
		ts.Fatalf("%s and %s: %d files, differing: %v", args[0], args[1], len(a), differ)
	}
}

func treeOf(ts *testscript.TestScript, dir string) map[string]string {
	root := ts.MkAbs(dir)
	tree := map[string]string{}
	ts.Check(filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		tree[name] = string(data)
		return err
	}))
	return tree
}

func readOnly(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Chmod(ts.MkAbs(args[0]), 0o555))
}

// files DIR N: the folder holds exactly N files.
func countFiles(ts *testscript.TestScript, _ bool, args []string) {
	if got := len(treeOf(ts, args[0])); strconv.Itoa(got) != args[1] {
		ts.Fatalf("%s holds %d files, want %s", args[0], got, args[1])
	}
}

// nowhere TEXT PATH…: no file below the paths holds the text, in whatever way
// it is packed.
func nowhere(ts *testscript.TestScript, _ bool, args []string) {
	if where := holders(ts, args[0], args[1:]); len(where) > 0 {
		ts.Fatalf("%q stands in %v", args[0], where)
	}
}

// somewhere TEXT PATH…: some file below the paths holds the text. It proves
// that nowhere can see.
func somewhere(ts *testscript.TestScript, _ bool, args []string) {
	if where := holders(ts, args[0], args[1:]); len(where) == 0 {
		ts.Fatalf("%q stands nowhere in %v", args[0], args[1:])
	}
}

func holders(ts *testscript.TestScript, text string, paths []string) (where []string) {
	for _, path := range paths {
		for name, data := range treeOf(ts, path) {
			if holds([]byte(data), text) {
				where = append(where, path+"/"+name)
			}
		}
	}
	return where
}

// alter FILE [OLD NEW] changes a file as a hand with an editor would: every
// OLD becomes NEW of the same length; without them one byte in the middle.
func alter(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs(args[0])
	data, err := os.ReadFile(file)
	ts.Check(err)
	if len(args) == 1 {
		data[len(data)/2] ^= 0x20
		ts.Check(os.WriteFile(file, data, 0o644))
		return
	}
	if len(args[1]) != len(args[2]) {
		ts.Fatalf("alter: %d bytes for %d", len(args[2]), len(args[1]))
	}
	if !bytes.Contains(data, []byte(args[1])) {
		ts.Fatalf("alter: %s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(file, bytes.ReplaceAll(data, []byte(args[1]), []byte(args[2])), 0o644))
}

// restore BACKUPS REGISTER [FLAGS] restores the only backup of a folder.
func restore(code string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, args []string) { restoreTo(ts, code, args) }
}

func restoreTo(ts *testscript.TestScript, code string, args []string) {
	found, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.db"))
	ts.Check(err)
	if len(found) != 1 {
		ts.Fatalf("backups: %v", found)
	}
	exits(ts, false, append([]string{code, "ocoprint", "restore", found[0], "--register", args[1], "--reason", "hỏng ổ đĩa"}, args[2:]...))
}

// mkbookMain turns a text table into a workbook, so that inputs are read in
// review. A line is a row, cells are parted by |. Lines that begin with a word
// and a colon say more:
//
//	sheet: Đợt 2          begins a sheet
//	merge: A1:F1          merges cells
//	hide: 7               hides a row
//	strike: 8             strikes a row's text through
//	font: B3 .VnTime      sets a cell's font
//
// A cell "=1+1" is a formula without a value, "#12.5" a number, anything else
// text.
func mkbookMain(args []string) int {
	if len(args) != 2 {
		fmt.Fprintln(os.Stderr, "mkbook TABLE.txt BOOK.xlsx")
		return 2
	}
	in, err := os.Open(args[0])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer in.Close()
	b := &bookMaker{file: excelize.NewFile(), sheet: "Sheet1"}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if err := b.line(lines.Text()); err != nil {
			fmt.Fprintf(os.Stderr, "mkbook: %q: %v\n", lines.Text(), err)
			return 1
		}
	}
	if err := b.file.SaveAs(args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

type bookMaker struct {
	file  *excelize.File
	sheet string
	row   int
	begun bool
}

func (b *bookMaker) line(s string) error {
	word, rest, _ := strings.Cut(s, ": ")
	switch word {
	case "sheet":
		return b.begin(rest)
	case "merge":
		from, to, _ := strings.Cut(rest, ":")
		return b.file.MergeCell(b.sheet, from, to)
	case "hide":
		n, err := strconv.Atoi(rest)
		if err != nil {
			return err
		}
		return b.file.SetRowVisible(b.sheet, n, false)
	case "strike":
		return b.style("A"+rest, "Z"+rest, &excelize.Font{Strike: true})
	case "font":
		cell, font, _ := strings.Cut(rest, " ")
		return b.style(cell, cell, &excelize.Font{Family: font})
	}
	b.row++
	for i, text := range strings.Split(s, "|") {
		if err := b.cell(i+1, strings.TrimSpace(text)); err != nil {
			return err
		}
	}
	return nil
}

func (b *bookMaker) begin(name string) error {
	b.row = 0
	defer func() { b.begun, b.sheet = true, name }()
	if !b.begun {
		return b.file.SetSheetName("Sheet1", name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

func (b *bookMaker) style(from, to string, font *excelize.Font) error {
	id, err := b.file.NewStyle(&excelize.Style{Font: font})
	if err != nil {
		return err
	}
	return b.file.SetCellStyle(b.sheet, from, to, id)
}

func (b *bookMaker) cell(col int, text string) error {
	if text == "" {
		return nil
	}
	name, err := excelize.CoordinatesToCellName(col, b.row)
	if err != nil {
		return err
	}
	if number, ok := strings.CutPrefix(text, "#"); ok {
		x, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return err
		}
		return b.file.SetCellValue(b.sheet, name, x)
	}
	if strings.HasPrefix(text, "=") {
		return b.file.SetCellFormula(b.sheet, name, text[1:])
	}
	return b.file.SetCellStr(b.sheet, name, text)
}
