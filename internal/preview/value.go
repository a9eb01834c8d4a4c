package preview

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

	"ocoprint/internal/layout"
)

func box(id string) string {
	if id == "" {
		return ""
	}
	return ` data-box="` + escape(id) + `"`
}

func paint(c layout.Color) string {
	if !c.Painted() {
		return "none"
	}
	r, g, b := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

func stroke(c layout.Color, width float64, dash []float64, ends layout.Cap, join layout.Join) string {
	if !c.Painted() || width <= 0 {
		return ""
	}
	s := fmt.Sprintf(` stroke="%s" stroke-width="%s"`, paint(c), number(width, 3))
	if len(dash) > 0 {
		var parts []string
		for _, v := range dash {
			parts = append(parts, number(v, 3))
		}
		s += ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
	}
	s += [...]string{"", ` stroke-linecap="round"`, ` stroke-linecap="square"`}[min(max(ends, 0), 2)]
	return s + [...]string{"", ` stroke-linejoin="round"`, ` stroke-linejoin="bevel"`}[min(max(join, 0), 2)]
}

// outline writes the steps of a path.
func outline(segs []layout.Seg, dec int) string {
	var b strings.Builder
	put := func(vs ...float64) {
		for i, v := range vs {
			s := number(v, dec)
			if i > 0 && s[0] != '-' {
				b.WriteByte(' ')
			}
			b.WriteString(s)
		}
	}
	for _, s := range segs {
		if s.Op == layout.BoxTo {
			b.WriteByte('M')
			put(s.X1, s.Y1)
			b.WriteByte('H')
			put(s.X)
			b.WriteByte('V')
			put(s.Y)
			b.WriteByte('H')
			put(s.X1)
			b.WriteByte('Z')
			continue
		}
		b.WriteByte(byte(s.Op))
		switch s.Op {
		case layout.MoveTo, layout.LineTo:
			put(s.X, s.Y)
		case layout.CubicTo:
			put(s.X1, s.Y1, s.X2, s.Y2, s.X, s.Y)
		}
	}
	return b.String()
}

func mm(v float64) string { return number(v, 3) }

// number writes a number with at most dec decimals.
func number(v float64, dec int) string {
	p := math.Pow10(dec)
	return strconv.FormatFloat(math.Round(v*p)/p+0, 'f', -1, 64)
}

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // writing to memory does not fail
	return b.String()
}
