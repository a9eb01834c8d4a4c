package seal

import (
	"fmt"
	"maps"
	"slices"
)

// encode gives the canonical CBOR of the body.
func (b Body) encode() ([]byte, error) {
	m := map[uint64]any{
		1: b.ID, 2: b.Product, 3: b.Producer, 4: b.Place, 5: uint64(b.Stars),
		7: b.Decision, 8: uint64(b.Decided), 9: uint64(b.LastDay),
	}
	if b.Score != nil {
		m[6] = uint64(*b.Score)
	}
	if b.Serial != "" {
		m[10] = b.Serial
	}
	if b.Revision > 1 {
		m[11] = uint64(b.Revision)
	}
	if b.Round != "" {
		m[12] = b.Round
	}
	if b.Issued != 0 && b.Issued != b.Decided {
		m[13] = uint64(b.Issued)
	}
	if b.Shortened() {
		m[14] = b.FullHash
	}
	for _, x := range b.Extra {
		if x.Key < 15 || x.Key > 23 || m[uint64(x.Key)] != nil {
			return nil, fmt.Errorf("extra key %d", x.Key)
		}
		m[uint64(x.Key)] = x.Value
	}
	return encodeMap(m)
}

// Body opens the payload of a certificate's frame. The error is ErrCanonical
// or ErrNewer; the signature is not looked at.
func (f Frame) Body() (Body, error) {
	raw := f.Payload
	if f.Form == FormDeflated {
		var err error
		if raw, err = inflate(raw); err != nil {
			return Body{}, err
		}
	} else if f.Form != FormRaw {
		return Body{}, ErrNewer
	}
	return decodeBody(raw)
}

// decodeBody checks in this order: spelling, unknown keys, fields.
func decodeBody(raw []byte) (Body, error) {
	m, err := decodeMap(raw, false)
	if err != nil {
		return Body{}, err
	}
	for k := range m {
		if k > 23 {
			return Body{}, ErrNewer
		}
	}
	r := reader{m: m}
	b := Body{
		ID: r.text(1, 24), Product: r.text(2, MaxProduct), Producer: r.text(3, MaxProducer),
		Place: r.text(4, MaxPlace), Stars: r.number(5, 1, 5), Decision: r.text(7, maxShort),
		Decided: Day(r.number(8, 0, maxDay)), LastDay: Day(r.number(9, 0, maxDay)),
	}
	b.optional(&r)
	if !ValidID(b.ID) || b.Product == "" || b.Producer == "" || b.Decision == "" || m[0] != nil {
		r.bad = true
	}
	if r.bad {
		return Body{}, fmt.Errorf("%w: fields", ErrCanonical)
	}
	return b, nil
}

// optional reads keys 6 and 10–23; a field that should have been left out
// is another spelling and so refused.
func (b *Body) optional(r *reader) {
	if r.has(6) {
		n := r.number(6, 0, 10000)
		b.Score = &n
	}
	if r.has(10) {
		b.Serial = r.filled(10)
	}
	if r.has(11) {
		b.Revision = r.number(11, 2, maxRevision)
	}
	if r.has(12) {
		b.Round = r.filled(12)
	}
	if r.has(13) {
		b.Issued = Day(r.number(13, 1, maxDay))
		r.bad = r.bad || b.Issued == b.Decided
	}
	if r.has(14) {
		b.FullHash, _ = r.m[14].([]byte)
		r.bad = r.bad || len(b.FullHash) != hashSize
	}
	for _, k := range slices.Sorted(maps.Keys(r.m)) {
		if k >= 15 {
			b.Extra = append(b.Extra, Extra{int(k), r.m[k]})
		}
	}
}

// reader takes fields out of a decoded map and remembers whether one was bad.
type reader struct {
	m   map[uint64]any
	bad bool
}

func (r *reader) has(k uint64) bool { return r.m[k] != nil }

func (r *reader) text(k uint64, limit int) string {
	s, ok := r.m[k].(string)
	if !ok || len(s) > limit {
		r.bad = true
	}
	return s
}

func (r *reader) filled(k uint64) string {
	s := r.text(k, maxShort)
	r.bad = r.bad || s == ""
	return s
}

func (r *reader) number(k uint64, lo, hi int) int {
	n, ok := r.m[k].(uint64)
	if !ok || n < uint64(lo) || n > uint64(hi) {
		r.bad = true
		return 0
	}
	return int(n)
}
