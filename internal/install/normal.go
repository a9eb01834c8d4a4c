package install

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The shape that pdf expects of a normalised background (its form.go): objects
// 1 to 4 make the file viewable, object 5 is the page upright at 0, 0, object 6
// the designer's own drawing, then what it needs. The dictionary of a stream
// begins with its length; no other does.
const (
	header      = "%PDF-1.7\n%ocoprint-background/1\n"
	drawing     = 6
	firstCopied = 7
)

// Bounds of a background.
const (
	maxObjects = 5000
	maxNesting = 40 // of objects inside an object
	maxDepth   = 60 // of references from the page
	maxContent = 24 << 20
	maxBytes   = 48 << 20
	maxImage   = 128 << 20 // unpacked
)

// normal copies the objects that a drawing needs, and nothing else.
type normal struct {
	doc   *model.Context
	ids   map[int]int   // theirs to ours
	queue []int         // theirs, to be copied
	leads map[int][]int // theirs: which refer to which
	from  int           // the one being copied
	notes []string
	out   bytes.Buffer
	at    []int // offsets of ours
}

func (n *normal) write(content []byte, resources types.Dict, box sheetBox) ([]byte, error) {
	w, h := box.size()
	n.out.WriteString(header)
	n.at = make([]int, firstCopied)
	n.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	n.object(2, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>")
	n.object(3, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R /Resources << /XObject << /B 5 0 R >> >> >>", real(w), real(h)))
	n.stream(4, "", []byte("/B Do\n"))
	m := box.matrix()
	n.stream(5, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Resources << /XObject << /P 6 0 R >> >> ", real(w), real(h)),
		fmt.Appendf(nil, "q %s %s %s %s %s %s cm /P Do Q\n", real(m[0]), real(m[1]), real(m[2]), real(m[3]), real(m[4]), real(m[5])))
	res, err := n.resources(resources, 0)
	if err != nil {
		return nil, err
	}
	n.packed(drawing, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%s %s %s %s] /Group << /S /Transparency >> /Resources %s ",
		real(box.x0), real(box.y0), real(box.x1), real(box.y1), res), content)
	for len(n.queue) > 0 {
		n.from = n.queue[0]
		n.queue = n.queue[1:]
		if err := n.copy(n.from); err != nil {
			return nil, err
		}
		if len(n.at) > maxObjects || n.out.Len() > maxBytes {
			return nil, TooHungry.With().Wrap(fmt.Errorf("%d objects, %d bytes", len(n.at), n.out.Len()))
		}
	}
	if err := n.ring(); err != nil {
		return nil, err
	}
	n.close()
	return n.out.Bytes(), nil
}

func (n *normal) object(id int, body string) {
	n.at[id] = n.out.Len()
	fmt.Fprintf(&n.out, "%d 0 obj\n%s\nendobj\n", id, body)
}

func (n *normal) stream(id int, dict string, data []byte) {
	n.at[id] = n.out.Len()
	fmt.Fprintf(&n.out, "%d 0 obj\n<< /Length %d %s>>\nstream\n", id, len(data), dict)
	n.out.Write(data)
	n.out.WriteString("\nendstream\nendobj\n")
}

// packed is a stream compressed here.
func (n *normal) packed(id int, dict string, data []byte) {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(data)
	w.Close() // writing to memory does not fail
	n.stream(id, dict+"/Filter /FlateDecode ", z.Bytes())
}

func (n *normal) close() {
	start := n.out.Len()
	fmt.Fprintf(&n.out, "xref\n0 %d\n0000000000 65535 f \n", len(n.at))
	for _, at := range n.at[1:] {
		fmt.Fprintf(&n.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&n.out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(n.at), start)
}

// wanted are the parts of resources that drawing operators name. Properties
// (layers, marked content) are left behind: a background has no layers.
var wanted = []string{"ColorSpace", "ExtGState", "Font", "Pattern", "Shading", "XObject"}

func (n *normal) resources(d types.Dict, depth int) (string, error) {
	kept := types.Dict{}
	for _, key := range wanted {
		o, ok := d.Find(key)
		if !ok {
			continue
		}
		if err := n.present(key, o); err != nil {
			return "", err
		}
		kept[key] = o
	}
	return n.value(kept, depth+1)
}

// present refuses resources of which one is named but not there, or was too
// broken to be kept: what it draws would be missing without a word.
func (n *normal) present(key string, o types.Object) error {
	d, err := n.doc.DereferenceDict(o)
	if err != nil {
		return PDFBroken.With().Wrap(err)
	}
	for name, v := range d {
		if v, err := n.doc.Dereference(v); err != nil || v == nil {
			return PDFBroken.With().Wrap(fmt.Errorf("%s %s is missing (%v)", key, name, err))
		}
	}
	return nil
}

// copy writes one of their objects under our number.
func (n *normal) copy(id int) error {
	o, err := n.doc.Dereference(*types.NewIndirectRef(id, 0))
	if err != nil {
		return PDFBroken.With().Wrap(err)
	}
	to := n.ids[id]
	if sd, ok := o.(types.StreamDict); ok {
		return n.copyStream(to, sd)
	}
	body, err := n.value(o, 0)
	if err != nil {
		return err
	}
	n.object(to, body)
	return nil
}

// entries writes the entries of a dictionary, sorted.
func (n *normal) entries(d types.Dict, depth int) (string, error) {
	if t := d.Type(); t != nil && *t == "Font" {
		if s := d.Subtype(); s == nil || *s != "CIDFontType0" && *s != "CIDFontType2" {
			if err := embedded(n.doc, d); err != nil {
				return "", err
			}
		}
	}
	keys := make([]string, 0, len(d))
	for k := range d {
		if !dropped[k] || k == "Name" && d.Type() != nil && *d.Type() == "Font" {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	var b bytes.Buffer
	for _, k := range keys {
		var v string
		var err error
		if sub, ok := d[k].(types.Dict); ok && k == "Resources" {
			v, err = n.resources(sub, depth)
		} else {
			v, err = n.value(d[k], depth+1)
		}
		if err != nil {
			return "", err
		}
		b.WriteString(types.Name(k).PDFString() + " " + v + " ")
	}
	return b.String(), nil
}

// value writes an object; references are put on the list of what to copy.
func (n *normal) value(o types.Object, depth int) (string, error) {
	if depth > maxNesting {
		return "", PDFBroken.With().Wrap(fmt.Errorf("nested deeper than %d", maxNesting))
	}
	switch o := o.(type) {
	case nil:
		return "null", nil
	case types.IndirectRef:
		return n.reference(o)
	case types.Dict:
		s, err := n.entries(o, depth)
		return "<< " + s + ">>", err
	case types.Array:
		var b bytes.Buffer
		b.WriteByte('[')
		for _, e := range o {
			s, err := n.value(e, depth+1)
			if err != nil {
				return "", err
			}
			b.WriteString(" " + s)
		}
		b.WriteString(" ]")
		return b.String(), nil
	case types.Float:
		return real(float64(o)), nil
	case types.Boolean, types.Integer, types.Name, types.StringLiteral, types.HexLiteral:
		return o.PDFString(), nil
	}
	return "", PDFBroken.With().Wrap(fmt.Errorf("unexpected %T", o))
}

func (n *normal) reference(r types.IndirectRef) (string, error) {
	id := r.ObjectNumber.Value()
	if e, ok := n.doc.Table[id]; !ok || e == nil || e.Free {
		return "null", nil
	}
	n.leads[n.from] = append(n.leads[n.from], id)
	to, known := n.ids[id]
	if !known {
		to = len(n.at)
		n.at = append(n.at, 0)
		n.ids[id] = to
		n.queue = append(n.queue, id)
	}
	return fmt.Sprintf("%d 0 R", to), nil
}

// real writes a number as PDF reads it: no exponent.
func real(v float64) string {
	s := fmt.Sprintf("%.5f", v)
	for len(s) > 1 && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
