package web

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// What the pages call things that the rooms below call by a code, or say in
// words of the command line and of the plan file.

var (
	starsWord   = message.Define("web-stars", "{n} sao", "{n} {n|star|stars}")
	roundOfYear = message.Define("web-round-of-year", "đợt {no} năm {year}", "round {no} of {year}")
	roundAlone  = message.Define("web-round", "đợt {no}", "round {no}")
	yearAlone   = message.Define("web-year", "năm {year}", "{year}")
)

// stars says a rating; nothing for none.
func (w words) stars(n ocop.Stars) string {
	if n == 0 {
		return ""
	}
	return starsWord.With("n", int(n)).In(w.lang)
}

// round says a round; nothing for none.
func (w words) round(r ocop.Round) string {
	switch {
	case r.No == 0 && r.Year == 0:
		return ""
	case r.No == 0:
		return yearAlone.With("year", r.Year).In(w.lang)
	case r.Year == 0:
		return roundAlone.With("no", r.No).In(w.lang)
	}
	return roundOfYear.With("no", r.No, "year", r.Year).In(w.lang)
}

// Stars says a rating in the page's language.
func (p Page) Stars(n ocop.Stars) string { return p.stars(n) }

// Round says a round in the page's language.
func (p Page) Round(r ocop.Round) string { return p.round(r) }

// FieldName says what a column holds in the page's language.
func (p Page) FieldName(f ocop.Field) string { return office.FieldName(f, p.Lang) }

// fieldHelp stands under a box of a form in place of the plan file's comment,
// where that speaks of the file's own values and of flags.
var fieldHelp = map[string]*message.Text{
	"sample":                      message.Define("web-help-sample", "Chọn “có” thì mọi trang in ra đều có chữ MẪU – KHÔNG CÓ GIÁ TRỊ.", "With “yes” every printed page says MẪU – KHÔNG CÓ GIÁ TRỊ."),
	"issue_date":                  message.Define("web-help-issue-date", "Ngày ghi ở dòng địa danh trên giấy chứng nhận. Bỏ trống thì lấy ngày vào sổ.", "The day beside the place on the certificates. Empty: the day they are entered."),
	"authority.publish_score":     message.Define("web-help-publish-score", "Chọn “có” thì điểm nằm trong mã QR và trên trang tra cứu.", "With “yes” the score is in the QR code and on the public page."),
	"authority.layout":            message.Define("web-help-layout", "Bỏ trống thì dùng mẫu có sẵn; chọn bằng hình ở trang Mẫu giấy.", "Empty: the built-in one; choose by picture on the Layouts page."),
	"authority.validity.last_day": message.Define("web-help-last-day", "Giấy cấp 20/11/2023: còn hiệu lực đến hết 20/11/2026, hay chỉ đến hết 19/11/2026. Bỏ trống là đến hết 20/11/2026.", "Issued on 20/11/2023: valid through 20/11/2026, or through 19/11/2026 only. Empty: through 20/11/2026."),
	"conference.order":            message.Define("web-help-order", "Bỏ trống là như phụ lục. Xếp từng sản phẩm thì làm ở trang Thứ tự trao.", "Empty: as in the annex. To place single products, use the page Award order."),
	"conference.award_list":       message.Define("web-help-award-list", "Tên sản phẩm theo thứ tự trao; trang Thứ tự trao điền sẵn mục này.", "The products in award order; the page Award order fills this in."),
}

// pageSentences stand on the pages for complaints that speak of the keys and
// values of a file: the plan's, a layout's.
var pageSentences = map[string]*message.Text{
	"plan-award-list-missing": message.Define("web-plan-list-missing", "Thứ tự trao là “theo danh sách” nhưng danh sách còn trống.", "The award order is “by a list”, but the list is empty.").
		Hint("Xếp ở trang Hội nghị › Thứ tự trao, hoặc chọn “như phụ lục” ở trang Thiết lập › Hội nghị.", "Sort on the page Conference › Award order, or choose “as in the annex” on Settings › Conference."),
	"plan-award-list-unused": message.Define("web-plan-list-unused", "Có danh sách thứ tự trao nhưng thứ tự trao không phải “theo danh sách”.", "There is an award list, but the award order is not “by a list”.").
		Hint("Ở trang Thiết lập › Hội nghị, chọn thứ tự trao “theo danh sách”, hoặc xóa danh sách.", "On Settings › Conference choose the award order “by a list”, or empty the list."),
	"plan-award-list-twice": message.Define("web-plan-list-twice", "“{name}” có hai lần trong danh sách thứ tự trao.", "“{name}” stands twice in the award list.").
		Hint("Ở trang Thiết lập › Hội nghị, xóa bớt một dòng của danh sách.", "On Settings › Conference delete one of the two lines."),
	"plan-group-without-name": message.Define("web-plan-group-nameless", "Nhóm đại biểu thứ {n} chưa có tên.", "Guest group {n} has no name.").
		Hint("Đặt tên nhóm ở trang Hội nghị › Đại biểu, như phần thành phần của kế hoạch.", "Name the group on Conference › Guests, as the plan does."),
	"plan-group-twice": message.Define("web-plan-group-twice", "Nhóm “{name}” có hai lần.", "The group “{name}” stands twice.").
		Hint("Ở trang Hội nghị › Đại biểu, chuyển đại biểu về một nhóm rồi xóa nhóm kia.", "On Conference › Guests move the guests to one group and delete the other."),
	"plan-producers-twice": message.Define("web-plan-producers-twice", "Chỉ một nhóm được điền tự động từ chủ thể.", "Only one group is filled in from the producers.").
		Hint("Ở trang Hội nghị › Đại biểu, chỉ để dấu “chủ thể” ở một nhóm.", "On Conference › Guests leave the tick for producers at one group only."),
	"plan-guest-empty": message.Define("web-plan-guest-empty", "Đại biểu thứ {n} của nhóm “{name}” không có họ tên, chức vụ hay cơ quan.", "Guest {n} of the group “{name}” has no name, title or organisation.").
		Hint("Ở trang Hội nghị › Đại biểu, điền ít nhất một ô, hoặc xóa trống cả dòng.", "On Conference › Guests fill in one of the boxes, or empty the whole line."),
	"plan-decision-without-number": message.Define("web-plan-decision-numberless", "Quyết định công bố thứ {n} thiếu số hoặc ngày.", "Decision {n} to announce lacks its number or date.").
		Hint("Ghi đủ số (như 1422/QĐ-UBND) và ngày (như 20/11/2023) ở trang Hội nghị.", "Write number (1422/QĐ-UBND) and date (20/11/2023) on the Conference page."),
	"plan-sample-address": message.Define("web-plan-sample-address", "Cơ quan mẫu không được dùng địa chỉ thật “{value}”.", "A sample office must not use the real address “{value}”.").
		Hint("Dùng https://ocop.example, hoặc chọn “không” ở mục Tệp mẫu, trang Thiết lập › Chung, khi làm thật.", "Use https://ocop.example, or set Sample to “no” on Settings › General for real work."),
	"plan-bad-day":    message.Define("web-bad-day", "“{value}” không phải là ngày.", "“{value}” is not a date.").Hint("Ghi như 20/11/2023.", "Write it like 20/11/2023."),
	"plan-bad-count":  message.Define("web-bad-count", "“{value}” không phải là số nguyên từ 0 đến 100.000.", "“{value}” is not a whole number from 0 to 100,000.").Hint("Chỉ ghi chữ số.", "Write figures only."),
	"plan-bad-choice": message.Define("web-bad-choice", "“{value}” không dùng được ở đây.", "“{value}” cannot be used here.").Hint("Chọn một mục trong danh sách.", "Choose from the list."),
	"plan-bad-pair":   message.Define("web-bad-pair", "Dòng “{value}” thiếu dấu =.", "The line “{value}” lacks an = sign.").Hint("Ghi mỗi dòng một cặp, ví dụ HTX = Hợp tác xã.", "Write one pair a line, for example HTX = Hợp tác xã."),

	"layout-outside-safe": message.Define("web-layout-outside-safe", "{where}ô “{box}” ra ngoài khoảng an toàn {safe} mm ở mép {edge}: {by} mm.", "{where}the box “{box}” leaves the safe area of {safe} mm at the {edge} edge by {by} mm.").
		Hint("Dời ô vào trong, hoặc thu nhỏ ô.", "Move the box inwards, or make it smaller."),
}

func helpOf(f *office.PlanField, lang message.Lang) string {
	if t, ok := fieldHelp[f.Key]; ok {
		return t.In(lang)
	}
	return f.Help(lang)
}

// backupReasons are the reasons for a backup that the program writes itself.
var backupReasons = map[string]*message.Text{
	"theo yêu cầu":  message.Define("web-backup-asked", "theo yêu cầu", "asked for"),
	"trước khi cấp": message.Define("web-backup-issue", "trước khi cấp", "before issuing"),
	"hằng ngày":     message.Define("web-backup-daily", "hằng ngày", "daily"),
}

func whyBackup(why string, lang message.Lang) string {
	if t, ok := backupReasons[why]; ok {
		return t.In(lang)
	}
	return why
}

// boxNames are the boxes of the shipped layouts as the editor calls them.
var boxNames = map[string]*message.Text{
	"quoc_hieu":    message.Define("web-box-nation", "Quốc hiệu", "Name of the state"),
	"tieu_ngu":     message.Define("web-box-motto", "Tiêu ngữ", "Motto"),
	"ke_tieu_ngu":  message.Define("web-box-motto-line", "Gạch dưới tiêu ngữ", "Line under the motto"),
	"tua":          message.Define("web-box-heading", "Tiêu đề “Giấy chứng nhận”", "Heading"),
	"ocop":         message.Define("web-box-ocop", "Dòng “Sản phẩm OCOP”", "“OCOP product”"),
	"logo":         message.Define("web-box-logo", "Biểu trưng", "Logo"),
	"co_quan_tren": message.Define("web-box-authority-above", "Cơ quan: dòng trên", "Authority: line above"),
	"co_quan_duoi": message.Define("web-box-authority-below", "Cơ quan: dòng dưới", "Authority: line below"),
	"co_quan":      message.Define("web-box-authority", "Cơ quan: một dòng", "Authority: one line"),
	"sao":          message.Define("web-box-stars", "Hàng sao", "Stars"),
	"san_pham":     message.Define("web-box-product", "Tên sản phẩm", "Product"),
	"chu_the":      message.Define("web-box-producer", "Chủ thể", "Producer"),
	"dia_chi":      message.Define("web-box-address", "Địa chỉ", "Address"),
	"hang":         message.Define("web-box-rating", "Đạt hạng … sao", "Rating"),
	"dot":          message.Define("web-box-round", "Đợt, năm", "Round, year"),
	"chuong_trinh": message.Define("web-box-programme", "Tên chương trình", "Programme"),
	"qr":           message.Define("web-box-qr", "Mã QR", "QR code"),
	"tra_cuu":      message.Define("web-box-lookup", "Mã tra cứu dưới QR", "Id under the QR"),
	"can_cu":       message.Define("web-box-basis", "Số, quyết định, hiệu lực", "Number, decision, validity"),
	"noi_ngay":     message.Define("web-box-place-date", "Địa danh, ngày", "Place and date"),
	"quyen_han":    message.Define("web-box-capacity", "Quyền hạn, chức vụ", "Capacity of the signatory"),
	"nguoi_ky":     message.Define("web-box-signatory", "Họ tên người ký", "Signatory"),
	"mau":          message.Define("web-box-sample", "Chữ MẪU", "“MẪU”"),
	"khung_mau":    message.Define("web-box-sample-frame", "Khung chữ MẪU", "Frame of “MẪU”"),
	"ban_luu":      message.Define("web-box-copy", "Chữ “Bản lưu”", "“File copy”"),
	"khung_luu":    message.Define("web-box-copy-frame", "Khung “Bản lưu”", "Frame of “File copy”"),
	"nen":          message.Define("web-box-ground", "Nền", "Ground"),
	"khung":        message.Define("web-box-frame", "Khung hoa văn", "Ornamental frame"),
	"bang":         message.Define("web-box-ribbon", "Dải băng", "Ribbon"),
}

// boxName names a box of a layout; an office's own box goes by its id.
func boxName(id string, lang message.Lang) string {
	if t, ok := boxNames[id]; ok {
		return t.In(lang)
	}
	name := []rune(strings.ReplaceAll(id, "_", " "))
	if len(name) > 0 {
		name[0] = []rune(strings.ToUpper(string(name[0])))[0]
	}
	return string(name)
}

// deeds name what was asked for when something was refused, by the first
// prefix of “METHOD /path” that fits.
var deeds = []struct {
	prefix string
	text   *message.Text
}{
	{"POST /dang-nhap", message.Define("web-deed-login", "đăng nhập", "logging in")},
	{"POST /tep", message.Define("web-deed-file", "làm việc với tệp kết quả", "working on a results file")},
	{"POST /so/", message.Define("web-deed-certificate", "thay đổi một giấy chứng nhận", "changing a certificate")},
	{"POST /de-nghi", message.Define("web-deed-proposal", "duyệt một đề nghị", "deciding a proposal")},
	{"POST /hoi-nghi", message.Define("web-deed-conference", "ghi phần hội nghị", "writing to the conference")},
	{"POST /mau", message.Define("web-deed-layout", "sửa mẫu giấy", "changing a layout")},
	{"POST /thiet-lap/sao-luu", message.Define("web-deed-backup", "sao lưu", "making a backup")},
	{"POST /thiet-lap", message.Define("web-deed-settings", "đổi thiết lập", "changing settings")},
	{"GET /thiet-lap", message.Define("web-deed-see-settings", "xem thiết lập", "seeing settings")},
	{"GET /bat-dau", message.Define("web-deed-start", "mở trang bằng đường dẫn khởi động", "opening the page by the start link")},
}

// denialView is a refusal as people read it.
func denialView(f office.Denial, lang message.Lang) refusalView {
	v := refusalView{When: f.At.In(hanoi).Format("02/01/2006 15:04"), Who: strings.TrimPrefix(f.Who, "-"), What: f.What, Why: f.Code}
	for _, d := range deeds {
		if strings.HasPrefix(f.What, d.prefix) {
			v.What, v.Address = d.text.In(lang), f.What
			break
		}
	}
	if t := message.Find(f.Code); t != nil {
		v.Why = t.With("host", "…").In(lang)
	}
	return v
}
