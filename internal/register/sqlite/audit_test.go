package sqlite

import (
	"path/filepath"
	"strings"
	"testing"
)

// The audit derives the indexes in a shortened form; what it says of a damaged
// index still names the certificate, the number and the entry.
func TestTheAuditNamesWhatAnIndexLost(t *testing.T) {
	for name, c := range map[string]struct{ harm, where, says string }{
		"a row is deleted":            {`DELETE FROM certificates WHERE id = '%2'`, "certificate", `row "%2" is gone`},
		"a row is changed":            {`UPDATE certificates SET stars = 5 WHERE id = '%2'`, "certificate", `row "%2" was changed`},
		"a mark is changed":           {`UPDATE certificates SET marks = 'R2024-01-01' WHERE id = '%2'`, "certificate", `row "%2" was changed`},
		"a number is another's":       {`UPDATE numbers SET id = '%1' WHERE id = '%2'`, "number", "is not as it was entered"},
		"a number is deleted":         {`DELETE FROM numbers WHERE id = '%2'`, "number", "there is a gap"},
		"the last number is deleted":  {`DELETE FROM numbers WHERE id = '%3'`, "number", "1 numbers are gone"},
		"a result leads to another":   {`UPDATE results SET id = '%1' WHERE id = '%2'`, "result", `leads to "%1", which no entry says`},
		"a result leads to nothing":   {`UPDATE results SET id = 'VD-2023-2-999' WHERE id = '%2'`, "result", `leads to "VD-2023-2-999", which no entry says`},
		"a result is deleted":         {`DELETE FROM results WHERE id = '%2'`, "result", "1 results are gone"},
		"a result that no entry made": {`INSERT INTO results (key, id) VALUES (X'7A7A', '%2')`, "result", `leads to "%2", which no entry says`},
	} {
		t.Run(name, func(t *testing.T) {
			s, r := opened(t, filepath.Join(t.TempDir(), "so"), Options{}, nil)
			certs := issue(t, r, 1, 3)
			fill := strings.NewReplacer("%1", certs[0].ID, "%2", certs[1].ID, "%3", certs[2].ID)
			res, err := s.writer.Exec(fill.Replace(c.harm))
			if err != nil {
				t.Fatal(err)
			}
			if n, err := res.RowsAffected(); err != nil || n != 1 {
				t.Fatalf("%d rows are harmed, %v", n, err)
			}
			rep, err := r.Audit(ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range rep.Problems {
				if p.Where == c.where && strings.Contains(p.What, fill.Replace(c.says)) {
					return
				}
			}
			t.Errorf("said %+v, want %s: %s", rep.Problems, c.where, fill.Replace(c.says))
		})
	}
}
