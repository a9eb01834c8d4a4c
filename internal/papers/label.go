package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Labels (nhãn trưng bày): labels beside the products, with the code that visitors scan.
var Labels = Paper{
	Name: "labels", File: "nhan-trung-bay", Public: true,
	Title: message.Define("paper-labels", "Nhãn trưng bày", "Display labels"),
	About: message.Define("paper-labels-about", "Nhãn đặt cạnh sản phẩm, có mã QR để khách quét.", "Labels beside the products, with the code that visitors scan."),
	Pages: labelsPages,
}

func labelsPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
