package workbook

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
)

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
