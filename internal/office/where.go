package office

import (
	"maps"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

var sourceWords = map[string]*message.Text{
	"column":  message.Define("source-column", "cột, ô {cell} trang «{sheet}»", "the column, cell {cell} of sheet «{sheet}»"),
	"section": message.Define("source-section", "dòng nhóm, ô {cell} trang «{sheet}»", "the section row, cell {cell} of sheet «{sheet}»"),
	"title":   message.Define("source-title", "tiêu đề, ô {cell} trang «{sheet}»", "the title, cell {cell} of sheet «{sheet}»"),
	"line":    message.Define("source-line", "dòng “Kèm theo Quyết định”, ô {cell} trang «{sheet}»", "the line “Kèm theo Quyết định”, cell {cell} of sheet «{sheet}»"),
	"sheet":   message.Define("source-sheet", "tên trang tính «{sheet}»", "the name of sheet «{sheet}»"),
	"file":    message.Define("source-file", "tên tệp", "the file's name"),
	"answer":  message.Define("source-answer", "câu trả lời của người nhập", "the answer given"),
}

// Where says in words where a value was read.
func Where(s ocop.Source) message.Message {
	if t, ok := sourceWords[s.From]; ok {
		return t.With("cell", s.Cell, "sheet", s.Sheet)
	}
	return inner.With("reason", s.Cell)
}

var (
	placed = message.Define("office-placed", "{place}: {reason}", "{place}: {reason}").Hint("{way}", "{way}")
	ofFile = message.Define("office-of-file", "Tệp “{file}”", "File “{file}”")
)

// wayOut is the hint of a sentence, said inside the hint of another.
type wayOut struct{ message.Message }

// In gives the hint in a language.
func (w wayOut) In(l message.Lang) string { return w.HintIn(l) }

// atRow puts the row's place before a sentence that does not name it.
func atRow(f ocop.Finding, r ocop.Result) ocop.Finding {
	f.Message = placed.With("place", placeOf.With("sheet", r.Sheet, "row", r.Row), "reason", f.Message, "way", wayOut{f.Message})
	return f
}

// aboutFile makes an error of a finding about a whole file, by its name.
func aboutFile(f ocop.Finding, name string) *message.Error {
	m := f.Message
	file := ofFile.With("file", name)
	if _, named := m.Blanks["place"]; !named {
		return placed.With("place", file, "reason", m, "way", wayOut{m}).Err()
	}
	m.Blanks = maps.Clone(m.Blanks)
	m.Blanks["place"] = file
	return m.Err()
}
