package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Labels are the display labels (nhãn trưng bày): A6 cards, four to a sheet,
// with product, producer, stars and the certificate's code. Nothing personal is
// on them.
var Labels = Paper{
	Name: "labels", File: "nhan-trung-bay", Public: true,
	Title: message.Define("paper-labels", "Nhãn trưng bày", "Display labels"),
	About: message.Define("paper-labels-about", "Nhãn đặt cạnh sản phẩm, có mã QR để khách quét.",
		"Labels beside the products, with the code that visitors scan."),
	Pages: labelsPages,
}

func labelsPages(in Input) ([]layout.Page, []layout.Problem) {
	t, problems := ownLayout("display-label")
	if len(problems) > 0 {
		return nil, problems
	}
	places := in.places()
	var cards []layout.Page
	for i, c := range in.Certificates {
		pages, bad := t.Render(in.values(c), layout.Options{Faces: in.Faces, QR: Modules, Index: i, Place: placeOf(places, c)})
		cards, problems = append(cards, pages...), append(problems, bad...)
	}
	return tiled(cards, 297, 210, 2, 2), problems
}
