package viet

// BreakClass says how good a line break is.
type BreakClass int

const (
	Forbidden BreakClass = iota // never: "500 | g", "đợt | 2"
	Avoid                       // inside parentheses, proper names, two-syllable words
	Normal                      // between two words
	Prefer                      // after , ; : and before ( – và của
)

// Break is a place where a line may end.
type Break struct {
	Offset int // byte offset of the blank, or of the byte after a hyphen
	Next   int // byte offset where the next line begins (after the blanks)
	Class  BreakClass
}

// Breaks lists every blank of s (which should be clean, see [Clean]) in order,
// with its class. U+00A0 and U+202F are never listed.
func Breaks(s string) []Break { return nil }
