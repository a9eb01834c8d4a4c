package plan

import (
	"regexp"
	"strconv"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Complaints about the form of single values.
var (
	badURL = message.Define("plan-bad-url",
		"{where}: địa chỉ tra cứu “{value}” không dùng được cho mã QR.", "{where}: the address “{value}” cannot stand in a QR code.").
		Hint("Ghi như https://ocop.tinh.gov.vn: https, chữ thường, không có ?, #, khoảng trắng hay dấu / ở cuối.",
			"Write it like https://ocop.tinh.gov.vn: https, lower case, no ?, #, blanks or / at the end.")
	badPrefix = message.Define("plan-bad-prefix",
		"{where}: tiền tố “{value}” không dùng được.", "{where}: the prefix “{value}” cannot be used.").
		Hint("Ghi 1 đến 10 chữ hoa không dấu hoặc chữ số, ví dụ LC.", "Write 1 to 10 capital letters or digits, for example LC.")
	badPattern = message.Define("plan-bad-number-pattern",
		"{where}: mẫu số “{value}” cần đúng một ô {stt} đứng tách khỏi chữ số khác.", "{where}: the number pattern “{value}” needs exactly one blank {stt}, apart from other digits.").
		Hint("Ghi như {stt:02}/{nam}/GCN-UBND. Ô dùng được: {stt} {nam} {nam_dot} {nam_qd} {thang} {dot} {sao} {ma} {qd}.",
			"Write it like {stt:02}/{nam}/GCN-UBND. Blanks: {stt} {nam} {nam_dot} {nam_qd} {thang} {dot} {sao} {ma} {qd}.")
	badNumber = message.Define("plan-bad-document-number",
		"{where}: “{value}” không giống số, ký hiệu văn bản.", "{where}: “{value}” does not look like the number of a document.").
		Hint("Ghi như 1422/QĐ-UBND.", "Write it like 1422/QĐ-UBND.")
	badPhone = message.Define("plan-bad-phone",
		"{where}: số điện thoại “{value}” không đủ chữ số.", "{where}: the phone number “{value}” lacks digits.").
		Hint("Ghi đủ số, ví dụ 0900 000 001; nhiều số thì cách nhau bằng dấu phẩy.", "Write the whole number, for example 0900 000 001; several parted by commas.")
	badCode = message.Define("plan-bad-code",
		"{where}: mã “{value}” chỉ được gồm chữ thường không dấu, chữ số và dấu -.", "{where}: the code “{value}” may hold small letters, digits and - only.").
		Hint("Ghi như tp-lai-chau.", "Write it like tp-lai-chau.")
	hasDegree = message.Define("plan-signatory-degree",
		"{where}: trước họ tên người ký “{value}” không ghi học hàm, học vị.", "{where}: no academic title stands before the signatory's name “{value}”.").
		Hint("Chỉ ghi họ và tên (Nghị định 30/2020/NĐ-CP, Phụ lục I).", "Write the name alone (Decree 30/2020/NĐ-CP, Annex I).")
)

var (
	urlForm     = regexp.MustCompile(`^https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(/[A-Za-z0-9._~-]+)*$`)
	prefixForm  = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.]{0,9}$`)
	codeForm    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	numberForm  = regexp.MustCompile(`^\d{1,5}(/\d{4})?/\p{Lu}[\p{L}\d]*(-[\p{L}\d&]+)*$`)
	blankForm   = regexp.MustCompile(`\{([^{}]*)\}`)
	patternName = regexp.MustCompile(`^(stt|nam|nam_dot|nam_qd|thang|dot|sao|ma|qd)(:0?\d)?$`)
	gluedForm   = regexp.MustCompile(`\d\{stt|\}\{stt|\{stt[^}]*\}[\d{]`)
	degreeForm  = regexp.MustCompile(`^(GS|PGS|TS|ThS|Ths|CN|KS|BS|NGND|NGƯT)\b\.?`)
	dayInWords  = regexp.MustCompile(`^(?i:ngày )?(\d{1,2}) (?i:tháng) (\d{1,2})(?:,)? (?i:năm )?(\d{4})$`)
	dayInFigure = regexp.MustCompile(`^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$`)
)

func matches(form *regexp.Regexp, bad *message.Text) func(string) *message.Message {
	return func(s string) *message.Message {
		if form.MatchString(s) {
			return nil
		}
		return new(bad.With("value", s))
	}
}

// checkPattern sees what can be seen here; register.ParsePattern has the last word.
func checkPattern(s string) *message.Message {
	count := 0
	for _, b := range blankForm.FindAllStringSubmatch(s, -1) {
		if !patternName.MatchString(b[1]) {
			return new(badPattern.With("value", s))
		}
		if b[1] == "stt" || strings.HasPrefix(b[1], "stt:") {
			count++
		}
	}
	if count != 1 || strings.ContainsAny(blankForm.ReplaceAllString(s, ""), "{}") || gluedForm.MatchString(s) {
		return new(badPattern.With("value", s))
	}
	return nil
}

func checkSigner(s string) *message.Message {
	if degreeForm.MatchString(s) {
		return new(hasDegree.With("value", s))
	}
	return nil
}

// checkPhone wants 8 digits or more in each number.
func checkPhone(s string) *message.Message {
	for _, n := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		digits := 0
		for _, r := range n {
			if r >= '0' && r <= '9' {
				digits++
			}
		}
		if digits < 8 {
			return new(badPhone.With("value", s))
		}
	}
	return nil
}

// tidyPhone gives a mobile number the zero that a spreadsheet took.
func tidyPhone(s string) string {
	if len(s) == 9 && strings.Trim(s, "0123456789") == "" && strings.IndexByte("35789", s[0]) >= 0 {
		return "0" + s
	}
	return s
}

// tidyNumber writes the number of a document in one way: no blanks, single
// slashes and hyphens, QĐ with its stroke.
func tidyNumber(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "−", "-", " ", "").Replace(s)
	for strings.Contains(s, "//") {
		s = strings.ReplaceAll(s, "//", "/")
	}
	s = strings.Replace(s, "/QD-", "/QĐ-", 1)
	return strings.Replace(s, "/Qđ-", "/QĐ-", 1)
}

// readDay reads 20/11/2023, 20.11.2023, 20/11/23, 2023-11-20, the words, and the same with
// a time behind. The day comes first, always.
func readDay(s string) (ocop.Date, bool) {
	if i := strings.IndexAny(s, "T"); i == 10 || strings.HasSuffix(s, " 00:00:00") {
		s = s[:10]
	}
	for _, form := range []*regexp.Regexp{dayInFigure, dayInWords} {
		if m := form.FindStringSubmatch(s); m != nil {
			d, _ := strconv.Atoi(m[1])
			mo, _ := strconv.Atoi(m[2])
			y, _ := strconv.Atoi(m[3])
			if len(m[3]) == 2 {
				y += 2000
			}
			return sensible(ocop.On(y, mo, d))
		}
	}
	d, err := ocop.ParseDate(viet.Clean(s))
	return sensible(d, err == nil)
}

// sensible refuses years that are a slip of the keyboard.
func sensible(d ocop.Date, ok bool) (ocop.Date, bool) {
	if !ok || d.Year < 1900 || d.Year > 2200 {
		return ocop.Date{}, false
	}
	return d, true
}
