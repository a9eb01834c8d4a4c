package viet

// Charset is how letters were put into a cell or a byte string.
type Charset int

const (
	Unicode  Charset = iota // nothing to do
	TCVN3                   // ABC, fonts .Vn*
	VNI                     // VNI-Windows, fonts VNI-*
	CP1258                  // windows-1258: base letter + combining tone
	Mojibake                // UTF-8 read as windows-1252
)

// String names the charset as the clerk knows it: "Unicode", "TCVN3 (ABC)",
// "VNI", "windows-1258", "UTF-8 đọc nhầm".
func (c Charset) String() string { return "" }

// Decode turns s, seen through windows-1252 (or windows-1258, which is mapped
// back), into NFC Unicode. Letters without a place in the charset stay. In a
// word whose ASCII letters are all capitals the toned letters of TCVN3 are
// raised ("ñY BAN" gives "ỦY BAN"). Unicode only gives NFC.
func Decode(c Charset, s string) string { return NFC(s) }

// DecodeUpper is [Decode] for a capital font (.VnTimeH, see [CharsetOfFont]):
// the whole text is raised.
func DecodeUpper(c Charset, s string) string { return NFC(s) }

// DecodeBytes decodes 8-bit bytes (csv, BIFF 8-bit strings). Unicode here means
// UTF-8; bytes that are not UTF-8 become U+FFFD.
func DecodeBytes(c Charset, b []byte) string { return string(b) }

// CharsetOfFont says which charset a font name stands for: .Vn* TCVN3 (upper
// when it ends in H), VNI* VNI, anything else Unicode.
func CharsetOfFont(name string) (c Charset, upper bool) { return Unicode, false }

// Detect finds the charset of a column or a sheet by the share of legal
// syllables over all samples; share is that of the winner, 0 to 1. With fewer
// than 20 letters, and on ties, it answers Unicode.
func Detect(samples []string) (c Charset, share float64) { return Unicode, 1 }

// TextEncoding is the encoding of a whole text file.
type TextEncoding int

const (
	UTF8 TextEncoding = iota
	UTF16LE
	UTF16BE
	Bytes1258
	BytesTCVN3
	BytesVNI
	Bytes1252
)

// DecodeFile finds the encoding of a whole text file (csv) by BOM, validity and
// legal syllables, and returns its text in NFC without the BOM.
func DecodeFile(b []byte) (text string, enc TextEncoding) { return string(b), UTF8 }
