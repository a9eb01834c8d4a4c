package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Slips (phiếu giao nhận sản phẩm trưng bày): one slip a producer, two copies on a sheet.
var Slips = Paper{
	Name: "slips", File: "phieu-giao-nhan",
	Title: message.Define("paper-slips", "Phiếu giao nhận sản phẩm trưng bày", "Give-and-take slips"),
	About: message.Define("paper-slips-about", "Mỗi chủ thể một phiếu, in hai liên trên một tờ A4.", "One slip a producer, two copies on a sheet."),
	Pages: slipsPages,
}

func slipsPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
