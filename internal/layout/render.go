package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Values are what a row says, by dotted name: "product.name". A value is a
// string (NFC), a number (int, float64), a bool or a date (time.Time, Day or
// anything with Date() (year, month, day)); a table box also reads a list,
// []Values.
type Values map[string]any

// Row is one row of a batch with its origin.
type Row struct {
	Values Values
	Place  Place
}

// Output is which of the three printings of one layout is wanted.
type Output string

// The outputs of a layout. The zero value is Digital.
const (
	Digital   Output = "digital"   // white paper or a file: background drawn
	Overprint Output = "overprint" // pre-printed stock: no background, calibrated
	Proof     Output = "proof"     // scan of the blank behind, box outlines, rulers
)

// QREncoder turns a text into modules without a quiet zone, [row][column],
// true is black. The caller wires it to the qr room.
type QREncoder func(text string) ([][]bool, error)

// Pictures tells the size in pixels of a picture that a template names.
type Pictures interface {
	// Size gives the width and height in pixels; ok is false when there is no
	// such picture.
	Size(name string) (w, h int, ok bool)
}

// Options say how to render. The zero value renders digitally with the
// embedded fonts.
type Options struct {
	Output      Output
	Calibration Calibration // used by Overprint
	Grid        bool        // draws a 10 mm grid, for worst-case proofs
	Faces       *Faces      // nil: DefaultFaces
	QR          QREncoder
	Pictures    Pictures
	PictureRoom string // put before every picture's name, so that two layouts may name a file alike
	Index       int    // number of the row in its batch from 0, for counter boxes
	Sizes       *Sizes // even sizes over a batch, from Template.Plan; nil: each row for itself
	Place       Place  // where the row came from, for problems
	Checked     bool   // the batch has passed Check: do not check each page again
	InBatch     bool   // CheckItself has told what is wrong whatever the rows say: a page tells only of its row
}

// Render makes the page of one row, or two when the template has a back.
// Problems with severity Error mean that the page must not be printed.
//
// Boxes that read no value and have no show_if are the static layer: they are
// painted first, and every page of the batch carries the same marks for them
// (Page.Static, Page.StaticKey).
func (t *Template) Render(v Values, o Options) ([]Page, []Problem) {
	r := newRenderer(t, v, o)
	pages := make([]Page, 0, t.sides)
	for _, side := range []sideName{"front", "back"}[:t.sides] {
		pages = append(pages, r.page(side))
		if !o.Checked && !o.InBatch {
			r.problems = append(r.problems, r.layer(side).problems...)
		}
	}
	return pages, r.problems
}

// renderer draws one row.
type renderer struct {
	t        *Template
	v        Values
	o        Options
	faces    *Faces
	box      *boxFormat // being drawn
	problems []Problem
	fitted   []Fitted
	shown    []shownBox          // content of the side being drawn, for the gates
	misfits  map[*boxFormat]bool // boxes whose text does not fit: what it covers is no fault of its own
}

func newRenderer(t *Template, v Values, o Options) *renderer {
	if o.Faces == nil {
		o.Faces = DefaultFaces()
	}
	if o.Output == "" {
		o.Output = Digital
	}
	return &renderer{t: t, v: v, o: o, faces: o.Faces}
}

func (r *renderer) page(side sideName) Page {
	t := r.t
	p := Page{W: t.W, H: t.H, Bleed: t.Bleed, Background: r.background()}
	if side == "back" {
		p.Side = Back
		p.Background = nil
	}
	r.shown = r.shown[:0]
	if r.shown == nil && !r.o.Checked {
		r.shown = make([]shownBox, 0, len(t.file.Boxes))
	}
	l := r.layer(side)
	p.Marks = append(make([]Mark, 0, len(l.marks)+64), l.marks...)
	p.Static, p.StaticKey = len(l.marks), r.staticKey(side)
	for _, b := range t.file.Boxes {
		if b.Side == side && !b.static() && r.visible(b) {
			p.Marks = append(p.Marks, r.draw(b)...)
		}
	}
	if !r.o.Checked {
		r.gates(l)
	}
	if r.o.Grid { // over the layer that all pages share, which may fill the page, and under the rest
		p.Marks = slices.Insert(p.Marks, p.Static, r.grid()...)
	}
	if r.o.Output == Proof {
		p.Marks = append(p.Marks, r.aids(side)...)
	}
	return p
}

// background is the template's, named in its room.
func (r *renderer) background() *Background {
	b := r.t.background(r.o.Output)
	if b != nil {
		b.Name = r.o.PictureRoom + b.Name
	}
	return b
}

// background of an output: the digital one draws it, stock has it already, the
// proof shows the scan of the blank.
func (t *Template) background(o Output) *Background {
	b := t.file.Background
	switch {
	case b == nil || o == Overprint:
	case o == Proof && b.Guide != nil:
		return &Background{Name: b.Guide.File.S, Opacity: b.Guide.Opacity, Guide: true}
	case o == Digital && b.Digital != nil:
		return &Background{Name: b.Digital.File.S, Opacity: b.Digital.Opacity}
	}
	return nil
}

// static reports whether the box looks the same on every page.
func (b *boxFormat) static() bool {
	if b.cond != nil || b.Type == "counter" || b.Type == "table" {
		return false
	}
	return len(b.kind.reads()) == 0
}

// visible reports whether a box is drawn for this row in this output.
func (r *renderer) visible(b *boxFormat) bool {
	switch b.Layer {
	case "digital":
		if r.o.Output != Digital {
			return false
		}
	case "print":
		if r.o.Output == Digital {
			return false
		}
	}
	return b.cond == nil || b.cond.holds(r.v)
}

func (r *renderer) staticKey(side sideName) string {
	c := r.o.Calibration
	if r.o.Output != Overprint {
		c = Calibration{}
	}
	return fmt.Sprintf("%s/%s/%s/%v%s", r.t.sum, side, r.o.Output, c, r.o.PictureRoom)
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// draw lays a box, turns it into place, calibrates it and keeps what the gates
// need.
func (r *renderer) draw(b *boxFormat) []Mark {
	r.box = b
	w, h := b.area.W, b.area.H
	if b.Rotate%180 != 0 {
		w, h = h, w
	}
	before := len(r.problems)
	marks, ink := r.settled(b, w, h)
	if b.Required && len(marks) == 0 && len(r.problems) == before { // else it has said why
		r.problem(r.t.level(r.t.file.Checks.EmptyRequired), emptyRequired.With("value", strings.Join(b.kind.reads(), ", ")))
	}
	if !r.o.Checked {
		r.keep(b, marks, ink)
	}
	if r.o.Output != Overprint || r.o.Calibration == (Calibration{}) {
		return marks
	}
	moved := make([]Mark, len(marks)) // marks may be shared with other pages
	for i := range marks {
		moved[i] = r.o.Calibration.move(marks[i])
	}
	return moved
}
