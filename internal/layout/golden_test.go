package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// golden compares with testdata/golden/name; -update writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		line, a, b := firstDifference(string(want), got)
		t.Errorf("%s, line %d (go test -update, then read the diff):\nwant %s\ngot  %s", file, line, a, b)
	}
}

func firstDifference(want, got string) (line int, a, b string) {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; ; i++ {
		switch {
		case i >= len(w):
			return i + 1, "the end", g[i]
		case i >= len(g):
			return i + 1, w[i], "the end"
		case w[i] != g[i]:
			return i + 1, w[i], g[i]
		}
	}
}
