package plan

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// sections lists the parts in the order of the file.
var sections = []Section{general, authority, validity, signatory, conference, answers, abbreviations}

// signatory is who signs.
var signatory = Section{Key: "signatory",
	Text: message.Define("plan-section-signatory", "Người ký", "Signatory").
		Hint("Khối chữ ký, dưới cùng bên phải.", "The signature block, bottom right."),
	Fields: []*Field{
		{Key: "signatory.lines", Kind: List,
			Text: message.Define("plan-field-signatory-lines", "Quyền hạn, chức vụ", "Lines above the signature").
				Hint("Mỗi dòng một mục, như TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.",
					"One line each."),
			Example: "TM. ỦY BAN NHÂN DÂN",
			ref:     func(o any) any { return &o.(*ocop.Settings).Signatory.Lines }},
		{Key: "signatory.name", Kind: Line,
			Text: message.Define("plan-field-signatory-name", "Họ tên người ký", "Name of the signatory").
				Hint("Không ghi học hàm, học vị.",
					"Without academic titles."),
			Example: "Họ và Tên",
			check:   checkSigner,
			ref:     func(o any) any { return &o.(*ocop.Settings).Signatory.Name }},
	}}

// conference is the day itself.
var conference = Section{Key: "conference",
	Text: message.Define("plan-section-conference", "Hội nghị", "Conference").
		Hint("Hội nghị công bố quyết định, trao giấy chứng nhận.", "The conference at which decisions are announced and certificates handed over."),
	Fields: []*Field{
		{Key: "conference.title", Kind: Line,
			Text: message.Define("plan-field-conference-title", "Tên hội nghị", "Title").
				Hint("Tên ghi trên giấy mời, danh sách.",
					"On invitations and lists."),
			Example: "Hội nghị công bố Quyết định, trao Giấy chứng nhận sản phẩm OCOP đợt 2 năm 2023",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Title }},
		{Key: "conference.plan_number", Kind: Line,
			Text: message.Define("plan-field-conference-plan-number", "Số kế hoạch", "Number of the plan").
				Hint("Số, ký hiệu của kế hoạch tổ chức.",
					"Number and symbol of the plan."),
			Example: "0000/KH-UBND",
			check:   matches(numberForm, badNumber),
			tidy:    tidyNumber,
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.PlanNumber }},
		{Key: "conference.plan_date", Kind: Day,
			Text: message.Define("plan-field-conference-plan-date", "Ngày kế hoạch", "Date of the plan").
				Hint("Ngày ký kế hoạch.",
					"When the plan was signed."),
			Example: "19/12/2023",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.PlanDate }},
		{Key: "conference.date", Kind: Day,
			Text: message.Define("plan-field-conference-date", "Ngày tổ chức", "Date").
				Hint("Ngày hội nghị.",
					"The day of the conference."),
			Example: "20/12/2023",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Date }},
		{Key: "conference.time", Kind: Line,
			Text: message.Define("plan-field-conference-time", "Giờ", "Time").
				Hint("Như 08 giờ 00 phút, hoặc ½ ngày.",
					"Like 08 giờ 00 phút."),
			Example: "08 giờ 00 phút",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Time }},
		{Key: "conference.room", Kind: Line,
			Text: message.Define("plan-field-conference-room", "Phòng họp", "Room").
				Hint("Phòng, tầng.",
					"Room and floor."),
			Example: "Phòng họp số 4, tầng 4",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Room }},
		{Key: "conference.place", Kind: Line,
			Text: message.Define("plan-field-conference-place", "Địa điểm", "Place").
				Hint("Trụ sở, địa chỉ.",
					"Building and address."),
			Example: "Trụ sở các cơ quan thành phố Lai Châu",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Place }},
		{Key: "conference.chair", Kind: Line,
			Text: message.Define("plan-field-conference-chair", "Chủ trì", "Chair").
				Hint("Người chủ trì, ghi trên giấy mời.",
					"Who presides, for the invitations."),
			Example: "Lãnh đạo Ủy ban nhân dân thành phố",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Chair }},
		{Key: "conference.host", Kind: Line,
			Text: message.Define("plan-field-conference-host", "Người dẫn chương trình", "Host").
				Hint("Ghi trên lời dẫn.",
					"Master of ceremonies."),
			Example: "(Người dẫn chương trình)",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Host }},
		{Key: "conference.presenters", Kind: List,
			Text: message.Define("plan-field-conference-presenters", "Người trao", "Presenters").
				Hint("Lần lượt theo từng lượt trao.",
					"Who hands over, round by round."),
			Example: "Đại diện lãnh đạo UBND thành phố",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Presenters }},
		{Key: "conference.programme", Kind: List,
			Text: message.Define("plan-field-conference-programme", "Nội dung khác", "Further items").
				Hint("Mỗi dòng một nội dung, sau phần công bố và trao giấy.",
					"One item a line, after announcing and handing over."),
			Example: "Tham quan gian trưng bày sản phẩm OCOP",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Programme }},
		{Key: "conference.notes", Kind: List,
			Text: message.Define("plan-field-conference-notes", "Ghi chú cuối chương trình", "Notes").
				Hint("Mỗi dòng một ghi chú.",
					"One note a line."),
			Example: "Có giấy mời riêng",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.Notes }},
		{Key: "conference.order", Kind: Choice,
			Text: message.Define("plan-field-conference-order", "Thứ tự trao", "Award order").
				Hint("annex: như phụ lục; commune: theo xã, phường; list: theo award_list. Bỏ trống là annex.",
					"annex: as in the annex; commune: by commune; list: as in award_list. Left out: annex."),
			Example: "annex",
			Choices: []Option{
				{"annex", message.Define("plan-choice-order-annex", "như phụ lục", "as in the annex")},
				{"commune", message.Define("plan-choice-order-commune", "theo xã, phường", "by commune")},
				{"list", message.Define("plan-choice-order-list", "theo danh sách", "by a list")},
			},
			ref: func(o any) any { return &o.(*ocop.Settings).Conference.Order }},
		{Key: "conference.award_list", Kind: List,
			Text: message.Define("plan-field-conference-award-list", "Danh sách thứ tự trao", "Award list").
				Hint("Tên sản phẩm theo thứ tự trao, khi thứ tự là list.",
					"Product names in award order, when the order is list."),
			ref: func(o any) any { return &o.(*ocop.Settings).Conference.AwardList }},
		{Key: "conference.stage_size", Kind: Count,
			Text: message.Define("plan-field-conference-stage-size", "Số chủ thể mỗi lượt", "Producers a round").
				Hint("Từ 4 đến 6 chủ thể lên sân khấu mỗi lượt. Bỏ trống là 5.",
					"4 to 6 producers go on stage in a round. Left out: 5."),
			Example: "5",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.StageSize }},
		{Key: "conference.min_display", Kind: Count,
			Text: message.Define("plan-field-conference-min-display", "Số đơn vị trưng bày tối thiểu", "Least units on display").
				Hint("Số đơn vị mỗi sản phẩm phải mang đến. Bỏ trống là 10.",
					"Units that each product brings. Left out: 10."),
			Example: "10",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.MinDisplay }},
		{Key: "conference.blank_rows", Kind: Count,
			Text: message.Define("plan-field-conference-blank-rows", "Dòng trống mỗi nhóm", "Blank rows a group").
				Hint("Dòng để trống cho đại biểu đến sau.",
					"Rows for late guests."),
			Example: "2",
			ref:     func(o any) any { return &o.(*ocop.Settings).Conference.BlankRows }},
	}}

// answers are for the layout's own questions.
var answers = Section{Key: "ask",
	Text: message.Define("plan-section-ask", "Câu trả lời cho mẫu trình bày", "Answers for the layout").
		Hint("Mẫu trình bày có thể hỏi thêm; mỗi dòng một tên = giá trị.", "A layout may ask for more; one name = value a line."),
	Fields: []*Field{
		{Key: "ask", Kind: Pairs,
			Text: message.Define("plan-field-ask", "Điều mẫu trình bày hỏi", "What the layout asks").
				Hint("Mỗi dòng một tên = giá trị.",
					"One name = value a line."),
			ref: func(o any) any { return &o.(*ocop.Settings).Ask }},
	}}

// abbreviations are the office's own.
var abbreviations = Section{Key: "abbreviations",
	Text: message.Define("plan-section-abbreviations", "Chữ viết tắt của địa phương", "Local abbreviations").
		Hint("Dùng khi đọc lời dẫn, thêm vào bảng có sẵn; giá trị rỗng thì giữ nguyên chữ tắt.", "For the host's text, beside the built-in table; an empty value leaves the abbreviation."),
	Fields: []*Field{
		{Key: "abbreviations", Kind: Pairs,
			Text: message.Define("plan-field-abbreviations", "Chữ viết tắt", "Abbreviations").
				Hint("Mỗi dòng một cặp, ví dụ HTX = Hợp tác xã.",
					"One pair a line, for example HTX = Hợp tác xã."),
			ref: func(o any) any { return &o.(*ocop.Settings).Abbreviations }},
	}}
