package viet

// IsSyllable says whether s is one legal Vietnamese syllable: a known onset and
// rime, the tone on a legal letter in a legal position (old and new style),
// finals c, ch, p, t only with sắc or nặng. Case does not matter.
func IsSyllable(s string) bool { return false }

// SyllableShare is the share (0 to 1) of words of letters in text that are
// legal syllables; 0 when there are none.
func SyllableShare(text string) float64 { return 0 }

// Unusual lists the words of text that look like a slip of the keyboard
// ("Hơp", "phẩn"), in order, each once. Abbreviations, numbers, foreign words
// without marks and names of the ethnic languages in our list pass.
func Unusual(text string) []string { return nil }
