package layout

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// Listing writes pages as text, one mark a line, for golden files and diffs:
// box, kind, place in mm to two decimals, and what is there. A long path is
// told by its size and a sum of its steps.
func Listing(pages []Page) string {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d: %s × %s mm", i+1, two(p.W), two(p.H))
		for _, part := range []struct{ name, v string }{{"side", string(p.Side)}, {"label", p.Label}, {"bookmark", p.Bookmark}} {
			if part.v != "" {
				fmt.Fprintf(&b, ", %s %q", part.name, part.v)
			}
		}
		if p.Bleed > 0 {
			fmt.Fprintf(&b, ", bleed %s", two(p.Bleed))
		}
		if p.Rotate != 0 {
			fmt.Fprintf(&b, ", rotate %d", p.Rotate)
		}
		b.WriteByte('\n')
		if p.Background != nil {
			fmt.Fprintf(&b, "  background %s %s\n", p.Background.Name, two(p.Background.Opacity))
		}
		for _, m := range p.Marks {
			b.WriteString("  ")
			b.WriteString(list(m))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// two writes a length with two decimals, never “-0.00”.
func two(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

func list(m Mark) string {
	head := func(kind string, at ...float64) string {
		s := fmt.Sprintf("%-14s %-5s", m.BoxID(), kind)
		for _, x := range at {
			s += " " + two(x)
		}
		return s
	}
	switch m := m.(type) {
	case Text:
		s := head("text", m.X, m.Baseline, m.Width) + fmt.Sprintf(" %s %s %s %q", m.Face, strconv.FormatFloat(m.Size, 'f', -1, 64), m.Color, m.String)
		if m.Rotate != 0 {
			s += fmt.Sprintf(" turned %d", m.Rotate*90)
		}
		if m.CharSpace != 0 {
			s += " spaced " + two(m.CharSpace)
		}
		if m.WordSpace != 0 {
			s += " justified " + two(m.WordSpace)
		}
		return s
	case Line:
		return head("line", m.X1, m.Y1, m.X2, m.Y2) + fmt.Sprintf(" width %s %s", two(m.Width), m.Color)
	case Rect:
		s := head("rect", m.X, m.Y, m.W, m.H)
		return s + paint(m.Fill, m.Stroke, m.Width)
	case Path:
		b := m.Bounds()
		return head("path", b.X, b.Y, b.W, b.H) + paint(m.Fill, m.Stroke, m.Width) + fmt.Sprintf(" %d steps %08x", len(m.Segs), pathSum(m))
	case Image:
		s := head("image", m.X, m.Y, m.W, m.H) + fmt.Sprintf(" %q", m.Name)
		if m.Crop.W > 0 {
			s += fmt.Sprintf(" crop %.4f %.4f %.4f %.4f", m.Crop.X, m.Crop.Y, m.Crop.W, m.Crop.H)
		}
		return s
	case QR:
		return head("qr", m.X, m.Y, m.Size) + fmt.Sprintf(" %d modules %q", m.N, m.Text)
	}
	return "?"
}

func paint(fill, stroke Color, width float64) string {
	s := ""
	if fill.Painted() {
		s += " fill " + fill.String()
	}
	if stroke.Painted() {
		s += " stroke " + stroke.String() + " " + two(width)
	}
	return s
}

// String writes a colour for listings: k100, c0m100y90k10, #102030.
func (c Color) String() string {
	f := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	switch {
	case c.Kind == RGB:
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	case c.Kind == NoColor:
		return "none"
	case c.KOnly():
		return "k" + f(c.K)
	}
	return "c" + f(c.C) + "m" + f(c.M) + "y" + f(c.Y) + "k" + f(c.K)
}

// pathSum tells two paths apart at a hundredth of a millimetre.
func pathSum(p Path) uint32 {
	h := fnv.New32a()
	for _, s := range p.Segs {
		fmt.Fprint(h, string(s.Op), two(s.X), two(s.Y))
		switch s.Op {
		case BoxTo:
			fmt.Fprint(h, two(s.X1), two(s.Y1))
		case CubicTo:
			fmt.Fprint(h, two(s.X1), two(s.Y1), two(s.X2), two(s.Y2))
		}
	}
	return h.Sum32()
}
