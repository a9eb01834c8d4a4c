package web

import (
	"net/http"
	"os"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// againBody is the page on which the new result of a certificate is chosen.
type againBody struct {
	Item  office.Item
	Files []choice // results files, the newest first
	File  string
	Rows  []againRow
}

type againRow struct {
	Place, Row, Product, Producer, Score, Decision string
	Stars                                          ocop.Stars
	First                                          bool
}

var rowNeeded = message.Define("web-row-needed", "Chưa chọn dòng kết quả mới.", "No new result was chosen.").
	Hint("Chọn tệp kết quả rồi đánh dấu một dòng.", "Choose a results file and mark one row.")

var rowCertified = message.Define("web-row-certified", "Dòng này đã có giấy chứng nhận {number}; không có kết quả mới nào được ghi.", "The row has certificate {number}; no new result was entered.").
	Hint("Chọn dòng của quyết định mới.", "Choose the row of the new decision.")

// againPage lists the rows of a results file for re-evaluation (đánh giá lại,
// nâng hạng).
func (s *Server) againPage(w http.ResponseWriter, r *http.Request) {
	it, err := s.certificate(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := againBody{Item: it, File: r.URL.Query().Get("tep")}
	all, err := s.imports(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, k := range all {
		b.Files = append(b.Files, choice{k.ID, k.Name, k.ID == b.File})
	}
	if b.File != "" {
		_, imp, err := s.openImport(r, b.File, nil)
		if err == nil {
			err = imp.Refused()
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		for i, x := range office.RowsLike(imp, it.Certificate) {
			b.Rows = append(b.Rows, againRow{Place: x.Sheet + "!" + itoa(x.Row), Row: x.Sheet + " · " + itoa(x.Row), Product: x.Product.Name, Producer: x.Producer.Name,
				Score: x.Score.In(langOf(r)), Decision: x.Decision.String(), Stars: x.Stars, First: i == 0})
		}
	}
	s.show(w, r, http.StatusOK, "again", Page{Title: words{langOf(r)}.pick("Đánh giá lại", "Re-evaluation"), Active: "register", Body: b})
}

// again certifies the chosen row and closes the certificate.
func (s *Server) again(w http.ResponseWriter, r *http.Request) {
	it, err := s.certificate(r)
	if err == nil && !actFits("open", it) {
		err = actUnknown.Err()
	}
	sheet, row := rowPlace(r.PostFormValue("dong"))
	if err == nil && row == 0 {
		err = rowNeeded.Err()
	}
	var imp *office.Import
	if err == nil {
		_, imp, err = s.openImport(r, r.PostFormValue("tep"), nil)
	}
	var result ocop.Result
	if err == nil {
		result, err = office.NewResult(imp, it.Certificate, sheet, row)
	}
	var set ocop.Settings
	if err == nil {
		set, _, err = s.settings(r)
	}
	o, asOf := s.officeOf(r), s.asOf(r)
	var made ocop.Certificate
	if err == nil {
		made, err = o.Reevaluate(r.Context(), it.ID, result, set, asOf)
	}
	if err == nil { // a row that has its certificate gives that one back and enters nothing
		var now office.Item
		if now, err = s.office.Register.Get(r.Context(), made.ID, asOf); err == nil && now.Replaces != it.ID {
			err = rowCertified.With("number", made.Number).Err()
		}
	}
	file, out := "", ""
	if err == nil {
		out = s.work.out("so-" + made.ID)
		err = os.MkdirAll(out, 0o700)
	}
	if err == nil {
		file, err = o.WriteCertificate(r.Context(), made.ID, out, asOf)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.acted(w, r, proposal{Cert: made.ID, Number: made.Number, Act: "danh-gia-lai"}, file)
}
