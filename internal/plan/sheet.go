package plan

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Sheet is one sheet of a workbook as rows of shown text: Rows[0] is row 1, a
// blank cell "", a date 20/11/2023, the follower of a merge "".
type Sheet struct {
	Name string
	Rows [][]string
}

// Names of the sheets that [Form] writes.
const (
	PlanSheet  = "Kế hoạch"
	GuestSheet = "Đại biểu"
)

var (
	noPlanSheet = message.Define("plan-sheet-missing",
		"{where} không có trang tính “Kế hoạch”.", "{where} has no sheet “Kế hoạch”.").
		Hint("Lấy bảng tính mẫu bằng “ocoprint init --xlsx” rồi điền vào.", "Get the workbook with “ocoprint init --xlsx” and fill it in.")
	unknownRow = message.Define("plan-unknown-row",
		"{where}: không hiểu mục “{key}”.", "{where}: the entry “{key}” is not known.").
		Hint("Giữ nguyên cột “Nội dung” của bảng mẫu; giá trị ghi ở cột bên cạnh.", "Leave the column “Nội dung” as it is; values go beside it.")
	unknownRowNear = message.Define("plan-unknown-row-near",
		"{where}: không hiểu mục “{key}”. Có phải “{near}”?", "{where}: the entry “{key}” is not known. Did you mean “{near}”?").
		Hint("Sửa lại tên mục như trong bảng mẫu.", "Correct the name as in the form.")
	rowTwice = message.Define("plan-row-twice",
		"{where}: mục “{key}” đã có ở dòng {first}.", "{where}: the entry “{key}” stands in row {first} already.").
		Hint("Giữ một dòng.", "Keep one row.")
)

func planSheet(sheets []Sheet) *Sheet {
	for i := range sheets {
		if strings.HasPrefix(viet.Fold(sheets[i].Name), viet.Fold(PlanSheet)) {
			return &sheets[i]
		}
	}
	return nil
}

// FromSheets reads the sheet “Kế hoạch” (names and values, then the decisions)
// and the guest lists of all sheets. file is what complaints call the workbook;
// the error is a [Problems] with every complaint.
func FromSheets(file string, sheets []Sheet) (ocop.Settings, error) {
	sheet := planSheet(sheets)
	if sheet == nil {
		return ocop.Settings{}, Problems{noPlanSheet.With("where", placeFile.With("file", file)).Err()}
	}
	r := &sheetReader{reader: reader{file: file}, sheet: sheet, cells: map[string]cell{}}
	r.entries()
	r.settings.Conference.Groups = joinGroups(r.settings.Conference.Groups, r.guestLists(sheets))
	r.checkAll(r.whereCell)
	return r.settings, r.err()
}

// cell is a place on a sheet, from 0.
type cell struct {
	sheet    string
	row, col int
}

type sheetReader struct {
	reader
	sheet *Sheet
	cells map[string]cell // path to its cell
}

func (r *sheetReader) place(c cell) message.Message {
	return placeCell.With("file", r.file, "sheet", c.sheet, "row", c.row+1, "cell", cellName(c.row, c.col))
}

func (r *sheetReader) whereCell(path string) (message.Message, int) {
	for {
		if c, ok := r.cells[path]; ok {
			return r.place(c), c.row
		}
		i := strings.LastIndexAny(path, ".[")
		if i < 0 {
			return placeFile.With("file", r.file), 1 << 30
		}
		path = path[:i]
	}
}

func (r *sheetReader) complainAt(c cell, m message.Message) {
	m.Blanks["where"] = r.place(c)
	r.add(c.row, m.Err())
}

// entries reads the sheet from the top: pairs of name and value, until a header
// of decisions or guests begins a table.
func (r *sheetReader) entries() {
	first := map[string]int{}
	for i := 0; i < len(r.sheet.Rows); i++ {
		row := r.sheet.Rows[i]
		label, value := viet.Clean(at(row, 0)), at(row, 1)
		switch {
		case isGuestHeader(row):
			return // guest lists are read from every sheet
		case isDecisionHeader(row):
			i = r.decisionRows(i)
		case label == "" || isHeading(label):
		default:
			r.entry(first, cell{r.sheet.Name, i, 0}, label, value)
		}
	}
}

func (r *sheetReader) entry(first map[string]int, c cell, label, value string) {
	f := fieldByLabel(label)
	if f == nil {
		if viet.Clean(value) != "" {
			r.unknownEntry(c, label)
		}
		return
	}
	c.col = 1
	if row, twice := first[f.Key]; twice {
		r.complainAt(c, rowTwice.With("key", label, "first", row+1))
		return
	}
	first[f.Key], r.cells[f.Key] = c.row, c
	if bad := f.setText(&r.settings, value); bad != nil {
		r.complainAt(c, *bad)
	}
}

func (r *sheetReader) unknownEntry(c cell, label string) {
	var names []string
	for _, s := range sections {
		for _, f := range s.Fields {
			names = append(names, strings.ReplaceAll(viet.Fold(f.Label(message.Vi)), " ", "_"))
		}
	}
	near := nearNames(strings.ReplaceAll(viet.Fold(label), " ", "_"), names)
	if len(near) == 0 {
		r.complainAt(c, unknownRow.With("key", label))
		return
	}
	f := fieldByLabel(strings.ReplaceAll(near[0], "_", " "))
	r.complainAt(c, unknownRowNear.With("key", label, "near", f.Text))
}
