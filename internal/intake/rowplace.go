package intake

import (
	"strings"

	"ocoprint/internal/ocop"
)

// place finds the commune: its column, the address, the section row, the
// producer's cell, the sheet's name.
func (row *rowState) place() {
	r, t := row.r, row.rr.t
	c, badC := row.get(ocop.FieldCommune, true)
	a, badA := row.get(ocop.FieldAddress, true)
	if a.filled {
		r.Producer.Address = strings.Join(strings.Split(a.lines, "\n"), ", ")
		if !strings.Contains(a.lines, "\n") {
			r.Producer.Address = a.text
		}
	}
	switch {
	case c.filled:
		r.Producer.Commune = c.text
		if in := communeIn(c.text); in != "" && strings.Contains(c.text, ",") {
			r.Producer.Commune = in
			if r.Producer.Address == "" {
				r.Producer.Address = c.text
			}
		}
	case a.filled && communeOf(a.text) != "":
		r.Producer.Commune = communeOf(a.text)
		r.Cells[ocop.FieldCommune] = r.Cells[ocop.FieldAddress]
	default:
		row.placeFromElsewhere()
	}
	if row.unglueOwner(c.filled || a.filled) && r.Producer.Commune == "" {
		r.Producer.Commune = communeOf(r.Producer.Address)
		r.Cells[ocop.FieldCommune] = r.Cells[ocop.FieldProducer]
	}
	if r.Producer.Commune == "" && !badC && !badA {
		if t.has(ocop.FieldCommune) {
			row.add(communeMissing, ocop.FieldCommune, c, "where", "")
		} else if t.has(ocop.FieldAddress) {
			where := any("")
			if a.filled {
				where = inAddress.With("value", a.text)
			}
			row.add(communeMissing, ocop.FieldAddress, a, "where", where)
		}
	}
}

// communeOf finds the commune in an address, also one without "xã" or
// "phường" when it is a unit that is known.
func communeOf(address string) string {
	if address == "" {
		return ""
	}
	if c := communeIn(address); c != "" {
		return c
	}
	if isCommune(address) {
		return address
	}
	if strings.ContainsAny(address, ",;") || len(strings.Fields(address)) > 4 {
		return ""
	}
	for _, kind := range []string{"xã ", "phường "} {
		for _, day := range []ocop.Date{{Year: 2023, Month: 1, Day: 1}, {Year: 2026, Month: 1, Day: 1}} {
			if _, ok := ocop.UnitOn(kind+address, day); ok {
				return address
			}
		}
	}
	return ""
}

func (row *rowState) placeFromElsewhere() {
	r, rr := row.r, row.rr
	for i := len(rr.sections) - 1; i >= 0; i-- {
		if s := rr.sections[i]; s.commune != "" {
			r.Producer.Commune = s.commune
			r.Cells[ocop.FieldCommune] = ocop.Source{Sheet: r.Sheet, Cell: s.cell, From: "section"}
			return
		}
	}
	if c := communeOf(r.Producer.Address); c != "" { // from the lines of the producer's cell
		r.Producer.Commune = c
		r.Cells[ocop.FieldCommune] = r.Cells[ocop.FieldProducer]
	}
}

// unglueOwner parts a place from the producer's name when the row has no other
// place; a section or sheet's commune comes after it.
func (row *rowState) unglueOwner(placed bool) bool {
	r := row.r
	if rest, where := unglue(r.Producer.Name); where != "" && !placed {
		r.Producer.Name = rest
		if r.Producer.Address == "" {
			r.Producer.Address = where
		}
		if c := communeOf(where); c != "" && r.Cells[ocop.FieldCommune].From == "" {
			return true
		}
		return false
	}
	if r.Producer.Commune == "" && row.rr.t.ctx.commune != "" {
		r.Producer.Commune = row.rr.t.ctx.commune
		r.Cells[ocop.FieldCommune] = row.rr.t.ctx.communeFrom
	}
	return false
}
