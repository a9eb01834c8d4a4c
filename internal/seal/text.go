package seal

import (
	"strings"
)

// Text is a scanned or typed text taken apart. Nothing in it is trusted.
type Text struct {
	Web    bool   // it is an http(s) address
	Host   string // lower case, with the port when there is one
	Base   string // https://host[/path] before /v/, empty when there is no /v/
	Query  string // raw query
	ID     string // the id of the query, "" when there is none
	Digits string // the fragment, as scanned
	Bare   bool   // only digits were scanned, without an address
}

// bareDigits is the least length of digits that is taken for a bare proof:
// shorter than any frame, longer than any barcode of a shop.
const bareDigits = 60

// ReadText takes a scanned text apart. It accepts upper-case and http forms:
// the page forces https afterwards.
func ReadText(s string) Text {
	s = strings.Trim(s, " \t\r\n")
	if len(s) >= bareDigits && onlyDigits(strings.TrimPrefix(s, "#")) {
		return Text{Bare: true, Digits: strings.TrimPrefix(s, "#")}
	}
	rest, ok := cutPrefixFold(s, "https://")
	if !ok {
		if rest, ok = cutPrefixFold(s, "http://"); !ok {
			return Text{}
		}
	}
	t := Text{Web: true}
	rest, t.Digits, _ = strings.Cut(rest, "#")
	rest, t.Query, _ = strings.Cut(rest, "?")
	host, path, _ := strings.Cut(rest, "/")
	t.Host = asciiLower(host)
	if !plainHost(t.Host) {
		return t
	}
	path = "/" + path
	if len(path) >= 3 && asciiLower(path[len(path)-3:]) == "/v/" {
		t.Base = "https://" + t.Host + path[:len(path)-3]
	}
	t.ID = queryID(t.Query)
	return t
}

// queryID is the first &-item, percent-decoded, one trailing “=” dropped; an
// item that holds “=” elsewhere is not an id.
func queryID(query string) string {
	item, _, _ := strings.Cut(query, "&")
	item = strings.TrimSuffix(item, "=")
	if strings.Contains(item, "=") {
		return ""
	}
	return percentDecode(item)
}

// percentDecode leaves a broken escape as it is.
func percentDecode(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hexDigit(s[i+1]) >= 0 && hexDigit(s[i+2]) >= 0 {
			b.WriteByte(byte(hexDigit(s[i+1])<<4 | hexDigit(s[i+2])))
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// plainHost refuses user names, brackets and letters outside ASCII: such a
// host is never ours.
func plainHost(h string) bool {
	for i := range len(h) {
		c := h[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == ':') {
			return false
		}
	}
	return h != ""
}

func onlyDigits(s string) bool {
	_, ok := number(s)
	return ok && s != ""
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || asciiLower(s[:len(prefix)]) != prefix {
		return s, false
	}
	return s[len(prefix):], true
}

func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// SamePlace compares two bases, ignoring the case of the path (an upper-case
// form of our own address is ours).
func SamePlace(a, b string) bool { return asciiLower(a) == asciiLower(b) }

// URL is the text of the QR code of a frame.
func URL(base, id string, frame []byte) string {
	return base + "/v/?" + id + "#" + EncodeDigits(frame)
}

// CheckBase refuses a public address that phones would not open.
func CheckBase(base string) error {
	t := ReadText(base + "/v/")
	if !t.Web || t.Base != base || !strings.Contains(t.Host, ".") || strings.ContainsAny(base, "?#% ") || strings.HasSuffix(base, "/") {
		return BaseBad.With("base", base).Err()
	}
	return nil
}

// SampleHost tells whether an address can only be a sample: the reserved
// names .example, .test and .invalid (RFC 2606).
func SampleHost(base string) bool {
	host := ReadText(base + "/v/").Host
	host, _, _ = strings.Cut(host, ":")
	for _, top := range []string{".example", ".test", ".invalid"} {
		if strings.HasSuffix(host, top) {
			return true
		}
	}
	return false
}
