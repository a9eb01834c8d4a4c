package seal

import (
	"fmt"
	"strings"
	"time"
)

// StatusCode says what happened to a certificate.
type StatusCode int

// The closed list of status codes.
const (
	NoStatus   StatusCode = iota
	Revoked               // đã thu hồi; ref: the decision
	Superseded            // đã thay thế; ref: the new id
	Suspended             // tạm đình chỉ; ref: the decision
	LostSheet             // phôi báo mất; ref: serial of the sheet
)

// StatusEntry is one line of a status list, in CBOR [id, revision, code, day,
// ref]. It applies to the certificates of ID with a revision up to Revision
// (0: all). A LostSheet applies to the certificate whose key 10 is Ref, and,
// when it has an ID, to that certificate.
type StatusEntry struct {
	ID       string
	Revision int
	Code     StatusCode
	Day      Day
	Ref      string
}

// Applies tells whether the entry is about that certificate.
func (e StatusEntry) Applies(b Body) bool {
	if e.Code == LostSheet && e.Ref != "" && b.Serial != "" {
		return e.Ref == b.Serial
	}
	return e.ID == b.ID && (e.Revision == 0 || b.Rev() <= e.Revision)
}

// StatusList is s/<prefix>.bin: {1–3 head, 4: prefix, 5: [entry …]}, form 0x11.
type StatusList struct {
	Head
	Prefix  string // with its dash
	Entries []StatusEntry
}

// StatusFile is the file name of a prefix: s/LC.bin for LC-.
func StatusFile(prefix string) string { return "s/" + strings.TrimSuffix(prefix, "-") + ".bin" }

// Shard is r/<hh>.bin: {1–3 head, 4: number, 5: the first 8 bytes of each
// identity that begins with that byte, ascending, in one string}, form 0x12.
type Shard struct {
	Head
	Number     byte
	Identities [][8]byte
}

// ShardFile is the file name of a shard: r/0a.bin.
func ShardFile(n byte) string { return fmt.Sprintf("r/%02x.bin", n) }

// Row is one certificate of the public list, nothing personal. In CBOR
// [id, product, producer, place, stars, decision, decided, issued, last day,
// revision, status].
type Row struct {
	ID       string     `json:"id"`
	Product  string     `json:"product"`
	Producer string     `json:"producer"`
	Place    string     `json:"place"`
	Stars    int        `json:"stars"`
	Decision string     `json:"decision"`
	Decided  Day        `json:"decided"`
	Issued   Day        `json:"issued"`
	LastDay  Day        `json:"last"`
	Revision int        `json:"revision"`
	Status   StatusCode `json:"status"`
}

// PublicList is l.bin: {1–3 head, 4: part, 5: parts, 6: [row …]}, form 0x13.
// A list over 1 MiB goes on in l2.bin, l3.bin, …
type PublicList struct {
	Head
	Part, Parts int // from 1
	Rows        []Row
}

// PublicFile is the file name of a part: l.bin, l2.bin.
func PublicFile(part int) string {
	if part <= 1 {
		return "l.bin"
	}
	return fmt.Sprintf("l%d.bin", part)
}

// signList frames a list's map with its head.
func signList(form Form, h Head, m map[uint64]any, key Key) ([]byte, error) {
	m[1], m[2], m[3] = h.Sequence, uint64(h.Made.Unix()), uint64(h.Next.Unix())
	for k, v := range m {
		if !plainValue(v, true) {
			return nil, fmt.Errorf("list value %d is not clean", k)
		}
	}
	raw, err := encodeMap(m)
	if err != nil {
		return nil, err
	}
	f, err := signFrame(form, raw, key.Signer)
	return f.Bytes(), err
}

// decodeList reads a list's map: keys 1 to last, no other.
func decodeList(payload []byte, last uint64) (map[uint64]any, Head, error) {
	m, err := decodeMap(payload, true)
	if err != nil {
		return nil, Head{}, err
	}
	r := reader{m: m}
	h := Head{Sequence: uint64(r.number(1, 0, maxUint)), Made: unix(r.number(2, 0, maxUnix)), Next: unix(r.number(3, 0, maxUnix))}
	if r.bad || uint64(len(m)) != last || h.Next.Before(h.Made) {
		return nil, Head{}, ErrCanonical
	}
	return m, h, nil
}

const maxUnix = 1 << 33 // the year 2242

func unix(n int) time.Time { return time.Unix(int64(n), 0).UTC() }

// openList finds the status key that signed a list and checks the signature.
// A sample key signs lists only under the sample root: anybody has it.
func openList(file []byte, form Form, name, prefix string, keys KeyList) ([]byte, error) {
	f, rest, err := nextFrame(file)
	if err != nil || len(rest) > 0 || f.Form != form {
		return nil, badList(name, ErrLength)
	}
	for _, e := range keys.With(f.KID, RoleStatus) {
		pub, err := ParsePublic(e.Public)
		if err != nil || e.State == Compromised || e.Sample != keys.Sample || !strings.HasPrefix(prefix, e.Scope) && prefix != "" {
			continue
		}
		if f.Verify(pub) == nil {
			return f.Payload, nil
		}
	}
	return nil, badList(name, ErrSignature)
}

// cells takes a row of a list apart.
type cells struct {
	row  any
	want int
	at   int
	err  bool
}

func (c *cells) next() any {
	row, ok := c.row.([]any)
	if !ok || len(row) != c.want || c.at >= len(row) {
		c.err = true
		return nil
	}
	c.at++
	return row[c.at-1]
}

func (c *cells) number() int {
	n, ok := c.next().(uint64)
	c.err = c.err || !ok || n > 1<<31
	return int(n)
}

func (c *cells) text() string {
	s, ok := c.next().(string)
	c.err = c.err || !ok
	return s
}

func (c *cells) bytes() []byte {
	b, ok := c.next().([]byte)
	c.err = c.err || !ok
	return b
}

func (c *cells) bad() bool { return c.err || c.at != c.want }
