package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// legalForm recognises how a producer's name begins.
var legalForm = regexp.MustCompile(`^(?:htx|hop tac xa|cong ty|cty|ctcp|cp |hkd|ho |co so|cssx|cs |to hop tac|tht|dntn|doanh nghiep|lien hiep|trang trai|nong trai|chi nhanh|tap doan|hoi |nhom |lang nghe|nha may|xuong|co opp|ban |ong |ba |tong cong ty|trung tam|quy |cua hang|lien hop|xi nghiep|viet gap|cau lac bo|vuon )`)

// isLegalForm reports a text that begins like a producer's name.
func isLegalForm(text string) bool { return legalForm.MatchString(fold(text) + " ") }

var (
	communeWords = `(?:xã|phường|thị trấn|thị xã|đặc khu|x\.|p\.|tt\.?|Xã|Phường|Thị trấn|Thị xã|XÃ|PHƯỜNG|THỊ TRẤN|X\.|P\.|TT\.?)`
	communePart  = regexp.MustCompile(`(?:^|[\s,;(–-])(` + communeWords + `\s*[\p{Lu}\d][\p{L}\d'’]*(?:[ -][\p{Lu}\d][\p{L}\d'’]*)*)`)
	communeAny   = regexp.MustCompile(`(?i)^(?:ubnd\s+)?(?:xã|phường|thị trấn|đặc khu|x\.|p\.|tt\.)\s*\p{L}`)
	placeTail    = regexp.MustCompile(`^(.*?[^\s,;(–-])\s*(?:[,;]|\s[–-]|\()\s*((?:(?i:địa chỉ|đ/c|đc|trụ sở|bản|thôn|tổ|tdp|xóm|ấp|khu|khối|số|đường|tiểu khu)[\s:.].*?[,;–-]\s*)?(?:(?i:địa chỉ|đ/c|đc)\s*:?\s*)?` + communeWords + `\s*\p{Lu}[^()]*)\)?\s*$`)
	addressLine  = regexp.MustCompile(`(?i)^(?:\(|-|\+)?\s*(?:địa chỉ|đ/c|đc|d/c|trụ sở|bản|thôn|tổ|tdp|xóm|ấp|khu phố|khối|tiểu khu|xã|phường|thị trấn|p\.|x\.|số nhà)(?:[\s:.]|$)`)
	phoneLine    = regexp.MustCompile(`(?i)^(?:\(|-|\+)?\s*(?:sđt|đt|điện thoại|tel|hotline|số đt|di động|liên hệ|phone)?\s*[:.]?\s*(\+?[\d][\d .()-]{7,})\)?\s*$`)
	personLine   = regexp.MustCompile(`(?i)^(?:\(|-|\+)?\s*(?:đại diện|người đại diện|giám đốc|chủ hộ|chủ cơ sở|chủ nhiệm|gđ|đd|ông|bà|mst|mã số thuế|tổ trưởng|người đứng đầu)(?:[\s:.]|$)`)
	addressHead  = regexp.MustCompile(`(?i)^(?:\(|-|\+)?\s*(?:địa chỉ|đ/c|đc|d/c|trụ sở)\s*[:.]?\s*`)
	personHead   = regexp.MustCompile(`(?i)^(?:\(|-|\+)?\s*(?:người đại diện|đại diện|giám đốc|chủ hộ|chủ cơ sở|chủ nhiệm|gđ|đd|tổ trưởng|người đứng đầu)\s*[:.]?\s*`)
)

// splitProducer parts a producer's cell: the name, and on lines of their own
// the address, the representative and the phone. A name that was only wrapped
// by hand is joined again.
func splitProducer(lines string) (p ocop.Producer) {
	if isASCII(lines) && !strings.Contains(lines, "\n") || !strings.Contains(lines, "\n") {
		p.Name = lines
		return p
	}
	var name []string
	for i, line := range strings.Split(lines, "\n") {
		switch m := phoneLine.FindStringSubmatch(line); {
		case line == "":
		case i == 0:
			name = append(name, line)
		case m != nil:
			p.Phone = strings.TrimSpace(m[1])
		case personLine.MatchString(line):
			p.Representative = strings.TrimSpace(strings.Trim(personHead.ReplaceAllString(line, ""), "()"))
		case addressLine.MatchString(line):
			p.Address = joinComma(p.Address, strings.TrimSpace(strings.Trim(addressHead.ReplaceAllString(line, ""), "()")))
		case p.Address != "":
			p.Address = joinComma(p.Address, line)
		default:
			name = append(name, line)
		}
	}
	p.Name = strings.TrimRight(strings.TrimSpace(strings.Join(name, " ")), ",;")
	return p
}

func joinComma(a, b string) string {
	if a == "" {
		return b
	}
	return strings.TrimRight(a, ", ") + ", " + b
}

// unglue parts a place that was typed behind the name: "HTX X, xã San Thàng",
// "HTX X (bản Màng, xã San Thàng)". "HTX nông nghiệp xã San Thàng" is a name.
func unglue(name string) (rest, place string) {
	m := placeTail.FindStringSubmatch(name)
	if m == nil || !isLegalForm(m[1]) && len(strings.Fields(m[1])) < 2 {
		return name, ""
	}
	return strings.TrimRight(m[1], " ,;–-"), strings.TrimSpace(addressHead.ReplaceAllString(m[2], ""))
}

// communeIn finds the commune or ward in an address.
func communeIn(address string) string {
	m := communePart.FindAllStringSubmatch(address, -1)
	if len(m) == 0 {
		return ""
	}
	return strings.TrimSpace(m[len(m)-1][1])
}

// isCommune reports a text that names a commune or ward and nothing else.
func isCommune(text string) bool {
	if !communeAny.MatchString(text) || strings.ContainsAny(text, ",;:") {
		return false
	}
	return len(strings.Fields(text)) <= 7
}

var digits = regexp.MustCompile(`\d`)

// repairPhone gives back the zero that a number cell has lost.
func repairPhone(text string) (phone string, repaired bool) {
	d := strings.Join(digits.FindAllString(text, -1), "")
	if len(d) == 9 && len(d) == len(strings.TrimSpace(text)) && strings.ContainsAny(d[:1], "35789") {
		return "0" + d, true
	}
	return text, false
}

// dittos say "the same as above".
var dittos = map[string]bool{
	"nt": true, "-nt-": true, "- nt -": true, "(nt)": true, "n.t": true, "-n.t-": true, "n/t": true, "như trên": true, "-như trên-": true, "(như trên)": true, "như dòng trên": true,
	`"`: true, `""`: true, `''`: true, "″": true, "〃": true, "”": true, "“": true, "“”": true, "//": true, `-"-`: true, `- " -`: true, "-//-": true, "--//--": true, "- // -": true,
	`-''-`: true, "”-": true, "nt.": true, "nhu tren": true, "do.": true, "ditto": true, `\"`: true, "–nt–": true, "-nt": true, "nt-": true, "||": true, "‖": true, "///": true, "như trên.": true, "cùng trên": true, "--nt--": true,
	`–"–`: true, "’’": true, "‘’": true, "tt trên": true, "như tr.": true, "//-": true, "↑": true, "-”-": true, "…nt…": true, ".nt.": true,
}

func isDitto(text string) bool {
	if len(text) > 24 || text == "" {
		return false
	}
	return dittos[viet.Lower(text)]
}
