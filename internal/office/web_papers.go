package office

import (
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/papers"
)

// PaperInfo is one kind of paper as a person chooses it.
type PaperInfo struct {
	Name, File   string
	Title, About *message.Text
	Main         bool // printed unless something else is chosen
}

// Papers lists the papers in the order in which an office uses them.
func Papers() (list []PaperInfo) {
	for _, p := range papers.All {
		main := slices.ContainsFunc(papers.Main, func(m papers.Paper) bool { return m.Name == p.Name })
		list = append(list, PaperInfo{p.Name, p.File, p.Title, p.About, main})
	}
	return list
}
