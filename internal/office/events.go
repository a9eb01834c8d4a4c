package office

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/register"
)

var eventNames = map[register.Kind]*message.Text{
	register.KindCreate:   message.Define("event-create", "Lập sổ", "Created"),
	register.KindStart:    message.Define("event-start", "Mở dãy số", "Series begun"),
	register.KindIssue:    message.Define("event-issue", "Cấp", "Issued"),
	register.KindImport:   message.Define("event-import", "Nhập sổ cũ", "Imported"),
	register.KindRebuild:  message.Define("event-rebuild", "Dựng lại", "Rebuilt"),
	register.KindPrint:    message.Define("event-print", "In", "Printed"),
	register.KindReprint:  message.Define("event-reprint", "In lại", "Reprinted"),
	register.KindCorrect:  message.Define("event-correct", "Đính chính", "Corrected"),
	register.KindReissue:  message.Define("event-reissue", "Cấp lại", "Reissued"),
	register.KindTransfer: message.Define("event-transfer", "Chuyển chủ thể", "Transferred"),
	register.KindReplace:  message.Define("event-replace", "Thay thế", "Superseded"),
	register.KindRevoke:   message.Define("event-revoke", "Thu hồi", "Revoked"),
	register.KindSuspend:  message.Define("event-suspend", "Tạm đình chỉ", "Suspended"),
	register.KindLift:     message.Define("event-lift", "Bỏ đình chỉ", "Lifted"),
	register.KindExpire:   message.Define("event-expire", "Hết hiệu lực", "Expired"),
	register.KindHandOver: message.Define("event-handover", "Đã trao", "Handed over"),
	register.KindCancel:   message.Define("event-cancel", "Hủy", "Cancelled"),
	register.KindSpoil:    message.Define("event-spoil", "Hỏng phôi", "Blank spoiled"),
	register.KindLost:     message.Define("event-lost", "Mất phôi", "Blank lost"),
	register.KindClose:    message.Define("event-close", "Đóng số", "Number closed"),
	register.KindMissing:  message.Define("event-missing", "Thiếu bản ghi", "Record missing"),
	register.KindRestore:  message.Define("event-restore", "Phục hồi", "Restored"),
	register.KindMove:     message.Define("event-move", "Chuyển chỗ", "Moved"),
	register.KindClock:    message.Define("event-clock", "Xác nhận giờ", "Clock confirmed"),
	register.KindErase:    message.Define("event-erase", "Xóa dữ liệu cá nhân", "Personal data erased"),
	register.KindProfile:  message.Define("event-profile", "Cơ quan cấp", "Issuer profile"),
	register.KindSettings: message.Define("event-settings", "Thiết lập", "Settings"),
	register.KindAccount:  message.Define("event-account", "Tài khoản", "Account"),
	register.KindBackup:   message.Define("event-backup", "Sao lưu", "Backup"),
	register.KindPublish:  message.Define("event-publish", "Công bố", "Published"),
}

// EventName names what happened.
func EventName(k register.Kind) message.Message {
	if t, ok := eventNames[k]; ok {
		return t.With()
	}
	return inner.With("reason", string(k))
}

// EventText says the rest of an event in one line, in the words that were
// entered: number, reason, paper, decision, links.
func EventText(e register.Event) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if e.Cert != nil {
		add(e.Cert.Number)
	}
	add(e.Reason)
	if e.Decision != nil {
		add(e.Decision.String())
	}
	add(e.Clause)
	add(e.Paper)
	if e.Replaces != "" {
		add("← " + e.Replaces)
	}
	if e.ReplacedBy != "" {
		add("→ " + e.ReplacedBy)
	}
	add(e.Blank)
	if e.Source != nil {
		add(e.Source.File)
	}
	return strings.Join(parts, " · ")
}
