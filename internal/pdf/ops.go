package pdf

import (
	"math"
	"strconv"

	"ocoprint/internal/layout"
)

// pt is the number of points in a millimetre.
const pt = 72 / 25.4

// frame turns millimetres from the top left of the trim into points from the
// bottom left of the sheet.
type frame struct {
	left float64 // mm from the left edge of the sheet to the trim
	high float64 // pt from the bottom edge of the sheet to the top of the trim
}

func frameOf(p layout.Page) frame { return frame{p.Bleed, (p.H + p.Bleed) * pt} }

func (f frame) x(mm float64) float64 { return (mm + f.left) * pt }
func (f frame) y(mm float64) float64 { return f.high - mm*pt }

// num writes a number with up to dec decimals and a space.
func num(b []byte, v float64, dec int) []byte {
	scale := [...]float64{1, 10, 100, 1000, 10000, 100000}[dec]
	n := int64(math.Round(v * scale))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	s := int64(scale)
	b = strconv.AppendInt(b, n/s, 10)
	if frac := n % s; frac != 0 {
		b = append(b, '.')
		for s /= 10; frac != 0; s /= 10 {
			b = append(b, byte('0'+frac/s))
			frac %= s
		}
	}
	return append(b, ' ')
}

// nums writes coordinates: 0.01 pt is 3.5 µm.
func nums(b []byte, op string, vs ...float64) []byte {
	for _, v := range vs {
		b = num(b, v, 2)
	}
	return append(append(b, op...), '\n')
}

func fillColor(b []byte, c layout.Color) []byte   { return setColor(b, c, "k\n", "rg\n") }
func strokeColor(b []byte, c layout.Color) []byte { return setColor(b, c, "K\n", "RG\n") }

func setColor(b []byte, c layout.Color, cmyk, rgb string) []byte {
	if c.Kind == layout.RGB {
		for _, v := range []uint8{c.R, c.G, c.B} {
			b = num(b, float64(v)/255, 4)
		}
		return append(b, rgb...)
	}
	for _, v := range []float64{c.C, c.M, c.Y, c.K} {
		b = num(b, v/100, 4)
	}
	return append(b, cmyk...)
}

// painted sets what a path needs, lets draw add the path, and paints it. The
// graphics state is put back only where more than colour and width was set.
func painted(b []byte, s stroke, fill layout.Color, evenOdd bool, draw func([]byte) []byte) []byte {
	line := s.color.Painted() && s.width > 0
	if !line && !fill.Painted() {
		return b
	}
	if fill.Painted() {
		b = fillColor(b, fill)
	}
	special := line && (len(s.dash) > 0 || s.cap != 0 || s.join != 0)
	if special {
		b = append(b, "q\n"...)
	}
	if line {
		b = s.set(b)
	}
	b = append(draw(b), paintOp(fill.Painted(), line, evenOdd)...)
	if special {
		b = append(b, "Q\n"...)
	}
	return b
}

func paintOp(fill, line, evenOdd bool) string {
	switch {
	case !fill:
		return "S\n"
	case line && evenOdd:
		return "B*\n"
	case line:
		return "B\n"
	case evenOdd:
		return "f*\n"
	}
	return "f\n"
}

// stroke is how a line is drawn.
type stroke struct {
	color layout.Color
	width float64 // mm
	dash  []float64
	cap   layout.Cap
	join  layout.Join
}

func (s stroke) set(b []byte) []byte {
	b = strokeColor(b, s.color)
	b = append(num(b, s.width*pt, 3), "w\n"...)
	if len(s.dash) > 0 {
		b = append(b, '[')
		for _, d := range s.dash {
			b = num(b, d*pt, 3)
		}
		b = append(b, "] 0 d\n"...)
	}
	if s.cap != 0 {
		b = append(strconv.AppendInt(b, int64(s.cap), 10), " J\n"...)
	}
	if s.join != 0 {
		b = append(strconv.AppendInt(b, int64(s.join), 10), " j\n"...)
	}
	return b
}
