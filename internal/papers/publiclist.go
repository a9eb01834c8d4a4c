package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// PublicList (danh sách công bố): the list for the portal, without personal data.
var PublicList = Paper{
	Name: "public-list", File: "cong-bo", Public: true,
	Title: message.Define("paper-public-list", "Danh sách công bố", "Public list"),
	About: message.Define("paper-public-list-about", "Danh sách đăng Cổng thông tin điện tử, không có dữ liệu cá nhân.", "The list for the portal, without personal data."),
	Pages: publicListPages,
	Table: publicListTable,
}

func publicListPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func publicListTable(in Input) *Table { return nil }
