package faults

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
)

// TestMutations changes the stored register by other means – bits of the file,
// pieces cut out or swapped, rows changed, removed, added, hashed again – and
// looks that opening or audit names it, or that nothing that the register says
// has changed. It counts how many changed something that an audit must find:
// with the audit away they would go unseen (the control).
func TestMutations(t *testing.T) {
	s := newSite(t)
	s.run(t, days[0].steps...)
	file := filepath.Join(s.folder, sqlite.FileName)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	truth, err := says(file, "", false)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	named, same, bad := 0, 0, 0
	total := scale(120, 10000)
	for n := range total {
		copied := filepath.Join(t.TempDir(), sqlite.FileName)
		what, err := mutate(copied, whole, n, random)
		if err != nil {
			t.Fatal(err)
		}
		got, err := says(copied, s.head, true)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			bad++
			t.Errorf("mutation %d (%s): no answer within a minute", n, what)
		case err != nil:
			named++
		case got == truth:
			same++
		default:
			bad++
			t.Errorf("mutation %d (%s) went unseen", n, what)
		}
		os.RemoveAll(filepath.Dir(copied))
	}
	t.Logf("%d mutations: %d named, %d changed nothing that the register says, %d unseen", total, named, same, bad)
	if named == 0 {
		t.Error("no mutation was named: this harness cannot fail")
	}
}

// TestMutationControl: without the audit changed rows do go unseen.
func TestMutationControl(t *testing.T) {
	s := newSite(t)
	s.run(t, "issue:1:4")
	file := filepath.Join(s.folder, sqlite.FileName)
	truth, err := says(file, "", false)
	if err != nil {
		t.Fatal(err)
	}
	if err := execute(file, `UPDATE certificates SET stars = 5 WHERE id = 'VD-2023-2-001'`); err != nil {
		t.Fatal(err)
	}
	if got, err := says(file, "", false); err != nil || got == truth {
		t.Errorf("a raised star is not seen even by comparing: %v", err)
	}
	if _, err := says(file, "", true); err == nil {
		t.Error("the audit does not see a raised star")
	}
}

// says gives a hash of everything that the register says; audited, an error
// when the audit finds anything.
func says(file, head string, audited bool) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	store, err := sqlite.OpenFile(ctx, file, sqlite.Options{Machine: "faults", ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer store.Close()
	opt := register.Options{ReadOnly: true, SkipAudit: true, Now: func() time.Time { return registertest.Now }}
	if head != "" {
		opt.Head = register.FileHead(head)
	}
	r, err := register.Open(ctx, store, opt)
	if err != nil {
		return "", err
	}
	if audited {
		rep, err := r.Audit(ctx)
		if err = errors.Join(err, rep.Err(), store.Check(ctx)); err != nil {
			return "", err
		}
	}
	counts, err := register.Count(ctx, store)
	return counts.Hash, err
}

// mutate writes a changed copy of the register.
func mutate(file string, whole []byte, n int, random *rand.Rand) (what string, err error) {
	b := append([]byte(nil), whole...)
	if n%2 == 1 {
		if err := os.WriteFile(file, b, 0o600); err != nil {
			return "", err
		}
		return mutateRows(file, n/2, random)
	}
	at := random.IntN(len(b))
	switch (n / 2) % 5 {
	case 0, 1:
		what = fmt.Sprintf("bit at %d", at)
		b[at] ^= 1 << random.IntN(8)
	case 2:
		long := 1 + random.IntN(64)
		what = fmt.Sprintf("%d bytes at %d overwritten", long, at)
		for i := at; i < min(at+long, len(b)); i++ {
			b[i] = byte(random.Uint32())
		}
	case 3:
		page := 4096
		x, y := random.IntN(len(b)/page)*page, random.IntN(len(b)/page)*page
		what = fmt.Sprintf("pages at %d and %d swapped", x, y)
		for i := range page {
			b[x+i], b[y+i] = b[y+i], b[x+i]
		}
	case 4:
		what = fmt.Sprintf("cut at %d", at)
		b = b[:at]
	}
	return what, os.WriteFile(file, b, 0o600)
}

func execute(file, text string, args ...any) error {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(text, args...)
	return err
}

// rowChanges are changes by someone who knows SQL.
var rowChanges = []string{
	`UPDATE entries SET body = replace(CAST(body AS TEXT), '"stars":3', '"stars":5') WHERE seq = (SELECT seq FROM entries WHERE kind = 'issue' ORDER BY random() LIMIT 1)`,
	`UPDATE entries SET at = at + 1 WHERE seq = (SELECT seq FROM entries ORDER BY random() LIMIT 1)`,
	`UPDATE entries SET kind = 'lift' WHERE seq = (SELECT seq FROM entries WHERE kind = 'revoke' LIMIT 1)`,
	`UPDATE entries SET id = 'VD-2023-2-007' WHERE seq = (SELECT seq FROM entries WHERE kind = 'print' ORDER BY random() LIMIT 1)`,
	`DELETE FROM entries WHERE seq = (SELECT seq FROM entries ORDER BY random() LIMIT 1)`,
	`DELETE FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)`,
	`DELETE FROM entries WHERE seq > (SELECT MAX(seq) FROM entries) - 5`,
	`INSERT INTO entries SELECT MAX(seq) + 1, 'revoke', 'VD-2023-2-004', 1, CAST('{"kind":"revoke"}' AS BLOB), zeroblob(32) FROM entries`,
	`UPDATE certificates SET stars = 5 WHERE id = (SELECT id FROM certificates ORDER BY random() LIMIT 1)`,
	`UPDATE certificates SET last_day = '2099-01-01' WHERE id = (SELECT id FROM certificates ORDER BY random() LIMIT 1)`,
	`UPDATE certificates SET marks = '' WHERE marks LIKE '%R%'`,
	`UPDATE certificates SET replaced_by = 'VD-2023-2-005' WHERE id = (SELECT id FROM certificates ORDER BY random() LIMIT 1)`,
	`UPDATE certificates SET entry = entry + 1 WHERE id = (SELECT id FROM certificates ORDER BY random() LIMIT 1)`,
	`UPDATE certificates SET search = search || ' x' WHERE id = (SELECT id FROM certificates ORDER BY random() LIMIT 1)`,
	`DELETE FROM certificates WHERE id = (SELECT id FROM certificates ORDER BY random() LIMIT 1)`,
	`UPDATE numbers SET id = 'VD-2023-2-004' WHERE seq = 2`,
	`UPDATE numbers SET state = 'missing' WHERE seq = 3`,
	`DELETE FROM numbers WHERE seq = (SELECT seq FROM numbers ORDER BY random() LIMIT 1)`,
	`INSERT INTO numbers SELECT series, MAX(seq) + 1, 'x' || series, authority, '', 'closed', '', 1 FROM numbers GROUP BY series, authority`,
	`DELETE FROM results WHERE key = (SELECT key FROM results ORDER BY random() LIMIT 1)`,
	`UPDATE results SET id = 'VD-2023-2-005'`,
	`UPDATE personal SET data = CAST('{}' AS BLOB) WHERE seq = (SELECT seq FROM personal ORDER BY random() LIMIT 1)`,
	`UPDATE personal SET salt = zeroblob(16) WHERE seq = (SELECT seq FROM personal ORDER BY random() LIMIT 1)`,
	`UPDATE personal SET data = NULL, salt = NULL, erased = 1 WHERE seq = (SELECT seq FROM personal ORDER BY random() LIMIT 1)`,
	`DELETE FROM personal WHERE seq = (SELECT seq FROM personal ORDER BY random() LIMIT 1)`,
	`DELETE FROM head`,
	`UPDATE head SET body = replace(CAST(body AS TEXT), '"tops":{', '"tops":{"x|#":9,')`,
}

// mutateRows changes rows, and every few times hashes the whole journal again
// afterwards as a forger with file access would.
func mutateRows(file string, n int, random *rand.Rand) (string, error) {
	text := rowChanges[n%len(rowChanges)]
	text = strings.ReplaceAll(text, "random()", fmt.Sprintf("(rowid * %d) %% 101", 1+random.IntN(100)))
	if err := execute(file, text); err != nil {
		return text, err
	}
	if n%3 != 0 {
		return text, nil
	}
	return text + ", hashed again", rehash(file)
}

// rehash makes the chain of the file fit its bodies.
func rehash(file string) error {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return err
	}
	defer db.Close()
	rows, err := db.Query(`SELECT seq, body FROM entries ORDER BY seq`)
	if err != nil {
		return err
	}
	type entry struct {
		seq  int64
		body []byte
	}
	var all []entry
	for rows.Next() {
		var e entry
		if err := rows.Scan(&e.seq, &e.body); err != nil {
			return err
		}
		all = append(all, e)
	}
	rows.Close()
	hash := make([]byte, 32)
	for _, e := range all {
		h := sha256.New()
		h.Write([]byte("OCOP-ENTRY-1\x00"))
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(e.seq))
		h.Write(n[:])
		h.Write(hash)
		h.Write(e.body)
		hash = h.Sum(nil)
		if _, err := db.Exec(`UPDATE entries SET hash = ? WHERE seq = ?`, hash, e.seq); err != nil {
			return err
		}
	}
	return nil
}
