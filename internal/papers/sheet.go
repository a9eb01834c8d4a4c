package papers

import (
	"strings"

	"ocoprint/internal/layout"
)

// sheet is a paper being written: a flow with the input it speaks of.
type sheet struct {
	*layout.Flow
	in    Input
	parts int // numbered parts begun
}

// listSheet and wideListSheet are the sheets of a list: a page that is lost must
// be missed, so that the pages are numbered x/y. Letters keep the bare number of
// Decree 30.
func listSheet() layout.PageSetup { return counted(layout.Decree30()) }

func wideListSheet() layout.PageSetup { return counted(layout.Decree30Landscape()) }

func counted(s layout.PageSetup) layout.PageSetup {
	s.TotalPages = true
	return s
}

// newSheet begins a paper by Decree 30/2020.
func newSheet(in Input, setup layout.PageSetup, bookmark string) *sheet {
	setup.Bookmark = bookmark
	return &sheet{Flow: layout.NewFlow(setup, in.faces()), in: in}
}

func (in Input) faces() *layout.Faces {
	if in.Faces != nil {
		return in.Faces
	}
	return layout.DefaultFaces()
}

// done ends the paper; a sample is marked on every page.
func (s *sheet) done() ([]layout.Page, []layout.Problem) {
	pages, problems := s.Pages()
	return s.in.mark(pages), problems
}

// say sets a text that stands for itself: stars in a name are stars.
func (s *sheet) say(text string, p layout.Para) { s.Paragraph(layout.Escape(text), p) }

// fact sets a bold label and what it says.
func (s *sheet) fact(label, text string, p layout.Para) {
	s.Paragraph("**"+label+":** "+layout.Escape(text)+".", p)
}

// officeHead is the heading of an internal paper: the authority upright, the
// office that prepares it in bold, the country and its motto on the right.
func (s *sheet) officeHead() {
	a := s.in.Settings.Authority
	var lines []layout.Styled
	bold := officeStyle
	bold.Rule = agencyRule
	switch {
	case a.Office != "" && a.Name != "":
		lines = append(lines, layout.Styled{Text: upper(shortAuthority(a.Name)), Para: aboveStyle},
			layout.Styled{Text: upper(a.Office), Para: bold})
	default:
		lines = append(lines, layout.Styled{Text: agencyLines(or(a.Name, blank)), Para: bold})
	}
	s.head(lines, []layout.Styled{{Text: country, Para: countryStyle}, {Text: motto, Para: mottoStyle}})
}

// letterHead is the heading of a letter of the authority: number and place-date
// below.
func (s *sheet) letterHead(symbol string) {
	a := s.in.Settings.Authority
	bold := officeStyle
	bold.Rule = agencyRule
	var left []layout.Styled
	// A people's committee has no line above it (Decree 30, Annex I).
	if _, committee := cutPrefixFold(a.Name, peoplesCommittee); a.Above != "" && !committee {
		left = append(left, layout.Styled{Text: upper(a.Above), Para: aboveStyle})
	}
	left = append(left, layout.Styled{Text: agencyLines(or(a.Name, blank)), Para: bold},
		layout.Styled{Text: "Số:\u00a0" + wordBlank + symbol, Para: numberStyle, Gap: dateGap + 0.4}) // the motto is a point larger
	right := []layout.Styled{{Text: country, Para: countryStyle}, {Text: motto, Para: mottoStyle},
		{Text: placeDate(a.Place, s.in.AsOf), Para: dateStyle, Gap: dateGap}}
	s.head(left, right)
}

// head sets the two blocks side by side; the right one needs the width of the
// country's name.
func (s *sheet) head(left, right []layout.Styled) {
	w := s.Width() * 0.4
	s.Columns(column(w, left), column(s.Width()-w, right))
}

// column is a block beside others; its texts stand for themselves.
func column(width float64, lines []layout.Styled) layout.Column {
	for i := range lines {
		lines[i].Text = layout.Escape(lines[i].Text)
	}
	return layout.Column{Width: width, Lines: lines}
}

// titles sets the kind of paper, what it is about and where it belongs.
func (s *sheet) titles(kind, about, under string) {
	s.Space(5)
	s.say(upper(kind), titleStyle)
	if about != "" {
		s.say(about, subjectStyle)
	}
	if under != "" {
		s.say(under, underStyle)
	}
	s.Space(1.2)
	s.Rule(0.25, 0.15)
	s.Space(3)
}

// party is one who signs: office, hint and name.
type party struct{ office, hint, name string }

// preparer signs a list; the head of the office stands beside.
func (in Input) preparer() party {
	return party{"NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", ""}
}

func (in Input) officeHeadParty() party {
	if o := in.Settings.Authority.Office; o != "" {
		return party{"LÃNH ĐẠO " + upper(o), "(Ký, ghi rõ họ tên)", ""}
	}
	return party{"LÃNH ĐẠO ĐƠN VỊ", "(Ký, ghi rõ họ tên)", ""}
}

// signatory is who signs for the authority; nothing but an empty place stands
// between office and name.
func (in Input) signatory() party {
	sg := in.Settings.Signatory
	lines := sg.Lines
	if len(lines) == 0 {
		lines = []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}
	}
	return party{strings.Join(lines, "\n"), "", or(sg.Name, blank)}
}

// signatures sets two blocks side by side under the date, on one page.
func (s *sheet) signatures(left, right party) {
	block := func(p party, date string) layout.Column {
		if p == (party{}) {
			return layout.Column{}
		}
		lines := []layout.Styled{{Text: or(date, "\u00a0"), Para: dateStyle}, {Text: p.office, Para: signStyle}}
		if p.hint != "" {
			lines = append(lines, layout.Styled{Text: p.hint, Para: signHintStyle})
		}
		return column(0, append(lines, layout.Styled{Text: or(p.name, "\u00a0"), Para: signStyle, Gap: s.room(p)}))
	}
	s.Space(3)
	s.Columns(block(left, ""), block(right, placeDate(s.in.Settings.Authority.Place, s.in.AsOf)))
}

// room is less where no stamp is set.
func (s *sheet) room(p party) float64 {
	if p.hint != "" {
		return 15
	}
	return signRoom
}

// letterEnd sets the recipients on the left and the signatory on the right.
func (s *sheet) letterEnd(recipients ...string) {
	left := []layout.Styled{{Text: "Nơi nhận:", Para: forStyle}}
	for i, r := range recipients {
		end := ";"
		if i == len(recipients)-1 {
			end = "."
		}
		left = append(left, layout.Styled{Text: "- " + r + end, Para: forItemStyle})
	}
	p := s.in.signatory()
	right := []layout.Styled{{Text: p.office, Para: signStyle}, {Text: p.name, Para: signStyle, Gap: signRoom}}
	w := s.Width() * 0.45
	s.Space(4)
	s.Columns(column(w, left), column(s.Width()-w, right))
}
