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
	starsWord   = message.Define("web-stars", "{n} sao", "{n} stars")
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

func helpOf(f *office.PlanField, lang message.Lang) string {
	if t, ok := fieldHelp[f.Key]; ok {
		return t.In(lang)
	}
	return f.Help(lang)
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
