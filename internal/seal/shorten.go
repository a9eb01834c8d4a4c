package seal

import (
	"crypto/sha256"
	"strings"
	"unicode/utf8"
)

// leastText is the length under which a text is not shortened, in bytes.
const leastText = 48

const ellipsis = "…"

// endings are not left hanging before the ellipsis.
const endings = " ,;:–-("

// fit chooses the shorter form and shortens by whole syllables until the code
// holds at version 13, level M: first the place, then the producer, then the
// product. The error is a message for that row.
func fit(base string, full Body) (b Body, form Form, raw []byte, err error) {
	b = full
	b.Place, b.Producer, b.Product = cutTo(b.Place, MaxPlace), cutTo(b.Producer, MaxProducer), cutTo(b.Product, MaxProduct)
	b.markShort(full)
	if form, raw, err = smaller(b); err != nil || fits(base, b.ID, raw) {
		return b, form, raw, err
	}
	for _, field := range []*string{&b.Place, &b.Producer, &b.Product} {
		for next, ok := dropSyllable(*field); ok; next, ok = dropSyllable(*field) {
			*field = next
			b.markShort(full)
			if form, raw, err = smaller(b); err != nil || fits(base, b.ID, raw) {
				return b, form, raw, err
			}
		}
	}
	return b, 0, nil, TooLong.With("id", b.ID).Err()
}

func (b *Body) markShort(full Body) {
	if b.Product != full.Product || b.Producer != full.Producer || b.Place != full.Place {
		b.FullHash = FullHash(full.Product, full.Producer, full.Place)
	}
}

// FullHash is key 14: the first 8 bytes of SHA-256 over the full texts of
// keys 2, 3 and 4, joined by 0x00.
func FullHash(product, producer, place string) []byte {
	sum := sha256.Sum256([]byte(product + "\x00" + producer + "\x00" + place))
	return sum[:hashSize]
}

// smaller gives the shorter of the two forms; raw when they are equal.
func smaller(b Body) (Form, []byte, error) {
	raw, err := b.encode()
	if err != nil {
		return 0, nil, err
	}
	if packed := deflate(raw); len(raw) > inflateLimit || len(packed) < len(raw) {
		return FormDeflated, packed, nil
	}
	return FormRaw, raw, nil
}

// bitsV13M is the capacity of version 13 at level M.
const bitsV13M = 2672

// fits tells whether the code is at most version 13 at level M.
func fits(base, id string, payload []byte) bool {
	if len(payload) > maxBody {
		return false
	}
	size := headCert + len(payload) + sigSize
	digits := size/7*17 + tailDigits[size%7]
	return codeBits(base+"/v/?"+id+"#")+4+12+(10*digits+2)/3 <= bitsV13M
}

// codeBits counts the bits of the segments that the encoder makes of the
// address before the digits, in versions 10 to 26 (the house lets seal not
// ask qr): runs of digits, of capitals and of the rest, where a run swallows
// the simpler ones after it while that is shorter.
func codeBits(address string) (total int) {
	cost := func(mode, n int) int {
		return []int{4 + 12 + (10*n+2)/3, 4 + 11 + (11*n+1)/2, 4 + 16 + 8*n}[mode]
	}
	for i := 0; i < len(address); {
		mode, n := qrMode(address[i]), 0
		for end := i; end < len(address) && (n == 0 || qrMode(address[end]) <= mode); {
			m, from := qrMode(address[end]), end
			for end < len(address) && qrMode(address[end]) == m {
				end++
			}
			if n > 0 && cost(mode, n+end-from) >= cost(mode, n)+cost(m, end-from) {
				break
			}
			n += end - from
		}
		total += cost(mode, n)
		i += n
	}
	return total
}

func qrMode(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return 0
	case c >= 'A' && c <= 'Z' || strings.IndexByte(" $%*+-./:", c) >= 0:
		return 1
	}
	return 2
}

// cutTo shortens a text to at most limit bytes, at a space.
func cutTo(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	room := limit - len(ellipsis)
	if i := strings.LastIndexByte(s[:room+1], ' '); i >= leastText/2 {
		return strings.TrimRight(s[:i], endings) + ellipsis
	}
	for room > 0 && !utf8.RuneStart(s[room]) {
		room--
	}
	return s[:room] + ellipsis
}

// dropSyllable takes one syllable off the end; not ok when the text would be
// under 48 bytes.
func dropSyllable(s string) (string, bool) {
	core := strings.TrimSuffix(s, ellipsis)
	i := strings.LastIndexByte(core, ' ')
	if i < 0 {
		return s, false
	}
	short := strings.TrimRight(core[:i], endings) + ellipsis
	return short, len(short) >= leastText
}
