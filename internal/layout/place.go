package layout

import (
	"strconv"
	"strings"

	"ocoprint/internal/message"
)

// placeSaid says where a row came from, as the clerk sees it: file, sheet, row
// and the cell of one value.
type placeSaid struct {
	place Place
	value string
}

// In says “Tệp a.xlsx, trang tính «Đợt 2», dòng 14 (ô B14), «Chè…»: ”, whatever
// of it is known; nothing when nothing is.
func (p placeSaid) In(l message.Lang) string {
	words := map[string]string{"file": "Tệp ", "sheet": "trang tính «", "row": "dòng ", "cell": "ô "}
	if l == message.En {
		words = map[string]string{"file": "File ", "sheet": "sheet «", "row": "row ", "cell": "cell "}
	}
	var parts []string
	if p.place.File != "" {
		parts = append(parts, words["file"]+p.place.File)
	}
	if p.place.Sheet != "" {
		parts = append(parts, words["sheet"]+p.place.Sheet+"»")
	}
	cell := p.place.Cells[p.value]
	if p.place.Row > 0 {
		row := words["row"] + strconv.Itoa(p.place.Row)
		if cell != "" {
			row += " (" + words["cell"] + cell + ")"
		}
		parts = append(parts, row)
	} else if cell != "" {
		parts = append(parts, words["cell"]+cell)
	}
	if p.place.Label != "" {
		parts = append(parts, "«"+brief(p.place.Label)+"»")
	}
	if len(parts) == 0 {
		return ""
	}
	return firstUpper(strings.Join(parts, ", ")) + ": "
}

func firstUpper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// brief cuts a long name after a whole syllable: the row is named beside it.
func brief(s string) string {
	const most = 48
	if runes(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:(–-") + "…"
}
