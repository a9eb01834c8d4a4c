package layout

import "strings"

// setting is how lines of a prose are put down.
type setting struct {
	box       string
	size      float64 // pt
	color     Color
	charSpace float64 // pt
}

func (p setting) mm(units float64) float64 { return units * p.size / 1000 * MM }

// spacing is CharSpace in 1/1000 em.
func (p setting) spacing() float64 {
	if p.charSpace == 0 {
		return 0
	}
	return p.charSpace * 1000 / p.size
}

// setLine puts one line down at x on its baseline, one mark for each face.
// wordSpace is what every blank of a justified line is widened by, mm.
func (pr *prose) setLine(p setting, l piece, x, baseline, wordSpace float64) []Mark {
	var marks []Mark
	for _, r := range pr.runs {
		from, to := max(r.from, l.from), min(r.to, l.to)
		if from >= to {
			continue
		}
		at := pr.at[from].units - pr.at[l.from].units + float64(pr.at[from].count-pr.at[l.from].count)*p.spacing()
		blanks := float64(pr.at[from].blank - pr.at[l.from].blank)
		s := drawn(pr.text[from:to])
		inner := strings.Count(strings.Trim(s, " "), " ")
		top, deep := r.fc.ink(s)
		marks = append(marks, Text{
			Box: p.box, Face: r.key, Size: p.size, Color: ink(p.color), String: s,
			X: x + p.mm(at) + blanks*wordSpace, Baseline: baseline,
			CharSpace: p.charSpace, WordSpace: wordSpace,
			Width:  p.mm(pr.width(from, to, p.spacing())) + float64(inner)*wordSpace,
			Ascent: p.mm(top), Descent: p.mm(deep),
		})
	}
	return marks
}

// drawn is the text as it goes on paper: unbreakable blanks are plain blanks
// there, so that a search for the words finds them.
func drawn(s string) string {
	if !strings.ContainsAny(s, "\u00a0\u202f\n") {
		return s
	}
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\n", " ").Replace(s)
}

func ink(c Color) Color {
	if !c.Painted() {
		return Black
	}
	return c
}

// Move gives the mark moved by dx, dy mm.
func Move(m Mark, dx, dy float64) Mark {
	switch m := m.(type) {
	case Text:
		m.X, m.Baseline = m.X+dx, m.Baseline+dy
		return m
	case Line:
		m.X1, m.Y1, m.X2, m.Y2 = m.X1+dx, m.Y1+dy, m.X2+dx, m.Y2+dy
		return m
	case Rect:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case Image:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case QR:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case Path:
		segs := make([]Seg, len(m.Segs))
		for i, s := range m.Segs {
			segs[i] = Seg{s.Op, s.X1 + dx, s.Y1 + dy, s.X2 + dx, s.Y2 + dy, s.X + dx, s.Y + dy}
		}
		m.Segs = segs
		return m
	}
	return m
}
