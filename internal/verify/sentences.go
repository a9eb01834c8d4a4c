package verify

import (
	"ocoprint/internal/message"
	"ocoprint/internal/seal"
)

// The sentence and the advice of every outcome. The page in the browser shows
// the same ones: publish writes them into its script.
var (
	GenuineText      = message.Define("verify-g", "HỢP LỆ – đối chiếu từng dòng với giấy", "GENUINE – compare every line with the paper")
	GenuineAdvice    = message.Define("verify-g-advice", "So từng dòng với giấy. Có dòng nào khác thì giấy không phải giấy này.", "Compare line by line with the paper. If one line differs, this is another paper.")
	OfflineText      = message.Define("verify-o", "CHỮ KÝ ĐÚNG – chưa kiểm tra được thu hồi (danh sách ngày {day})", "SIGNATURE RIGHT – revocation not checked (list of {day})")
	OfflineAdvice    = message.Define("verify-o-advice", "Kết nối mạng rồi quét lại để biết giấy có bị thu hồi không.", "Go online and scan again to learn whether it was revoked.")
	ExpiredText      = message.Define("verify-e", "HẾT HIỆU LỰC từ ngày {day}", "EXPIRED since {day}")
	ExpiredAdvice    = message.Define("verify-e-advice", "Giấy là thật nhưng đã hết thời hạn; sản phẩm không còn được dùng hạng sao này.", "The certificate is real but its time is over; the product may no longer use these stars.")
	PendingText      = message.Define("verify-p", "CHƯA CÓ HIỆU LỰC – có hiệu lực từ ngày {day}", "NOT YET VALID – valid from {day}")
	PendingAdvice    = message.Define("verify-p-advice", "Xem lại ngày giờ của máy; nếu đúng, giấy chưa đến ngày có hiệu lực.", "Check this device's date; if it is right, the certificate is not valid yet.")
	SupersededText   = message.Define("verify-s", "ĐÃ THAY THẾ bằng số {new}", "REPLACED by {new}")
	SupersededAdvice = message.Define("verify-s-advice", "Yêu cầu xem giấy mới và quét mã trên giấy đó.", "Ask for the new certificate and scan its code.")
	RevokedText      = message.Define("verify-r", "ĐÃ THU HỒI ngày {day}, theo {ref}", "REVOKED on {day}, by {ref}")
	RevokedAdvice    = message.Define("verify-r-advice", "Không công nhận giấy này. Hỏi cơ quan cấp nếu cần.", "Do not accept this certificate. Ask the issuing office if needed.")
	SuspendedText    = message.Define("verify-r-suspended", "TẠM ĐÌNH CHỈ ngày {day}, theo {ref}", "SUSPENDED on {day}, by {ref}")
	LostText         = message.Define("verify-r-lost", "PHÔI BÁO MẤT ngày {day}, số phôi {ref}", "SHEET REPORTED LOST on {day}, serial {ref}")

	UnregisteredText   = message.Define("verify-x", "KHÔNG CÓ TRONG SỔ CẤP", "NOT IN THE REGISTER")
	UnregisteredAdvice = message.Define("verify-x-advice", "Chữ ký đúng nhưng sổ cấp không có giấy này. Báo cho cơ quan cấp.", "The signature is right but the register does not have it. Tell the issuing office.")
	CompromisedText    = message.Define("verify-c", "KHÓA KÝ BỊ LỘ, không có trong sổ", "SIGNING KEY COMPROMISED, not in the register")
	CompromisedAdvice  = message.Define("verify-c-advice", "Không công nhận. Người khác có thể đã dùng khóa bị lộ để làm mã này. Khi có mạng, quét lại.", "Do not accept: somebody may have made this code with the stolen key. Scan again when online.")
	UnknownText        = message.Define("verify-k", "KHÔNG RÕ NƠI KÝ", "UNKNOWN SIGNER")
	UnknownAdvice      = message.Define("verify-k-advice", "Không công nhận. Tải lại trang rồi quét lại; nếu vẫn vậy, mã không phải của cơ quan này.", "Do not accept. Reload the page and scan again; if it stays so, the code is not this office's.")
	AlteredText        = message.Define("verify-a", "MÃ BỊ SỬA HOẶC GIẢ", "CODE ALTERED OR FORGED")
	AlteredAdvice      = message.Define("verify-a-advice", "Không công nhận giấy này. Giữ lại ảnh chụp và báo cho cơ quan cấp.", "Do not accept this certificate. Keep a photo and tell the issuing office.")
	NewerText          = message.Define("verify-v", "MÃ MỚI HƠN – tải lại trang", "NEWER CODE – reload the page")
	NewerAdvice        = message.Define("verify-v-advice", "Kết nối mạng, tải lại trang rồi quét lại. Chưa kết luận được giấy thật hay giả.", "Go online, reload the page and scan again. Nothing is said yet about the paper.")
	CutText            = message.Define("verify-f", "MÃ BỊ CẮT – quét lại tại đây", "CODE CUT OFF – scan again here")
	CutAdvice          = message.Define("verify-f-advice", "Ứng dụng đã bỏ phần chữ ký của mã. Mở trang quét và quét lại tờ giấy. Dòng dưới đây chỉ là tra cứu theo số, chưa kiểm tra tờ giấy.", "The app dropped the signed part of the code. Open the scan page and scan the paper again. The line below is only a look-up by number; the paper was not checked.")
	UnreadableText     = message.Define("verify-u", "KHÔNG ĐỌC ĐƯỢC MÃ", "CODE NOT READABLE")
	UnreadableAdvice   = message.Define("verify-u-advice", "Lau ống kính, đủ sáng, giữ thẳng và quét lại cả ô mã. Mã hỏng không có nghĩa là giấy giả.", "Clean the lens, add light, hold straight and scan the whole code again. A damaged code does not mean a fake.")
	ForeignText        = message.Define("verify-n", "KHÔNG PHẢI MÃ CỦA GIẤY CHỨNG NHẬN", "NOT THE CODE OF A CERTIFICATE")
	ForeignAdvice      = message.Define("verify-n-advice", "Mã này của nơi khác {host} và không được mở. Chỉ tin địa chỉ in trên giấy.", "This code belongs to another place {host} and was not opened. Trust only the address printed on the paper.")
	SampleText         = message.Define("verify-sample", "MẪU – KHÔNG CÓ GIÁ TRỊ", "SAMPLE – NO VALUE")
	SampleAdvice       = message.Define("verify-sample-advice", "Mã này ký bằng khóa mẫu mà ai cũng có. Giấy chỉ để xem thử.", "Signed with the sample key that everybody has. The paper is for trying out only.")
)

var revokedBy = map[seal.StatusCode]*message.Text{
	seal.Revoked: RevokedText, seal.Suspended: SuspendedText, seal.LostSheet: LostText,
}

// Notes that may stand beside an outcome.
var (
	NoteUnchecked = message.Define("verify-note-unchecked",
		"Chưa kiểm tra được thu hồi: danh sách chưa tải được hoặc đã quá hạn.", "Revocation was not checked: the lists are missing or out of date.")
	NoteClock = message.Define("verify-note-clock",
		"Đồng hồ của máy có vẻ sai; đã lấy ngày {day} của danh sách làm mốc.", "This device's clock seems wrong; the list's date {day} was used.")
	NoteGrace = message.Define("verify-note-grace",
		"Giấy mới cấp, danh sách sổ cấp ngày {day} chưa kịp có.", "Issued recently; the register list of {day} does not have it yet.")
	NoteKeyCompromised = message.Define("verify-note-key",
		"Khóa ký đã bị lộ từ ngày {day}, nhưng giấy này có trong sổ cấp.", "The signing key was compromised on {day}, but this certificate is in the register.")
	NoteIssuerBug = message.Define("verify-note-issuer",
		"Chữ ký đúng nhưng nội dung sai khuôn dạng: lỗi của nơi cấp, xin báo lại.", "The signature is right but the content is malformed: a fault of the issuer, please report it.")
	NoteShortened = message.Define("verify-note-short",
		"Tên rút gọn trong mã; trên giấy ghi đầy đủ.", "Names are shortened in the code; the paper has them in full.")
	NoteDiffers = message.Define("verify-note-differs",
		"Tên đầy đủ trong danh sách công khai khác với tên đã ký.", "The full name in the public list differs from the one that was signed.")
	NoteInside = message.Define("verify-note-inside",
		"Mã bên trong là thật, nhưng địa chỉ {host} không phải của cơ quan này.", "The code inside is real, but the address {host} is not this office's.")
	NoteListOld = message.Define("verify-note-old",
		"Danh sách {list} cũ hơn bản đã thấy nên không dùng.", "The list {list} is older than one already seen and was not used.")
	NoteHosts = message.Define("verify-note-hosts",
		"Chỉ tin khi địa chỉ là {host} in trên giấy.", "Trust it only at the address {host} printed on the paper.")
)

// Notes lists every note, for the page's script.
var Notes = []*message.Text{NoteUnchecked, NoteClock, NoteGrace, NoteKeyCompromised, NoteIssuerBug, NoteShortened,
	NoteDiffers, NoteInside, NoteListOld, NoteHosts}
