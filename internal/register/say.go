package register

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// What the register says to people. Sentences about one event stand in that
// event's file.
var (
	RegisterBusy = message.Define("register-busy",
		"Sổ cấp đang do {who} giữ từ {since} để {doing}.",
		"The register is held by {who} since {since}: {doing}.").
		Hint("Chờ việc đó xong rồi làm lại; chưa có số nào được cấp.", "Wait until that is done and try again; no number was given.")
	busyHolder       = message.Define("busy-holder", "{who} (máy {host}, tiến trình {pid})", "{who} (machine {host}, process {pid})")
	busyUnknown      = message.Define("busy-unknown", "một chương trình khác", "another program")
	busyReading      = message.Define("busy-reading", "đọc hoặc kiểm tra sổ", "reading or auditing")
	RegisterReadOnly = message.Define("register-read-only",
		"Sổ cấp đang mở chỉ để đọc.", "The register is open for reading only.")
	RegisterMoved = message.Define("register-moved",
		"Thư mục sổ cấp này đã được chép từ nơi khác ({from}) nên chỉ mở để đọc.",
		"This register folder was copied from elsewhere ({from}), so it opens for reading only.").
		Hint("Nếu đây là sổ đang dùng, xác nhận việc chuyển; nếu sổ cũ vẫn còn dùng thì không xác nhận, kẻo cấp trùng số.",
			"If this is the register in use, confirm the move; if the old one is still in use, do not: numbers would be given twice.")
	RegisterDamaged = message.Define("register-damaged",
		"Sổ cấp không còn nguyên vẹn: mục {seq}, {where}.",
		"The register is not whole: entry {seq}, {where}.").
		Hint("Không cấp thêm. Phục hồi từ bản sao lưu gần nhất rồi đối chiếu.", "Issue nothing more. Restore the latest backup and compare.")
	RegisterTailLost = message.Define("register-tail-lost",
		"Sổ cấp chỉ có {have} mục, trong khi nơi giữ thứ hai ghi đã có {want} mục: phần cuối đã mất.",
		"The register has only {have} {have|entry|entries}, but the second place knows {want}: its end is lost.").
		Hint("Không cấp thêm. Phục hồi từ bản sao lưu; các số đã biết sẽ không bị cấp lại.", "Issue nothing more. Restore a backup; numbers that are known will not be given again.")
	HeadOfAnother = message.Define("head-of-another",
		"Nơi giữ thứ hai ghi về một sổ cấp khác ({other}), không phải sổ này ({own}).",
		"The second place belongs to another register ({other}), not to this one ({own}).").
		Hint("Kiểm tra đã mở đúng thư mục sổ cấp. Nếu cố ý lập sổ mới, chuyển tệp ghi đầu sổ cũ đi nơi khác.",
			"Check that this is the right register folder. If a new register is meant, move the old head file away.")
	headOfNew      = message.Define("head-of-new", "sổ mới lập", "a new one")
	HeadUnreadable = message.Define("head-unreadable",
		"Không đọc được tệp ghi đầu sổ {file}.", "The head file {file} cannot be read.").
		Hint("Phục hồi tệp từ bản sao, hoặc chuyển nó đi nơi khác rồi chạy kiểm tra sổ.", "Restore the file from a copy, or move it away and audit the register.")
	HeadNotKept = message.Define("head-not-kept",
		"Đã ghi sổ {entries} mục nhưng không ghi được đầu sổ vào nơi giữ thứ hai.",
		"The register was written ({entries} {entries|entry|entries}), but its head could not be kept in the second place.").
		Hint("Kiểm tra đĩa và quyền ghi của nơi giữ thứ hai rồi chạy lại; số đã cấp không mất.",
			"Check disk space and rights of the second place and run again; no number is lost.")
	CertificateUnknown = message.Define("certificate-unknown",
		"Không có giấy chứng nhận “{name}” trong sổ cấp.", "There is no certificate “{name}” in the register.").
		Hint("Tìm theo tên sản phẩm hoặc chủ thể, gõ không dấu cũng được.", "Search by product or producer; tones may be left out.")
	CertificateAmbiguous = message.Define("certificate-ambiguous",
		"Có {count} giấy chứng nhận cùng “{name}”.", "{count} certificates share “{name}”.").
		Hint("Dùng mã giấy chứng nhận, ví dụ {example}.", "Use the certificate's id, for example {example}.")
	NotInThisState = message.Define("certificate-not-in-this-state",
		"Giấy chứng nhận số {number} đang ở trạng thái “{status}” nên không {doing} được.",
		"Certificate {number} is “{status}” and cannot be: {doing}.")
	ReasonMissing = message.Define("reason-missing",
		"Cần ghi lý do để {doing}.", "A reason is needed: {doing}.").
		Hint("Ghi ngắn gọn lý do và giấy tờ làm căn cứ.", "Write the reason and the paper that it rests on.")
)

// kindTexts say what an entry records, for histories and “held by … to …”.
var kindTexts = map[Kind]*message.Text{
	KindCreate:   message.Define("event-create", "lập sổ", "the register began"),
	KindStart:    message.Define("event-start", "khai số bắt đầu", "start of a series declared"),
	KindIssue:    message.Define("event-issue", "cấp giấy chứng nhận", "certificate issued"),
	KindImport:   message.Define("event-import", "nhập từ sổ cũ", "entered from an older register"),
	KindRebuild:  message.Define("event-rebuild", "dựng lại từ giấy đã in", "entered again from an issued file"),
	KindPrint:    message.Define("event-print", "in", "printed"),
	KindReprint:  message.Define("event-reprint", "in lại", "printed again"),
	KindCorrect:  message.Define("event-correct", "đính chính", "corrected"),
	KindReissue:  message.Define("event-reissue", "cấp lại", "reissued"),
	KindTransfer: message.Define("event-transfer", "chuyển giao chủ thể", "transferred to another producer"),
	KindReplace:  message.Define("event-replace", "thay thế", "replaced"),
	KindRevoke:   message.Define("event-revoke", "thu hồi", "revoked"),
	KindSuspend:  message.Define("event-suspend", "tạm đình chỉ", "suspended"),
	KindLift:     message.Define("event-lift", "bỏ đình chỉ", "suspension lifted"),
	KindExpire:   message.Define("event-expire", "ghi nhận hết hiệu lực", "expired"),
	KindHandOver: message.Define("event-handover", "trao giấy chứng nhận", "handed over"),
	KindCancel:   message.Define("event-cancel", "hủy giấy chứng nhận", "cancelled"),
	KindSpoil:    message.Define("event-spoil", "ghi phôi hỏng", "sheet spoiled"),
	KindLost:     message.Define("event-lost", "ghi phôi mất", "sheet reported lost"),
	KindClose:    message.Define("event-close", "đóng số", "number closed"),
	KindMissing:  message.Define("event-missing", "ghi số thiếu", "number recorded as missing"),
	KindRestore:  message.Define("event-restore", "phục hồi từ bản sao lưu", "restored from a backup"),
	KindMove:     message.Define("event-move", "chuyển nơi giữ sổ", "register moved"),
	KindClock:    message.Define("event-clock", "xác nhận đồng hồ", "clock confirmed"),
	KindErase:    message.Define("event-erase", "xóa dữ liệu cá nhân", "personal data erased"),
	KindProfile:  message.Define("event-profile", "ghi hồ sơ cơ quan cấp", "issuer profile set"),
	KindSettings: message.Define("event-settings", "sửa cài đặt", "settings changed"),
	KindAccount:  message.Define("event-account", "sửa tài khoản", "account changed"),
	KindBackup:   message.Define("event-backup", "sao lưu", "backed up"),
	KindPublish:  message.Define("event-publish", "công bố danh sách", "lists published"),
	kindKeep:     message.Define("event-keep", "ghi nhớ", "small values kept"),
}

// kindKeep is no entry: it names the keeping of remembered values to others.
const kindKeep Kind = "keep"

// Text names the kind in both languages.
func (k Kind) Text() *message.Text { return kindTexts[k] }

// statusTexts name what a certificate is worth.
var statusTexts = map[ocop.CertificateStatus]*message.Text{
	ocop.Valid:      message.Define("status-valid", "còn hiệu lực", "valid"),
	ocop.Expiring:   message.Define("status-expiring", "sắp hết hạn", "expiring"),
	ocop.Expired:    message.Define("status-expired", "hết hiệu lực", "expired"),
	ocop.NotYet:     message.Define("status-not-yet", "chưa có hiệu lực", "not yet valid"),
	ocop.Revoked:    message.Define("status-revoked", "đã thu hồi", "revoked"),
	ocop.Suspended:  message.Define("status-suspended", "tạm đình chỉ", "suspended"),
	ocop.Superseded: message.Define("status-superseded", "đã thay thế", "replaced"),
	ocop.Cancelled:  message.Define("status-cancelled", "đã hủy", "cancelled"),
}

// StatusText names a status in both languages.
func StatusText(s ocop.CertificateStatus) *message.Text { return statusTexts[s] }

func isSentence(err error, t *message.Text) bool {
	e, ok := message.Of(err)
	return ok && e.Text == t
}
