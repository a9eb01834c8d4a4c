package durable

// MaxName is the greatest length of a file name in bytes, extension included.
const MaxName = 120

// SafeName turns s (ASCII: pass text through viet.ASCII first) into a file name
// that Windows, macOS and Linux take: letters, digits, - _ . ( ) and single
// spaces turned to _; no leading or trailing dot or blank, no reserved name
// (CON, NUL, COM1, ...), at most MaxName bytes with its extension kept. Other
// signs become "-". An empty result is "tep".
func SafeName(s string) string { return s }

// Names gives each file of a folder a name of its own, blind to case and
// normal form.
type Names struct{ taken map[string]bool }

// NewNames returns an empty set, with the given names already taken.
func NewNames(taken ...string) *Names { return &Names{taken: map[string]bool{}} }

// Unique returns SafeName(s), or it with "-2", "-3", ... before the extension
// when that is taken, and takes it. The order of calls decides, nothing else.
func (n *Names) Unique(s string) string { return s }
