package register

import (
	"context"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// HandedOverAlready: what was handed over is revoked, not cancelled.
var HandedOverAlready = message.Define("handed-over-already",
	"Giấy chứng nhận số {number} đã trao ngày {day}.", "Certificate {number} was handed over on {day}.").
	Hint("Giấy đã trao chỉ thu hồi bằng quyết định hoặc cấp lại.", "What was handed over can only be revoked by a decision, or reissued.")

// Cancel cancels a certificate that was never handed over (hủy). Its number
// stays used; its result may be certified again under a new one.
func (r *Register) Cancel(ctx context.Context, id string, day ocop.Date, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return ReasonMissing.With("doing", KindCancel.Text()).Err()
	}
	return r.write(ctx, KindCancel, func(w *writer) error {
		row, err := w.find(id, KindCancel)
		if err != nil {
			return err
		}
		if day := row.lived(ocop.Date{}).handed; !day.IsZero() {
			return HandedOverAlready.With("number", row.Number, "day", day.String()).Err()
		}
		return w.add(Event{Kind: KindCancel, Day: w.dayOr(day), ID: row.ID, Reason: reason})
	})
}
