package workbook

import (
	"context"
	"errors"
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
// cell. Every other part of an .xlsx or .xlsm file is kept (macros are not);
// other formats are written anew with the same grid.
func Annotate(ctx context.Context, w io.Writer, name string, original []byte, marks []Mark, sum Summary, o Options) error {
	return errors.New("not built yet")
}
