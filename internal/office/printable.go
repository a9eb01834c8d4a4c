package office

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
)

// The reconciliation tells which rows were held because a letter of theirs is
// in no font. It must not fail on that letter itself: on its pages such a
// letter stands by its code, [U+0E0A]. The workbook beside it has the letter.

// printableReading is a reading that the pages of the reconciliation can say.
func printableReading(in papers.Input) papers.Reading {
	faces := in.Faces
	if faces == nil {
		faces = layout.DefaultFaces()
	}
	p := speller{faces: faces, keys: []string{layout.Serif.Regular, layout.Serif.Bold, layout.Serif.Italic, layout.Serif.BoldItalic}}
	r := in.Reading
	r.File = p.text(r.File)
	r.Kept, r.LeftOut = slices.Clone(r.Kept), slices.Clone(r.LeftOut)
	r.Findings, r.Facts, r.Footers = slices.Clone(r.Findings), slices.Clone(r.Facts), slices.Clone(r.Footers)
	for i := range r.Kept {
		r.Kept[i].Result = p.result(r.Kept[i].Result)
	}
	for i := range r.LeftOut {
		r.LeftOut[i].Result, r.LeftOut[i].Reason = p.result(r.LeftOut[i].Result), p.message(r.LeftOut[i].Reason)
	}
	for i, f := range r.Findings {
		f.Message, f.Raw, f.Expected, f.Sheet = p.message(f.Message), p.text(f.Raw), p.text(f.Expected), p.text(f.Sheet)
		r.Findings[i] = f
	}
	for i := range r.Facts {
		r.Facts[i].Value = p.text(r.Facts[i].Value)
	}
	for i := range r.Footers {
		r.Footers[i].Text = p.text(r.Footers[i].Text)
	}
	return r
}

// speller writes letters that a face lacks by their code.
type speller struct {
	faces *layout.Faces
	keys  []string
}

func (p speller) result(r ocop.Result) ocop.Result {
	for _, field := range []*string{&r.Sheet, &r.File, &r.No, &r.Product.Name, &r.Product.Group, &r.Producer.Name, &r.Producer.Address, &r.Producer.Commune} {
		*field = p.text(*field)
	}
	return r
}

func (p speller) message(m message.Message) message.Message {
	if m.Blanks == nil {
		return m
	}
	m.Blanks = maps.Clone(m.Blanks)
	for name, v := range m.Blanks {
		switch v := v.(type) {
		case string:
			m.Blanks[name] = p.text(v)
		case message.Message:
			m.Blanks[name] = p.message(v)
		case interface{ In(message.Lang) string }:
			m.Blanks[name] = spelled{p, v}
		}
	}
	return m
}

// spelled is something that says itself in both languages, spelled.
type spelled struct {
	speller
	v interface{ In(message.Lang) string }
}

// In gives the spelled text in a language.
func (s spelled) In(l message.Lang) string { return s.text(s.v.In(l)) }

func (p speller) text(s string) string {
	missing := false
	for _, key := range p.keys {
		missing = missing || len(p.faces.Missing(key, s)) > 0
	}
	if !missing {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if p.lacks(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (p speller) lacks(r rune) bool {
	return r >= ' ' && slices.ContainsFunc(p.keys, func(key string) bool { return !p.faces.HasGlyph(key, r) })
}
