package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Reconciliation (báo cáo đối chiếu): rows read, printed and left out, and why; the cell of every value.
var Reconciliation = Paper{
	Name: "reconciliation", File: "doi-chieu",
	Title: message.Define("paper-reconciliation", "Báo cáo đối chiếu", "Reconciliation report"),
	About: message.Define("paper-reconciliation-about", "Đọc bao nhiêu dòng, in gì, bỏ gì và vì sao; từng giá trị lấy từ ô nào.", "Rows read, printed and left out, and why; the cell of every value."),
	Pages: reconciliationPages,
	Table: reconciliationTable,
}

func reconciliationPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func reconciliationTable(in Input) *Table { return nil }
