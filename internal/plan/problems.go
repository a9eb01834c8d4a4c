package plan

import (
	"slices"
	"strings"

	"ocoprint/internal/message"
)

// Problems are all complaints about one plan, in the order of their places. As an
// error it carries each as a *message.Error: message.Of gives the first.
type Problems []*message.Error

// Error is for logs: every complaint on a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, e := range p {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the complaints.
func (p Problems) Unwrap() []error {
	errs := make([]error, len(p))
	for i, e := range p {
		errs[i] = e
	}
	return errs
}

// Places, as the clerk sees them. They stand in the blank {where} of a complaint.
var (
	placeLine = message.Define("plan-place-line", "Tệp “{file}”, dòng {line}, cột {column}", "File “{file}”, line {line}, column {column}")
	placeFile = message.Define("plan-place-file", "Tệp “{file}”", "File “{file}”")
	placeCell = message.Define("plan-place-cell", "Tệp “{file}”, trang tính “{sheet}”, dòng {row} (ô {cell})", "File “{file}”, sheet “{sheet}”, row {row} (cell {cell})")
	placeForm = message.Define("plan-place-form", "Ô “{label}”", "Field “{label}”")
)

// found collects complaints with their order.
type found struct {
	list []placed
}

type placed struct {
	at  int // place in the document, to sort by
	err *message.Error
}

func (f *found) add(at int, e *message.Error) { f.list = append(f.list, placed{at, e}) }

// err gives the complaints as an error, nil when there are none.
func (f *found) err() error {
	if len(f.list) == 0 {
		return nil
	}
	slices.SortStableFunc(f.list, func(a, b placed) int { return a.at - b.at })
	p := make(Problems, len(f.list))
	for i, x := range f.list {
		p[i] = x.err
	}
	return p
}

// where tells the place of a field: of a key in a file, of a cell. The number
// orders complaints.
type where func(path string) (message.Message, int)
