package layout

import (
	"fmt"
	"strings"
)

// printed is a text without what is never drawn.
func printed(s string) string { return strings.ReplaceAll(drawn(s), "\n", "") }

// letterNames writes letters with their code points: “ỵ (U+1EF5)”.
func letterNames(letters []rune) string {
	names := make([]string, len(letters))
	for i, r := range letters {
		names[i] = fmt.Sprintf("%c (U+%04X)", r, r)
	}
	return strings.Join(names, ", ")
}
