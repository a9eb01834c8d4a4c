package pdf

import (
	"bytes"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"strings"
)

// opening is how a file that holds the standard repertoire begins: header, the
// layers that pages share, fonts. Certificates of one design begin alike and
// most of such a file is its beginning, so it is made once for all of them, with
// the state of the hash behind it.
type opening struct {
	bytes []byte
	after *document // as it stands behind these bytes
}

// begin starts the file of these items: nothing will be added to it but them.
func (k *kit) begin(w io.Writer, o Options, items []composed) (*document, error) {
	used, layers := usage{}, []*layer(nil)
	for _, item := range items {
		used.join(item.used)
		for _, s := range item.sheets {
			for _, l := range s.layers {
				if !slices.Contains(layers, l) {
					used.join(l.used)
					layers = append(layers, l)
				}
			}
		}
	}
	key, common := k.openingKey(used, layers)
	op := k.openings[key]
	if op == nil || !common {
		var err error
		if op, err = k.open(used, layers); err != nil {
			return nil, err
		}
		if common {
			k.openings[key] = op
		}
	}
	return op.document(w, o), nil
}

// openingKey says what an opening holds; false when letters beyond the standard
// repertoire make it one of a kind.
func (k *kit) openingKey(used usage, layers []*layer) (string, bool) {
	var b strings.Builder
	for _, l := range layers {
		fmt.Fprintf(&b, "%p ", l)
	}
	for _, face := range slices.Sorted(maps.Keys(used)) {
		if !used[face].within(k.standard(face)) {
			return "", false
		}
		b.WriteString(face + "\n")
	}
	return b.String(), true
}

// open writes an opening.
func (k *kit) open(used usage, layers []*layer) (*opening, error) {
	var out bytes.Buffer
	d := newDocument(&out, k, k.o)
	for _, l := range layers {
		if _, err := d.layer(l); err != nil {
			return nil, err
		}
	}
	for _, face := range slices.Sorted(maps.Keys(used)) {
		if err := d.font(face, used[face]); err != nil {
			return nil, err
		}
	}
	return &opening{out.Bytes(), d}, d.f.err
}

// document goes on behind the opening.
func (op *opening) document(w io.Writer, o Options) *document {
	from := op.after
	f := openFile(w)
	f.put(op.bytes)
	f.sum = cloned(from.f.sum)
	f.offsets = append(make([]int64, 0, len(from.f.offsets)+32), from.f.offsets...)
	return &document{f: f, k: from.k, o: o, outline: outline{f: f}, used: usage{}, fonts: from.fonts, layers: from.layers,
		assets: maps.Clone(from.assets), called: maps.Clone(from.called), fades: maps.Clone(from.fades)}
}

// cloned copies the state of a hash: each of the standard library has a Clone.
func cloned(h hash.Hash) hash.Hash {
	c, err := h.(hash.Cloner).Clone()
	if err != nil {
		panic(err)
	}
	return c.(hash.Hash)
}
