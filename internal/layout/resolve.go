package layout

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// anchored is the rectangle of a box whose anchor stands at x, y.
func anchored(b *boxFormat) Box4 {
	a := Box4{b.X, b.Y, b.W, b.H}
	switch b.Anchor {
	case "top", "center", "bottom":
		a.X -= b.W / 2
	case "top-right", "right", "bottom-right":
		a.X -= b.W
	}
	switch b.Anchor {
	case "left", "center", "right":
		a.Y -= b.H / 2
	case "bottom-left", "bottom", "bottom-right":
		a.Y -= b.H
	}
	return a
}

// known checks value names; more are names known only here.
func (l *loader) known(at int, names, more []string) {
	for _, n := range names {
		if !contains(l.names, n) && !contains(more, n) {
			l.d.say(at, loadUnknownName.With("name", n), nearFix(n, append(more, l.names...)))
		}
	}
}

// phrase compiles a text with values.
func (l *loader) phrase(w word, more ...string) phrase {
	p, err := parsePhrase(w.S)
	if err != nil {
		fix := fixForm.With()
		if f, ok := err.(unknownFilter); ok {
			fix = nearFix(string(f), filterNames())
		}
		l.d.say(w.at, loadExpression.With("text", w.S, "why", err), fix)
		return p
	}
	l.known(w.at, p.names(), more)
	return p
}

// color resolves a colour name; an empty one is the fallback.
func (l *loader) color(w word, fallback Color) Color {
	switch w.S {
	case "":
		return fallback
	case "den":
		if _, own := l.file.Colors.get("den"); !own {
			return Black
		}
	case "trang":
		if _, own := l.file.Colors.get("trang"); !own {
			return White
		}
	}
	c, ok := l.file.Colors.get(w.S)
	if !ok {
		l.d.say(w.at, loadUnknownRef.With("kind", kindColor, "name", w.S),
			nearFix(w.S, append([]string{"den", "trang"}, l.file.Colors.names()...)))
	}
	return c.color()
}

// faces resolves a font and style into the faces of its upright and its bold
// spans.
func (l *loader) faces(font word, style styleName) (regular, bold string) {
	f, ok := l.file.Fonts.get(font.S)
	if !ok {
		l.d.say(font.at, loadUnknownRef.With("kind", kindFont, "name", font.S), nearFix(font.S, l.file.Fonts.names()))
		return "", ""
	}
	byStyle := map[styleName]string{"regular": f.Regular.S, "bold": f.Bold.S, "italic": f.Italic.S, "bold-italic": f.BoldItalic.S}
	heavier := map[styleName]styleName{"regular": "bold", "bold": "bold", "italic": "bold-italic", "bold-italic": "bold-italic"}
	if byStyle[style] == "" {
		l.d.say(font.at, loadNoFace.With("font", font.S, "style", string(style)), fixForm.With())
	}
	return byStyle[style], byStyle[heavier[style]]
}

func (l *loader) colors(root *jsonNode) {
	n := root.member("colors")
	for i := range l.file.Colors {
		c := &l.file.Colors[i]
		at := n.member(c.Name)
		for _, part := range []struct {
			name string
			v    float64
		}{{"c", c.V.C}, {"m", c.V.M}, {"y", c.V.Y}, {"k", c.V.K}} {
			l.within(at, part.name, part.v, 0, 100)
		}
		if c.V.RGB.S != "" {
			if _, err := parseRGB(c.V.RGB.S); err != nil {
				l.d.say(c.V.RGB.at, loadRGB.With("value", c.V.RGB.S), fixForm.With())
			}
		}
	}
}

func parseRGB(s string) (Color, error) {
	b, err := hex.DecodeString(strings.TrimPrefix(s, "#"))
	if err != nil || len(b) != 3 || len(s) != 7 {
		return Color{}, fmt.Errorf("not #rrggbb: %q", s)
	}
	return Color{Kind: RGB, R: b[0], G: b[1], B: b[2]}, nil
}

func (c colorFormat) color() Color {
	if rgb, err := parseRGB(c.RGB.S); err == nil {
		return rgb
	}
	return Ink(c.C, c.M, c.Y, c.K)
}
