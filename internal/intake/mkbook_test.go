package intake

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// mkbook turns a text table into a workbook, through a real .xlsx file, so
// that inputs are read in review. A line is a row, cells are parted by "|":
//
//	== Đợt 2            a sheet; "== Cũ (hidden)" hides it
//	~merge B4:F4        also: ~hide 6, ~hidecol G, ~font B .VnTime (a column)
//	#67.5  #69.96{0.0}  numbers, with a format
//	@2023-11-20         a true date (dd/mm/yyyy)
//	=SUM(A1:A2)>>53.2   a formula with its stored value; without >> it has none
//	!#N/A               an error value
//	[x]text             struck through; [.VnTime]text is in that font
//	{.VnTime:x·}{x:old}{Arial:new}  runs of text; the font x is struck through
//	a\nb                a line break inside a cell
func mkbook(t testing.TB, text string) *workbook.Book {
	t.Helper()
	f := excelize.NewFile()
	m := maker{t: t, f: f, columnFont: map[int]string{}}
	for _, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		m.line(line)
	}
	if m.sheet == "" {
		t.Fatal("mkbook: no sheet")
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(context.Background(), "mau.xlsx", b.Bytes(), workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

type maker struct {
	t          testing.TB
	f          *excelize.File
	sheet      string
	row        int
	columnFont map[int]string
}

func (m *maker) must(err error) {
	if err != nil {
		m.t.Helper()
		m.t.Fatal(err)
	}
}

func (m *maker) line(line string) {
	switch {
	case strings.HasPrefix(line, "== "):
		name, hidden := strings.CutSuffix(strings.TrimPrefix(line, "== "), " (hidden)")
		if m.sheet == "" {
			m.must(m.f.SetSheetName("Sheet1", name))
		} else {
			_, err := m.f.NewSheet(name)
			m.must(err)
		}
		if hidden {
			m.must(m.f.SetSheetVisible(name, false))
		}
		m.sheet, m.row, m.columnFont = name, 0, map[int]string{}
	case strings.HasPrefix(line, "~"):
		m.directive(strings.Fields(line[1:]))
	default:
		m.row++
		for i, cell := range strings.Split(line, "|") {
			m.cell(i+1, strings.TrimSpace(cell))
		}
	}
}

func (m *maker) directive(w []string) {
	switch w[0] {
	case "merge":
		for _, ref := range w[1:] {
			a, b, _ := strings.Cut(ref, ":")
			m.must(m.f.MergeCell(m.sheet, a, b))
		}
	case "hide":
		for _, n := range w[1:] {
			row, _ := strconv.Atoi(n)
			m.must(m.f.SetRowVisible(m.sheet, row, false))
		}
	case "hidecol":
		m.must(m.f.SetColVisible(m.sheet, w[1], false))
	case "font":
		col, _ := excelize.ColumnNameToNumber(w[1])
		m.columnFont[col] = strings.Join(w[2:], " ")
	case "row":
		m.row, _ = strconv.Atoi(w[1])
		m.row--
	default:
		m.t.Fatalf("mkbook: %q", w)
	}
}

func (m *maker) cell(col int, s string) {
	if s == "" {
		return
	}
	at, _ := excelize.CoordinatesToCellName(col, m.row)
	style := &excelize.Style{}
	if font := m.columnFont[col]; font != "" {
		style.Font = &excelize.Font{Family: font, Size: 12}
	}
	if strings.HasPrefix(s, "[") {
		if tag, rest, ok := strings.Cut(s[1:], "]"); ok && (tag == "x" || strings.HasPrefix(tag, ".") || strings.HasPrefix(tag, "VNI") || strings.HasPrefix(tag, "Wing")) {
			style.Font = &excelize.Font{Family: "Times New Roman", Size: 12, Strike: tag == "x"}
			if tag != "x" {
				style.Font.Family = tag
			}
			s = rest
		}
	}
	s = strings.ReplaceAll(s, `\n`, "\n")
	switch {
	case strings.HasPrefix(s, "{"):
		var runs []excelize.RichTextRun
		for _, part := range strings.Split(strings.Trim(s, "{}"), "}{") {
			font, text, _ := strings.Cut(part, ":")
			run := excelize.RichTextRun{Text: text, Font: &excelize.Font{Family: font, Size: 12}}
			if font == "x" {
				run.Font = &excelize.Font{Family: "Arial", Size: 12, Strike: true}
			}
			runs = append(runs, run)
		}
		m.must(m.f.SetCellRichText(m.sheet, at, runs))
	case strings.HasPrefix(s, "#"):
		num, format, _ := strings.Cut(s[1:], "{")
		v, err := strconv.ParseFloat(num, 64)
		m.must(err)
		if format = strings.TrimSuffix(format, "}"); format != "" {
			style.CustomNumFmt = &format
		}
		m.must(m.f.SetCellFloat(m.sheet, at, v, -1, 64))
	case strings.HasPrefix(s, "@"):
		d, err := ocop.ParseDate(s[1:])
		m.must(err)
		format := "dd/mm/yyyy"
		style.CustomNumFmt = &format
		m.must(m.f.SetCellFloat(m.sheet, at, workbook.Serial(d.Year, d.Month, d.Day), -1, 64))
	case strings.HasPrefix(s, "="):
		formula, stored, has := strings.Cut(s[1:], ">>")
		if v, err := strconv.ParseFloat(stored, 64); err == nil && has {
			m.must(m.f.SetCellFloat(m.sheet, at, v, -1, 64))
		} else if has {
			m.must(m.f.SetCellStr(m.sheet, at, stored))
		}
		m.must(m.f.SetCellFormula(m.sheet, at, formula))
	default:
		m.must(m.f.SetCellStr(m.sheet, at, strings.TrimPrefix(s, "!")))
	}
	if style.Font != nil || style.CustomNumFmt != nil {
		id, err := m.f.NewStyle(style)
		m.must(err)
		m.must(m.f.SetCellStyle(m.sheet, at, at, id))
	}
}

// read reads a mkbook.
func read(t testing.TB, text string, o Options) *Reading {
	t.Helper()
	r, err := Read(context.Background(), mkbook(t, text), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// lineOf writes a row as the truth has it:
// name; producer; commune; score; stars; round/year; status
func lineOf(r ocop.Result) string {
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	zero := func(n int) string {
		if n == 0 {
			return "-"
		}
		return strconv.Itoa(n)
	}
	score := "-"
	if r.Score.Known {
		score = number(r.Score.Points())
	}
	return strings.Join([]string{dash(r.Product.Name), dash(r.Producer.Name), dash(r.Producer.Commune), score, zero(int(r.Stars)), zero(r.Round.No) + "/" + zero(r.Round.Year), string(r.Status)}, "; ")
}

// rows lists the products of a reading, repeats left out.
func rows(r *Reading) (all []string) {
	for i, p := range r.Results {
		if _, repeats := r.Repeats[i]; !repeats {
			all = append(all, lineOf(p))
		}
	}
	return all
}

// reported lists what is reported above info: "F8 STAR_SCORE_CONFLICT", with
// the sheet in front when there are several.
func reported(r *Reading) (all []string) {
	for _, f := range r.Findings {
		if f.Severity != ocop.Info && f.Code != yearUnknown.code {
			all = append(all, strings.TrimSpace(f.Cell+" "+f.Code))
		}
	}
	slices.Sort(all)
	return all
}

// truth is what a kind of workbook must give.
type truth struct {
	name string
	book string
	rows string // one line a product
	says string // what is reported above info, by cell
	opts Options
	note string // an info code that must be there
}

func (k truth) check(t *testing.T) {
	t.Helper()
	r := read(t, k.book, k.opts)
	want := splitLines(k.rows)
	if got := rows(r); !slices.Equal(got, want) {
		t.Errorf("rows:\n%s", compareLines(got, want))
	}
	says := splitLines(k.says)
	slices.Sort(says)
	if got := reported(r); !slices.Equal(got, says) {
		t.Errorf("reported:\n%s", compareLines(got, says))
	}
	if k.note != "" && !slices.ContainsFunc(r.Findings, func(f ocop.Finding) bool { return f.Code == k.note }) {
		t.Errorf("no %s", k.note)
	}
	checkPromises(t, r)
}

// checkPromises are those of every reading.
func checkPromises(t testing.TB, r *Reading) {
	t.Helper()
	for _, sel := range []ocop.Selection{{Stars: 3, Round: ocop.Round{No: 2}}, {}, {Stars: 3, Round: ocop.Round{No: 2, Year: 2023}}} {
		c := Select(r, sel)
		if len(c.Kept)+len(c.LeftOut) != len(r.Results) {
			t.Errorf("%d rows read, %d kept, %d left out", len(r.Results), len(c.Kept), len(c.LeftOut))
		}
		for _, k := range c.Kept {
			if k.Status != ocop.StatusReady || k.Standing != ocop.Granted || !k.Stars.Valid() || k.Product.Name == "" || k.Producer.Name == "" || k.Round.No == 0 {
				t.Errorf("kept %s", lineOf(k))
			}
		}
	}
	for _, f := range r.Findings {
		if CodeName(f.Code, "vi") == f.Code {
			t.Errorf("%s has no name", f.Code)
		}
		if s := f.Message.In("vi"); s == "" || strings.ContainsAny(s, "{}") {
			t.Errorf("%s says %q", f.Code, s)
		}
		if s := f.Message.In("en"); s == "" || strings.ContainsAny(s, "{}") {
			t.Errorf("%s says %q", f.Code, s)
		}
	}
	Report(r)
	Lines(r, "en")
	Marks(r, "vi")
	MarkSummary(r, "vi")
}

func splitLines(s string) (all []string) {
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			all = append(all, l)
		}
	}
	return all
}

func compareLines(got, want []string) string {
	var b strings.Builder
	for i := range max(len(got), len(want)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			fmt.Fprintf(&b, "  got  %q\n  want %q\n", g, w)
		}
	}
	return b.String()
}
