package layout

// Color is a printing colour. The zero value paints nothing.
type Color struct {
	Kind       ColorKind
	C, M, Y, K float64 // 0–100, when Kind is CMYK
	R, G, B    uint8   // when Kind is RGB
}

// ColorKind says which numbers of a Color count.
type ColorKind uint8

// The kinds of colour.
const (
	NoColor ColorKind = iota
	CMYK
	RGB
)

// Black is K 100 alone: one plate, no coloured fringe.
var Black = Color{Kind: CMYK, K: 100}

// White is no ink.
var White = Color{Kind: CMYK}

// Ink is a CMYK colour, 0–100 each.
func Ink(c, m, y, k float64) Color { return Color{Kind: CMYK, C: c, M: m, Y: y, K: k} }

// Gray is a K-only tint, 0–100.
func Gray(k float64) Color { return Color{Kind: CMYK, K: k} }

// Painted reports whether the colour paints at all.
func (c Color) Painted() bool { return c.Kind != NoColor }

// KOnly reports whether the colour uses the black plate alone.
func (c Color) KOnly() bool { return c.Kind == CMYK && c.C == 0 && c.M == 0 && c.Y == 0 }

// RGBA gives the colour as a screen shows it, 0–255 each. Both the preview and
// the picture of a proof use this one conversion.
func (c Color) RGBA() (r, g, b uint8) {
	if c.Kind == RGB {
		return c.R, c.G, c.B
	}
	k := 1 - c.K/100
	return mix(c.C, k), mix(c.M, k), mix(c.Y, k)
}

func mix(ink, k float64) uint8 { return uint8(255*(1-ink/100)*k + 0.5) }
