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
	rows := make([]layout.Row, len(in.Certificates))
	for i, c := range in.Certificates {
		rows[i] = layout.Row{Values: in.values(c), Place: placeOf(places, c)}
	}
	o := layout.Options{Faces: in.Faces, QR: Modules}
	o.Sizes = t.Plan(rows, o) // labels stand in a row on the tables: one size
	var cards []layout.Page
	for i, row := range rows {
		o.Index, o.Place = i, row.Place
		pages, bad := t.Render(row.Values, o)
		cards, problems = append(cards, pages...), append(problems, bad...)
	}
	return tiled(cards, 297, 210, 2, 2), problems
}
