package plan

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// Table is a part of the plan that has any number of rows.
type Table struct {
	Key    string // "conference.groups"
	Text   *message.Text
	Fields []*Field
}

// DecisionTable holds the decisions that the conference announces.
var DecisionTable = Table{Key: "conference.announces",
	Text: message.Define("plan-table-announce", "Quyết định công bố", "Decisions to announce").
		Hint("Các quyết định công bố tại hội nghị, theo thứ tự.", "The decisions announced, in order."),
	Fields: []*Field{
		{Key: "number", Kind: Line,
			Text: message.Define("plan-field-announce-number", "Số quyết định", "Decision number").
				Hint("Số, ký hiệu.",
					"Number and symbol."),
			Example: "0000/QĐ-UBND",
			check:   matches(numberForm, badNumber),
			tidy:    tidyNumber,
			ref:     func(o any) any { return &o.(*ocop.Announcement).Decision.Number }},
		{Key: "date", Kind: Day,
			Text: message.Define("plan-field-announce-date", "Ngày quyết định", "Decision date").
				Hint("Ngày ký.",
					"When it was signed."),
			Example: "20/11/2023",
			ref:     func(o any) any { return &o.(*ocop.Announcement).Decision.Date }},
		{Key: "issuer", Kind: Line,
			Text: message.Define("plan-field-announce-issuer", "Cơ quan ban hành", "Issuer").
				Hint("Tên cơ quan ban hành.",
					"Who decided."),
			Example: "Ủy ban nhân dân thành phố Lai Châu",
			ref:     func(o any) any { return &o.(*ocop.Announcement).Decision.Issuer }},
		{Key: "title", Kind: Line,
			Text: message.Define("plan-field-announce-title", "Trích yếu", "Title").
				Hint("Nội dung quyết định, bắt đầu bằng “về việc …”.",
					"What it decides."),
			Example: "về việc phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP",
			ref:     func(o any) any { return &o.(*ocop.Announcement).Decision.Title }},
		{Key: "reader", Kind: Line,
			Text: message.Define("plan-field-announce-reader", "Người đọc", "Reader").
				Hint("Ai công bố.",
					"Who reads it out."),
			Example: "Đại diện Văn phòng HĐND - UBND thành phố",
			ref:     func(o any) any { return &o.(*ocop.Announcement).Reader }},
	}}

// GroupTable holds the guest groups, in protocol order.
var GroupTable = Table{Key: "conference.groups",
	Text: message.Define("plan-table-group", "Nhóm đại biểu", "Guest group").
		Hint("Thành phần dự, theo thứ tự trong kế hoạch (I, II, III …).", "Who attends, in the plan's order."),
	Fields: []*Field{
		{Key: "name", Kind: Line,
			Text: message.Define("plan-field-group-name", "Thành phần", "Group").
				Hint("Tên nhóm như trong kế hoạch.",
					"Name as in the plan."),
			Example: "Đại diện Thường trực Thành ủy, HĐND, UBND thành phố",
			ref:     func(o any) any { return &o.(*ocop.GuestGroup).Name }},
		{Key: "producers", Kind: YesNo,
			Text: message.Define("plan-field-group-producers", "Nhóm chủ thể", "Producers").
				Hint("true: chương trình tự điền các chủ thể có sản phẩm được công nhận.",
					"true: filled in from the results."),
			Example: "true",
			ref:     func(o any) any { return &o.(*ocop.GuestGroup).Producers }},
		{Key: "blank_rows", Kind: Count,
			Text: message.Define("plan-field-group-blank-rows", "Dòng trống", "Blank rows").
				Hint("Dòng để trống riêng của nhóm này.",
					"Blank rows of this group."),
			Example: "2",
			ref:     func(o any) any { return &o.(*ocop.GuestGroup).BlankRows }},
	}}

// GuestTable holds the guests of one group.
var GuestTable = Table{Key: "conference.groups.guests",
	Text: message.Define("plan-table-guest", "Đại biểu", "Guests").
		Hint("Đại biểu của nhóm, theo thứ tự.", "The guests of the group, in order."),
	Fields: []*Field{
		{Key: "honorific", Kind: Line,
			Text: message.Define("plan-field-guest-honorific", "Danh xưng", "Honorific").
				Hint("Đ/c, Ông, Bà.",
					"Đ/c, Ông, Bà."),
			Example: "Đ/c",
			ref:     func(o any) any { return &o.(*ocop.Attendee).Honorific }},
		{Key: "name", Kind: Line,
			Text: message.Define("plan-field-guest-name", "Họ và tên", "Name").
				Hint("Bỏ trống nếu chỉ biết cơ quan cử người.",
					"Left out when only the office is known."),
			Example: "Nguyễn Văn Mẫu",
			ref:     func(o any) any { return &o.(*ocop.Attendee).Name }},
		{Key: "title", Kind: Line,
			Text: message.Define("plan-field-guest-title", "Chức vụ", "Title").
				Hint("Chức vụ.",
					"Title."),
			Example: "Phó Chủ tịch",
			ref:     func(o any) any { return &o.(*ocop.Attendee).Title }},
		{Key: "organisation", Kind: Line,
			Text: message.Define("plan-field-guest-organisation", "Cơ quan, đơn vị", "Organisation").
				Hint("Cơ quan, đơn vị.",
					"Organisation."),
			Example: "UBND thành phố",
			ref:     func(o any) any { return &o.(*ocop.Attendee).Organisation }},
		{Key: "commune", Kind: Line,
			Text: message.Define("plan-field-guest-commune", "Xã, phường", "Commune").
				Hint("Xã, phường.",
					"Commune or ward."),
			ref: func(o any) any { return &o.(*ocop.Attendee).Commune }},
		{Key: "phone", Kind: Line,
			Text: message.Define("plan-field-guest-phone", "Điện thoại", "Phone").
				Hint("Dữ liệu cá nhân: chỉ in trên danh sách nội bộ.",
					"Personal data: on internal papers only."),
			Example: "0900 000 001",
			check:   checkPhone,
			tidy:    tidyPhone,
			ref:     func(o any) any { return &o.(*ocop.Attendee).Phone }},
		{Key: "note", Kind: Line,
			Text: message.Define("plan-field-guest-note", "Ghi chú", "Note").
				Hint("Ghi chú.",
					"Note."),
			ref: func(o any) any { return &o.(*ocop.Attendee).Note }},
	}}
