package plan

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Complaints about the file as a whole.
var (
	tooLarge = message.Define("plan-too-large",
		"{where} lớn quá 1 MB, không phải tệp kế hoạch.", "{where} is larger than 1 MB, no plan file.").
		Hint("Chọn đúng tệp kế hoạch (.toml).", "Choose the plan file (.toml).")
	notPlan = message.Define("plan-not-text",
		"{where} không phải tệp chữ, có lẽ là bảng tính hay tài liệu Word.", "{where} is no text file; perhaps a workbook or a Word document.").
		Hint("Kế hoạch là tệp .toml do “ocoprint init” viết ra, hoặc bảng tính .xlsx do “ocoprint init --xlsx” viết ra.",
			"A plan is a .toml file that “ocoprint init” writes, or an .xlsx that “ocoprint init --xlsx” writes.")
	badSyntax = message.Define("plan-syntax",
		"{where}: không hiểu dòng này.", "{where}: this line cannot be read.").
		Hint("Mỗi dòng viết tên = \"giá trị\". Kiểm tra dấu ngoặc kép ở hai đầu chữ, dấu = và dấu ngoặc vuông.",
			"Write name = \"value\" on each line. Check the quotes at both ends, the = sign and the brackets.")
)

const maxFile = 1 << 20

// Parse reads a plan file; name is what complaints call it. The text may carry a
// BOM, typographic quotes and no-break blanks, and may be in any encoding that
// viet.DecodeFile knows. The error is a [Problems] with every complaint; the
// settings then hold what could be read.
func Parse(name string, data []byte) (ocop.Settings, error) {
	r := &reader{file: name}
	if fatal := r.load(data); fatal != nil {
		return ocop.Settings{}, Problems{fatal}
	}
	r.table("", r.tree)
	r.checkAll(r.where)
	return r.settings, r.err()
}

// reader turns one file into settings.
type reader struct {
	found
	file     string
	text     string
	tree     map[string]any
	places   map[string]int // path to byte offset
	settings ocop.Settings
}

func (r *reader) load(data []byte) *message.Error {
	place := placeFile.With("file", r.file)
	if len(data) > maxFile {
		return tooLarge.With("where", place).Err()
	}
	text, _ := viet.DecodeFile(data)
	if strings.ContainsRune(text, 0) || strings.HasPrefix(text, "PK\x03\x04") {
		return notPlan.With("where", place).Err()
	}
	r.text = plainTyping(text)
	if err := toml.Unmarshal([]byte(r.text), &r.tree); err != nil {
		where := place
		var at *toml.DecodeError
		if errors.As(err, &at) {
			line, column := at.Position()
			where = placeLine.With("file", r.file, "line", line, "column", r.letters(line, column))
		}
		return badSyntax.With("where", where).Wrap(err)
	}
	r.places = keyPlaces([]byte(r.text))
	return nil
}

// letters turns a column in bytes into one in letters.
func (r *reader) letters(line, column int) int {
	lines := strings.SplitN(r.text, "\n", line+1)
	if line < 1 || line > len(lines) {
		return column
	}
	return utf8.RuneCountInString(lines[line-1][:min(max(column-1, 0), len(lines[line-1]))]) + 1
}

// where is the place of a path in the file; a path that is not there takes the
// place of the table around it.
func (r *reader) where(path string) (message.Message, int) {
	for {
		if at, ok := r.places[path]; ok {
			line := strings.Count(r.text[:at], "\n") + 1
			start := strings.LastIndexByte(r.text[:at], '\n') + 1
			return placeLine.With("file", r.file, "line", line, "column", utf8.RuneCountInString(r.text[start:at])+1), at
		}
		i := strings.LastIndexAny(path, ".[")
		if i < 0 {
			return placeFile.With("file", r.file), len(r.text)
		}
		path = path[:i]
	}
}

// complain places a complaint whose {where} is still open.
func (r *reader) complain(path string, m message.Message) {
	place, at := r.where(path)
	m.Blanks["where"] = place
	r.add(at, m.Err())
}

// table reads the fields of one table and goes down into those below.
func (r *reader) table(prefix string, m map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(m)) {
		path := join(prefix, key)
		below, isTable := m[key].(map[string]any)
		switch f := byKey[path]; {
		case f != nil:
			if bad := f.setValue(&r.settings, m[key]); bad != nil {
				r.complain(path, *bad)
			}
		case path == DecisionTable.Key:
			r.decisions(path, m[key])
		case path == GroupTable.Key:
			r.groups(path, m[key])
		case tables[path] && isTable:
			r.table(path, below)
		case tables[path]:
			r.complain(path, wrongKind.With("field", path, "want", wantTable, "value", "…", "example", showTable.With("key", path)))
		default:
			r.unknown(path, key, siblings(prefix))
		}
	}
}

// tables holds the names that may stand in [brackets].
var tables = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range sections {
		m[s.Key] = true
	}
	return m
}()

func join(prefix, key string) string {
	if prefix == "" {
		return key
	}
	return prefix + "." + key
}

func (r *reader) decisions(path string, v any) {
	for i, row := range r.rows(path, v) {
		var a ocop.Announcement
		r.row(DecisionTable, &a, path+index(i), row)
		r.settings.Conference.Announces = append(r.settings.Conference.Announces, a)
	}
}

func (r *reader) groups(path string, v any) {
	for i, row := range r.rows(path, v) {
		at := path + index(i)
		var g ocop.GuestGroup
		guests, has := row["guests"]
		delete(row, "guests")
		r.row(GroupTable, &g, at, row)
		if has {
			for j, guest := range r.rows(at+".guests", guests) {
				var a ocop.Attendee
				r.row(GuestTable, &a, at+".guests"+index(j), guest)
				g.Guests = append(g.Guests, tidyGuest(a))
			}
		}
		r.settings.Conference.Groups = append(r.settings.Conference.Groups, g)
	}
}

func index(i int) string { return "[" + strconv.Itoa(i) + "]" }

// rows takes a list of tables; anything else is a complaint.
func (r *reader) rows(path string, v any) []map[string]any {
	items, ok := v.([]any)
	if !ok {
		r.complain(path, wrongKind.With("field", path, "want", wantTable, "value", "…", "example", showTable.With("key", "["+path+"]")))
		return nil
	}
	var rows []map[string]any
	for i, item := range items {
		row, ok := item.(map[string]any)
		if !ok {
			r.complain(path+index(i), wrongKind.With("field", path, "want", wantTable, "value", "…", "example", showTable.With("key", "["+path+"]")))
			row = map[string]any{}
		}
		rows = append(rows, row)
	}
	return rows
}

func (r *reader) row(t Table, owner any, path string, m map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(m)) {
		f := t.field(key)
		if f == nil {
			r.unknown(join(path, key), key, t.names())
			continue
		}
		if bad := f.setValue(owner, m[key]); bad != nil {
			r.complain(join(path, key), *bad)
		}
	}
}
