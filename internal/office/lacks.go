package office

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

var (
	gapLeft = message.Define("office-audit-gap", "Mục {entry}: phục hồi ngày {day} thiếu {lost} mục đã mất (từ {from} đến {to}); việc thu hồi, đình chỉ trong khoảng đó phải ghi lại theo giấy tờ.",
		"Entry {entry}: the restore of {day} lacks {lost} lost {lost|entry|entries} (from {from} to {to}); what was revoked or suspended in that time has to be entered again from the papers.").
		Hint("Trước khi công bố hay trả lời tra cứu: xem các quyết định thu hồi, đình chỉ, đính chính, biên bản hủy và bản in sổ từ {from} đến {to}, rồi ghi lại từng việc vào sổ. Nếu còn tìm được sổ cũ hoặc danh sách đã công bố, nhờ người phụ trách máy phục hồi lại kèm các tệp ấy.",
			"Before publishing or answering anybody: go through the decisions that revoke, suspend or correct, the records of cancellation and the printed register from {from} to {to}, and enter each again. If the lost register or published lists turn up, have the register restored again together with them.")
	numberMissing = message.Define("office-number-missing", "Số {number}: đã biết là có cấp nhưng mất bản ghi; nạp lại từ PDF hoặc đóng số.",
		"Number {number}: known to be given, its record is lost; rebuild it from the PDF or close it.")
	settledReason = message.Define("office-gap-reason", "Chưa ghi đã đối chiếu những giấy tờ nào.", "It is not stated which papers were gone through.").
			Hint("Ghi ngắn gọn, ví dụ: đã xem quyết định thu hồi và sổ in từ 01/11 đến 20/11, đã ghi lại 2 giấy.",
			"Write it briefly, for example: decisions and printed register from 1 to 20 November seen, 2 certificates entered again.")
	gapUnknown = message.Define("office-gap-unknown", "Không có lần phục hồi thiếu mục như vậy.", "There is no such restore that lacks entries.").
			Hint("Mở lại trang Sao lưu.", "Open the page Backups again.")
)

// What restores could not bring back, as the pages follow it.
type (
	Lacks  = register.Lacks
	Gap    = register.Gap
	Number = register.Number
)

// GapText says what a restore could not bring back, and which papers to look at.
func GapText(g register.Gap) message.Message {
	return gapLeft.With("entry", g.Entry, "day", g.Day, "lost", g.Lost, "from", ClockOf(g.From), "to", ClockOf(g.To))
}

// MissingText says that a number was given and its record is lost.
func MissingText(n register.Number) message.Message { return numberMissing.With("number", n.Number) }

// ClockOf is a time of the journal (ms since 1970) as people say it.
func ClockOf(ms int64) string {
	return time.UnixMilli(ms).In(seal.Vietnam).Format("15:04 02/01/2006")
}

const settledSpace = "restore-settled"

// GapSettled is a gap that a person compared with the papers.
type GapSettled struct {
	Who  string    `json:"who"`
	At   time.Time `json:"at"`
	Note string    `json:"note"` // which papers were gone through
}

// SettledGaps gives by entry what was compared with the papers.
func (o *Office) SettledGaps(ctx context.Context) (map[int64]GapSettled, error) {
	found, err := o.Register.Remembered(ctx, settledSpace)
	all := map[int64]GapSettled{}
	for key, data := range found {
		var g GapSettled
		if err := json.Unmarshal(data, &g); err != nil {
			return nil, err
		}
		if entry, err := strconv.ParseInt(key, 10, 64); err == nil {
			all[entry] = g
		}
	}
	return all, err
}

// SettleGap notes that everything of a gap was entered again from the papers.
// The journal and the audit go on telling the gap.
func (o *Office) SettleGap(ctx context.Context, gaps []register.Gap, entry int64, who, note string) error {
	if strings.TrimSpace(note) == "" {
		return settledReason.Err()
	}
	if !slices.ContainsFunc(gaps, func(g register.Gap) bool { return g.Entry == entry }) {
		return gapUnknown.Err()
	}
	data, err := json.Marshal(GapSettled{Who: who, At: o.Now(), Note: strings.TrimSpace(note)})
	if err != nil {
		return err
	}
	return o.Register.Remember(ctx, settledSpace, strconv.FormatInt(entry, 10), data)
}
