package workbook

import (
	"errors"
	"fmt"
)

// biffSheet reads one worksheet substream.
type biffSheet struct {
	b       *biff
	s       *Sheet
	grid    grid
	open    bool  // a row of the grid is open
	pending *Cell // a formula whose text comes in a STRING record
	valued  bool  // a formula of the sheet has a value other than ""
	num     []byte
}

func (b *biff) readSheet(bs boundSheet) error {
	s := &Sheet{Name: bs.name, Index: len(b.book.Sheets), Hidden: bs.visible != 0, VeryHidden: bs.visible == 2}
	b.book.Sheets = append(b.book.Sheets, s)
	r := &biffSheet{b: b, s: s, grid: grid{s: s, bud: b.bud, pieces: true}}
	end, err := r.read(bs.at)
	if err == nil {
		err = b.bud.unpack(int64(end - bs.at)) // sheets may not share bytes without end
	}
	if err == nil {
		err = r.grid.done()
	}
	if !r.valued {
		s.uncalculated()
	}
	if err != nil && CodeOf(err) == "" && b.bud.alive() == nil {
		return damagedPart(s.Name, err)
	}
	return err
}

// uncalculated marks formulas with an empty text as without a value. Writers
// that do not calculate store that, and then no formula of the sheet has more.
func (s *Sheet) uncalculated() {
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			if c := &s.Rows[i].Cells[j]; c.formula && c.Kind == Blank {
				c.HasValue = false
			}
		}
	}
}

// read goes through the substream; charts inside it are passed over.
func (r *biffSheet) read(at int) (int, error) {
	rec, at, err := r.b.record(at)
	if err != nil {
		return 0, err
	}
	if rec.id != recBOF || len(rec.body) < 4 || u16(rec.body, 0) != 0x0600 {
		return 0, errors.New("no BOF where the sheet begins")
	}
	for depth := 1; depth > 0; {
		if rec, at, err = r.b.record(at); err != nil {
			return 0, err
		}
		switch {
		case rec.id == recBOF:
			depth++
		case rec.id == recEOF:
			depth--
		case depth > 1:
		case rec.id == recString && r.pending != nil:
			var segs [][]byte
			if segs, at, err = r.b.continued(rec.body, at); err == nil {
				err = r.formulaText(segs)
			}
		default:
			err = r.record(rec)
		}
		if err != nil {
			return 0, err
		}
	}
	return at, errors.Join(r.flush(), r.endRow())
}

// shortest bodies of the records that are read.
var biffNeeds = map[uint16]int{recFormula: 20, recColInfo: 10, recMulRK: 6, recRString: 9, recMerged: 2,
	recLabelSST: 10, recNumber: 14, recLabel: 9, recBoolErr: 8, recRow: 16, recRK: 10}

func (r *biffSheet) record(rec record) error {
	d := rec.body
	need, known := biffNeeds[rec.id]
	if !known {
		r.s.FilterOn = r.s.FilterOn || rec.id == recFilterMode
		if rec.id == recFilePass {
			return errors.New("a FILEPASS record inside a sheet")
		}
		return nil
	}
	if len(d) < need {
		return fmt.Errorf("record %04X: %w", rec.id, errShort)
	}
	switch rec.id {
	case recRow:
		if u16(d, 12)&0x20 != 0 || u16(d, 6)&0x7FFF == 0 {
			r.grid.hideRows(int(u16(d, 0))+1, int(u16(d, 0))+1)
		}
		return nil
	case recColInfo:
		if u16(d, 8)&1 != 0 || u16(d, 4) == 0 {
			first, last := int(u16(d, 0))+1, min(int(u16(d, 2))+1, 256)
			if first <= last {
				r.s.HiddenCols = append(r.s.HiddenCols, Span{first, last})
			}
		}
		return nil
	case recMerged:
		return r.merges(d)
	case recMulRK:
		return r.mulRK(d)
	}
	c := Cell{Row: int(u16(d, 0)) + 1, Col: int(u16(d, 2)) + 1, HasValue: true}
	if err := r.look(&c, int(u16(d, 4))); err != nil {
		return err
	}
	return r.cell(c, rec.id, d)
}

// look gives the cell its style.
func (r *biffSheet) look(c *Cell, xf int) error {
	switch {
	case xf < len(r.b.styles):
		c.Style = r.b.styles[xf]
	case len(r.b.styles) == 0:
		c.Style = plainStyle(r.b.book.Date1904)
	default:
		return fmt.Errorf("cell %s: style %d is not defined", c.Name(), xf)
	}
	if c.Col > 256 {
		return fmt.Errorf("cell %s lies beyond the last column", c.Name())
	}
	return nil
}

// flush keeps a formula whose text never came.
func (r *biffSheet) flush() error {
	if r.pending == nil {
		return nil
	}
	c := *r.pending
	c.HasValue, r.pending = false, nil
	return r.add(c, nil, "")
}

// add puts a cell into the grid, opening its row.
func (r *biffSheet) add(c Cell, own []byte, shared string) error {
	if err := r.flush(); err != nil {
		return err
	}
	r.valued = r.valued || c.formula && c.Kind != Blank
	if !r.open || r.grid.row.Number != c.Row {
		if err := r.endRow(); err != nil {
			return err
		}
		r.grid.startRow(c.Row, false)
		r.open = true
	}
	return r.grid.add(c, own, shared)
}

func (r *biffSheet) endRow() error {
	if !r.open {
		return nil
	}
	r.open = false
	return r.grid.endRow()
}

func (r *biffSheet) merges(d []byte) error {
	n := int(u16(d, 0))
	if len(d) < 2+8*n {
		return errShort
	}
	for i := range n {
		at := 2 + 8*i
		m := Rect{int(u16(d, at)) + 1, int(u16(d, at+4)) + 1, int(u16(d, at+2)) + 1, int(u16(d, at+6)) + 1}
		if m.Row2 < m.Row1 || m.Col2 < m.Col1 || m.Col2 > 256 {
			return errors.New("merged range")
		}
		if err := r.b.bud.merge(); err != nil {
			return err
		}
		if m.Row1 != m.Row2 || m.Col1 != m.Col2 {
			r.s.Merges = append(r.s.Merges, m)
		}
	}
	return nil
}
