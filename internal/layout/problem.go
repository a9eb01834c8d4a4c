package layout

import (
	"ocoprint/internal/message"
)

// Problem is one thing wrong with one row or with the template itself.
type Problem struct {
	Box      string // template box, empty for the whole page
	Place    Place  // where the row came from
	Severity Severity
	message.Message
}

// Place says where the values of a row came from, so that a sentence can name
// the cell. All parts are optional; the caller supplies what it knows.
type Place struct {
	File, Sheet string
	Row         int               // as the clerk sees it, from 1
	Cells       map[string]string // value name to cell: "product.name": "B14"
	Label       string            // what the row is called: the product's name or the certificate's number
}

// Severity of a problem.
type Severity int

// An Error stops the batch, a Warning is shown; Ignored checks report nothing.
const (
	Ignored Severity = iota
	Warning
	Error
)

// Errors picks the problems that stop a batch.
func Errors(problems []Problem) []Problem {
	var out []Problem
	for _, p := range problems {
		if p.Severity == Error {
			out = append(out, p)
		}
	}
	return out
}
