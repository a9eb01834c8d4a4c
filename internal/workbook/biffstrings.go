package workbook

import (
	"errors"
	"unicode/utf16"
	"unicode/utf8"
)

// segments reads over the border between a record and its CONTINUE records.
// Where a string is cut there, the next record begins with a byte that says
// anew whether its characters have 8 or 16 bits ([MS-XLS] 2.5.293).
type segments struct {
	all [][]byte
	i   int
	at  int
	bad bool
	buf []byte
}

func (s *segments) byte() byte {
	for s.i < len(s.all) && s.at == len(s.all[s.i]) {
		s.i, s.at = s.i+1, 0
	}
	if s.i == len(s.all) {
		s.bad = true
		return 0
	}
	s.at++
	return s.all[s.i][s.at-1]
}

func (s *segments) u16() int { return int(s.byte()) | int(s.byte())<<8 }
func (s *segments) u32() int { return s.u16() | s.u16()<<16 }

func (s *segments) skip(n int) {
	for n > 0 && !s.bad {
		if s.i == len(s.all) {
			s.bad = true
			return
		}
		step := min(n, len(s.all[s.i])-s.at)
		s.at += step
		if n -= step; n > 0 {
			s.i, s.at = s.i+1, 0
		}
	}
}

// chars reads n characters. Those of 8 bits are the first 256 of Unicode,
// which keeps the bytes of old Vietnamese fonts as they are.
func (s *segments) chars(n int, wide bool) string {
	s.buf = s.buf[:0]
	high := rune(0)
	for n > 0 && !s.bad {
		if s.i < len(s.all) && s.at == len(s.all[s.i]) {
			if s.i, s.at = s.i+1, 0; s.i < len(s.all) {
				wide = s.byte()&1 != 0
				continue
			}
		}
		if s.i >= len(s.all) {
			s.bad = true
			return ""
		}
		rest := s.all[s.i][s.at:]
		if !wide {
			take := min(n, len(rest))
			for _, c := range rest[:take] {
				s.buf = utf8.AppendRune(s.buf, rune(c))
			}
			s.at, n = s.at+take, n-take
			continue
		}
		if len(rest) < 2 {
			s.bad = true
			return ""
		}
		take := min(n, len(rest)/2)
		for k := range take {
			high = s.unit(rune(u16(rest, 2*k)), high)
		}
		s.at, n = s.at+2*take, n-take
	}
	if high != 0 {
		s.buf = utf8.AppendRune(s.buf, utf8.RuneError)
	}
	return string(s.buf)
}

// unit appends one 16-bit unit; the first half of a pair waits for the other.
func (s *segments) unit(r, high rune) rune {
	if high != 0 {
		if pair := utf16.DecodeRune(high, r); pair != utf8.RuneError {
			s.buf = utf8.AppendRune(s.buf, pair)
			return 0
		}
		s.buf = utf8.AppendRune(s.buf, utf8.RuneError)
	}
	if r >= 0xD800 && r < 0xDC00 {
		return r
	}
	s.buf = utf8.AppendRune(s.buf, r) // a lone second half becomes U+FFFD
	return 0
}

// readSST reads the shared strings.
func (b *biff) readSST(segs [][]byte) error {
	s := &segments{all: segs}
	s.u32()
	count := s.u32()
	b.strings.rich = map[int]*extra{}
	for range count {
		text, m := b.richString(s)
		if s.bad {
			return damagedPart("SST", errors.New("the strings end early"))
		}
		if len(b.strings.texts) >= b.bud.lim.Strings {
			return tooComplex("SST", errors.New("too many strings"))
		}
		if err := b.bud.text(len(text)); err != nil {
			return err
		}
		if m != nil {
			if err := b.bud.text(48 * len(m.runs)); err != nil {
				return err
			}
			b.strings.rich[len(b.strings.texts)] = m
		}
		b.strings.texts = append(b.strings.texts, text)
	}
	return nil
}

// richString reads one string with its runs ([MS-XLS] 2.5.293).
func (b *biff) richString(s *segments) (string, *extra) {
	n := s.u16()
	flags := s.byte()
	runs, ext := 0, 0
	if flags&8 != 0 {
		runs = s.u16()
	}
	if flags&4 != 0 {
		ext = s.u32()
	}
	text := s.chars(n, flags&1 != 0)
	var cuts [][2]int
	for range runs {
		if s.bad {
			break
		}
		cuts = append(cuts, [2]int{s.u16(), s.u16()})
	}
	s.skip(ext)
	return text, b.cut(text, cuts)
}

// cut parts a text where the font changes. Places count 16-bit units; before
// the first the cell's own look holds.
func (b *biff) cut(text string, cuts [][2]int) *extra {
	if len(cuts) == 0 {
		return nil
	}
	m := &extra{}
	from, unit, look, next := 0, 0, Run{}, 0
	flush := func(to int) {
		if to > from {
			look.Text = text[from:to]
			m.runs = append(m.runs, look)
			from = to
		}
	}
	for i, r := range text {
		for next < len(cuts) && cuts[next][0] <= unit {
			flush(i)
			look = b.font(cuts[next][1])
			next++
		}
		unit += utf16.RuneLen(r)
	}
	flush(len(text))
	if len(m.runs) == 0 {
		return nil
	}
	return m
}

func (b *biff) font(n int) Run {
	if n < len(b.fonts) {
		return b.fonts[n]
	}
	return Run{}
}
