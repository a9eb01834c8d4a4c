package intake

import (
	"regexp"
	"strconv"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// maxRound is the highest number of a round that is believed.
const maxRound = 20

var ordinals = map[string]int{
	"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "nhất": 1, "nhì": 2, "mot": 1,
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6,
}

const roundNumber = `(?:0?\d{1,2}|i{1,3}|iv|vi?|một|hai|ba|bốn|tư|năm|sáu|nhất|nhì)`

var (
	roundCell = regexp.MustCompile(`^(?:(?:đợt|dot|lần|lan|kỳ|round|đ)\s*(?:thứ|đánh giá|công nhận|số)?\s*:?\s*)?(` + roundNumber +
		`)(?:\s*(?:,|/|-|–|\.|\(|của|năm|nam|\s)+\s*(20\d\d)\s*\)?)?$`)
	yearFirst = regexp.MustCompile(`^(?:năm\s*)?(20\d\d)\s*(?:,|/|-|–|\.|\s)+\s*(?:đợt|dot|lần|kỳ)?\s*(` + roundNumber + `)$`)
	brackets  = regexp.MustCompile(`\([^)]*\)\s*$`)
	yearCell  = regexp.MustCompile(`^(?:năm|nam)?\s*:?\s*(20[1-9]\d)(?:[.,]0+)?$`)
)

// parseRound reads a round as a cell of its own column says it: 2, 02, II,
// "Đợt 2", "đợt 02/2023", "Đợt 2 năm 2023", "đợt hai", "đợt 2 (tháng 11)".
func parseRound(text string) (r ocop.Round, ok bool) {
	s := strings.Join(strings.Fields(viet.Lower(text)), " ")
	s = strings.TrimRight(strings.TrimSuffix(s, ".0"), " .;,")
	for _, form := range []string{s, strings.TrimSpace(brackets.ReplaceAllString(s, ""))} {
		if m := roundCell.FindStringSubmatch(form); m != nil {
			r.No, r.Year = ordinal(m[1]), atoi(m[2])
		} else if m := yearFirst.FindStringSubmatch(form); m != nil {
			r.No, r.Year = ordinal(m[2]), atoi(m[1])
		}
		if r.No >= 1 && r.No <= maxRound {
			return r, true
		}
	}
	return ocop.Round{}, false
}

// parseYear reads a year of its own column.
func parseYear(text string) (int, bool) {
	m := yearCell.FindStringSubmatch(strings.TrimSpace(viet.Lower(text)))
	if m == nil {
		return 0, false
	}
	return atoi(m[1]), true
}

func ordinal(s string) int {
	if n, ok := ordinals[s]; ok {
		return n
	}
	return atoi(s)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

var (
	roundSaid = regexp.MustCompile(`(?:^|[^\p{L}\d])(?:đợt|dot)\s*(?:thứ|đánh giá|số)?\s*:?\s*(0?\d{1,2}|i{1,3}|iv|vi?|một|hai|ba|bốn|tư|nhất|nhì)(?:$|[^\p{L}\d])`)
	roundMore = regexp.MustCompile(`(?:^|[^\p{L}\d])(?:đợt|dot)\s*(?:0?\d{1,2}|i{1,3}|iv|vi?|một|hai|ba)\s*(?:,|và|&|\+|-|–|đến)\s*(?:đợt\s*)?(?:0?\d|i{1,3}|iv|vi?|hai|ba)(?:$|[^\p{L}\d/-])`)
	roundYear = regexp.MustCompile(`(?:đợt|dot)\s*(?:thứ|số)?\s*:?\s*` + roundNumber + `\s*(?:/|-|–|\.|,|\()?\s*(?:năm|nam)?\s*(20[1-9]\d)`)
	yearSaid  = regexp.MustCompile(`(?:^|[^\p{L}\d])(?:năm|nam)\s*(20[1-9]\d)`)
	yearAlone = regexp.MustCompile(`(?:^|[^\d/.-])(20[1-9]\d)(?:$|[^\d/.-])`)
	dateWords = regexp.MustCompile(`(?:ngày|ngay)?[\s.…]*\d{0,2}[\s.…]*tháng[\s.…]*\d{0,2}[\s.…]*năm\s*20\d\d|\d{1,2}\s*[/.\x{2044}-]\s*\d{1,2}\s*[/.\x{2044}-]\s*20\d\d`)
	yearSpan  = regexp.MustCompile(`(?:giai đoạn|giai doan|từ năm)?\s*20\d\d\s*(?:-|–|đến|tới)\s*(?:năm\s*)?20\d\d|(?:đến|tới|hết) năm\s*20\d\d|kế hoạch năm\s*20\d\d`)
)

// roundsIn finds the rounds and years that a line of prose names: a title, a
// section row, a sheet's name. Dates, periods ("2021–2025") and decisions'
// numbers are no years of a round. Several different ones are all given.
func roundsIn(text string) (rounds, years []int) {
	s := viet.Lower(strings.ReplaceAll(text, "_", " "))
	s = dateWords.ReplaceAllString(s, " · ")
	s = yearSpan.ReplaceAllString(s, " · ")
	for _, m := range overlapping(roundSaid, s) {
		if n := ordinal(m); n >= 1 && n <= maxRound {
			rounds = addInt(rounds, n)
		}
	}
	if roundMore.MatchString(s) {
		rounds = addInt(rounds, -1) // "đợt 1, 2": more than one
	}
	for _, m := range roundYear.FindAllStringSubmatch(s, -1) {
		years = addInt(years, atoi(m[1]))
	}
	if len(years) > 0 {
		return rounds, years
	}
	for _, m := range overlapping(yearSaid, s) {
		years = addInt(years, atoi(m))
	}
	if len(years) == 0 && (len(rounds) > 0 || strings.Contains(s, "ocop")) { // "OCOP 2023 – đợt 2"
		for _, m := range overlapping(yearAlone, s) {
			years = addInt(years, atoi(m))
		}
	}
	return rounds, years
}

// overlapping finds all matches of a form that eats the sign before and after.
func overlapping(form *regexp.Regexp, s string) (found []string) {
	for at := 0; at < len(s); {
		m := form.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		found = append(found, s[at+m[2]:at+m[3]])
		at += m[3]
	}
	return found
}

func addInt(list []int, n int) []int {
	for _, v := range list {
		if v == n {
			return list
		}
	}
	return append(list, n)
}
