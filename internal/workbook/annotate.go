package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"ocoprint/internal/message"
)

// Severity is how much a mark weighs; it chooses the fill.
type Severity string

// The severities of intake's findings.
const (
	SevRefuse   Severity = "refuse"
	SevError    Severity = "error"
	SevQuestion Severity = "question"
	SevWarning  Severity = "warning"
	SevInfo     Severity = "info"
)

// Mark is one remark on one cell. Texts come in the reader's language.
type Mark struct {
	Sheet    string // "" or an unknown sheet: only listed on the first sheet
	Cell     string // "F12"; "" marks the whole sheet or file
	Severity Severity
	Code     string
	Title    string // one short sentence
	Text     string // the rest: value read, what was expected, what to do
}

// Summary stands at the top of the sheet "Kết quả kiểm tra".
type Summary struct {
	Title string
	Lines []string
	Lang  message.Lang // of the column headings
}

// ReportSheet is the name of the sheet that Annotate puts first; a number is
// added when the clerk's file has one of that name.
const ReportSheet = "Kết quả kiểm tra"

// Annotate writes the clerk's own file as .xlsx with fills and comments on the
// marked cells and a first sheet that lists every mark with a link to its
// cell. Every other part of an .xlsx or .xlsm file is kept byte for byte
// (macros are left out); other formats are written anew with the same grid. A
// file that Open refuses is refused here in the same way; the same input gives
// the same bytes.
func Annotate(ctx context.Context, w io.Writer, name string, original []byte, marks []Mark, sum Summary, o Options) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = damaged("annotate: panic: %v", p)
		}
	}()
	b, err := Open(ctx, name, original, o)
	if err != nil {
		return err
	}
	bud := &budget{ctx: ctx, lim: o.Limits.orDefault()}
	data := original
	switch {
	case b.Format != XLSX && b.Format != XLSM:
		if data, marks, err = convert(b, marks); err != nil {
			return fmt.Errorf("annotate %s: %w", b.Name, err)
		}
	case bytes.HasPrefix(data, cfbMagic):
		f := &file{name: b.Name, data: data, password: o.Password, bud: bud}
		if data, err = f.plainZip(); err != nil {
			return err
		}
	}
	a := &annotator{bud: bud, marks: marks, sum: sum, parts: map[string][]byte{}, dropped: map[string]bool{}}
	if err := a.run(data); err != nil {
		return fmt.Errorf("annotate %s: %w", b.Name, err)
	}
	return a.write(w)
}

// annotator changes a workbook by cutting into its parts: what is not marked
// is never parsed into a model and written back, so nothing of it is lost.
type annotator struct {
	bud   *budget
	marks []Mark
	sum   Summary

	p       *pack
	main    string
	rels    []rel
	strict  bool
	types   *part
	styles  *styleCutter
	sheets  []annoSheet
	report  string // name of the report sheet
	parts   map[string][]byte
	order   []string // new and changed parts, in the order they came
	dropped map[string]bool
}

// annoSheet is one worksheet of the file.
type annoSheet struct {
	entry sheetEntry
	part  string
}

// run makes all changes in memory.
func (a *annotator) run(data []byte) error {
	var err error
	if a.p, err = openPack(data, a.bud); err != nil {
		return err
	}
	top, err := a.p.rels("")
	if err != nil {
		return err
	}
	doc, ok := relOfKind(top, "officeDocument")
	if !ok {
		return errors.New("no document")
	}
	a.main = doc.target
	if a.rels, err = a.p.rels(a.main); err != nil {
		return err
	}
	if a.types, err = a.cut("[Content_Types].xml"); err != nil {
		return err
	}
	steps := []func() error{a.workbook, a.openStyles, a.markSheets, a.reportSheet, a.closeStyles, a.dropMacros}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	a.put("[Content_Types].xml", a.types.bytes())
	return nil
}
