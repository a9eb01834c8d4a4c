package plan

import (
	"slices"
	"strings"
	"sync"

	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// labels finds a field by its heading in either language, or its key. Where two
// sections use one heading ("Địa điểm"), the section's name stands behind it.
// Made at first use: most commands read no plan.
var labels = sync.OnceValue(func() map[string]*Field {
	m := map[string]*Field{}
	for _, s := range sections {
		for _, f := range s.Fields {
			for _, name := range []string{sheetLabel(f, message.Vi), sheetLabel(f, message.En), f.Key} {
				if k := viet.Fold(name); m[k] == nil {
					m[k] = f
				}
			}
		}
	}
	return m
})

func fieldByLabel(label string) *Field { return labels()[viet.Fold(label)] }

// sheetLabel is a heading that no other field has.
func sheetLabel(f *Field, l message.Lang) string {
	label := f.Label(l)
	for _, s := range sections {
		for _, other := range s.Fields {
			if other != f && viet.Fold(other.Label(l)) == viet.Fold(label) {
				return label + " (" + sectionOf(f).Text.In(l) + ")"
			}
		}
	}
	return label
}

func sectionOf(f *Field) Section {
	for _, s := range sections {
		if slices.Contains(s.Fields, f) {
			return s
		}
	}
	return Section{}
}

// isHeading knows the sheet's own titles.
func isHeading(label string) bool {
	k := viet.Fold(label)
	for _, s := range sections {
		if k == viet.Fold(s.Text.In(message.Vi)) || k == viet.Fold(s.Text.In(message.En)) {
			return labels()[k] == nil
		}
	}
	switch k {
	case viet.Fold(PlanSheet), "noi dung", viet.Fold(DecisionTable.Text.In(message.Vi)), viet.Fold(GroupTable.Text.In(message.Vi)):
		return true
	}
	return strings.HasPrefix(k, "ke hoach") || strings.HasPrefix(k, "mau khong co gia tri")
}
