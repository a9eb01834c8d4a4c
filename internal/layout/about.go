package layout

import "sort"

// Ask is one value that the office types once for a batch; it is read in texts
// as {ask.<Name>}.
type Ask struct {
	Name, Label, Default string
	Required             bool
}

// Asks lists the values that the template asks the office for, in its order.
func (t *Template) Asks() []Ask {
	out := make([]Ask, len(t.file.Ask))
	for i, a := range t.file.Ask {
		out[i] = Ask{a.Name.S, a.Label, a.Default, a.Required}
	}
	return out
}

// Answer puts what was answered, or the default, into a row's values as
// ask.<Name>, and lists the names of required questions that have no answer.
func (t *Template) Answer(v Values, answers map[string]string) (missing []string) {
	for _, a := range t.Asks() {
		s := answers[a.Name]
		if s == "" {
			s = a.Default
		}
		v["ask."+a.Name] = s
		if s == "" && a.Required {
			missing = append(missing, a.Name)
		}
	}
	return missing
}

// FontFiles lists the font files that the template names, sorted.
func (t *Template) FontFiles() []string {
	set := map[string]bool{}
	for _, f := range t.file.Fonts {
		for _, w := range []word{f.V.Regular, f.V.Bold, f.V.Italic, f.V.BoldItalic} {
			set[w.S] = true
		}
	}
	return sortedKeys(set)
}

// PictureFiles lists the pictures and backgrounds that the template names
// outright (not by a value), sorted.
func (t *Template) PictureFiles() []string {
	set := map[string]bool{}
	for _, b := range t.file.Boxes {
		if img, ok := b.kind.(*imageBox); ok && img.said.static() {
			s, _ := img.said.fill(nil)
			set[unescape(s)] = true
		}
	}
	if b := t.file.Background; b != nil {
		for _, p := range []*pictureFormat{b.Digital, b.Guide} {
			if p != nil {
				set[p.File.S] = true
			}
		}
	}
	return sortedKeys(set)
}

// Fields lists the value names that the template reads, sorted.
func (t *Template) Fields() []string {
	set := map[string]bool{}
	for _, b := range t.file.Boxes {
		for _, n := range b.kind.reads() {
			set[n] = true
		}
		if b.cond != nil {
			for _, n := range b.cond.reads() {
				set[n] = true
			}
		}
	}
	return sortedKeys(set)
}

// ForStock reports whether the template says what pre-printed stock has already:
// a background or boxes of the digital output alone. Without it an overprint
// prints everything again.
func (t *Template) ForStock() bool {
	if b := t.file.Background; b != nil && b.Digital != nil {
		return true
	}
	for _, b := range t.file.Boxes {
		if b.Layer == "digital" {
			return true
		}
	}
	return false
}

// BoxInfo is what an editor or a manual shows of a box.
type BoxInfo struct {
	ID, Type string
	Side     Side
	Area     Box4 // on the page, mm
	Reads    []string
}

// Boxes lists the boxes in drawing order.
func (t *Template) Boxes() []BoxInfo {
	out := make([]BoxInfo, len(t.file.Boxes))
	for i, b := range t.file.Boxes {
		side := Front
		if b.Side == "back" {
			side = Back
		}
		out[i] = BoxInfo{b.ID.S, string(b.Type), side, b.area, b.kind.reads()}
	}
	return out
}

func sortedKeys(set map[string]bool) []string {
	delete(set, "")
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
