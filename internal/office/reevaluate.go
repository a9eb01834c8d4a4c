package office

import (
	"context"
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/viet"
)

var (
	noNewResult = message.Define("reevaluate-no-row", "Tệp không có dòng nào in được cho “{product}” của “{producer}”.", "The file has no ready row for “{product}” of “{producer}”.").
			Hint("Kiểm tra tệp; nếu tên đã đổi, chỉ rõ dòng: --row \"Trang tính!12\".", "Check the file; if the name changed, name the row: --row \"Sheet!12\".")
	rowNotReady = message.Define("reevaluate-row-not-ready", "Dòng {row} của «{sheet}» không có hoặc đang bị giữ.", "Row {row} of «{sheet}» does not exist or is held.").
			Hint("Xem dòng ấy bằng “ocoprint check”, sửa hoặc trả lời câu hỏi trước.", "See the row with “ocoprint check” and answer its questions first.")
)

// NewResult finds the row of a workbook that evaluates a certificate's product
// again: the one that is named, else the one of the same product and producer.
func NewResult(imp *Import, old ocop.Certificate, sheet string, row int) (ocop.Result, error) {
	same := func(r ocop.Result) bool {
		return viet.Key(r.Product.Name) == viet.Key(old.Product.Name) && viet.Key(r.Producer.Name) == viet.Key(old.Producer.Name)
	}
	if row > 0 {
		same = func(r ocop.Result) bool { return r.Sheet == sheet && r.Row == row }
	}
	for _, r := range imp.Reading.Results {
		if r.Status == ocop.StatusReady && same(r) {
			return r, nil
		}
	}
	if row > 0 {
		return ocop.Result{}, rowNotReady.With("row", row, "sheet", sheet).Err()
	}
	return ocop.Result{}, noNewResult.With("product", old.Product.Name, "producer", old.Producer.Name).Err()
}

// Reevaluate certifies a new result of a product (đánh giá lại, nâng hạng: the
// stars are kept, raised or lowered) and closes the certificate before it. The
// page is set before anything is entered.
func (o *Office) Reevaluate(ctx context.Context, id string, result ocop.Result, s ocop.Settings, asOf ocop.Date) (ocop.Certificate, error) {
	if err := CheckSettings(s); err != nil {
		return ocop.Certificate{}, err
	}
	old, err := o.Register.Get(ctx, id, asOf)
	if err != nil {
		return ocop.Certificate{}, err
	}
	day := s.IssueDate
	if day.Before(result.Decision.Date) { // the settings' day is an earlier batch's
		day = asOf
	}
	signer, err := o.Sealer(s.Authority, day)
	if err != nil {
		return ocop.Certificate{}, err
	}
	name, err := o.layoutName(ctx, s.Authority.Layout)
	if err != nil {
		return ocop.Certificate{}, err
	}
	name = withAnswers(name, s.Ask)
	refs, err := o.keepLayout(ctx, name, s.Ask)
	if err != nil {
		return ocop.Certificate{}, err
	}
	opt := register.PrepareOptions{Authority: s.Authority, Signatory: s.Signatory, IssueDate: day, AsOf: asOf, Layout: name, Refs: refs, Sample: sampleOf(s),
		Answers: map[string]register.Answer{result.Key(s.Authority.Code): register.AnswerReevaluation}}
	draft, err := o.Register.Prepare(ctx, []ocop.Result{result}, opt)
	if err != nil {
		return ocop.Certificate{}, err
	}
	for _, p := range draft.New {
		if err := o.pageFits(ctx, p.Certificate, func(*ocop.Certificate) {}, signer, day); err != nil {
			return ocop.Certificate{}, err
		}
	}
	if err := o.backupBeforeBatch(ctx); err != nil {
		return ocop.Certificate{}, err
	}
	return o.Register.Reevaluate(ctx, old.ID, result, opt, signer)
}

// RowsLike lists the ready rows of a workbook, those of the same producer
// first, to choose the new result of a certificate from.
func RowsLike(imp *Import, old ocop.Certificate) (rows []ocop.Result) {
	rank := func(r ocop.Result) int {
		switch {
		case viet.Key(r.Producer.Name) != viet.Key(old.Producer.Name):
			return 2
		case viet.Key(r.Product.Name) != viet.Key(old.Product.Name):
			return 1
		}
		return 0
	}
	for _, r := range imp.Reading.Results {
		if r.Status == ocop.StatusReady {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b ocop.Result) int { return rank(a) - rank(b) })
	return rows
}
