// Command worker does register operations for the fault harness: it is killed,
// cut off and lied to while it works. What it has acknowledged it says on
// standard output, one line a fact, and the harness holds it to that.
//
//	worker FOLDER|postgres:… HEAD [-flags] STEP…
//
// Steps: issue:FIRST:N  import:FIRST:N  print:FIRST:N  reprint:FIRST
// revoke:FIRST  correct:FIRST  handover:FIRST  backup  restore  takeover  rounds:FIRST:N:SIZE
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/register/postgres"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
)

type worker struct {
	ctx    context.Context
	folder string
	head   string
	store  register.Store
	r      *register.Register

	liar bool // control: acknowledges before the register has it
	deaf bool // control: carries on and acknowledges when something failed
}

func main() {
	runtime.LockOSThread() // strace counts calls by thread: now all of them are on one
	w := &worker{ctx: context.Background(), folder: os.Args[1], head: os.Args[2]}
	for _, step := range os.Args[3:] {
		switch step {
		case "-liar":
			w.liar = true
			continue
		case "-deaf":
			w.deaf = true
			continue
		}
		if err := w.step(step); err != nil && !w.deaf {
			fmt.Fprintln(os.Stderr, step+":", err)
			os.Exit(1)
		}
	}
	if w.store != nil {
		if err := w.store.Close(); err != nil && !w.deaf {
			fmt.Fprintln(os.Stderr, "close:", err)
			os.Exit(1)
		}
	}
}

// say acknowledges: from here on it is a promise.
func say(format string, args ...any) {
	if _, err := fmt.Fprintf(os.Stdout, format+"\n", args...); err != nil {
		os.Exit(1)
	}
}

func (w *worker) open() error {
	if w.r != nil {
		return nil
	}
	if w.store != nil {
		w.store.Close()
	}
	var err error
	if strings.HasPrefix(w.folder, "postgres:") {
		w.store, err = postgres.Open(w.ctx, w.folder, postgres.Options{Unsafe: true})
	} else {
		w.store, err = sqlite.Open(w.ctx, w.folder, sqlite.Options{Machine: "faults"})
	}
	if err != nil {
		return err
	}
	w.r, err = register.Open(w.ctx, w.store, register.Options{
		Now: func() time.Time { return registertest.Now }, Who: fmt.Sprintf("w%d", os.Getpid()), Head: register.FileHead(w.head)})
	if err != nil {
		return err
	}
	return w.r.Writable()
}

func (w *worker) step(step string) error {
	part := strings.Split(step, ":")
	n := make([]int, 4)
	for i, p := range part[1:] {
		n[i], _ = strconv.Atoi(p)
	}
	if part[0] == "restore" || part[0] == "takeover" {
		return w.restore(part[0] == "takeover")
	}
	err := w.open()
	for part[0] == "rounds" && err != nil && strings.Contains(err.Error(), "register-busy") {
		err = w.open() // others hold it: they are opened now, wait for the turn
	}
	if err != nil {
		return err
	}
	id := func(first int) string { return fmt.Sprintf("VD-2023-2-%03d", first) }
	switch part[0] {
	case "issue":
		return w.issue(n[0], n[1])
	case "import":
		return w.importOld(n[0], n[1])
	case "print":
		return w.print(n[0], n[1])
	case "reprint":
		if err := w.r.Reprint(w.ctx, id(n[0]), "rách", printing(id(n[0]))); err != nil {
			return err
		}
		say("reprint %s", id(n[0]))
	case "revoke":
		return w.revoke(id(n[0]))
	case "correct":
		return w.correct(id(n[0]))
	case "handover":
		err := w.r.HandOver(w.ctx, id(n[0]), register.Handover{To: "Người Nhận MẪU"})
		if err != nil && !strings.Contains(err.Error(), "handed-over-already") {
			return err
		}
		say("handover %s", id(n[0]))
	case "backup":
		info, err := w.r.Backup(w.ctx, filepath.Join(w.folder, "backups"), opener, "faults")
		if err != nil {
			return err
		}
		say("backup %s", info.File)
	case "rounds":
		return w.rounds(n[0], n[1], n[2])
	default:
		return fmt.Errorf("no step %q", step)
	}
	return nil
}

func opener(ctx context.Context, file string, readOnly bool) (register.Store, error) {
	return sqlite.OpenFile(ctx, file, sqlite.Options{Machine: "faults", ReadOnly: readOnly})
}

func (w *worker) issue(first, n int) error {
	d, err := w.r.Prepare(w.ctx, registertest.Results(first, n), registertest.Options())
	if err != nil {
		return err
	}
	if w.liar || w.deaf {
		for _, p := range d.New {
			say("issue %s %s", p.Certificate.ID, p.Certificate.Number)
		}
	}
	issued, err := w.r.Issue(w.ctx, d, registertest.Seal)
	if err != nil {
		return err
	}
	for _, k := range d.Already {
		say("issue %s %s", k.Certificate.ID, k.Certificate.Number)
	}
	for _, c := range issued {
		say("issue %s %s", c.ID, c.Number)
	}
	return nil
}

// importOld enters certificates of a register on paper, numbered 900 up.
func (w *worker) importOld(first, n int) error {
	var olds []register.Old
	for i := range n {
		res := registertest.Result(5000 + first + i)
		olds = append(olds, register.Old{Number: fmt.Sprintf("%02d/2022/GCN-UBND", first+i), Result: res, Issued: ocop.Date{Year: 2022, Month: 11, Day: 25}})
	}
	got, err := w.r.ImportOld(w.ctx, olds, registertest.Options())
	if err != nil {
		return err
	}
	for _, c := range got {
		say("import %s %s", c.ID, c.Number)
	}
	return nil
}

func printing(ids ...string) register.Printing {
	p := register.Printing{Files: map[string]string{}}
	for _, id := range ids {
		p.Files[id] = "sha256 of " + id
	}
	return p
}

func (w *worker) print(first, n int) error {
	var ids []string
	for i := range n {
		ids = append(ids, fmt.Sprintf("VD-2023-2-%03d", first+i))
	}
	if err := w.r.Print(w.ctx, ids, printing(ids...)); err != nil {
		return err
	}
	for _, id := range ids {
		say("print %s", id)
	}
	return nil
}

func (w *worker) revoke(id string) error {
	why := register.Ruling{Decision: ocop.Decision{Number: "0009/QĐ-UBND", Date: ocop.Date{Year: 2024, Month: 5, Day: 10}}}
	err := w.r.Revoke(w.ctx, []string{id}, why)
	if err != nil && !strings.Contains(err.Error(), "not-in-this-state") {
		return err
	}
	say("revoke %s", id)
	return nil
}

func (w *worker) correct(id string) error {
	it, err := w.r.Get(w.ctx, id, ocop.Date{})
	if err != nil {
		return err
	}
	if it.Revision == 1 {
		_, err = w.r.Correct(w.ctx, id, register.Change{Reason: "sai địa chỉ"}, func(c *ocop.Certificate) { c.Producer.Address = "Bản Đúng MẪU" }, registertest.Seal)
	}
	if err != nil {
		return err
	}
	say("correct %s", id)
	return nil
}

// restore moves the register away and takes the newest backup back, and with
// takeOver what the register knew after it.
func (w *worker) restore(takeOver bool) error {
	if w.store != nil {
		if err := w.store.Close(); err != nil {
			return err
		}
		w.store, w.r = nil, nil
	}
	all, err := register.Backups(filepath.Join(w.folder, "backups"))
	if err != nil || len(all) == 0 {
		return errors.Join(err, errors.New("no backup"))
	}
	file := filepath.Join(w.folder, sqlite.FileName)
	away := file + ".lost"
	if _, err := os.Stat(away); err == nil && takeOver {
		away += ".again" // the first time was struck: what was lost then stays
	}
	if err := os.Rename(file, away); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	var known register.KnownOutside
	if takeOver {
		known.Lost = file + ".lost"
	}
	_, err = register.Restore(w.ctx, filepath.Join(w.folder, "backups", all[0].File), file, opener,
		register.Options{Now: func() time.Time { return registertest.Now }, Who: "faults", Head: register.FileHead(w.head)}, known, "diễn tập")
	if err != nil {
		return err
	}
	say("restore %s", all[0].File)
	return nil
}

// rounds issues again and again beside other processes, waiting its turn.
func (w *worker) rounds(first, rounds, size int) error {
	busy := 0
	for i := range rounds {
		var issued []ocop.Certificate
		for {
			d, err := w.r.Prepare(w.ctx, registertest.Results(first+i*size, size), registertest.Options())
			if err == nil {
				issued, err = w.r.Issue(w.ctx, d, registertest.Seal)
			}
			if err == nil {
				break
			}
			if !strings.Contains(err.Error(), "register-busy") && !strings.Contains(err.Error(), "draft-stale") {
				return err
			}
			busy++
		}
		var b bytes.Buffer
		for _, c := range issued {
			fmt.Fprintf(&b, "issue %s %s\n", c.ID, c.Number)
		}
		if _, err := os.Stdout.Write(b.Bytes()); err != nil {
			return err
		}
	}
	say("waited %d", busy)
	return nil
}
