package workbook

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// biffSheet reads one worksheet substream.
type biffSheet struct {
	b       *biff
	s       *Sheet
	grid    grid
	open    bool  // a row of the grid is open
	pending *Cell // a formula whose text comes in a STRING record
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
	if err != nil && CodeOf(err) == "" && b.bud.alive() == nil {
		return damagedPart(s.Name, err)
	}
	return err
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
			return refuse(FileEncrypted, msgEncryptedOther.With("type", ".xls"), nil)
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

// cell reads a record that holds one cell.
func (r *biffSheet) cell(c Cell, id uint16, d []byte) error {
	switch id {
	case recLabelSST:
		n := int(binary.LittleEndian.Uint32(d[6:]))
		if n < 0 || n >= len(r.b.strings.texts) {
			return fmt.Errorf("cell %s: shared string %d of %d", c.Name(), n, len(r.b.strings.texts))
		}
		c.more = r.b.strings.rich[n]
		return r.text(c, r.b.strings.texts[n])
	case recLabel, recRString:
		text, took, ok := shortString(d[6:], 2)
		if !ok {
			return fmt.Errorf("cell %s: %w", c.Name(), errShort)
		}
		if err := r.b.bud.text(len(text)); err != nil {
			return err
		}
		if id == recRString {
			c.more = r.b.runs(text, d[6+took:])
		}
		return r.text(c, text)
	case recNumber:
		return r.number(c, math.Float64frombits(binary.LittleEndian.Uint64(d[6:])))
	case recRK:
		return r.number(c, rk(binary.LittleEndian.Uint32(d[6:])))
	case recBoolErr:
		return r.boolErr(c, d[6], d[7] != 0)
	}
	return r.formula(c, d)
}

// runs reads the runs behind the text of an RSTRING record.
func (b *biff) runs(text string, d []byte) *extra {
	var cuts [][2]int
	if len(d) >= 2 {
		for n := int(u16(d, 0)); n > 0 && len(d) >= 2+4*(len(cuts)+1); n-- {
			at := 2 + 4*len(cuts)
			cuts = append(cuts, [2]int{int(u16(d, at)), int(u16(d, at+2))})
		}
	}
	return b.cut(text, cuts)
}

func (r *biffSheet) text(c Cell, text string) error {
	if text == "" {
		return nil
	}
	c.Kind = Text
	return r.add(c, nil, text)
}

func (r *biffSheet) number(c Cell, x float64) error {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Errorf("cell %s: no number", c.Name())
	}
	c.Kind, c.Number = Number, x
	if c.Style.Date {
		c.Kind = Date
	}
	format := byte('f')
	if a := math.Abs(x); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'g'
	}
	r.num = strconv.AppendFloat(r.num[:0], x, format, -1, 64)
	return r.add(c, r.num, "")
}

// rk opens the short form of a number: 30 bits of a double or a whole number,
// perhaps of hundredths ([MS-XLS] 2.5.217).
func rk(v uint32) float64 {
	x := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		x = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		x /= 100
	}
	return x
}

func (r *biffSheet) mulRK(d []byte) error {
	n := (len(d) - 6) / 6
	for i := range n {
		c := Cell{Row: int(u16(d, 0)) + 1, Col: int(u16(d, 2)) + 1 + i, HasValue: true}
		if err := r.look(&c, int(u16(d, 4+6*i))); err != nil {
			return err
		}
		if err := r.number(c, rk(binary.LittleEndian.Uint32(d[6+6*i:]))); err != nil {
			return err
		}
	}
	return nil
}

// biffErrors are the codes of error values.
var biffErrors = map[byte]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
	0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA"}

func (r *biffSheet) boolErr(c Cell, v byte, isError bool) error {
	raw := strconv.Itoa(int(v))
	if isError {
		c.Kind = Error
		if raw = biffErrors[v]; raw == "" {
			raw = "#ERR"
		}
	} else {
		c.Kind, c.Number = Bool, float64(min(v, 1))
	}
	return r.add(c, []byte(raw), "")
}

// formula reads the cached result of a formula; a text follows in a STRING
// record. Writers that do not calculate store 0 and ask for recalculation.
func (r *biffSheet) formula(c Cell, d []byte) error {
	c.formula = true
	if d[12] != 0xFF || d[13] != 0xFF {
		x := math.Float64frombits(binary.LittleEndian.Uint64(d[6:]))
		if x == 0 && u16(d, 14)&3 == 3 {
			c.HasValue = false
			return r.add(c, nil, "")
		}
		return r.number(c, x)
	}
	switch d[6] {
	case 0:
		if err := r.flush(); err != nil {
			return err
		}
		r.pending = &c
		return nil
	case 1:
		return r.boolErr(c, d[8], false)
	case 2:
		return r.boolErr(c, d[8], true)
	}
	return r.add(c, nil, "")
}

func (r *biffSheet) formulaText(segs [][]byte) error {
	s := &segments{all: segs}
	n := s.u16()
	text := s.chars(n, s.byte()&1 != 0)
	if s.bad {
		return fmt.Errorf("cell %s: %w", r.pending.Name(), errShort)
	}
	if err := r.b.bud.text(len(text)); err != nil {
		return err
	}
	c := *r.pending
	r.pending = nil
	if text != "" {
		c.Kind = Text
	}
	return r.add(c, nil, text)
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
