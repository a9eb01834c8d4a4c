package office

import (
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
