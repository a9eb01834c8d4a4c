package office

import (
	"strings"

	"ocoprint/internal/register"
)

// EventText says the rest of an event in one line, in the words that were
// entered: number, reason, paper, decision, links.
func EventText(e register.Event) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if e.Cert != nil {
		add(e.Cert.Number)
	}
	add(e.Reason)
	if e.Decision != nil {
		add(e.Decision.String())
	}
	add(e.Clause)
	add(e.Paper)
	if e.Replaces != "" {
		add("← " + e.Replaces)
	}
	if e.ReplacedBy != "" {
		add("→ " + e.ReplacedBy)
	}
	add(e.Blank)
	if e.Source != nil {
		add(e.Source.File)
	}
	return strings.Join(parts, " · ")
}
