package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/viet"
)

// draftPageRows is how many rows a page of a draft shows: what a clerk reads
// through before the next press. A draft up to draftWhole rows has no filter.
const (
	draftPageRows = 50
	draftWhole    = 20
)

// draftView is the part of a draft's new rows that is looked at. Totals, the
// step and its numbers are always those of all rows.
type draftView struct {
	Rows     []draftRow // of this page
	Filter   bool       // worth showing
	Communes []choice
	Noted    bool // only rows with a remark
	AllNoted int  // rows of the whole draft with a remark
	Fit      int  // rows that fit the filter
	From, To int  // of Fit, on this page
	Pages    []draftLeaf
	Back, On string // address of the page before and after, or ""
}

// draftLeaf is one page of the rows.
type draftLeaf struct {
	N    int
	Link string
	Now  bool
}

// narrow takes the rows that the request asks for: xa a commune, xem=luu-y
// those with a remark, trang a page.
func (b *draftBody) narrow(r *http.Request) {
	q := r.URL.Query()
	v := &b.View
	v.Noted, v.Filter = q.Get("xem") == "luu-y", len(b.New) > draftWhole
	commune := viet.Key(q.Get("xa"))
	v.Communes = communesOf(b.New, commune)
	var fit []draftRow
	for _, row := range b.New {
		if len(row.Notes) > 0 {
			v.AllNoted++
		}
		if (commune == "" || viet.Key(row.Commune) == commune) && (!v.Noted || len(row.Notes) > 0) {
			fit = append(fit, row)
		}
	}
	v.Fit = len(fit)
	pages := max(1, (len(fit)+draftPageRows-1)/draftPageRows)
	now := min(max(1, smallInt(q.Get("trang"))), pages)
	link := func(n int) string {
		keep := url.Values{}
		for _, name := range []string{"xa", "xem"} {
			if q.Get(name) != "" {
				keep.Set(name, q.Get(name))
			}
		}
		keep.Set("trang", strconv.Itoa(n))
		return r.URL.Path + "?" + keep.Encode() + "#se-vao-so"
	}
	from, to := (now-1)*draftPageRows, min(now*draftPageRows, len(fit))
	v.Rows, v.From, v.To = fit[from:to], from+1, to
	if pages == 1 {
		return
	}
	for n := 1; n <= pages; n++ {
		v.Pages = append(v.Pages, draftLeaf{n, link(n), n == now})
	}
	if now > 1 {
		v.Back = link(now - 1)
	}
	if now < pages {
		v.On = link(now + 1)
	}
}

// communesOf lists the communes of the rows with their counts; a file that
// writes one in two ways has it once, as it stands first.
func communesOf(rows []draftRow, on string) (all []choice) {
	counts, names := map[string]int{}, map[string]string{}
	for _, row := range rows {
		key := viet.Key(row.Commune)
		if counts[key]++; names[key] == "" {
			names[key] = row.Commune
		}
	}
	for key, name := range names {
		if key != "" {
			all = append(all, choice{Value: name, Label: name + " (" + strconv.Itoa(counts[key]) + ")", On: key == on})
		}
	}
	slices.SortFunc(all, func(a, b choice) int { return viet.Compare(a.Value, b.Value) })
	return all
}

// remarksOf are the warnings about single rows of a draft, by sheet and row:
// such a row goes, and somebody should have looked at it.
func remarksOf(d *office.Draft, lang message.Lang) map[[2]any][]string {
	notes := map[[2]any][]string{}
	for _, f := range d.Findings {
		if at := [2]any{f.Sheet, f.Row}; f.Row > 0 && f.Severity == ocop.Warning {
			notes[at] = append(notes[at], onPage(f.Message, lang).What)
		}
	}
	return notes
}
