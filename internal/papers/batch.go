package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/qr"
)

// Batch prints certificates one at a time, in award order: for one file a
// certificate, and for batches too long to hold as pages. It may be used by
// several goroutines.
type Batch struct {
	in     Input
	kinds  map[string]*batchLayout // by Certificate.Layout
	places map[string]layout.Place
}

// batchLayout is one layout with the even sizes of the batch.
type batchLayout struct {
	*layout.Template
	sizes *layout.Sizes
	name  string // as the certificates name it
}

const checkAtOnce = 500 // rows held while checking

// NewBatch checks every certificate against its layout before the first page is
// drawn. Problems of severity layout.Error stop the batch; they name the row
// and the cell when the reading knows them.
func NewBatch(in Input) (*Batch, []layout.Problem) {
	b, problems := PlanBatch(in)
	if len(layout.Errors(problems)) > 0 {
		return b, problems
	}
	return b, append(problems, b.check()...)
}

// PlanBatch settles the even sizes of a batch and checks the layouts but no
// certificate: Pages tells what is wrong with each. It is for who draws every
// page once and throws all away when one must not be printed.
func PlanBatch(in Input) (*Batch, []layout.Problem) {
	p := NewPlanner(in)
	for _, c := range in.Certificates {
		p.Add(c)
	}
	return p.Batch()
}

// check renders every row once without keeping it.
func (b *Batch) check() (problems []layout.Problem) {
	certs := b.in.Certificates
	for from := 0; from < len(certs); {
		to := from + 1
		for to < len(certs) && to-from < checkAtOnce && certs[to].Layout == certs[from].Layout {
			to++
		}
		kind := b.kinds[certs[from].Layout]
		problems = append(problems, kind.CheckRows(b.rows(certs[from:to], kind.Template), b.trial(from, kind))...)
		from = to
	}
	return problems
}

// Len is the number of certificates.
func (b *Batch) Len() int { return len(b.in.Certificates) }

// Pages draws certificate i, from 0: its front, and its back when the layout
// has one. A problem of severity layout.Error means that it must not be printed.
func (b *Batch) Pages(i int) ([]layout.Page, []layout.Problem) {
	return b.Draw(i, b.in.Certificates[i])
}

// Draw is Pages for a batch that holds no certificates: c is number i of those
// that were planned.
func (b *Batch) Draw(i int, c ocop.Certificate) ([]layout.Page, []layout.Problem) {
	kind, ok := b.kinds[c.Layout]
	if !ok {
		return nil, []layout.Problem{layoutProblem(c.Layout, nil)}
	}
	o := b.options(i, kind)
	o.Place, o.InBatch = b.place(c), true
	pages, problems := kind.Render(b.values(c, kind.Template), o)
	if len(pages) > 0 {
		pages[0].Bookmark = nameIn(c)
	}
	return b.in.mark(pages), problems
}

// FileName is the name of the file of certificate i alone.
func (b *Batch) FileName(i int) string {
	return CertificateFileName(b.in.Certificates[i], b.Len())
}

func (b *Batch) rows(certs []ocop.Certificate, t *layout.Template) []layout.Row {
	rows := make([]layout.Row, len(certs))
	for i, c := range certs {
		rows[i] = layout.Row{Values: b.values(c, t), Place: b.place(c)}
	}
	return rows
}

func (b *Batch) options(index int, kind *batchLayout) layout.Options {
	return layout.Options{PictureRoom: b.in.room(kind.name), Output: b.in.Output, Calibration: b.in.Calibration, Faces: b.in.Faces, Pictures: b.in.Pictures,
		Grid: b.in.Grid, QR: Modules, Index: index, Sizes: kind.sizes}
}

// trial are the options for pages that nobody will see: of a code only its size
// counts.
func (b *Batch) trial(index int, kind *batchLayout) layout.Options {
	o := b.options(index, kind)
	o.QR = blankModules
	return o
}

// values are those of a certificate, with the layout's own answers where the
// office gave none.
func (b *Batch) values(c ocop.Certificate, t *layout.Template) layout.Values {
	v := b.in.values(c)
	t.Answer(v, b.in.Settings.Ask)
	return v
}

// room names the pictures of a layout apart from those of others.
func (in Input) room(name string) string {
	if in.Pictures == nil {
		return ""
	}
	return name + PictureMark
}

// PictureMark stands between the layout and the picture in the names that
// Input.Pictures and the files of a PDF are asked for: “gcn-a/2|nen.pdf”.
const PictureMark = "|"

// values are what a layout reads of a certificate of this input.
func (in Input) values(c ocop.Certificate) layout.Values {
	v := CertificateValues(c, in.printedID(c.ID), in.Settings.Ask)
	v["sample"] = c.Sample || in.Sample || in.Settings.Sample
	v["copy"] = in.Copy
	return v
}

// place tells where the values of a certificate stand in the workbook, or at
// least which it is.
func (b *Batch) place(c ocop.Certificate) layout.Place { return placeOf(b.places, c) }

func placeOf(places map[string]layout.Place, c ocop.Certificate) layout.Place {
	p := places[c.ID]
	p.Label = nameIn(c)
	return p
}

// nameIn is what a certificate is called within a batch.
func nameIn(c ocop.Certificate) string { return joinNonEmpty(" – ", c.Number, c.Product.Name) }

// places are those of the certificates that a workbook states, by id.
func (in Input) places() map[string]layout.Place {
	places := make(map[string]layout.Place, len(in.Reading.Kept))
	for _, k := range in.Reading.Kept {
		p := layout.Place{File: in.Reading.File, Sheet: k.Result.Sheet, Row: k.Result.Row, Cells: map[string]string{}}
		for field, name := range fieldNames {
			if src := k.Result.Cells[field]; src.Cell != "" {
				p.Cells[name] = src.Cell
			}
		}
		places[k.Certificate] = p
	}
	return places
}

// fieldNames are the values of a layout that a cell of the workbook states.
var fieldNames = map[ocop.Field]string{
	ocop.FieldProduct: "product.name", ocop.FieldGroup: "product.group", ocop.FieldProductCode: "product.code",
	ocop.FieldProducer: "producer.name", ocop.FieldProducerKind: "producer.kind", ocop.FieldAddress: "producer.address",
	ocop.FieldCommune: "commune", ocop.FieldStars: "stars", ocop.FieldScore: "score", ocop.FieldRound: "round.no",
	ocop.FieldYear: "round.year", ocop.FieldDecision: "decision.number", ocop.FieldDecisionDate: "decision.date",
}

// Modules is the QR encoder of layouts: text to black (true) and white modules.
func Modules(text string) ([][]bool, error) {
	code, err := qr.Encode(text)
	if err != nil {
		return nil, err
	}
	return code.Modules(), nil
}

// blankModules is a white square of the size of a text's code.
func blankModules(text string) ([][]bool, error) {
	n, err := qr.Size(text)
	if err != nil {
		return nil, err
	}
	rows := make([][]bool, n)
	for y := range rows {
		rows[y] = white[:n]
	}
	return rows, nil
}

var white [177]bool // a side of the largest code there is
