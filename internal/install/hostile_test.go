package install

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile is one file with one fault and the sentence it must end in; an empty
// code means that it is taken, harmless.
type hostile struct {
	name string
	verb verb
	data []byte
	code string
}

// What one hostile file may cost: processor time, and memory that is resident.
const (
	hostileTime   = 5 * time.Second
	hostileMemory = memoryLimit
)

func TestHostileFilesEndInTheirSentence(t *testing.T) {
	var all []hostile
	all = append(all, hostileFonts(t)...)
	all = append(all, hostilePictures(t)...)
	all = append(all, hostilePDFs(t)...)
	all = append(all, hostileScans(t)...)
	if len(all) < 100 {
		t.Errorf("the catalogue holds %d files, want 100", len(all))
	}
	seen := map[string]bool{}
	for _, h := range all {
		name := fmt.Sprintf("%s/%s", h.verb, h.name)
		if seen[name] {
			t.Errorf("two files are called %s", name)
		}
		seen[name] = true
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, code := check(t, h.verb, h.data)
			if !strings.HasPrefix(code, h.code) || (h.code == "") != (code == "") {
				t.Errorf("says %q, want %q", code, h.code)
			}
			// A machine that others load charges more for the same work.
			for again := 0; again < 2 && (a.cpu > hostileTime || a.peak > hostileMemory); again++ {
				t.Logf("took %v and %d MB", a.cpu, a.peak>>20)
				a, _ = check(t, h.verb, h.data)
			}
			if a.cpu > hostileTime || a.peak > hostileMemory {
				t.Errorf("three times over the mark, at last with CPU %v and %d MB", a.cpu, a.peak>>20)
			}
		})
	}
}
