package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// section is a group row ("I. XÃ SAN THÀNG", "B. ĐỢT 2", "Sản phẩm đạt 3 sao"):
// what it says holds for the rows below it.
type section struct {
	level    string // kind of its marker: A, I, 1, or what it names
	cell     string
	text     string
	commune  string
	stars    ocop.Stars
	standing ocop.Standing
	round    int
	several  bool
	year     int
	eval     ocop.Evaluation
	group    string
	products int // stated: "05 sản phẩm"
	from     int // first result after it
	row      int
	sheet    string
}

var (
	markerForm = regexp.MustCompile(`^\s*(?:(\(?[IVXLC]{1,6}\)?)|(\(?[A-ZĐ]\)?)|(\d+(?:\.\d+)*)|(\(?[a-zđ]\)))(?:\s*[.):/–-]\s*|\s+)(\S.*)$`)
	countTail  = regexp.MustCompile(`(?i)\s*(?:[:;,–-]\s*|\()?\s*(?:gồm|có|tổng số)?\s*\d+\s*(?:sản phẩm|sp|chủ thể|san pham)[^\d]*(?:\d+\s*(?:sản phẩm|sp|chủ thể)[^\d]*)?\)?\s*$`)
	romanMark  = regexp.MustCompile(`^[IVXLC]+$`)
	letterMark = regexp.MustCompile(`^[A-ZĐ]$`)
	numberMark = regexp.MustCompile(`^\d+$`)
	pointMark  = regexp.MustCompile(`^\d+(\.\d+)+$`)
	unitHead   = regexp.MustCompile(`(?i)^(?:ubnd|địa bàn|khu vực)\s+`)
	unitOf     = regexp.MustCompile(`(?i)(?:thuộc|địa bàn|tại|của)\s+(?:ubnd\s+)?(?:xã|phường|thị trấn)`)
	groupHead  = regexp.MustCompile(`^(?:nhóm|ngành|bộ sản phẩm|lĩnh vực|phân nhóm|bộ|nhóm sản phẩm)(?:\s|:)`)
	failText   = regexp.MustCompile(`không đạt|chưa đạt|không được công nhận|không phân hạng|không xếp hạng|chưa được công nhận|không công nhận|chưa phân hạng|bị loại`)
)

// stripMarker takes "I.", "A -", "1)" off the front.
func stripMarker(text string) string {
	if m := markerForm.FindStringSubmatch(text); m != nil {
		return m[5]
	}
	return text
}

// markerLevel names the kind of a marker, "" when there is none.
func markerLevel(marker string) string {
	m := strings.Trim(strings.TrimSpace(marker), "().:/- ")
	switch {
	case m == "":
		return ""
	case romanMark.MatchString(m):
		return "I"
	case letterMark.MatchString(m):
		return "A"
	case numberMark.MatchString(m):
		return "1"
	case pointMark.MatchString(m):
		return "1.1"
	}
	return "a"
}

// isSection reports a row with one label, a marker and at most counts beside it.
func (t *table) isSection(v rowView) bool {
	label, rest := t.sectionLabel(v)
	if label == "" || rest > 0 {
		return false
	}
	if v.band || roman1.MatchString(v.marker) {
		return true
	}
	s := parseSection(label)
	if s.says() {
		return !arabic.MatchString(v.marker) || len(v.filled) <= 2
	}
	if arabic.MatchString(v.marker) {
		return false
	}
	return len(v.filled) == 1 && (strings.ToUpper(label) == label || markerForm.MatchString(label) || groupHead.MatchString(viet.Lower(label)))
}

// sectionLabel gives the row's one text; rest counts further cells that are
// neither the marker nor a count.
func (t *table) sectionLabel(v rowView) (label string, rest int) {
	for _, c := range v.filled {
		text := t.text(c)
		switch {
		case c.Col == t.cols[ocop.FieldNo] && (roman1.MatchString(text) || arabic.MatchString(text)):
		case label == "" && c.Kind == workbook.Text && !countText.MatchString(text) && !arabic.MatchString(text):
			label = text
		case countText.MatchString(text) || arabic.MatchString(text) || isNothing(text):
		default:
			rest++
		}
	}
	return label, rest
}

// says reports a section that decides something for its rows.
func (s section) says() bool {
	return s.commune != "" || s.stars != 0 || s.standing != "" || s.round != 0 || s.several || s.year != 0 || s.eval != ""
}

func parseSection(label string) (s section) {
	s.text = label
	text := stripMarker(label)
	if m := markerForm.FindStringSubmatch(label); m != nil {
		s.level = markerLevel(label[:len(label)-len(m[5])])
	}
	s.products = productsIn(label)
	bare := strings.TrimRight(strings.TrimSpace(countTail.ReplaceAllString(text, "")), " :;,.")
	low := viet.Lower(text)
	if c := strings.TrimSpace(unitHead.ReplaceAllString(bare, "")); isCommune(c) {
		s.commune = c
	} else if c := communeIn(bare); c != "" && unitOf.MatchString(bare) {
		s.commune = c
	}
	rounds, years := roundsIn(text)
	switch {
	case len(rounds) == 1 && rounds[0] > 0:
		s.round = rounds[0]
	case len(rounds) > 1:
		s.several = true
	}
	if len(years) == 1 {
		s.year = years[0]
	}
	s.readStars(text, low)
	s.eval = evaluationOf(" " + strings.Join(words(text), " ") + " ")
	if groupHead.MatchString(low) {
		s.group = bare
	}
	return s
}

func (s *section) readStars(text, low string) {
	if failText.MatchString(low) {
		s.standing = ocop.NotCertified
		return
	}
	stars, proposed := starsIn(text)
	if stars == 0 {
		if r := parseStars(strings.TrimSpace(countTail.ReplaceAllString(text, ""))); !r.bad && !r.blank && r.stars.Valid() && len(words(text)) <= 6 {
			stars, proposed = r.stars, r.standing == ocop.Proposed
		}
	}
	switch {
	case stars.Valid():
		s.stars, s.standing = stars, ocop.Granted
		if proposed {
			s.standing = ocop.Proposed
		}
	case hasAny(" "+strings.Join(words(text), " ")+" ", []string{" đề nghị ", " tiềm năng ", " đề xuất ", " trình ", " đăng ký "}):
		s.standing = ocop.Proposed
	}
}

// push puts a section on the stack: it ends the one of its level and all below
// it. Without a marker its level is what it names.
func push(stack []section, s section) []section {
	i := ends(stack, &s)
	return append(stack[:i:i], s)
}

// ends gives the place in the stack from which on a new section ends the
// others, and names the new one's level.
func ends(stack []section, s *section) int {
	if s.level == "" {
		switch {
		case s.round != 0 || s.several || s.year != 0:
			s.level = "round"
		case s.commune != "":
			s.level = "commune"
		case s.stars != 0 || s.standing != "":
			s.level = "stars"
		case s.eval != "":
			s.level = "eval"
		default:
			s.level = "text"
		}
	}
	for i, o := range stack {
		if o.level == s.level {
			return i
		}
	}
	return len(stack)
}

var (
	productCount  = regexp.MustCompile(`(?i)(\d+)\s*(?:sản phẩm|sp|san pham)(?:$|[^\p{L}])`)
	producerCount = regexp.MustCompile(`(?i)(\d+)\s*(?:chủ thể|chu the)(?:$|[^\p{L}])`)
)

func productsIn(s string) int {
	if m := productCount.FindStringSubmatch(s); m != nil {
		return atoi(m[1])
	}
	return 0
}

func producersIn(s string) int {
	if m := producerCount.FindStringSubmatch(s); m != nil {
		return atoi(m[1])
	}
	return 0
}
