package main

import (
	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
)

var (
	restoredOK = message.Define("cli-restored", "Đã phục hồi: đầu sổ {head}. {missing} số đã biết là có cấp sau bản sao lưu, chưa có bản ghi.",
		"Restored: head {head}. {missing} numbers are known to have been given after the backup and lack their record.").
		Hint("Dựng lại từ PDF đã in: ocoprint register rebuild THƯ-MỤC.", "Rebuild them from the issued PDFs: ocoprint register rebuild FOLDER.")
	restoredFrom = message.Define("cli-restored-from", "Bản sao lưu ghi đến mục {entries}, lúc {at} (đầu sổ {head}).",
		"The backup goes up to entry {entries}, {at} (head {head}).")
	tookOver = message.Define("cli-restore-took-over", "Đã nạp lại nguyên văn {n} mục mà sổ cũ còn giữ sau bản sao lưu, trong đó {statuses} thay đổi tình trạng:",
		"{n} entries that the lost register had after the backup were taken over word for word; {statuses} of them change a status:")
	lostBroken = message.Define("cli-restore-lost-broken", "Từ mục {seq}, sổ cũ hỏng hoặc không nối tiếp bản sao lưu: {n} mục không nạp lại được.",
		"From entry {seq} on the lost register is damaged or does not continue the backup: {n} entries were not taken over.").
		Hint("Những thay đổi kể dưới đây CHƯA có hiệu lực trong sổ. Đối chiếu với quyết định rồi ghi lại từng giấy: ocoprint revoke, suspend, lift, cancel, correct.",
			"The changes below are NOT in force in the register. Compare them with the decisions and enter each again: ocoprint revoke, suspend, lift, cancel, correct.")
	listEntered = message.Define("cli-restore-list-entered", "Danh sách đã công bố có {n} thay đổi tình trạng mà bản sao lưu chưa biết; đã ghi vào sổ:",
		"The published lists know {n} changes of status that the backup does not; they are entered:")
	listTold = message.Define("cli-restore-list-told", "Danh sách đã công bố còn nói {n} điều chưa ghi được vào sổ, cần người xem:",
		"The published lists say {n} more things that could not be entered and need a person:").
		Hint("Giấy thay thế: dựng lại từ PDF (ocoprint register rebuild). Bỏ đình chỉ, thu hồi: đối chiếu quyết định rồi ghi lại.",
			"Replacements: rebuild them from the PDFs (ocoprint register rebuild). Lifted suspensions and revocations: compare with the decision and enter them.")
	statusLine  = message.Define("cli-restore-status", "  {number} ({id}): {what} từ ngày {day}, {ref}", "  {number} ({id}): {what} from {day}, {ref}")
	noRef       = message.Define("cli-restore-no-ref", "không ghi quyết định", "no decision stated")
	noNumber    = message.Define("cli-restore-no-number", "chưa có bản ghi", "no record")
	entriesLost = message.Define("cli-restore-unknown", "Chú ý: {n} mục ghi sau bản sao lưu (từ {from} đến {to}) đã mất và không biết nội dung. Giấy bị thu hồi, đình chỉ, thay thế, hủy trong khoảng đó đang được coi là còn hiệu lực.",
		"Note: {n} entries made after the backup (from {from} to {to}) are lost and not known. A certificate that was revoked, suspended, replaced or cancelled in that time counts as valid now.").
		Hint("Trước khi công bố hay trả lời tra cứu, xem các quyết định thu hồi, đình chỉ, đính chính, biên bản hủy và bản in sổ từ {from}, rồi ghi lại từng việc. Nếu còn tìm được sổ cũ hoặc danh sách đã công bố: chuyển sổ vừa phục hồi sang nơi khác, phục hồi lại với --lost, --published.",
			"Before publishing or answering anybody, go through the decisions that revoke, suspend or correct, the records of cancellation and the printed register since {from}, and enter each again. If the lost register or published lists turn up: move the restored register away and restore again with --lost, --published.")
	restoredBlind = message.Define("cli-restore-blind", "Chú ý: không có đầu sổ ở nơi giữ thứ hai, nên không biết sau {from} còn việc gì đã ghi vào sổ cũ.",
		"Note: no head is kept in a second place, so it is not known what the lost register recorded after {from}.").
		Hint("Xem các quyết định thu hồi, đình chỉ, đính chính và các giấy đã cấp từ {from}, rồi ghi lại.",
			"Go through the decisions that revoke, suspend or correct and the certificates issued since {from}, and enter them again.")
)

func restoreVerb(g *globals) *cobra.Command {
	var from office.RestoreFrom
	c := &cobra.Command{Use: "restore TỆP-SAO-LƯU", Aliases: []string{"phuc-hoi"}, Short: "Phục hồi sổ từ bản sao lưu; không lùi số, không bỏ sót thu hồi", Args: argsOf(cobra.ExactArgs(1)),
		Long: `Phục hồi sổ từ bản sao lưu vào thư mục --register, nơi không còn register.db.

Số đã cấp sau bản sao lưu không bao giờ cấp lại. Những gì xảy ra sau bản sao
lưu được tìm ở: sổ cũ còn đọc được (--lost), danh sách đã công bố
(--published), PDF đã in (--pdfs), đầu sổ ở nơi giữ thứ hai. Thu hồi, đình chỉ
tìm thấy được ghi lại và kể tên; phần không biết được nói rõ từ lúc nào.`,
		RunE: func(c *cobra.Command, args []string) error {
			from.Backup = args[0]
			done, err := office.Restore(c.Context(), g.officeOptions(false), from)
			if err != nil {
				return err
			}
			g.tellRestore(done)
			return nil
		}}
	c.Flags().StringVar(&from.Reason, "reason", "", "lý do / reason")
	c.Flags().StringVar(&from.PDFs, "pdfs", "", "thư mục các PDF đã in, để biết số nào đã cấp / folder of issued PDFs")
	c.Flags().StringVar(&from.Lost, "lost", "", "sổ cũ (tệp hoặc thư mục) còn đọc được, để nạp lại việc ghi sau bản sao lưu / the lost register")
	c.Flags().StringVar(&from.Published, "published", "", "thư mục đã công bố, để biết giấy nào đã thu hồi, đình chỉ / folder of the published lists")
	return c
}

// tellRestore says what was restored, what was taken over and what is not known.
func (g *globals) tellRestore(done register.Restored) {
	m := restoredOK.With("head", done.Head.Short(), "missing", len(done.Missing))
	g.t.say(m)
	for _, n := range done.Missing {
		g.t.say(office.MissingText(n))
	}
	if len(done.Missing) > 0 {
		g.hint(m)
	}
	at := office.ClockOf(done.Backup.At)
	g.t.say(restoredFrom.With("entries", done.Backup.Seq, "at", at, "head", done.Backup.Short()))
	l := done.Later
	if l.Entries > 0 {
		g.tellStatuses(tookOver.With("n", l.Entries, "statuses", len(l.Statuses)), l.Statuses)
	}
	if l.Broken > 0 {
		g.tellStatuses(lostBroken.With("seq", l.Broken, "n", l.Untold), l.Heard)
	}
	if len(done.Entered) > 0 {
		g.tellStatuses(listEntered.With("n", len(done.Entered)), done.Entered)
	}
	if len(done.Told) > 0 {
		g.tellStatuses(listTold.With("n", len(done.Told)), done.Told)
	}
	switch {
	case done.Unknown > 0:
		m = entriesLost.With("n", done.Unknown, "from", office.ClockOf(done.KnownFrom), "to", office.ClockOf(done.KnownTo))
	case done.Blind && l.Entries == 0:
		m = restoredBlind.With("from", at)
	default:
		return
	}
	g.t.say(m)
	g.hint(m)
}

// tellStatuses says a sentence, its way out and a line for each status.
func (g *globals) tellStatuses(m message.Message, all []register.NewerStatus) {
	g.t.say(m)
	for _, s := range all {
		var number, what, ref any = s.Number, s.What.Text(), s.Ref
		if s.Number == "" {
			number = noNumber
		}
		if s.Lift {
			what = register.KindLift.Text()
		}
		if s.Decision.Number != "" {
			ref = s.Decision.String()
		} else if s.Ref == "" {
			ref = noRef
		}
		g.t.say(statusLine.With("number", number, "id", s.ID, "what", what, "day", s.Day, "ref", ref))
	}
	g.hint(m)
}

func (g *globals) hint(m message.Message) {
	if way := m.HintIn(g.t.lang()); way != "" {
		g.t.printf("→ %s\n", way)
	}
}
