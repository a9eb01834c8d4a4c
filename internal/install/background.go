package install

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A page of a paper, mm.
const (
	minPage = 20
	maxPage = 1300
)

// background reads a designer's PDF and writes its first page anew.
func background(data []byte) (answer, error) {
	doc, err := open(data, false)
	if err != nil {
		return answer{}, err
	}
	page, _, inherited, err := doc.PageDict(1, false)
	if err != nil {
		return answer{}, PDFBroken.With().Wrap(err)
	}
	content, err := pageContent(doc, page)
	if errors.Is(err, model.ErrNoContent) || err == nil && len(bytes.TrimSpace(content)) == 0 {
		return answer{}, PDFEmpty.Err()
	}
	if err != nil {
		return answer{}, err
	}
	box, err := pageBox(doc, page, inherited)
	if err != nil {
		return answer{}, err
	}
	resources, err := pageResources(doc, page, inherited)
	if err != nil {
		return answer{}, err
	}
	n := &normal{doc: doc, ids: map[int]int{}, leads: map[int][]int{}}
	out, err := n.write(content, resources, box)
	if err != nil {
		return answer{}, err
	}
	w, h := box.size()
	return answer{Data: out, W: w * 25.4 / 72, H: h * 25.4 / 72, Notes: append(leftBehind(doc, page), n.notes...)}, nil
}

// locked finds the entry of a trailer, which is never compressed.
var locked = regexp.MustCompile(`/Encrypt[\s<\d]`)

// open reads a PDF with limits far below those of the library; pictures says
// that those inside will be unpacked.
func open(data []byte, pictures bool) (*model.Context, error) {
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i < 0 {
		return nil, NotPDF.Err()
	}
	if locked.Match(data) { // also when the library would open it with the empty password
		return nil, PDFLocked.Err()
	}
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed
	conf.Offline = true
	conf.Limits = model.ResourceLimits{MaxStreamBytes: 64 << 20, MaxDecodeBytes: maxContent, MaxImagePixels: 40 << 20,
		MaxImageBytes: 160 << 20, MaxObjectCount: 200_000, MaxObjectStreamCount: 50_000, MaxObjectStreamFirst: 1 << 20,
		MaxXRefEntries: 200_000, MaxRecursionDepth: 60}
	doc, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		return nil, PDFBroken.With().Wrap(err)
	}
	if err := measure(doc, pictures); err != nil {
		return nil, err
	}
	if err := api.ValidateContext(doc); err != nil {
		return nil, PDFBroken.With().Wrap(err)
	}
	if doc.Encrypt != nil {
		return nil, PDFLocked.Err()
	}
	if doc.PageCount < 1 {
		return nil, PDFEmpty.Err()
	}
	return doc, nil
}

// sheetBox is the part of the page that is taken, pt, and how it is turned.
type sheetBox struct {
	x0, y0, x1, y1 float64
	turn           int // degrees clockwise
	unit           float64
}

// size as a reader sees the page, pt.
func (b sheetBox) size() (w, h float64) {
	w, h = (b.x1-b.x0)*b.unit, (b.y1-b.y0)*b.unit
	if b.turn%180 != 0 {
		return h, w
	}
	return w, h
}

// matrix brings the page upright with its lower left corner at 0, 0.
func (b sheetBox) matrix() [6]float64 {
	u := b.unit
	switch b.turn {
	case 90:
		return [6]float64{0, -u, u, 0, -b.y0 * u, b.x1 * u}
	case 180:
		return [6]float64{-u, 0, 0, -u, b.x1 * u, b.y1 * u}
	case 270:
		return [6]float64{0, u, -u, 0, b.y1 * u, -b.x0 * u}
	}
	return [6]float64{u, 0, 0, u, -b.x0 * u, -b.y0 * u}
}

// pageBox takes the bleed box where the designer set one, else what viewers
// show.
func pageBox(doc *model.Context, page types.Dict, in *model.InheritedPageAttrs) (sheetBox, error) {
	r := in.MediaBox
	if in.CropBox != nil {
		r = in.CropBox
	}
	if o, ok := page.Find("BleedBox"); ok {
		if a, err := doc.DereferenceArray(o); err == nil && len(a) == 4 {
			if bleed, err := doc.RectForArray(a); err == nil && bleed != nil {
				r = bleed
			}
		}
	}
	if r == nil {
		return sheetBox{}, PDFBroken.With().Wrap(errors.New("page has no box"))
	}
	b := sheetBox{min(r.LL.X, r.UR.X), min(r.LL.Y, r.UR.Y), max(r.LL.X, r.UR.X), max(r.LL.Y, r.UR.Y), ((in.Rotate % 360) + 360) % 360, 1}
	if b.turn%90 != 0 {
		b.turn = 0
	}
	if u, err := doc.DereferenceNumber(entry(page, "UserUnit")); err == nil && u > 0 {
		b.unit = u
	}
	w, h := b.size()
	if wide, high := w*25.4/72, h*25.4/72; !(wide >= minPage && high >= minPage && wide <= maxPage && high <= maxPage) {
		return sheetBox{}, PDFSize.With("w", fmt.Sprintf("%.0f", wide), "h", fmt.Sprintf("%.0f", high)).Err()
	}
	return b, nil
}

func entry(d types.Dict, key string) types.Object {
	o, _ := d.Find(key)
	return o
}

func pageResources(doc *model.Context, page types.Dict, in *model.InheritedPageAttrs) (types.Dict, error) {
	o, ok := page.Find("Resources")
	if !ok {
		return in.Resources, nil
	}
	d, err := doc.DereferenceDict(o)
	if err != nil {
		return nil, PDFBroken.With().Wrap(err)
	}
	return d, nil
}

// leftBehind says in short English what the file held beside the drawing.
func leftBehind(doc *model.Context, page types.Dict) []string {
	var notes []string
	if doc.PageCount > 1 {
		notes = append(notes, fmt.Sprintf("%d further pages", doc.PageCount-1))
	}
	for _, key := range []string{"Annots", "AA", "Thumb", "Metadata", "PieceInfo", "B"} {
		if _, ok := page.Find(key); ok {
			notes = append(notes, "page "+key)
		}
	}
	if root, err := doc.Catalog(); err == nil {
		for _, key := range []string{"OpenAction", "AA", "AcroForm", "Names", "Outlines", "Metadata", "StructTreeRoot", "AF", "OCProperties"} {
			if _, ok := root.Find(key); ok {
				notes = append(notes, "document "+key)
			}
		}
	}
	return notes
}

// embedded refuses a font whose letters are not in the file.
func embedded(doc *model.Context, font types.Dict) error {
	name := "?"
	if n := font.NameEntry("BaseFont"); n != nil {
		name = strings.TrimLeft(*n, "/")
	}
	if t := font.Subtype(); t != nil && *t == "Type3" {
		return nil
	}
	holder := font
	if t := font.Subtype(); t != nil && *t == "Type0" {
		a, err := doc.DereferenceArray(entry(font, "DescendantFonts"))
		if err != nil || len(a) == 0 {
			return PDFBroken.With().Wrap(fmt.Errorf("font %s has no descendant", name))
		}
		if holder, err = doc.DereferenceDict(a[0]); err != nil || holder == nil {
			return PDFBroken.With().Wrap(fmt.Errorf("font %s has no descendant", name))
		}
	}
	d, err := doc.DereferenceDict(entry(holder, "FontDescriptor"))
	if err == nil && d != nil {
		for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
			if _, ok := d.Find(key); ok {
				return nil
			}
		}
	}
	return PDFFont.With("font", name).Err()
}
