package layout

import "math"

// quietModules is the white that the standard asks for around a code.
const quietModules = 4

// maxQRSize is version 13: readers of the ZXing kind collapse above
// (formats.md §1).
const maxQRSize = 17 + 4*13

func (q *qrBox) compile(l *loader, b *boxFormat) {
	q.said = l.phrase(q.Text)
	q.paper = l.color(q.Paper, Color{})
	l.within(b.node, "min_module", q.MinModule, 0.2, 5)
}

func (q *qrBox) reads() []string { return q.said.names() }

// draw makes the code as large as the box allows at a whole number of printer
// dots a module, and centres it.
func (q *qrBox) draw(r *renderer, w, h float64) []Mark {
	text := unescape(r.text(q.said))
	if text == "" || r.o.QR == nil {
		if text != "" {
			r.problem(Error, qrNoEncoder.With())
		}
		return nil
	}
	modules, err := r.o.QR(text)
	if err != nil || len(modules) == 0 {
		r.problem(r.t.level(r.t.file.Checks.QR), qrFailed.With("why", err, "length", len(text)))
		return nil
	}
	n := len(modules)
	dots := math.Floor(math.Min(w, h)/float64(n+2*quietModules)/Dot + 1e-9)
	r.gateQR(n, dots, math.Min(w, h), q.MinModule)
	size := float64(n+2*quietModules) * dots * Dot
	x, y := (w-size)/2, (h-size)/2
	var marks []Mark
	if q.paper.Painted() {
		marks = append(marks, Rect{X: x, Y: y, W: size, H: size, Fill: q.paper})
	}
	return append(marks, QR{X: x, Y: y, Size: size, Quiet: quietModules, N: n, Modules: modules, Text: text})
}

// gateQR refuses what phones will not read: too many modules, or too small.
func (r *renderer) gateQR(n int, dots, room, least float64) {
	level := r.t.level(r.t.file.Checks.QR)
	if n > maxQRSize {
		r.problem(level, qrVersion.With("version", (n-17)/4, "most", (maxQRSize-17)/4))
	}
	if module := dots * Dot; module < least-1e-9 {
		need := math.Ceil(least/Dot-1e-9) * Dot * float64(n+2*quietModules)
		r.problem(level, qrModule.With("module", mm(module), "least", mm(least), "room", mm(room), "need", mm(need)))
	}
}
