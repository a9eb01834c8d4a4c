package pdf

import (
	"io"
	"strings"

	"ocoprint/internal/layout"
)

// document is the file being written: what must be remembered of pages that
// are already gone.
type document struct {
	f    *file
	k    *kit
	o    Options
	used usage

	fonts map[string]int // by face, those already written

	kids, nodes []int // pages of the open node of the page tree; nodes
	node        int   // number of the open node
	pages       int
	layers      map[*layer]int    // streams already written
	assets      map[string]int    // by resource name
	called      map[string]string // resource name to the picture's own
	fades       map[int]bool
	outline     outline
	labels      []string // of all pages so far, nil while all are plain numbers
}

// fanOut is the number of pages under one node of the page tree.
const fanOut = 64

func newDocument(w io.Writer, k *kit, o Options) *document {
	f := newFile(w)
	return &document{f: f, k: k, outline: outline{f: f}, o: o, used: usage{}, fonts: map[string]int{}, layers: map[*layer]int{}, assets: map[string]int{}, called: map[string]string{}, fades: map[int]bool{}}
}

func (d *document) addAll(item composed) error {
	d.used.join(item.used)
	for _, s := range item.sheets {
		if err := d.add(s); err != nil {
			return err
		}
	}
	return nil
}

// add writes a page.
func (d *document) add(s sheet) error {
	var contents []string
	for _, l := range s.layers {
		id, err := d.layer(l)
		if err != nil {
			return err
		}
		contents = append(contents, ref(id))
	}
	if err := d.resources(s.flat); err != nil {
		return err
	}
	id := d.f.reserve()
	d.f.stream(id, flate, s.data)
	contents = append(contents, ref(id))
	page := d.f.reserve()
	if len(d.kids) == 0 {
		d.node = d.f.reserve()
	}
	d.f.begin(page)
	d.f.write(pageDict(s.page, d.node, contents))
	d.f.end()
	d.remember(s.page, page)
	return d.f.err
}

// layer gives the number of a shared stream, writing it at its first use.
func (d *document) layer(l *layer) (int, error) {
	if id, written := d.layers[l]; written {
		return id, nil
	}
	if err := d.resources(l.flat); err != nil {
		return 0, err
	}
	d.used.join(l.used)
	id := d.f.reserve()
	d.f.stream(id, flate, l.data)
	d.layers[l] = id
	return id, nil
}

func pageDict(p layout.Page, parent int, contents []string) []byte {
	b := append([]byte("<< /Type /Page /Parent "), ref(parent)...)
	b = append(b, " /MediaBox ["...)
	box := func(x0, y0, x1, y1 float64) {
		for _, v := range []float64{x0, y0, x1, y1} {
			b = num(b, v, 3)
		}
		b = append(b, ']')
	}
	w, h, bleed := (p.W+2*p.Bleed)*pt, (p.H+2*p.Bleed)*pt, p.Bleed*pt
	box(0, 0, w, h)
	if bleed > 0 { // a viewer shows and prints the trimmed page, a print shop sees the rest
		for _, name := range []string{" /CropBox [", " /TrimBox ["} {
			b = append(b, name...)
			box(bleed, bleed, w-bleed, h-bleed)
		}
		b = append(b, " /BleedBox ["...)
		box(0, 0, w, h)
	} else {
		b = append(b, " /TrimBox ["...)
		box(0, 0, w, h)
	}
	if r := ((p.Rotate % 360) + 360) % 360; r%90 == 0 && r != 0 {
		b = append(b, " /Rotate "...)
		b = num(b, float64(r), 0)
	}
	b = append(b, " /Contents ["...)
	b = append(b, strings.Join(contents, " ")...)
	return append(b, "] >>"...)
}

// remember notes what outline, labels and page tree need.
func (d *document) remember(p layout.Page, id int) {
	d.kids = append(d.kids, id)
	d.pages++
	if p.Bookmark != "" {
		d.outline.add(p.Bookmark, id)
	}
	if d.labels == nil && p.Label != "" && p.Label != decimal(d.pages) {
		d.labels = make([]string, d.pages-1)
		for i := range d.labels {
			d.labels[i] = decimal(i + 1)
		}
	}
	if d.labels != nil {
		label := p.Label
		if label == "" {
			label = decimal(d.pages)
		}
		d.labels = append(d.labels, label)
	}
	if len(d.kids) == fanOut {
		d.closeNode()
	}
}

func (d *document) closeNode() {
	if len(d.kids) == 0 {
		return
	}
	d.f.object(d.node, "<< /Type /Pages /Parent %d 0 R /Count %d /Kids [%s] >>", treeObject, len(d.kids), refs(d.kids))
	d.nodes, d.kids = append(d.nodes, d.node), d.kids[:0]
}

func (p *picture) write(f *file) int {
	dict := p.dict
	if p.mask != nil {
		dict += " /SMask " + ref(p.mask.write(f)) + " "
	}
	id := f.reserve()
	f.stream(id, dict+" ", p.data)
	return id
}
