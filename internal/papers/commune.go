package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Communes (danh sách theo xã, phường): one page for each commune that has products.
var Communes = Paper{
	Name: "communes", File: "theo-xa-phuong",
	Title: message.Define("paper-communes", "Danh sách theo xã, phường", "Lists by commune"),
	About: message.Define("paper-communes-about", "Mỗi xã, phường có sản phẩm một trang để gửi về địa phương.", "One page for each commune that has products."),
	Pages: communesPages,
	Table: communesTable,
}

func communesPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func communesTable(in Input) *Table { return nil }
