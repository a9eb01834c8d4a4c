package layout

import (
	"math"

	"ocoprint/internal/viet"
)

// letters checks that the faces can draw a text, and says which cell a letter
// that they cannot comes from.
func (r *renderer) letters(pr *prose, p phrase) {
	for _, run := range pr.runs {
		if run.fc == nil {
			r.problem(Error, fontUnknown.With("face", run.key, "list", DefaultFaces().Keys()))
			continue
		}
		if missing := r.faces.Missing(run.key, printed(pr.text[run.from:run.to])); len(missing) > 0 {
			r.problemAt(r.t.level(r.t.file.Checks.MissingGlyph), r.sourceOf(p, missing[0]),
				letterMissing.With("face", run.key, "letters", letterNames(missing), "text", pr.text))
		}
	}
}

// sourceOf names the value of a phrase that holds a letter.
func (r *renderer) sourceOf(p phrase, c rune) string {
	for _, name := range p.names() {
		for _, l := range viet.Upper(say(r.v[name])) + say(r.v[name]) {
			if l == c {
				return name
			}
		}
	}
	return ""
}

func (r *renderer) notNFC(p phrase, v Values) {
	for _, name := range p.names() {
		if s := say(v[name]); !viet.IsNFC(s) {
			r.problemAt(Error, name, textNotNFC.With("text", s))
		}
	}
}

// fits notes how a text was set and refuses one that does not fit.
func (r *renderer) fits(pr *prose, spec fitSpec, f fitting) {
	r.fitted = append(r.fitted, Fitted{Label: r.o.Place.Label, Box: r.box.ID.S, Lines: len(f.lines),
		Size: f.size, FullSize: spec.size, Fits: f.ok, Text: pr.text})
	if f.ok {
		return
	}
	if r.misfits == nil {
		r.misfits = map[*boxFormat]bool{}
	}
	r.misfits[r.box] = true
	var at any = ""
	if size := pr.wouldFit(spec); size > 0 {
		at = wouldFitAt.With("size", mm(size))
	}
	least := spec.size
	if spec.shrink {
		least = math.Min(spec.min, spec.size)
	}
	r.problem(Error, textTooLong.With("text", pr.text, "letters", int(pr.at[len(pr.text)].count),
		"min", mm(least), "fit", pr.lettersThatFit(spec), "size", at))
}
