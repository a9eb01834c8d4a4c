package viet

import (
	"maps"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spoken is how an abbreviation is read out. TT and CT are left to the office:
// they mean too many things.
var spoken = map[string]string{
	"HTX": "Hợp tác xã", "HTXNN": "Hợp tác xã nông nghiệp", "HTX DVNN": "Hợp tác xã dịch vụ nông nghiệp",
	"HTX NN": "Hợp tác xã nông nghiệp", "HTX DV": "Hợp tác xã dịch vụ", "LHHTX": "Liên hiệp Hợp tác xã",
	"THT": "Tổ hợp tác", "HKD": "Hộ kinh doanh", "Hộ KD": "Hộ kinh doanh", "Hộ SXKD": "Hộ sản xuất kinh doanh",
	"CSSX": "Cơ sở sản xuất", "CSSXKD": "Cơ sở sản xuất kinh doanh", "DNTN": "Doanh nghiệp tư nhân", "DN": "doanh nghiệp",
	"Cty": "Công ty", "CTCP": "Công ty cổ phần", "Cty CP": "Công ty cổ phần",
	"TNHH": "trách nhiệm hữu hạn", "MTV": "một thành viên", "TNHHMTV": "trách nhiệm hữu hạn một thành viên",
	"CP": "cổ phần", "NN": "nông nghiệp", "DV": "dịch vụ", "TM": "thương mại", "SX": "sản xuất", "KD": "kinh doanh",
	"DVNN": "dịch vụ nông nghiệp", "TMDV": "thương mại dịch vụ", "DVTM": "dịch vụ thương mại", "SXKD": "sản xuất kinh doanh",
	"SXTM": "sản xuất thương mại", "XD": "xây dựng", "XNK": "xuất nhập khẩu", "ĐT": "đầu tư", "DL": "du lịch",
	"DLCĐ": "du lịch cộng đồng", "BVTV": "bảo vệ thực vật", "ATTP": "an toàn thực phẩm", "VSATTP": "vệ sinh an toàn thực phẩm",
	"NTM": "nông thôn mới", "PTNT": "Phát triển nông thôn", "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
	"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
	"UB": "Ủy ban", "BCĐ": "Ban Chỉ đạo", "BTC": "Ban Tổ chức", "BTV": "Ban Thường vụ", "VP": "Văn phòng", "TW": "Trung ương",
	"PCT": "Phó Chủ tịch", "TP": "thành phố", "TP.": "thành phố", "Tp.": "thành phố", "TX": "thị xã", "TDP": "tổ dân phố",
	"QĐ": "Quyết định", "KH": "Kế hoạch", "NQ": "Nghị quyết", "NĐ": "Nghị định", "GCN": "Giấy chứng nhận", "SP": "sản phẩm",
	"Đ/c": "Đồng chí", "đ/c": "đồng chí", "Đ/C": "Đồng chí", "VHTT": "Văn hóa, Thông tin", "TTTT": "Thông tin và Truyền thông",
	"LĐ": "lao động", "HND": "Hội Nông dân", "HPN": "Hội Phụ nữ", "CCB": "Cựu chiến binh", "TNCS": "Thanh niên Cộng sản",
	"KT-XH": "kinh tế - xã hội", "KTXH": "kinh tế - xã hội", "&": "và",
}

// ExpandAbbreviations spells out abbreviations for reading aloud ("HTX" gives
// "Hợp tác xã", "TNHH MTV" gives "trách nhiệm hữu hạn một thành viên"). own
// holds the office's additions and changes, abbreviation to words; a value ""
// leaves that abbreviation as it is. Symbols of documents (1422/QĐ-UBND) stay.
// Never used on what is registered or printed on a certificate.
func ExpandAbbreviations(s string, own map[string]string) string {
	x := newExpander(own)
	s = NFC(s)
	var out strings.Builder
	for at := 0; at < len(s); {
		if n := symbolLength(s, at); n > 0 {
			out.WriteString(s[at : at+n])
			at += n
			continue
		}
		if short, long, ok := x.at(s, at); ok {
			if at == 0 || strings.HasSuffix(strings.TrimRight(s[:at], " "), ".") {
				long = FirstUpper(long)
			}
			out.WriteString(long)
			at += len(short)
			continue
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		out.WriteString(s[at : at+n])
		at += n
	}
	return out.String()
}

// expander finds abbreviations, the longest first; the office's own win.
type expander struct {
	long  map[string]string
	short []string
}

func newExpander(own map[string]string) expander {
	x := expander{long: map[string]string{}}
	maps.Copy(x.long, spoken)
	for k, v := range own {
		if k = Clean(k); k != "" {
			x.long[k] = Clean(v)
		}
	}
	for k := range x.long {
		x.short = append(x.short, k)
	}
	sort.Slice(x.short, func(i, j int) bool {
		if len(x.short[i]) != len(x.short[j]) {
			return len(x.short[i]) > len(x.short[j])
		}
		return x.short[i] < x.short[j]
	})
	return x
}

// at matches whole words only.
func (x expander) at(s string, at int) (short, long string, ok bool) {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	for _, k := range x.short {
		if !strings.HasPrefix(s[at:], k) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(k)
		last, _ := utf8.DecodeLastRuneInString(k)
		after, _ := utf8.DecodeRuneInString(s[at+len(k):])
		if at > 0 && wordRune(first) && wordRune(before) || at+len(k) < len(s) && wordRune(last) && wordRune(after) {
			continue
		}
		if long = x.long[k]; long == "" {
			long = k
		}
		if k == "&" {
			long = spaced(long, s, at)
		}
		return k, long, true
	}
	return "", "", false
}

// spaced gives "TM&DV" its blanks: "thương mại và dịch vụ".
func spaced(long, s string, at int) string {
	if at > 0 && s[at-1] != ' ' {
		long = " " + long
	}
	if at+1 < len(s) && s[at+1] != ' ' {
		long += " "
	}
	return long
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// symbolLength is the length of a document's symbol that begins at at: figures,
// a slash, then no blank ("1422/QĐ-UBND", "30/2020/NĐ-CP").
func symbolLength(s string, at int) int {
	if at > 0 && s[at-1] != ' ' && s[at-1] != '(' {
		return 0
	}
	end := strings.IndexAny(s[at:], " ,;)")
	if end < 0 {
		end = len(s) - at
	}
	w := s[at : at+end]
	slash := strings.IndexByte(w, '/')
	if slash < 1 || strings.Trim(w[:slash], "0123456789") != "" {
		return 0
	}
	return end
}
