package verify

import (
	"context"
	"time"

	"ocoprint/internal/ocop"
)

// Page is one page or picture of a batch, already searched for codes.
type Page struct {
	Source string   // file name
	Number int      // page of the file, from 1
	Texts  []string // the codes that were read, in reading order
	Err    error    // the page could not be read
}

// Line is one row of the report: one code, or one page that has none.
type Line struct {
	Source    string
	Page      int
	Text      string
	Outcome   Outcome
	None      bool // the page shows no code
	Err       error
	Duplicate *Place // where the same certificate stood before
}

// Place is a page of a source.
type Place struct {
	Source string `json:"source"`
	Page   int    `json:"page"`
}

// Report is what a batch of scans is worth.
type Report struct {
	Lines                                                   []Line
	Pages, Codes, Genuine, Others, None, Unread, Duplicates int
}

// Batch checks pages in their order: every code on every page, pages without
// a code named, a certificate that was there before marked as a duplicate
// (same identity, whatever its signature's form).
func Batch(ctx context.Context, pages []Page, lookup Lookup, asOf ocop.Date, now time.Time) Report {
	var r Report
	first := map[[32]byte]Place{}
	for _, p := range pages {
		r.Pages++
		here := Place{p.Source, p.Number}
		switch {
		case p.Err != nil:
			r.Unread++
			r.Lines = append(r.Lines, Line{Source: p.Source, Page: p.Number, Err: p.Err})
		case len(p.Texts) == 0:
			r.None++
			r.Lines = append(r.Lines, Line{Source: p.Source, Page: p.Number, None: true})
		}
		for _, text := range p.Texts {
			line := Line{Source: p.Source, Page: p.Number, Text: text, Outcome: Check(ctx, text, lookup, asOf, now)}
			r.count(&line, first, here)
			r.Lines = append(r.Lines, line)
		}
	}
	return r
}

func (r *Report) count(line *Line, first map[[32]byte]Place, here Place) {
	r.Codes++
	if line.Outcome.Genuine() {
		r.Genuine++
	} else {
		r.Others++
	}
	id := line.Outcome.Identity
	if id == ([32]byte{}) {
		return
	}
	if before, seen := first[id]; seen {
		line.Duplicate = &before
		r.Duplicates++
		return
	}
	first[id] = here
}

// Exit is the exit code of `ocoprint verify`: 0 all genuine, 3 any other
// outcome or a page without a code, 1 a page could not be read or there was
// nothing.
func (r Report) Exit() int {
	switch {
	case r.Unread > 0 || r.Pages == 0:
		return 1
	case r.Others > 0 || r.None > 0:
		return 3
	}
	return 0
}
