package workbook

import (
	"strings"
	"unicode/utf8"
)

// Shown is what the office sees in the cell: the number in its format with the
// decimal comma, the date in its order, the text itself. Colours, widths and
// fractions are not rendered. Where the file keeps what it showed (.ods), that
// is given.
func (c *Cell) Shown() string {
	if c.more != nil && c.more.isShown {
		return c.more.shown
	}
	if c.Style.stored {
		return c.Raw
	}
	switch c.Kind {
	case Bool:
		if c.Number != 0 {
			return "TRUE"
		}
		return "FALSE"
	case Number, Date:
		return FormatNumber(c.Number, c.Style.NumFmt, c.Style.Date1904)
	}
	return c.Raw
}

// FormatNumber shows a number in a format code of Excel.
func FormatNumber(x float64, code string, date1904 bool) string {
	section, x := chooseSection(x, code)
	if strings.EqualFold(section, "General") || section == "" || section == "@" {
		return general(x)
	}
	if i := indexGeneral(section); i >= 0 {
		return literals(section[:i]) + general(x) + literals(section[i+len("general"):])
	}
	if isDateFormat(section) {
		if s, ok := formatDate(x, section, date1904); ok {
			return s
		}
		return general(x)
	}
	return formatDigits(x, section)
}

// indexGeneral finds the word General in any case. Bytes are compared: a code
// from a damaged file need not be UTF-8, and ToLower would move its places.
func indexGeneral(section string) int {
	const word = "general"
	for i := 0; i+len(word) <= len(section); i++ {
		if strings.EqualFold(section[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// chooseSection picks the part of "positive;negative;zero;text" that holds for
// the number. A negative number in a section of its own loses its sign.
func chooseSection(x float64, code string) (string, float64) {
	parts := splitSections(code)
	switch {
	case len(parts) >= 3 && x == 0:
		return parts[2], x
	case len(parts) >= 2 && x < 0:
		return parts[1], -x
	}
	return parts[0], x
}

func splitSections(code string) []string {
	var parts []string
	from := 0
	scanFormat(code, func(kind byte, at, end int) {
		if kind == ';' {
			parts = append(parts, code[from:at])
			from = end
		}
	})
	return append(parts, code[from:])
}

// scanFormat walks over a format code: kind 'l' is literal text (quoted or
// escaped), '[' a bracket, '_' and '*' padding, otherwise the character.
func scanFormat(code string, visit func(kind byte, at, end int)) {
	for i := 0; i < len(code); {
		c := code[i]
		end := i + 1
		kind := c
		switch c {
		case '"':
			kind = 'l'
			if j := strings.IndexByte(code[i+1:], '"'); j >= 0 {
				end = i + j + 2
			} else {
				end = len(code)
			}
		case '[':
			if j := strings.IndexByte(code[i:], ']'); j >= 0 {
				end = i + j + 1
			}
		case '\\', '_', '*':
			if c == '\\' {
				kind = 'l'
			}
			_, n := utf8.DecodeRuneInString(code[end:])
			end += n
		}
		visit(kind, i, end)
		i = end
	}
}

// isDateFormat tells whether a format code shows a date or a time.
func isDateFormat(code string) bool {
	if code == "General" || code == "" || code == "@" {
		return false
	}
	found, digit := false, false
	scanFormat(code, func(kind byte, at, end int) {
		switch kind {
		case 'y', 'Y', 'd', 'D', 'm', 'M', 'h', 'H', 's', 'S':
			found = true
		case '#', '?':
			digit = true
		case '[':
			inner := strings.ToLower(strings.Trim(code[at:end], "[]"))
			if inner != "" && strings.Trim(inner, "h") == "" || strings.Trim(inner, "m") == "" || strings.Trim(inner, "s") == "" {
				found = found || inner != ""
			}
		}
	})
	return found && !digit && !strings.EqualFold(code, "general")
}
