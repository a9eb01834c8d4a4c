package plan

import (
	"github.com/pelletier/go-toml/v2/unstable"
)

// keyPlaces maps every path of a valid document to the byte where its key
// begins: "authority.name", "conference.groups[1].guests[0].phone". Elements of
// lists have the place of their value.
func keyPlaces(doc []byte) map[string]int {
	p := &unstable.Parser{}
	p.Reset(doc)
	w := &placer{p: p, at: map[string]int{}, count: map[string]int{}}
	prefix := ""
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table:
			prefix = w.header(e, false)
		case unstable.ArrayTable:
			prefix = w.header(e, true)
		case unstable.KeyValue:
			w.keyValue(prefix, e)
		}
	}
	return w.at
}

type placer struct {
	p     *unstable.Parser
	at    map[string]int
	count map[string]int // elements seen of an array of tables
}

// header resolves a table's name: a part that is an array of tables means its
// last element.
func (w *placer) header(e *unstable.Node, array bool) string {
	path := ""
	for it := e.Key(); it.Next(); {
		n := it.Node()
		path = join(path, string(n.Data))
		w.put(path, n)
		if array && it.IsLast() {
			w.count[path]++
		}
		if c := w.count[path]; c > 0 {
			path += index(c - 1)
			w.put(path, n)
		}
	}
	return path
}

func (w *placer) keyValue(prefix string, e *unstable.Node) {
	path := prefix
	for it := e.Key(); it.Next(); {
		path = join(path, string(it.Node().Data))
		w.put(path, it.Node())
	}
	w.value(path, e.Value())
}

func (w *placer) value(path string, v *unstable.Node) {
	switch v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			w.keyValue(path, it.Node())
		}
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); i++ {
			at := path + index(i)
			w.put(at, it.Node())
			w.value(at, it.Node())
		}
	}
}

// put keeps the first place of a path. A node without a range of its own (an
// inline table) borrows that of its first key.
func (w *placer) put(path string, n *unstable.Node) {
	if _, known := w.at[path]; known {
		return
	}
	for n != nil && n.Raw.Length == 0 && n.Child() != nil {
		if n.Kind == unstable.KeyValue {
			it := n.Key()
			it.Next()
			n = it.Node()
			continue
		}
		n = n.Child()
	}
	if n != nil && n.Raw.Length > 0 {
		w.at[path] = int(n.Raw.Offset)
	}
}
