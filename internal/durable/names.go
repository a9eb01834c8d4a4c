package durable

import (
	"fmt"
	"strings"
	"sync"
)

// MaxName is the greatest length of a file name in bytes, extension included.
const MaxName = 120

// SafeName turns s (ASCII: pass text through viet.ASCII first) into a file name
// that Windows, macOS and Linux take: letters, digits and - _ . ( ) , +, blanks
// turned to _; no leading or trailing sign, no reserved name (CON, NUL, COM1,
// ...), at most MaxName bytes with its extension kept. Other signs become "-".
// A result without a letter or digit is "tep".
func SafeName(s string) string {
	stem, ext := cutExt(s)
	stem, ext = safeSigns(stem), safeSigns(ext)
	if stem == "" {
		stem = "tep"
	}
	if ext != "" {
		ext = "." + ext
	}
	if reserved(stem) {
		stem = "tep_" + stem
	}
	if len(stem)+len(ext) > MaxName {
		stem = strings.TrimRight(stem[:MaxName-len(ext)], edge)
	}
	return stem + ext
}

// edge holds the signs that no name begins or ends with.
const edge = " .-_,+"

// cutExt parts a short extension of letters and digits.
func cutExt(s string) (stem, ext string) {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || len(s)-i > 6 || len(s)-i < 2 {
		return s, ""
	}
	for _, c := range []byte(s[i+1:]) {
		if !alnum(c) {
			return s, ""
		}
	}
	return s[:i], s[i+1:]
}

func alnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// safeSigns maps what is not taken, and makes runs of filler single.
func safeSigns(s string) string {
	var b strings.Builder
	var last byte
	for _, r := range s {
		c := byte('-')
		switch {
		case r < 0x80 && (alnum(byte(r)) || strings.ContainsRune("-_.(),+", r)):
			c = byte(r)
		case r == ' ':
			c = '_'
		}
		if !alnum(c) && strings.IndexByte("-_.", c) >= 0 && strings.IndexByte("-_.", last) >= 0 && last != 0 {
			continue
		}
		b.WriteByte(c)
		last = c
	}
	return strings.Trim(b.String(), edge)
}

// reserved: names of devices, which Windows takes with any extension. The stem
// up to its first dot counts.
func reserved(stem string) bool {
	head, _, _ := strings.Cut(strings.ToUpper(stem), ".")
	switch head = strings.TrimRight(head, " "); head {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	return len(head) == 4 && (strings.HasPrefix(head, "COM") || strings.HasPrefix(head, "LPT")) && head[3] >= '0' && head[3] <= '9'
}

// Names gives each file of a folder a name of its own, blind to case and (as
// names are ASCII) to normal form. Safe for several goroutines, but only calls in
// a fixed order give fixed names.
type Names struct {
	mu    sync.Mutex
	taken map[string]bool
}

// NewNames returns a set with the given names already taken.
func NewNames(taken ...string) *Names {
	n := &Names{taken: map[string]bool{}}
	for _, t := range taken {
		n.taken[strings.ToLower(t)] = true
	}
	return n
}

// Unique returns SafeName(s), or it with "-2", "-3", ... before the extension
// when that is taken, and takes it. The order of calls decides, nothing else.
func (n *Names) Unique(s string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	name := SafeName(s)
	stem, ext := cutExt(name)
	if ext != "" {
		ext = "." + ext
	}
	for i := 2; n.taken[strings.ToLower(name)]; i++ {
		tail := fmt.Sprintf("-%d%s", i, ext)
		name = strings.TrimRight(stem[:min(len(stem), MaxName-len(tail))], edge) + tail
	}
	n.taken[strings.ToLower(name)] = true
	return name
}
