package plan

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// ruleOptions are the rule sets that the program knows.
var ruleOptions = func() (list []Option) {
	for _, r := range ocop.RuleSets() {
		list = append(list, Option{r.ID, message.Define("plan-choice-rule-set-"+r.ID, r.Source, r.Source)})
	}
	return list
}()

// general stands at the top of the file.
var general = Section{Key: "",
	Text: message.Define("plan-section-general", "Chung", "General").
		Hint("Những điều chung của tệp.", "What concerns the whole file."),
	Fields: []*Field{
		{Key: "sample", Kind: YesNo,
			Text: message.Define("plan-field-sample", "Tệp mẫu", "Sample").
				Hint("Ghi true thì mọi trang in ra đều có chữ MẪU – KHÔNG CÓ GIÁ TRỊ.",
					"true prints MẪU – KHÔNG CÓ GIÁ TRỊ on every page."),
			Example: "true",
			ref:     func(o any) any { return &o.(*ocop.Settings).Sample }},
		{Key: "issue_date", Kind: Day,
			Text: message.Define("plan-field-issue-date", "Ngày ký giấy chứng nhận", "Issue date").
				Hint("Ngày ghi ở dòng địa danh trên giấy chứng nhận. Bỏ trống thì lấy ngày chạy lệnh (--as-of).",
					"The day in the place-and-date line of the certificates. Left out: the as-of day."),
			Example: "20/12/2023",
			ref:     func(o any) any { return &o.(*ocop.Settings).IssueDate }},
	}}

// authority is the profile of who issues.
var authority = Section{Key: "authority",
	Text: message.Define("plan-section-authority", "Cơ quan cấp giấy chứng nhận", "Issuing authority").
		Hint("Cơ quan ban hành quyết định và cấp giấy chứng nhận.", "Who decides and issues the certificates."),
	Fields: []*Field{
		{Key: "authority.code", Kind: Line,
			Text: message.Define("plan-field-authority-code", "Mã cơ quan", "Code of the authority").
				Hint("Tên ngắn, không đổi, để sổ cấp nhận ra cơ quan. Chữ thường không dấu.",
					"A short name that never changes; the register knows the authority by it."),
			Example: "tp-lai-chau",
			check:   matches(codeForm, badCode),
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Code }},
		{Key: "authority.name", Kind: Line,
			Text: message.Define("plan-field-authority-name", "Tên cơ quan", "Name").
				Hint("Tên đầy đủ như trong văn bản.",
					"The full name as in documents."),
			Example: "Ủy ban nhân dân thành phố Lai Châu",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Name }},
		{Key: "authority.above", Kind: Line,
			Text: message.Define("plan-field-authority-above", "Cơ quan chủ quản", "Line above").
				Hint("Dòng in trên tên cơ quan ở góc trái. Được bỏ trống.",
					"The line above the name, top left. May be left out."),
			Example: "Tỉnh Lai Châu",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Above }},
		{Key: "authority.level", Kind: Choice,
			Text: message.Define("plan-field-authority-level", "Cấp", "Level").
				Hint("Cấp của cơ quan: quyết định ai được công nhận mấy sao.",
					"Level of government: it decides which stars are its to give."),
			Example: "district",
			Choices: []Option{
				{"commune", message.Define("plan-choice-level-commune", "cấp xã", "commune")},
				{"district", message.Define("plan-choice-level-district", "cấp huyện", "district")},
				{"province", message.Define("plan-choice-level-province", "cấp tỉnh", "province")},
				{"centre", message.Define("plan-choice-level-centre", "trung ương", "centre")},
			},
			ref: func(o any) any { return &o.(*ocop.Settings).Authority.Level }},
		{Key: "authority.place", Kind: Line,
			Text: message.Define("plan-field-authority-place", "Địa danh", "Place").
				Hint("Chữ đứng trước “, ngày …” trên giấy tờ.",
					"Stands before “, ngày …” on papers."),
			Example: "Lai Châu",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Place }},
		{Key: "authority.province", Kind: Line,
			Text: message.Define("plan-field-authority-province", "Tỉnh", "Province").
				Hint("Đứng cuối địa chỉ công khai trong mã QR.",
					"Ends the public address in the QR code."),
			Example: "tỉnh Lai Châu",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Province }},
		{Key: "authority.office", Kind: Line,
			Text: message.Define("plan-field-authority-office", "Phòng chuyên môn", "Office").
				Hint("Phòng giữ sổ cấp và trả lời tra cứu.",
					"The office that keeps the register."),
			Example: "Phòng Kinh tế",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Office }},
		{Key: "authority.phone", Kind: Line,
			Text: message.Define("plan-field-authority-phone", "Điện thoại công khai", "Public phone").
				Hint("Số của cơ quan, in trên trang tra cứu. Không ghi số riêng của cán bộ.",
					"The office's line, shown on the public page. Nobody's own number."),
			Example: "0213 000 0000",
			check:   checkPhone,
			tidy:    tidyPhone,
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Phone }},
		{Key: "authority.base_url", Kind: Line,
			Text: message.Define("plan-field-authority-base-url", "Địa chỉ tra cứu", "Public address").
				Hint("Địa chỉ web nằm trong mã QR; giấy đã in giữ nó ít nhất 36 tháng, nên chọn tên miền lâu dài.",
					"The web address inside the QR code; papers keep it for 36 months and more."),
			Example: "https://ocop.example",
			check:   matches(urlForm, badURL),
			tidy:    func(s string) string { return strings.TrimRight(s, "/") },
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.BaseURL }},
		{Key: "authority.prefix", Kind: Line,
			Text: message.Define("plan-field-authority-prefix", "Tiền tố mã công khai", "Prefix of public ids").
				Hint("Mở đầu mã của mỗi giấy chứng nhận, ví dụ LC trong LC-2023-2-017.",
					"Begins the id of each certificate, like LC in LC-2023-2-017."),
			Example: "LC",
			check:   matches(prefixForm, badPrefix),
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Prefix }},
		{Key: "authority.number_pattern", Kind: Line,
			Text: message.Define("plan-field-authority-number-pattern", "Mẫu số giấy chứng nhận", "Number pattern").
				Hint("Ô dùng được: {stt} {nam} {nam_dot} {nam_qd} {thang} {dot} {sao} {ma} {qd}; {stt:02} là ít nhất hai chữ số.",
					"Blanks: {stt} {nam} {nam_dot} {nam_qd} {thang} {dot} {sao} {ma} {qd}; {stt:02} has at least two digits."),
			Example: "{stt:02}/{nam}/GCN-UBND",
			check:   checkPattern,
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.NumberPattern }},
		{Key: "authority.number_start", Kind: Count,
			Text: message.Define("plan-field-authority-number-start", "Số bắt đầu", "First number").
				Hint("Số đầu tiên của dãy khi sổ còn trống. Bỏ trống là 1.",
					"First number of an empty register. Left out: 1."),
			Example: "1",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.NumberStart }},
		{Key: "authority.publish_score", Kind: YesNo,
			Text: message.Define("plan-field-authority-publish-score", "Công khai điểm", "Publish scores").
				Hint("true: điểm nằm trong mã QR và trang tra cứu.",
					"true: the score is in the QR code and on the public page."),
			Example: "false",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.PublishScore }},
		{Key: "authority.layout", Kind: Line,
			Text: message.Define("plan-field-authority-layout", "Mẫu trình bày", "Layout").
				Hint("Mã mẫu giấy chứng nhận. Bỏ trống thì dùng mẫu có sẵn.",
					"Id of the certificate's layout. Left out: the built-in one."),
			Example: "gcn-3sao-a4-ngang",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Layout }},
		{Key: "authority.rule_set", Kind: Choice,
			Text: message.Define("plan-field-authority-rule-set", "Bộ tiêu chí", "Rule set").
				Hint("Bỏ trống thì chọn theo ngày quyết định (1048, 148 hay 148 sửa bởi 1489).",
					"Left out: by the date of the decision (1048, 148, or 148 amended by 1489)."),
			Example: "148-2023",
			Choices: ruleOptions,
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.RuleSet }},
		{Key: "authority.from", Kind: Day,
			Text: message.Define("plan-field-authority-from", "Có thẩm quyền từ ngày", "In office from").
				Hint("Bỏ trống nếu không cần giới hạn.",
					"Left out: no limit."),
			Example: "24/02/2023",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.From }},
		{Key: "authority.to", Kind: Day,
			Text: message.Define("plan-field-authority-to", "Có thẩm quyền đến hết ngày", "In office to").
				Hint("Ngày cuối cơ quan còn cấp giấy, ví dụ cấp huyện: 30/06/2025.",
					"Last day on which it issues; districts: 30/06/2025."),
			Example: "30/06/2025",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.To }},
		{Key: "authority.successor", Kind: Line,
			Text: message.Define("plan-field-authority-successor", "Mã cơ quan kế thừa", "Successor").
				Hint("Mã của cơ quan tiếp quản sổ cấp.",
					"Code of the authority that follows."),
			Example: "tinh-lai-chau",
			check:   matches(codeForm, badCode),
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Successor }},
	}}

// validity says how the 36 months are read (domain: offices differ).
var validity = Section{Key: "authority.validity",
	Text: message.Define("plan-section-validity", "Hiệu lực của giấy chứng nhận", "Validity").
		Hint("Cách tính 36 tháng.", "How 36 months are counted."),
	Fields: []*Field{
		{Key: "authority.validity.from", Kind: Choice,
			Text: message.Define("plan-field-authority-validity-from", "Tính từ", "Counted from").
				Hint("Bỏ trống là từ ngày quyết định.",
					"Left out: from the date of the decision."),
			Example: "decision",
			Choices: []Option{
				{"decision", message.Define("plan-choice-from-decision", "ngày quyết định", "date of the decision")},
				{"certificate", message.Define("plan-choice-from-certificate", "ngày ký giấy chứng nhận", "date of the certificate")},
				{"effective", message.Define("plan-choice-from-effective", "ngày quyết định có hiệu lực", "day the decision takes effect")},
			},
			ref: func(o any) any { return &o.(*ocop.Settings).Authority.Validity.From }},
		{Key: "authority.validity.last_day", Kind: Choice,
			Text: message.Define("plan-field-authority-validity-last-day", "Ngày cuối", "Last day").
				Hint("inclusive: cấp 20/11/2023 thì còn hiệu lực đến hết 20/11/2026; exclusive: đến hết 19/11/2026. Bỏ trống là inclusive.",
					"inclusive: 20/11/2023 is good through 20/11/2026; exclusive: through 19/11/2026. Left out: inclusive."),
			Example: "inclusive",
			Choices: []Option{
				{"inclusive", message.Define("plan-choice-last-day-inclusive", "tính cả ngày tương ứng", "corresponding day included")},
				{"exclusive", message.Define("plan-choice-last-day-exclusive", "hết ngày liền trước", "ends the day before")},
			},
			ref: func(o any) any { return &o.(*ocop.Settings).Authority.Validity.LastDay }},
		{Key: "authority.validity.months", Kind: Count,
			Text: message.Define("plan-field-authority-validity-months", "Số tháng", "Months").
				Hint("Bỏ trống thì theo bộ tiêu chí (36 tháng).",
					"Left out: as the rule set says (36)."),
			Example: "36",
			ref:     func(o any) any { return &o.(*ocop.Settings).Authority.Validity.Months }},
	}}
