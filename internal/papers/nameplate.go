package papers

import (
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// NamePlates are table plates (biển tên): a sheet is cut in two, each half
// folded to a tent whose two faces show the same name; the far face is printed
// upside down so that it stands upright when folded.
var NamePlates = Paper{
	Name: "name-plates", File: "bien-ten",
	Title: message.Define("paper-name-plates", "Biển tên đại biểu", "Name plates"),
	About: message.Define("paper-name-plates-about", "Biển tên để bàn, gấp đôi, hai mặt; hai biển một tờ A4.",
		"Folded table plates with two faces, two to a sheet."),
	Pages: namePlatesPages,
}

func namePlatesPages(in Input) ([]layout.Page, []layout.Problem) {
	t, problems := ownLayout("name-plate")
	if len(problems) > 0 {
		return nil, problems
	}
	var rows []layout.Row
	for _, g := range in.invitedGuests() {
		name, line := plate(g)
		rows = append(rows, layout.Row{Place: layout.Place{Label: name},
			Values: layout.Values{"plate.name": name, "plate.line": line, "sample": in.sample()}})
	}
	o := layout.Options{Faces: in.Faces}
	o.Sizes = t.Plan(rows, o) // plates stand in a row on the table: one size
	var tents []layout.Page
	for i, row := range rows {
		o.Index, o.Place = i, row.Place
		faces, bad := t.Render(row.Values, o)
		problems = append(problems, bad...)
		if len(faces) > 0 {
			tents = append(tents, tent(faces[0]))
		}
	}
	return tiled(tents, 210, 297, 1, 2), problems
}

// plate is what stands large and what stands below it: a person with his
// office, or the office alone above its organisation.
func plate(g invited) (name, line string) {
	switch {
	case g.Name == "" && g.Title != "" && g.Organisation != "" && g.position() == g.Title+" "+g.Organisation:
		return g.Title + "\n" + g.Organisation, "" // seats side by side are set alike
	case g.Name == "":
		return formAbove(g.position()), ""
	}
	return g.Name, g.position()
}

// forms are the legal forms that stand on a line of their own on a plate, the
// longest first.
var forms = []string{"Công ty TNHH MTV", "Công ty TNHH một thành viên", "Công ty trách nhiệm hữu hạn một thành viên",
	"Công ty trách nhiệm hữu hạn", "Công ty TNHH", "Công ty cổ phần", "Công ty CP", "Doanh nghiệp tư nhân",
	"Liên hiệp hợp tác xã", "Hợp tác xã", "Tổ hợp tác", "Hộ kinh doanh", "Cơ sở sản xuất",
	"Cty TNHH MTV", "Cty TNHH", "Cty CP", "Liên hiệp HTX", "HTX NN&DV", "Hộ KD"} // one short word does not stand alone

// formAbove sets the legal form of an organisation above its name, where the
// name is long enough for a line (HỢP TÁC XÃ / MINH HỌA SAN THÀNG) or the form
// so long that the two are parted anyhow (CÔNG TY TNHH MTV / MINH HỌA).
func formAbove(name string) string {
	for _, form := range forms {
		rest, ok := cutPrefixFold(name, form)
		if !ok {
			continue
		}
		words, first := strings.Fields(name), len(strings.Fields(form))
		if n := len(words) - first; n >= 3 || n == 2 && first >= 4 {
			return strings.Join(words[:first], " ") + "\n" + rest
		}
		return name
	}
	return name
}

// tent puts a face below the fold, and again above it turned by 180 degrees.
func tent(face layout.Page) layout.Page {
	p := layout.Page{W: face.W, H: 2 * face.H, Marks: []layout.Mark{foldLine(6, face.H, face.W-6, face.H)}}
	onto(&p, face, 0, face.H)
	for _, m := range face.Marks {
		p.Marks = append(p.Marks, upsideDown(m, face.W, face.H))
	}
	return p
}

// foldLine is dotted, so that nobody cuts along it.
func foldLine(x1, y1, x2, y2 float64) layout.Line {
	return layout.Line{Box: "gap", X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 0.15, Color: layout.Gray(45), Dash: []float64{0.4, 2}, Cap: layout.RoundCap}
}

// upsideDown turns a mark by half a turn about the middle of a w × h page.
func upsideDown(m layout.Mark, w, h float64) layout.Mark {
	switch m := m.(type) {
	case layout.Text:
		m.X, m.Baseline, m.Rotate = w-m.X, h-m.Baseline, (m.Rotate+2)&3
		return m
	case layout.Line:
		m.X1, m.Y1, m.X2, m.Y2 = w-m.X1, h-m.Y1, w-m.X2, h-m.Y2
		return m
	case layout.Rect:
		m.X, m.Y = w-m.X-m.W, h-m.Y-m.H
		return m
	case layout.Path:
		segs := make([]layout.Seg, len(m.Segs))
		for i, s := range m.Segs {
			segs[i] = layout.Seg{Op: s.Op, X: w - s.X, Y: h - s.Y, X1: w - s.X1, Y1: h - s.Y1, X2: w - s.X2, Y2: h - s.Y2}
		}
		m.Segs = segs
		return m
	}
	return m
}
