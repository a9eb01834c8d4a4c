package plan

import (
	"maps"
	"slices"
	"strconv"

	"github.com/pelletier/go-toml/v2"

	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// What can be wrong with a value. {where} is filled in by the door.
var (
	unknownField = message.Define("plan-unknown-field",
		"{where}: không có mục “{key}”.", "{where}: there is no field “{key}”.").
		Hint("Xem tên các mục trong tệp do “ocoprint init” viết ra.", "The file that “ocoprint init” writes lists all fields.")
	unknownNear = message.Define("plan-unknown-field-near",
		"{where}: không có mục “{key}”. Có phải {near}?", "{where}: there is no field “{key}”. Did you mean {near}?").
		Hint("Sửa lại tên mục rồi nhập lại.", "Correct the name and try again.")
	wrongKind = message.Define("plan-wrong-kind",
		"{where}: mục “{field}” cần {want}, không phải “{value}”.", "{where}: the field “{field}” takes {want}, not “{value}”.").
		Hint("{example}", "{example}")
	badDay = message.Define("plan-bad-day",
		"{where}: “{value}” không phải là ngày ({field}).", "{where}: “{value}” is not a date ({field}).").
		Hint("Ghi như 20/11/2023 hoặc 2023-11-20.", "Write 20/11/2023 or 2023-11-20.")
	badCount = message.Define("plan-bad-count",
		"{where}: “{value}” không phải là số nguyên từ 0 đến 100.000 ({field}).", "{where}: “{value}” is not a whole number from 0 to 100,000 ({field}).").
		Hint("Chỉ ghi chữ số.", "Write figures only.")
	badChoice = message.Define("plan-bad-choice",
		"{where}: “{value}” không dùng được cho mục “{field}”.", "{where}: “{value}” cannot be used for “{field}”.").
		Hint("Chọn một trong: {choices}.", "Choose one of: {choices}.")
	badPair = message.Define("plan-bad-pair",
		"{where}: dòng “{value}” của mục “{field}” thiếu dấu =.", "{where}: the line “{value}” of “{field}” lacks an = sign.").
		Hint("Ghi mỗi dòng một cặp, ví dụ HTX = Hợp tác xã.", "Write one pair a line, for example HTX = Hợp tác xã.")

	wantLine  = message.Define("plan-want-line", "một dòng chữ trong ngoặc kép", "text in quotes")
	wantList  = message.Define("plan-want-list", "một danh sách trong ngoặc vuông", "a list in brackets")
	wantYesNo = message.Define("plan-want-yesno", "true hoặc false", "true or false")
	wantTable = message.Define("plan-want-table", "một bảng gồm các dòng tên = giá trị", "a table of name = value")
	showLine  = message.Define("plan-show-line", "Ví dụ: {key} = \"{example}\"", "For example: {key} = \"{example}\"")
	showList  = message.Define("plan-show-list", "Ví dụ: {key} = [\"…\", \"…\"]", "For example: {key} = [\"…\", \"…\"]")
	showTable = message.Define("plan-show-table", "Ví dụ: [{key}], rồi mỗi dòng một mục.", "For example: [{key}], then one entry a line.")
)

// maxCount bounds every count: no office has more guests or units.
const maxCount = 100_000

// setValue puts a value of the file into the field; what is wrong comes back
// with {where} still open.
func (f *Field) setValue(owner, v any) *message.Message {
	switch f.Kind {
	case List:
		items, ok := v.([]any)
		if !ok {
			return f.wrong(wantList, v, showList)
		}
		return f.setList(owner, items)
	case Pairs:
		table, ok := v.(map[string]any)
		if !ok {
			return f.wrong(wantTable, v, showTable)
		}
		return f.setPairs(owner, table)
	case YesNo:
		b, ok := v.(bool)
		if !ok {
			return f.wrong(wantYesNo, v, showLine)
		}
		*f.ref(owner).(*bool) = b
		return nil
	}
	s, ok := scalarText(v)
	if _, text := v.(string); !ok || (f.Kind == Line && !text && !isFigure(v)) {
		return f.wrong(wantLine, v, showLine)
	}
	return f.setText(owner, s)
}

func (f *Field) wrong(want *message.Text, v any, show *message.Text) *message.Message {
	value, ok := scalarText(v)
	if !ok {
		value = "[…]"
	}
	example := f.Example
	if f.Kind == YesNo {
		example = "true"
	}
	return new(wrongKind.With("field", f.Key, "want", want, "value", value,
		"example", show.With("key", f.name(), "example", example)))
}

// scalarText writes a single value of the file as text.
func scalarText(v any) (string, bool) {
	switch x := v.(type) {
	case string:
		return x, true
	case int64:
		return strconv.FormatInt(x, 10), true
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64), true
	case bool:
		return strconv.FormatBool(x), true
	case toml.LocalDate:
		return x.String(), true
	case toml.LocalDateTime:
		return x.LocalDate.String(), true
	case interface{ String() string }:
		return x.String(), true
	}
	return "", false
}

func isFigure(v any) bool {
	switch v.(type) {
	case int64, float64:
		return true
	}
	return false
}

func (f *Field) setList(owner any, items []any) *message.Message {
	var list []string
	for _, v := range items {
		s, ok := v.(string)
		if !ok {
			return f.wrong(wantList, v, showList)
		}
		if s = viet.Clean(s); s != "" {
			list = append(list, s)
		}
	}
	*f.ref(owner).(*[]string) = list
	return nil
}

func (f *Field) setPairs(owner any, table map[string]any) *message.Message {
	if len(table) == 0 {
		return nil
	}
	m := map[string]string{}
	for _, k := range slices.Sorted(maps.Keys(table)) {
		s, ok := scalarText(table[k])
		if !ok {
			return f.wrong(wantTable, table[k], showTable)
		}
		m[viet.Clean(k)] = viet.Clean(s)
	}
	*f.ref(owner).(*map[string]string) = m
	return nil
}
