package seal

import "ocoprint/internal/message"

// What the office is told when a certificate cannot be sealed.
var (
	FieldBad = message.Define("seal-field-bad",
		"Ô “{field}” không ghi được vào mã QR: {why}.",
		"The field “{field}” cannot go into the QR code: {why}.").
		Hint("Sửa dữ liệu của giấy chứng nhận này rồi làm lại.", "Correct this certificate's data and try again.")
	TooLong = message.Define("seal-too-long",
		"Nội dung của {id} quá dài: đã rút gọn mà mã QR vẫn quá dày để điện thoại đọc được.",
		"The text of {id} is too long: even shortened, the QR code is too dense for phones.").
		Hint("Rút ngắn số quyết định, đợt hoặc địa chỉ trang tra cứu.", "Shorten the decision number, the round or the public address.")
	BaseBad = message.Define("seal-base-bad",
		"Địa chỉ tra cứu “{base}” không dùng được.",
		"The public address “{base}” cannot be used.").
		Hint("Ghi dạng https://ten-mien.vn, chữ thường, không có dấu “/” ở cuối.", "Write https://host, lower case, without a final slash.")
	KeyRole = message.Define("seal-key-role",
		"Khóa này không phải khóa ký giấy chứng nhận.", "This is not a key that signs certificates.")
	KeyState = message.Define("seal-key-state",
		"Khóa ký này đã ngừng dùng hoặc đã bị lộ.", "This signing key is retired or compromised.").
		Hint("Tạo khóa mới và công bố danh sách khóa.", "Make a new key and publish the key list.")
	KeyScope = message.Define("seal-key-scope",
		"Khóa này chỉ ký mã bắt đầu bằng “{scope}”, không ký được {id}.",
		"This key signs ids that begin with “{scope}” only, not {id}.")
	KeyPeriod = message.Define("seal-key-period",
		"Ngày cấp {day} nằm ngoài thời hạn của khóa ký ({from} – {to}).",
		"The issue day {day} is outside the key's period ({from} – {to}).").
		Hint("Dùng khóa có thời hạn phù hợp.", "Use a key whose period covers the day.")
	KeySample = message.Define("seal-key-sample",
		"Khóa mẫu không được ký giấy cho địa chỉ thật {base}.",
		"The sample key must not sign for the real address {base}.").
		Hint("Tạo khóa của cơ quan, hoặc dùng địa chỉ .example để in MẪU.", "Make the office's own key, or use a .example address to print samples.")
	KeyFileBad = message.Define("seal-key-file-bad",
		"Không mở được tệp khóa: sai mật khẩu hoặc tệp hỏng.",
		"The key file does not open: wrong passphrase or damaged file.").
		Hint("Nhập lại mật khẩu; nếu vẫn lỗi, lấy bản sao lưu của tệp khóa.", "Type the passphrase again; else take the key file's backup.")
	ListBad = message.Define("seal-list-bad",
		"Danh sách “{list}” không hợp lệ nên không dùng: {why}.",
		"The list “{list}” is not valid and is not used: {why}.").
		Hint("Công bố lại danh sách từ sổ cấp.", "Publish the lists again from the register.")
)
