package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"ocoprint/internal/message"
)

// Limits of a layout file: what a hostile one may cost.
const (
	maxFileBytes = 1 << 20
	maxDepth     = 16
	maxNodes     = 50_000
)

// jsonNode is a JSON value that remembers where it stands.
type jsonNode struct {
	at      int // byte offset of its first character
	kind    jsonKind
	text    string // of a string, number or bool
	items   []*jsonNode
	members []jsonMember
}

type jsonMember struct {
	key   string
	keyAt int
	value *jsonNode
}

type jsonKind string

const (
	jsonObject jsonKind = "object"
	jsonArray  jsonKind = "array"
	jsonString jsonKind = "string"
	jsonNumber jsonKind = "number"
	jsonBool   jsonKind = "bool"
	jsonNull   jsonKind = "null"
)

func (n *jsonNode) member(key string) *jsonNode {
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// syntaxError is where and why a file is not the JSON we read.
type syntaxError struct {
	at   int
	said message.Message
	why  string // of the JSON reader, English
}

func (e *syntaxError) Error() string { return e.said.In(message.En) + e.why }

type jsonReader struct {
	data  []byte
	dec   *json.Decoder
	nodes int
}

// parseJSON reads one JSON value with positions: no duplicate fields, nothing
// after the end, bounded size and depth.
func parseJSON(data []byte) (*jsonNode, error) {
	if len(data) > maxFileBytes {
		return nil, &syntaxError{at: 0, said: loadTooMuch.With()}
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return nil, &syntaxError{at: i, said: loadNotUTF8.With()}
		}
		i += n
	}
	r := &jsonReader{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	r.dec.UseNumber()
	n, err := r.value(0)
	if err != nil {
		return nil, r.locate(err)
	}
	if at := r.next(); at < len(data) {
		return nil, &syntaxError{at: at, said: loadTrailing.With()}
	}
	return n, nil
}

func (r *jsonReader) locate(err error) error {
	var own *syntaxError
	if errors.As(err, &own) {
		return own
	}
	var js *json.SyntaxError
	if errors.As(err, &js) {
		return &syntaxError{min(max(int(js.Offset)-1, r.next()), len(r.data)), loadSyntax.With(), js.Error()}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &syntaxError{at: len(r.data), said: loadCut.With()}
	}
	return &syntaxError{min(int(r.dec.InputOffset()), len(r.data)), loadSyntax.With(), err.Error()}
}

// next is the offset of the next token.
func (r *jsonReader) next() int {
	at := int(r.dec.InputOffset())
	for at < len(r.data) && bytes.IndexByte([]byte(" \t\r\n,:"), r.data[at]) >= 0 {
		at++
	}
	return at
}

func (r *jsonReader) value(depth int) (*jsonNode, error) {
	at := r.next()
	if r.nodes++; r.nodes > maxNodes || depth > maxDepth {
		return nil, &syntaxError{at: at, said: loadTooMuch.With()}
	}
	tok, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	n := &jsonNode{at: at}
	switch v := tok.(type) {
	case string:
		n.kind, n.text = jsonString, v
	case json.Number:
		n.kind, n.text = jsonNumber, v.String()
	case bool:
		n.kind, n.text = jsonBool, map[bool]string{true: "true", false: "false"}[v]
	case nil:
		n.kind = jsonNull
	case json.Delim:
		return n, r.inside(n, v, depth)
	}
	return n, nil
}

func (r *jsonReader) inside(n *jsonNode, open json.Delim, depth int) error {
	n.kind = jsonArray
	if open == '{' {
		n.kind = jsonObject
	}
	seen := map[string]bool{}
	for r.dec.More() {
		if n.kind == jsonArray {
			item, err := r.value(depth + 1)
			if err != nil {
				return err
			}
			n.items = append(n.items, item)
			continue
		}
		if err := r.field(n, seen, depth); err != nil {
			return err
		}
	}
	_, err := r.dec.Token() // the closing bracket
	return err
}

func (r *jsonReader) field(n *jsonNode, seen map[string]bool, depth int) error {
	at := r.next()
	tok, err := r.dec.Token()
	if err != nil {
		return err
	}
	key := tok.(string) // the decoder accepts only strings here
	if seen[key] {
		return &syntaxError{at: at, said: loadTwice.With("name", key)}
	}
	seen[key] = true
	v, err := r.value(depth + 1)
	if err != nil {
		return err
	}
	n.members = append(n.members, jsonMember{key, at, v})
	return nil
}
