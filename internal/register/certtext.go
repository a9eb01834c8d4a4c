package register

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"

	"ocoprint/internal/ocop"
)

// certReader reads certificates out of entries, one after the other. It gives
// what encoding/json gives, in less than half of the time: the journal is our own
// writing, and certificates of a batch repeat their authority, signatory,
// decision and round, which are read once and shared. A certificate that does not
// look as the journal writes it is left to encoding/json; the rest of the entry,
// which is hashed, is only passed over.
type certReader struct {
	authority repeated[ocop.Authority]
	signatory repeated[ocop.Signatory]
	decision  repeated[ocop.Decision]
	round     repeated[ocop.Round]
	series    string
	layout    string
}

// repeated is a part that was the same in the certificate before.
type repeated[T any] struct {
	raw   []byte
	value T
}

func (p *repeated[T]) read(raw []byte) (T, bool) {
	if p.raw == nil || !bytes.Equal(raw, p.raw) {
		var value T
		if json.Unmarshal(raw, &value) != nil {
			return value, false
		}
		p.raw, p.value = bytes.Clone(raw), value
	}
	return p.value, true
}

// read gives the certificate that an entry holds.
func (r *certReader) read(e Entry) (ocop.Certificate, error) {
	if raw := certIn(e.Body); raw != nil {
		if c, ok := r.quick(raw); ok {
			return c, nil
		}
	}
	ev, err := e.Event()
	if err != nil || ev.Cert == nil {
		return ocop.Certificate{}, RegisterDamaged.With("seq", e.Seq, "where", "certificate").Wrap(err)
	}
	return *ev.Cert, nil
}

// certIn finds the certificate in an entry's body; nil when there is none, or
// when it is not found at once.
func certIn(body []byte) (raw []byte) {
	n := 0
	err := eachField(body, func(name, value []byte) {
		if string(name) == "cert" {
			raw = value
			n++
		}
	})
	if err != nil || n != 1 {
		return nil
	}
	return raw
}

// quick reads a certificate whose fields stand in the order of the struct, each
// at most once.
func (r *certReader) quick(raw []byte) (ocop.Certificate, bool) {
	s := certScan{r: r}
	ok := object(&s, raw, certFields)
	return s.c, ok
}

// certScan is a certificate that is being read.
type certScan struct {
	r *certReader
	c ocop.Certificate
}

// field is one field of a JSON object, and how it is read.
type field[T any] struct {
	name string
	read func(into *T, value []byte) bool
}

// object reads a JSON object whose fields stand in the order given; any may be
// missing.
func object[T any](into *T, raw []byte, fields []field[T]) bool {
	at := 0
	err := eachField(raw, func(name, value []byte) {
		for at < len(fields) && fields[at].name != string(name) {
			at++
		}
		if at >= len(fields) || !fields[at].read(into, value) {
			at = len(fields) + 1
			return
		}
		at++
	})
	return err == nil && at <= len(fields)
}

var certFields = []field[certScan]{
	{"id", func(s *certScan, v []byte) bool { return plain(&s.c.ID, v) }},
	{"number", func(s *certScan, v []byte) bool { return plain(&s.c.Number, v) }},
	{"seq", func(s *certScan, v []byte) bool { return whole(&s.c.Seq, v) }},
	{"series", func(s *certScan, v []byte) bool { return again(&s.c.Series, &s.r.series, v) }},
	{"revision", func(s *certScan, v []byte) bool { return whole(&s.c.Revision, v) }},
	{"order", func(s *certScan, v []byte) bool { return whole(&s.c.Order, v) }},
	{"product", func(s *certScan, v []byte) bool { return object(&s.c.Product, v, productFields) }},
	{"producer", func(s *certScan, v []byte) bool { return object(&s.c.Producer, v, producerFields) }},
	{"place", func(s *certScan, v []byte) bool { return plain(&s.c.Place, v) }},
	{"stars", func(s *certScan, v []byte) bool { return whole((*int)(&s.c.Stars), v) }},
	{"score", func(s *certScan, v []byte) bool { return object(&s.c.Score, v, scoreFields) }},
	{"round", func(s *certScan, v []byte) (ok bool) { s.c.Round, ok = s.r.round.read(v); return ok }},
	{"decision", func(s *certScan, v []byte) (ok bool) { s.c.Decision, ok = s.r.decision.read(v); return ok }},
	{"authority", func(s *certScan, v []byte) (ok bool) { s.c.Authority, ok = s.r.authority.read(v); return ok }},
	{"signatory", func(s *certScan, v []byte) (ok bool) { s.c.Signatory, ok = s.r.signatory.read(v); return ok }},
	{"issued_on", func(s *certScan, v []byte) bool { return day(&s.c.IssuedOn, v) }},
	{"valid_from", func(s *certScan, v []byte) bool { return day(&s.c.ValidFrom, v) }},
	{"last_day", func(s *certScan, v []byte) bool { return day(&s.c.LastDay, v) }},
	{"sheet", func(s *certScan, v []byte) bool { return plain(&s.c.Sheet, v) }},
	{"layout", func(s *certScan, v []byte) bool { return again(&s.c.Layout, &s.r.layout, v) }},
	{"sample", func(s *certScan, v []byte) bool { return truth(&s.c.Sample, v) }},
	{"payload", func(s *certScan, v []byte) bool { return decoded64(&s.c.Payload, v) }},
	{"url", func(s *certScan, v []byte) bool { return plain(&s.c.URL, v) }},
	{"code", func(s *certScan, v []byte) bool { return plain(&s.c.Code, v) }},
	{"identity", func(s *certScan, v []byte) bool { return decoded64(&s.c.Identity, v) }},
}

// outlineFields pass over all but what Found.Outline gives.
var outlineFields = func() []field[certScan] {
	some := slices.Clone(certFields)
	for i := range some {
		if !slices.Contains([]string{"product", "producer", "layout"}, some[i].name) {
			some[i].read = func(*certScan, []byte) bool { return true }
		}
	}
	return some
}()

var productFields = []field[ocop.Product]{
	{"name", func(p *ocop.Product, v []byte) bool { return plain(&p.Name, v) }},
	{"group", func(p *ocop.Product, v []byte) bool { return plain(&p.Group, v) }},
	{"code", func(p *ocop.Product, v []byte) bool { return plain(&p.Code, v) }},
	{"pack", func(p *ocop.Product, v []byte) bool { return plain(&p.Pack, v) }},
	{"unit", func(p *ocop.Product, v []byte) bool { return plain(&p.Unit, v) }},
}

var producerFields = []field[ocop.Producer]{
	{"name", func(p *ocop.Producer, v []byte) bool { return plain(&p.Name, v) }},
	{"kind", func(p *ocop.Producer, v []byte) bool { return plain(&p.Kind, v) }},
	{"address", func(p *ocop.Producer, v []byte) bool { return plain(&p.Address, v) }},
	{"commune", func(p *ocop.Producer, v []byte) bool { return plain(&p.Commune, v) }},
}

var scoreFields = []field[ocop.Score]{
	{"Micros", func(p *ocop.Score, v []byte) (ok bool) {
		var n int
		ok = whole(&n, v)
		p.Micros = int64(n)
		return ok
	}},
	{"Known", func(p *ocop.Score, v []byte) bool { return truth(&p.Known, v) }},
}

// plain reads a string without escapes.
func plain(into *string, v []byte) bool {
	if !isPlain(v) {
		return false
	}
	*into = string(v[1 : len(v)-1])
	return true
}

func isPlain(v []byte) bool {
	if len(v) < 2 || v[0] != '"' {
		return false
	}
	for _, c := range v[1 : len(v)-1] {
		if c < ' ' || c == '\\' || c == '"' {
			return false
		}
	}
	return v[len(v)-1] == '"' && utf8.Valid(v)
}

// again reads a string that is often the one before.
func again(into, last *string, v []byte) bool {
	if len(v) >= 2 && v[0] == '"' && v[len(v)-1] == '"' && *last != "" && string(v[1:len(v)-1]) == *last {
		*into = *last
		return true
	}
	if !plain(into, v) {
		return false
	}
	*last = *into
	return true
}

func whole(into *int, v []byte) bool {
	n, err := strconv.Atoi(string(v))
	if err != nil || v[0] == '+' || len(v) > 1 && (v[0] == '0' || v[0] == '-') {
		return false
	}
	*into = n
	return true
}

func truth(into *bool, v []byte) bool {
	*into = string(v) == "true"
	return *into || string(v) == "false"
}

func day(into *ocop.Date, v []byte) bool {
	return isPlain(v) && into.UnmarshalText(v[1:len(v)-1]) == nil
}

func decoded64(into *[]byte, v []byte) bool {
	if !isPlain(v) {
		return false
	}
	b := make([]byte, base64.StdEncoding.DecodedLen(len(v)-2))
	n, err := base64.StdEncoding.Decode(b, v[1:len(v)-1])
	*into = b[:n]
	return err == nil
}
