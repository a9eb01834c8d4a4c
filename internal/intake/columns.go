package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Fields that only the finder of tables knows: they are looked at or passed
// over, and are no part of a result.
const (
	fieldOutcome    ocop.Field = "outcome"     // Đạt / Không đạt
	fieldOtherStars ocop.Field = "other_stars" // old, registered, proposed, self-scored ranks
	fieldOtherScore ocop.Field = "other_score" // maximum, members of the council, self-scored
	fieldTick       ocop.Field = "tick"        // "3 sao" with an x in it
	fieldFail       ocop.Field = "tick_fail"   // "Không đạt" beside ticks
	fieldPerson     ocop.Field = "person"      // họ và tên: a roster
	fieldTitle      ocop.Field = "title"       // chức vụ
	fieldSign       ocop.Field = "sign"        // ký nhận
)

// synonyms are the headings that offices use, by field. A new column is a line
// here and a line in fill (rows.go).
var synonyms = []struct {
	field ocop.Field
	names string
}{
	{ocop.FieldNo, "STT; TT; Số TT; Số thứ tự; S.T.T; T.T; No; #; Thứ tự; Nr; Index"},
	{ocop.FieldProduct, "Tên sản phẩm; Sản phẩm; Tên SP; SP; Tên sản phẩm OCOP; Sản phẩm OCOP; Tên sản phẩm, dịch vụ; Tên sản phẩm được công nhận; Sản phẩm tham gia đánh giá; Tên hàng hóa; Sản phẩm đăng ký; Tên sản phẩm tham gia; Tên sản phẩm đánh giá; Tên gọi sản phẩm; Sản phẩm dịch vụ; Product; Product name; Name of product; Tên sản phẩm tham gia đánh giá phân hạng; Sản phẩm được công nhận; Tên sản phẩm đăng ký; Tên mặt hàng; OCOP product"},
	{ocop.FieldProducer, "Chủ thể; Tên chủ thể; Chủ thể OCOP; Chủ thể sản xuất; Chủ thể sản phẩm; Tên cơ sở; Cơ sở sản xuất; Đơn vị; Tên đơn vị; Tên tổ chức, cá nhân; Tổ chức, cá nhân; Đơn vị sản xuất; Nhà sản xuất; Tên HTX, DN, hộ kinh doanh; Tên doanh nghiệp, HTX, THT, hộ KD; Cơ sở; Chủ thể sản xuất, kinh doanh; Tên chủ thể sản xuất; Chủ thể kinh tế; Chủ sở hữu; Đơn vị chủ thể; Chủ thể tham gia; Tên tổ chức; Producer; Owner; Producer name; Company; Entity; Chủ thể thực hiện; Doanh nghiệp, HTX; Đơn vị, cá nhân; Tên chủ thể OCOP; Chủ cơ sở sản xuất; Manufacturer; Subject; Tên công ty, HTX; Chủ sản phẩm; Đơn vị tham gia; Đơn vị sản xuất, kinh doanh; Cơ sở sản xuất, kinh doanh; Thông tin chủ thể; HTX; Tên HTX; Doanh nghiệp; Tên doanh nghiệp; Hộ kinh doanh; Cơ sở, hộ sản xuất; HTX, DN, HKD; Tên HTX, doanh nghiệp; Hộ sản xuất; Đơn vị/Hộ kinh doanh; Chủ thể (HTX, DN, HKD)"},
	{ocop.FieldProducerKind, "Loại hình; Loại hình chủ thể; Loại hình tổ chức; Hình thức tổ chức; Loại hình SXKD; Thành phần kinh tế; Loại chủ thể; Loại hình kinh tế; Loại hình doanh nghiệp"},
	{ocop.FieldAddress, "Địa chỉ; Địa chỉ chủ thể; Địa chỉ sản xuất; Địa chỉ cơ sở; Nơi sản xuất; Địa điểm; Địa điểm sản xuất; Trụ sở; Bản, tổ dân phố; Thôn, bản; Address; Địa chỉ liên hệ; Địa chỉ của chủ thể; Nơi ở; Trụ sở chính; Địa chỉ cơ sở sản xuất; Bản; Thôn; Tổ dân phố"},
	{ocop.FieldCommune, "Xã, phường; Xã phường thị trấn; Tên xã; Địa phương; Địa bàn; Đơn vị hành chính; UBND xã; Xã; Phường; Phường, xã; Địa chỉ (xã, phường); Tên xã, phường; UBND xã, phường; Xã, thị trấn; Commune; Ward; Commune/Ward; Location; Thuộc xã; Thuộc xã, phường; Cấp xã; Địa bàn xã, phường; Địa chỉ xã, phường; Xã/P; Xã, P"},
	{ocop.FieldDistrict, "Huyện; Huyện, TP; Huyện, thành phố; Huyện, thị xã, thành phố; Cấp huyện; Huyện, thị; District; Huyện thị; Tỉnh; Tỉnh, thành phố; Province"},
	{ocop.FieldScore, "Điểm; Tổng điểm; Điểm TB; Điểm trung bình; Điểm đánh giá; Số điểm; Kết quả chấm điểm; Điểm Hội đồng; Điểm bình quân; Tổng điểm trung bình; Điểm đạt; Điểm TB HĐ; TB; Điểm số; Điểm trung bình của Hội đồng; Điểm kết luận; Tổng số điểm; Score; Points; Total score; Average score; Mark; Điểm đạt được; Tổng điểm đạt; Điểm phân hạng; Điểm trung bình cộng; Tổng điểm đánh giá; Điểm TBC; Kết quả điểm; Điểm chấm; Điểm cuối cùng; Tổng cộng điểm; Điểm HĐ; Tổng cộng; Điểm thống nhất; Average; Total; Điểm TB hội đồng; Trung bình; Bình quân; ĐTB; Đ.TB"},
	{ocop.FieldPartA, "Phần A; Điểm phần A; A; Nhóm A; PA; Sản phẩm và sức mạnh cộng đồng; Sức mạnh cộng đồng; Part A; Điểm A"},
	{ocop.FieldPartB, "Phần B; Điểm phần B; B; Nhóm B; PB; Khả năng tiếp thị; Tiếp thị; Part B; Điểm B"},
	{ocop.FieldPartC, "Phần C; Điểm phần C; C; Nhóm C; PC; Chất lượng sản phẩm; Chất lượng; Part C; Điểm C"},
	{ocop.FieldStars, "Hạng sao; Hạng; Xếp hạng; Phân hạng; Kết quả phân hạng; Kết quả xếp hạng; Số sao; Hạng sao đạt; Đạt hạng; Xếp hạng sao; Hạng OCOP; Cấp sao; Kết quả; Sao; Hạng đạt; Hạng đạt được; Hạng sao đạt được; Xếp loại; Phân hạng sao; Kết quả phân hạng sao; Hạng sản phẩm; Hạng sao OCOP; Kết quả đánh giá; Kết quả đánh giá, phân hạng; Kết quả công nhận; Hạng sao công nhận; Hạng sao được công nhận; Đạt sao; Stars; Star; Rating; Rank; Star rating; Star rank; Đạt chuẩn; Đánh giá phân hạng; Hạng công nhận; Đạt; Kết quả hạng sao; Xếp hạng OCOP; Thứ hạng sao; Hạng sao sản phẩm; Kết quả (hạng sao); Đạt hạng sao; Mức sao; Hạng mức sao; OCOP"},
	{ocop.FieldRound, "Đợt; Đợt đánh giá; Đợt công nhận; Lần; Kỳ; Đợt, năm; Đợt cấp; Round; Đợt xét; Đợt số; Kỳ đánh giá; Đợt năm; Đợt đánh giá, phân hạng; Đợt thi; Lượt; Đợt xếp hạng; Đợt phân hạng"},
	{ocop.FieldYear, "Năm; Năm công nhận; Năm đánh giá; Năm cấp; Năm được công nhận; Năm đạt; Thời gian công nhận; Năm cấp GCN; Year; Năm xếp hạng; Năm phân hạng"},
	{ocop.FieldGroup, "Nhóm sản phẩm; Nhóm; Bộ sản phẩm; Ngành; Ngành hàng; Nhóm ngành; Phân nhóm; Lĩnh vực; Nhóm, phân nhóm; Loại sản phẩm; Nhóm SP; Ngành, nhóm; Group; Category; Nhóm ngành hàng; Phân loại; Ngành sản phẩm; Thuộc nhóm"},
	{ocop.FieldEvaluation, "Đánh giá lần đầu, đánh giá lại; Hình thức đánh giá; Loại đánh giá; Mới, lại; Đánh giá mới; Công nhận mới, công nhận lại; Nâng hạng; Tình trạng; Lần đánh giá; Hình thức; Hình thức công nhận; Đánh giá lại; Hình thức xét"},
	{ocop.FieldDecision, "Quyết định; Số quyết định; QĐ công nhận; Quyết định công nhận; Số, ngày QĐ; Số QĐ phê duyệt; Quyết định số; Căn cứ; Số, ngày quyết định; Số QĐ; QĐ; QĐ số; Decision; Quyết định phê duyệt; Số quyết định công nhận; Số QĐ công nhận; Số, ngày tháng quyết định"},
	{ocop.FieldDecisionDate, "Ngày QĐ; Ngày quyết định; Ngày ký; Ngày ký QĐ; Ngày ban hành; Ngày công nhận; Ngày tháng QĐ; Decision date; Ngày ký quyết định; Ngày, tháng quyết định; Ngày quyết định công nhận; Ngày, tháng, năm; Date; Ngày ban hành QĐ; Ngày tháng năm"},
	{ocop.FieldCertNo, "Số GCN; Số giấy chứng nhận; Giấy chứng nhận số; Mã số GCN; Số hiệu; Số vào sổ; Số vào sổ cấp GCN; Số chứng nhận; Mã GCN; Giấy chứng nhận; Số giấy CN"},
	{ocop.FieldIssueDate, "Ngày cấp; Ngày cấp GCN; Thời gian cấp; Ngày hiệu lực; Ngày cấp giấy chứng nhận; Ngày cấp giấy"},
	{ocop.FieldExpiry, "Ngày hết hạn; Hết hạn; Hết hiệu lực; Thời hạn; Có giá trị đến; Hiệu lực đến; Thời gian hết hạn; Hạn đến; Thời hạn GCN; Ngày hết hiệu lực; Thời hạn hiệu lực; Expiry"},
	{ocop.FieldPhone, "Điện thoại; Số điện thoại; SĐT; ĐT; Số ĐT; Liên hệ; Điện thoại liên hệ; Di động; Số máy; Tel; Hotline; Phone; Số điện thoại liên hệ; Thông tin liên hệ"},
	{ocop.FieldRepresentative, "Người đại diện; Đại diện; Họ tên người đại diện; Đại diện pháp luật; Người đứng đầu; Giám đốc; Chủ hộ; Chủ cơ sở; Chủ nhiệm, Giám đốc HTX; Người liên hệ; Đại diện chủ thể; Người đại diện theo pháp luật; Họ và tên chủ hộ; Representative; Họ tên đại diện; Họ và tên người đại diện"},
	{ocop.FieldTaxID, "MST; Mã số thuế; Mã số DN; Số ĐKKD; Giấy ĐKKD; Mã số HTX; CCCD; Số CCCD, CMND; Mã số doanh nghiệp; Giấy phép kinh doanh"},
	{ocop.FieldProductCode, "Mã sản phẩm; Mã SP; Mã OCOP; Mã hồ sơ; Mã số sản phẩm; Mã truy xuất; Mã QR; Mã vạch; Mã số; Code; Mã"},
	{ocop.FieldPack, "Quy cách; Quy cách đóng gói; Đóng gói; Khối lượng; Trọng lượng; Dung tích; Bao bì; Quy cách, bao bì"},
	{ocop.FieldUnit, "ĐVT; Đơn vị tính; Unit; Đ.V.T"},
	{ocop.FieldQuantity, "Số lượng; SL; Số lượng yêu cầu; Số lượng tối thiểu; SL thực nhận; Số lượng trưng bày; Thực nhận; SL đăng ký; Số sản phẩm; Số lượng sản phẩm; Số SP; Tổng số sản phẩm; Sản lượng; Quantity; Số lượng SP; Tổng số SP; Giá bán; Doanh thu; Giá; Đơn giá; Số chủ thể; Số lượng chủ thể; Tổng số chủ thể"},
	{ocop.FieldBooth, "Vị trí; Gian; Gian hàng; Vị trí trưng bày; Khu; Bàn số; Ô; Kệ"},
	{ocop.FieldConsultant, "Đơn vị tư vấn; Tư vấn; Tổ chức tư vấn; Đơn vị hỗ trợ; Cán bộ tư vấn; Đơn vị tư vấn hồ sơ; Tư vấn hồ sơ; Người tư vấn"},
	{ocop.FieldNote, "Ghi chú; Chú thích; Ý kiến; Lưu ý; Nhận xét; Kết luận; Đề xuất; Kiến nghị; Khác; Note; Notes; Remark; Remarks; Ghi chú khác; Lý do; Mô tả; Mô tả sản phẩm; Câu chuyện sản phẩm; Hình ảnh; Ảnh; Website; Email; Thời điểm; Thời gian"},
	{fieldOutcome, "Kết quả; Kết luận; Kết quả đánh giá; Đạt, không đạt; Kết quả thẩm định; Đạt yêu cầu; Kết quả xét; Kết luận của Hội đồng; Kết luận Hội đồng; Đánh giá; Trạng thái; Result; Status"},
	{fieldOtherStars, "Hạng sao cũ; Hạng sao đăng ký; Đăng ký hạng sao; Hạng sao đề nghị; Đề nghị hạng sao; Hạng sao đề xuất; Hạng đăng ký; Hạng cũ; Hạng sao tự đánh giá; Tự đánh giá hạng sao; Hạng sao dự kiến; Hạng sao trước; Hạng sao năm trước; Hạng đề nghị; Đề nghị; Đề nghị công nhận; Đăng ký sao; Hạng sao lần trước; Hạng sao mục tiêu; Sao đăng ký; Sao cũ; Hạng sao đã công nhận; Đề nghị xếp hạng"},
	{fieldOtherScore, "Điểm tối đa; Điểm chuẩn; Thang điểm; Điểm tự chấm; Điểm tự đánh giá; Tự chấm điểm; Tự đánh giá; Cơ sở tự chấm; Điểm cơ sở; Điểm sơ bộ; Điểm tổ giúp việc; Điểm cấp xã; Điểm cũ; Thành viên; Điểm thành viên; Điểm thưởng; Điểm trừ; Chênh lệch; Điểm cao nhất; Điểm thấp nhất; Số phiếu; Điểm lần trước; Độ lệch; Điểm liệt"},
	{fieldPerson, "Họ và tên; Họ tên; Họ tên đại biểu; Họ và tên đại biểu; Tên đại biểu; Đại biểu; Full name; Khách mời; Họ, tên; Họ và tên khách mời"},
	{fieldTitle, "Chức vụ; Chức danh; Chức vụ, đơn vị; Position; Chức vụ, chức danh; Chức vụ, cơ quan"},
	{fieldSign, "Ký nhận; Ký tên; Chữ ký; Có mặt; Người nhận; Ký"},
}

// weights of the fields when a header is looked for (intake.md).
var weights = map[ocop.Field]float64{
	ocop.FieldProduct: 3, ocop.FieldProducer: 2.5, ocop.FieldStars: 2.5, ocop.FieldScore: 2.5, fieldTick: 2.5,
	ocop.FieldNo: 1.5, ocop.FieldCommune: 1.5, ocop.FieldAddress: 1, ocop.FieldRound: 1, ocop.FieldDecision: .8,
	ocop.FieldGroup: .7, ocop.FieldProductCode: .7, ocop.FieldCertNo: .7, ocop.FieldYear: .5, ocop.FieldNote: .5,
}

func weight(f ocop.Field) float64 {
	if w, ok := weights[f]; ok {
		return w
	}
	return .4
}

// hit is one field that a heading could name.
type hit struct {
	field ocop.Field
	score float64 // 1 exact, .6–.95 words of it, .8 a slip of the keyboard
	rank  int     // average 3 > total 2 > plain 1, for scores
	fuzzy bool
	stars ocop.Stars // of a tick column
}

type term struct {
	field ocop.Field
	fold  string
	toks  []string
}

var (
	exactNames = map[string][]ocop.Field{}
	terms      []term
)

func init() {
	for _, s := range synonyms {
		for _, name := range strings.Split(s.names, ";") {
			f := fold(name)
			if !hasField(exactNames[f], s.field) {
				exactNames[f] = append(exactNames[f], s.field)
				terms = append(terms, term{s.field, f, strings.Fields(f)})
			}
		}
	}
}

func hasField(list []ocop.Field, f ocop.Field) bool {
	for _, g := range list {
		if g == f {
			return true
		}
	}
	return false
}

// fold gives a heading its key: no marks, no punctuation, single blanks.
func fold(s string) string {
	return viet.Fold(strings.NewReplacer("-", " ", "/", " ", "_", " ").Replace(s))
}

var (
	bracketed  = regexp.MustCompile(`\s*[(\[{][^)\]}]*[)\]}]?`)
	starHead   = regexp.MustCompile(`^(?:so |hang |dat |san pham |sp |ocop |xep hang |cong nhan |hang sao )*(?:0?([1-5])|mot|hai|ba|bon|nam) (?:sao|star|stars)$`)
	starGlyphs = regexp.MustCompile(`^[1-5]?\s*[★⭐*]+$`)
	failHead   = regexp.MustCompile(`^(?:khong dat|chua dat|khong xep hang|khong phan hang|khong dat hang|khong cong nhan)$`)
	partHead   = regexp.MustCompile(`^(?:diem )?(?:phan |nhom |muc |tieu chi |diem )?([abc])(?: \d+)?(?: diem)?(?: .*)?$`)
	memberHead = regexp.MustCompile(`^(?:diem )?(?:cua )?(?:thanh vien|tv|giam khao|gk|uy vien|phieu|uv)(?: so)? ?\d+|^(?:chu tich|pho chu tich|thu ky|uy vien|thanh vien|giam khao|ong|ba|dong chi) `)
)

// otherWords in a heading of stars or scores say that it is not the result.
var otherWords = []string{
	" cu ", " dang ky ", " dang ki ", " de nghi ", " de xuat ", " tu danh gia ", " tu cham ", " muc tieu ", " du kien ", " toi da ",
	" chuan ", " thanh vien ", " giam khao ", " truoc ", " ke hoach ", " phan dau ", " tiem nang ", " tu xep ", " co so cham ",
	" to giup viec ", " cap xa cham ", " nang hang len ", " so bo ", " tham dinh ", " registered ", " proposed ", " old ", " self ",
	" previous ", " max ", " maximum ", " toi thieu ", " thuong ", " tru ", " lech ", " chenh lech ", " ky truoc ", " thap nhat ", " cao nhat ", " chu the cham ", " chu the tu ",
}

// labelHits lists the fields that a heading could name, best first.
func labelHits(label string) []hit {
	if label == "" || len(label) > 240 {
		return nil
	}
	full := fold(label)
	bare := fold(bracketed.ReplaceAllString(label, " "))
	if full == "" {
		if starGlyphs.MatchString(strings.TrimSpace(label)) {
			if r := parseStars(label); r.stars.Valid() {
				return []hit{{field: fieldTick, score: 1, stars: r.stars}}
			}
		}
		return nil
	}
	if m := starHead.FindStringSubmatch(full); m != nil {
		if r := parseStars(label); r.stars.Valid() && r.standing == ocop.Granted {
			return []hit{{field: fieldTick, score: 1, stars: r.stars}}
		}
		return []hit{{field: fieldTick, score: 1, stars: ocop.Stars(atoi(m[1]))}}
	}
	if failHead.MatchString(full) {
		return []hit{{field: fieldFail, score: 1}}
	}
	hits := exactHits(full, 1)
	if bare != "" && bare != full {
		hits = append(hits, exactHits(bare, .98)...)
	}
	if len(hits) == 0 {
		hits = append(special(full, bare), wordHits(full)...)
	}
	if len(hits) == 0 {
		hits = slipHits(full)
	}
	return vetoed(hits, full, bare)
}

func exactHits(f string, score float64) (hits []hit) {
	for _, field := range exactNames[f] {
		hits = append(hits, hit{field: field, score: score, rank: scoreRank(f)})
	}
	return hits
}

// special finds what has no fixed wording: parts and council members.
func special(full, bare string) (hits []hit) {
	if memberHead.MatchString(full) {
		return []hit{{field: fieldOtherScore, score: .95}}
	}
	for _, f := range []string{bare, full} {
		if m := partHead.FindStringSubmatch(f); m != nil && len(strings.Fields(f)) <= 5 {
			field := map[string]ocop.Field{"a": ocop.FieldPartA, "b": ocop.FieldPartB, "c": ocop.FieldPartC}[m[1]]
			return []hit{{field: field, score: .9}}
		}
	}
	return nil
}

// wordHits finds headings that hold all the words of a known one.
func wordHits(full string) (hits []hit) {
	toks := strings.Fields(full)
	if len(toks) > 14 {
		return nil
	}
	for _, t := range terms {
		if len(t.toks) == 1 && (len(t.toks[0]) < 3 || weakWords[t.toks[0]]) || len(t.toks) > len(toks) {
			continue
		}
		if len(t.toks) == 1 && !phraseIn(full, t.fold) || !allIn(t.toks, toks) {
			continue
		}
		s := .6 + .35*float64(len(t.toks))/float64(len(toks))
		hits = better(hits, hit{field: t.field, score: s, rank: scoreRank(full)})
	}
	return hits
}

// weakWords mean nothing inside a longer heading.
var weakWords = map[string]bool{
	"ban": true, "thon": true, "khu": true, "gian": true, "khac": true, "nam": true, "lan": true, "nhom": true, "nganh": true, "ky": true, "dat": true,
	"ma": true, "gia": true, "anh": true, "hang": true, "luot": true, "tinh": true, "total": true, "unit": true, "name": true, "star": true, "mark": true,
	"rank": true, "code": true, "date": true, "year": true, "group": true, "status": true, "result": true, "ocop": true, "sao": false, "xa": true, "huyen": true,
}

func allIn(want, have []string) bool {
	for _, w := range want {
		if !contains(have, w) {
			return false
		}
	}
	return true
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

func phraseIn(full, phrase string) bool { return strings.Contains(" "+full+" ", " "+phrase+" ") }

// slipHits finds headings with a slip of the keyboard: "Tên sản phẩn".
func slipHits(full string) (hits []hit) {
	if len(full) < 4 || len(full) > 40 {
		return nil
	}
	for _, t := range terms {
		max := max(1, len(t.fold)/8)
		if len(t.fold) < 4 || abs(len(t.fold)-len(full)) > max || t.fold[0] != full[0] && t.fold[len(t.fold)-1] != full[len(full)-1] {
			continue
		}
		if distance(t.fold, full) <= max {
			hits = better(hits, hit{field: t.field, score: .8, rank: scoreRank(t.fold), fuzzy: true})
		}
	}
	return hits
}

func better(hits []hit, h hit) []hit {
	for i := range hits {
		if hits[i].field == h.field {
			if h.score > hits[i].score {
				hits[i] = h
			}
			return hits
		}
	}
	return append(hits, h)
}

// scoreRank prefers average to total to plain.
func scoreRank(f string) int {
	switch {
	case phraseIn(f, "trung binh") || phraseIn(f, "tb") || phraseIn(f, "binh quan") || phraseIn(f, "bq") || phraseIn(f, "average") || phraseIn(f, "tbc") || f == "dtb" || phraseIn(f, "ket luan") || phraseIn(f, "cuoi cung") || phraseIn(f, "thong nhat"):
		return 3
	case phraseIn(f, "tong") || phraseIn(f, "total") || phraseIn(f, "hoi dong") || phraseIn(f, "hd"):
		return 2
	}
	return 1
}

// vetoed turns headings of other ranks and scores into columns that are only
// passed over, and sorts the hits.
func vetoed(hits []hit, full, bare string) []hit {
	if bare == "" {
		bare = full
	}
	for i := range hits {
		h := &hits[i]
		if !hasAny(" "+bare+" ", otherWords) && !hasAny(" "+full+" ", otherWords) || limitOnly(full, bare) {
			continue
		}
		switch h.field {
		case ocop.FieldStars, fieldTick, fieldOutcome:
			h.field = fieldOtherStars
		case ocop.FieldScore:
			h.field = fieldOtherScore
		}
	}
	sortHits(hits)
	return hits
}

// limitOnly: "Điểm (tối đa 100)" is the score; the brackets only say how far
// it goes.
func limitOnly(full, bare string) bool {
	return bare != full && !hasAny(" "+bare+" ", otherWords) && (phraseIn(full, "toi da") || phraseIn(full, "max")) &&
		!hasAny(" "+strings.NewReplacer("toi da", "", "maximum", "", "max", "").Replace(full)+" ", otherWords)
}

func sortHits(hits []hit) {
	for i := 1; i < len(hits); i++ {
		for j := i; j > 0 && hits[j].score > hits[j-1].score; j-- {
			hits[j], hits[j-1] = hits[j-1], hits[j]
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// distance is the edit distance of two short ASCII strings.
func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := prev[0]
		prev[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = prev[j]
			prev[j] = min(cost, prev[j]+1, prev[j-1]+1)
		}
	}
	return prev[len(b)]
}
