package layout

import (
	"reflect"

	"ocoprint/internal/message"
)

// box reads a box: its type says which fields it may have.
func (d *decoder) box(n *jsonNode, v reflect.Value) {
	b := &boxFormat{node: n, at: n.at, Anchor: "top-left", Side: "front", Layer: "all"}
	v.Set(reflect.ValueOf(b))
	if n.kind != jsonObject {
		d.wrong("boxes", n, wantObject)
		return
	}
	common := fieldsOf(reflect.TypeFor[boxFormat]())
	own := []field(nil)
	if t := n.member("type"); t != nil && t.kind == jsonString {
		if b.kind = newKind(boxType(t.text)); b.kind != nil {
			own = fieldsOf(reflect.TypeOf(b.kind).Elem())
		}
	}
	id := ""
	if m := n.member("id"); m != nil {
		id = m.text
	}
	where := whereBox.With("id", id, "type", typeText(n))
	if b.kind == nil {
		// Without a type its fields are unknown: say only what is wrong with the type.
		d.object(onlyCommon(n, common), reflect.ValueOf(b).Elem(), where, common)
		return
	}
	for i := range own {
		own[i].index = append([]int{-1}, own[i].index...)
	}
	d.boxFields(n, b, where, append(common, own...))
}

func typeText(n *jsonNode) string {
	if m := n.member("type"); m != nil {
		return m.text
	}
	return "?"
}

func onlyCommon(n *jsonNode, common []field) *jsonNode {
	out := &jsonNode{at: n.at, kind: n.kind}
	for _, m := range n.members {
		if _, ok := findField(common, m.key); ok {
			out.members = append(out.members, m)
		}
	}
	return out
}

// boxFields fills the common fields and, where the index begins with -1, those
// of the type.
func (d *decoder) boxFields(n *jsonNode, b *boxFormat, where message.Message, known []field) {
	bare := make([]field, len(known))
	copy(bare, known)
	for i := range bare {
		bare[i].index = nil
	}
	d.object(n, reflect.Value{}, where, bare) // unknown and missing fields
	for _, m := range n.members {
		f, ok := findField(known, m.key)
		switch {
		case !ok:
		case f.index[0] < 0:
			d.value(m.key, m.value, reflect.ValueOf(b.kind).Elem().FieldByIndex(f.index[1:]))
		default:
			d.value(m.key, m.value, reflect.ValueOf(b).Elem().FieldByIndex(f.index))
		}
	}
}
