package qr

import (
	"sync"

	"rsc.io/qr/coding"
	"rsc.io/qr/gf256"
)

// Encode gives the symbol of a text: the smallest version at level M, then
// the highest level that the same version holds. The error is TooDense when
// the text needs more than version 13 (or is empty).
func Encode(text string) (Code, error) {
	segments, version, bits := choose(text)
	if version == 0 {
		return Code{}, TooDense.With("length", len(text)).Err()
	}
	level := M
	for level < H && bits <= 8*coding.Version(version).DataBytes(coding.Level(level+1)) {
		level++
	}
	return symbol(segments, version, level), nil
}

// Size gives the modules a side of what Encode would make of a text, for a
// thirtieth of its time.
func Size(text string) (n int, err error) {
	_, version, _ := choose(text)
	if version == 0 {
		return 0, TooDense.With("length", len(text)).Err()
	}
	return 17 + 4*version, nil
}

// choose finds the segments and the smallest version at level M.
func choose(text string) (segments []segment, version, bits int) {
	if text == "" {
		return nil, 0, 0
	}
	for _, c := range classes {
		segments, bits, ok := c.split(text)
		if !ok {
			continue
		}
		for v := c.from; v <= c.to; v++ {
			if bits <= 8*coding.Version(v).DataBytes(coding.M) {
				return segments, v, bits
			}
		}
	}
	return nil, 0, 0
}

// symbol encodes the data, tries the eight masks and keeps the best, the first
// of equals.
func symbol(segments []segment, version int, level Level) Code {
	p := planOf(version, level)
	bits := p.scratch.Get().(*scratch)
	defer p.scratch.Put(bits)
	codewords := bits.codewords(p, segments)
	s := &bits.grid
	s.place(p, codewords)
	best, least := 0, -1
	for m := range p.masks {
		if penalty := s.penalty(p, m); least < 0 || penalty < least {
			best, least = m, penalty
		}
	}
	c := Code{Version: version, Level: level, N: p.n, rows: make([]row, p.n)}
	for y := range c.rows {
		c.rows[y] = xor(s.rows[y], p.masks[best].rows[y])
	}
	return c
}

// plan is what is the same for every symbol of a version and level.
type plan struct {
	version coding.Version
	level   coding.Level
	n       int
	data    int        // data bytes
	check   int        // check bytes of a block
	blocks  int        //
	cells   []cell     // where each bit of the codewords goes
	masks   [8]pattern // fixed patterns, format and mask, to be xored
	scratch sync.Pool  // of *scratch
}

type cell struct{ x, y uint8 }

// pattern is a symbol by rows and by columns.
type pattern struct{ rows, cols []row }

func newPattern(n int) pattern { return pattern{make([]row, n), make([]row, n)} }

var plans [MaxVersion + 1][4]struct {
	once sync.Once
	plan *plan
}

func planOf(version int, level Level) *plan {
	p := &plans[version][level]
	p.once.Do(func() { p.plan = newPlan(coding.Version(version), coding.Level(level)) })
	return p.plan
}

func newPlan(v coding.Version, l coding.Level) *plan {
	p := &plan{version: v, level: l, n: 17 + 4*int(v)}
	for m := range p.masks {
		c, err := coding.NewPlan(v, l, coding.Mask(m))
		if err != nil {
			panic(err) // versions 1–13, levels L–H, masks 0–7 exist
		}
		p.data, p.check, p.blocks = c.DataBytes, c.CheckBytes/c.Blocks, c.Blocks
		p.masks[m] = p.read(c, m == 0)
	}
	p.scratch.New = func() any {
		return &scratch{rs: gf256.NewRSEncoder(coding.Field, p.check), check: make([]byte, p.check), grid: newPattern(p.n)}
	}
	return p
}

// read takes the fixed modules and the mask from a plan of rsc.io/qr.
func (p *plan) read(c *coding.Plan, first bool) pattern {
	out := newPattern(p.n)
	if first {
		p.cells = make([]cell, 8*(c.DataBytes+c.CheckBytes))
	}
	for y, line := range c.Pixel {
		for x, pix := range line {
			if pix&coding.Black != 0 {
				out.rows[y].set(uint8(x), 1)
				out.cols[x].set(uint8(y), 1)
			}
			if r := pix.Role(); first && (r == coding.Data || r == coding.Check) {
				p.cells[pix.Offset()] = cell{uint8(x), uint8(y)}
			}
		}
	}
	return out
}

// scratch is the working memory of one symbol.
type scratch struct {
	bits  coding.Bits
	out   []byte
	rs    *gf256.RSEncoder
	check []byte
	grid  pattern
}

// codewords gives data and check bytes, block after block.
func (s *scratch) codewords(p *plan, segments []segment) []byte {
	s.bits.Reset()
	for _, seg := range segments {
		seg.encoding().Encode(&s.bits, p.version)
	}
	s.bits.Pad(8*p.data - s.bits.Bits())
	s.out = append(s.out[:0], s.bits.Bytes()...)
	size, rest := p.data/p.blocks, s.out
	for i := range p.blocks {
		if i == p.blocks-p.data%p.blocks {
			size++
		}
		s.rs.ECC(rest[:size], s.check)
		s.out = append(s.out, s.check...)
		rest = rest[size:]
	}
	return s.out
}

// place sets the bits of the codewords, by rows and by columns.
func (s *pattern) place(p *plan, codewords []byte) {
	clear(s.rows)
	clear(s.cols)
	for i, b := range codewords {
		for k, c := range p.cells[8*i : 8*i+8] {
			bit := uint64(b>>(7-k)) & 1
			s.rows[c.y].set(c.x, bit)
			s.cols[c.x].set(c.y, bit)
		}
	}
}
