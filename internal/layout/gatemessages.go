package layout

import "ocoprint/internal/message"

// What a gate says before paper is touched. {where} is the place of the row,
// {box} the box of the template.
var (
	textTooLong = message.Define("layout-text-too-long",
		"{where}hộp “{box}” không đủ chỗ cho “{text}” ({letters} ký tự) ở cỡ chữ nhỏ nhất {min}.",
		"{where}box “{box}” has no room for “{text}” ({letters} letters) at the smallest size {min}.").
		Hint("Rút gọn còn khoảng {fit} ký tự, hoặc chọn mẫu có hộp rộng hơn{size}.",
			"Shorten it to about {fit} letters, or choose a layout with a larger box{size}.")
	wouldFitAt = message.Define("layout-would-fit",
		"; chữ vừa hộp ở cỡ {size}", "; it would fit at size {size}")
	letterMissing = message.Define("layout-letter-missing",
		"{where}hộp “{box}”: phông {face} không có chữ {letters} của “{text}”.",
		"{where}box “{box}”: the font {face} lacks {letters} of “{text}”.").
		Hint("Gõ lại chữ đó bằng bộ gõ Unicode, hoặc chọn phông có đủ chữ.", "Type the letter again in Unicode, or choose a font that has it.")
	textNotNFC = message.Define("layout-text-not-nfc",
		"{where}hộp “{box}”: “{text}” gõ bằng Unicode tổ hợp, dấu sẽ in lệch.",
		"{where}box “{box}”: “{text}” is typed with combining marks, which print beside the letters.").
		Hint("Nạp lại tệp để chương trình tự đổi sang Unicode dựng sẵn.", "Import the file again so that it is normalised.")
	emptyRequired = message.Define("layout-empty-required",
		"{where}hộp bắt buộc “{box}” bị trống (đọc {value}).",
		"{where}the required box “{box}” is empty (it reads {value}).").
		Hint("Điền giá trị này trong bảng tính hoặc trong phần thiết lập.", "Fill the value in the spreadsheet or in the settings.")
	valueKind = message.Define("layout-value-kind",
		"{where}hộp “{box}”: giá trị “{value}” của {name} không dùng được với bộ lọc {filter}.",
		"{where}box “{box}”: the value “{value}” of {name} cannot go through the filter {filter}.").
		Hint("Sửa giá trị, hoặc bỏ bộ lọc trong mẫu.", "Mend the value, or remove the filter from the layout.")
	notStars = message.Define("layout-stars",
		"{where}hộp “{box}”: “{value}” không phải là số sao.",
		"{where}box “{box}”: “{value}” is no number of stars.").
		Hint("Ghi 3, 4 hoặc 5.", "Write 3, 4 or 5.")
	fontUnknown = message.Define("layout-font-unknown",
		"{where}hộp “{box}”: không tìm thấy phông {face}.",
		"{where}box “{box}”: the font {face} is not there.").
		Hint("Cài phông cho mẫu, hoặc dùng một phông có sẵn: {list}.", "Install the font, or use one that is shipped: {list}.")
	fontLocked = message.Define("layout-font-locked",
		"Phông {face} không cho phép nhúng vào tệp PDF.", "The font {face} may not be embedded in a PDF.").
		Hint("Dùng phông khác, hoặc xin giấy phép nhúng của phông này.", "Use another font, or get a licence to embed this one.")
	fontNested = message.Define("layout-font-nested",
		"Phông {face} ghép chữ {letters} từ chữ đã ghép, in ra sẽ mất dấu.",
		"The font {face} builds {letters} from letters already composed; their marks would be lost in print.").
		Hint("Dùng một phông có sẵn, hoặc bản khác của phông này.", "Use a shipped font, or another release of this one.")
	boxesOverlap = message.Define("layout-overlap",
		"{where}hộp “{box}” đè lên hộp “{other}” ({w} × {h} mm).",
		"{where}box “{box}” overlaps box “{other}” ({w} × {h} mm).").
		Hint("Dời một trong hai hộp, hoặc ghi may_overlap nếu cố ý.", "Move one of them, or write may_overlap if it is meant.")
	outsideSafe = message.Define("layout-outside-safe",
		"{where}hộp “{box}” ra ngoài khoảng an toàn {safe} mm ở mép {edge}: {by} mm.",
		"{where}box “{box}” leaves the safe area of {safe} mm at the {edge} edge by {by} mm.").
		Hint("Dời hộp vào trong, hoặc giảm safe của trang.", "Move the box inwards, or make the page's safe smaller.")
	edgeLeft   = message.Define("layout-edge-left", "trái", "left")
	edgeRight  = message.Define("layout-edge-right", "phải", "right")
	edgeTop    = message.Define("layout-edge-top", "trên", "top")
	edgeBottom = message.Define("layout-edge-bottom", "dưới", "bottom")

	pictureMissing = message.Define("layout-picture-missing",
		"{where}hộp “{box}”: không có ảnh “{name}”.",
		"{where}box “{box}”: there is no picture “{name}”.").
		Hint("Đặt tệp ảnh cạnh layout.json rồi cài lại mẫu.", "Put the picture beside layout.json and install the layout again.")
	pictureCoarse = message.Define("layout-picture-coarse",
		"{where}hộp “{box}”: ảnh “{name}” chỉ {dpi} dpi, cần {least} dpi.",
		"{where}box “{box}”: the picture “{name}” has only {dpi} dpi; {least} are needed.").
		Hint("Dùng ảnh rộng ít nhất {px} điểm ảnh, hoặc in ảnh nhỏ lại.", "Use a picture at least {px} pixels wide, or print it smaller.")
	qrNoEncoder = message.Define("layout-qr-none",
		"{where}hộp “{box}”: chương trình chưa được nối với bộ tạo mã QR.",
		"{where}box “{box}”: nothing here can make QR codes.").
		Hint("Báo cho người phụ trách phần mềm.", "Tell whoever maintains the program.")
	qrFailed = message.Define("layout-qr-failed",
		"{where}hộp “{box}”: không tạo được mã QR từ {length} ký tự: {why}",
		"{where}box “{box}”: no QR code can be made of {length} letters: {why}").
		Hint("Rút gọn nội dung của mã.", "Shorten what the code says.")
	qrVersion = message.Define("layout-qr-version",
		"{where}hộp “{box}”: mã QR phiên bản {version} quá dày, nhiều nhất là {most}.",
		"{where}box “{box}”: QR version {version} is too dense; {most} is the most.").
		Hint("Rút gọn nội dung của mã.", "Shorten what the code says.")
	qrModule = message.Define("layout-qr-module",
		"{where}hộp “{box}” ({room} mm): ô của mã QR chỉ {module} mm, cần {least} mm.",
		"{where}box “{box}” ({room} mm): a module of the QR code is only {module} mm; {least} are needed.").
		Hint("Cho hộp ít nhất {need} mm mỗi chiều.", "Give the box at least {need} mm each way.")
	qrTouched = message.Define("layout-qr-touched",
		"{where}hộp “{other}” vẽ vào vùng trắng của mã QR “{box}”.",
		"{where}box “{other}” draws into the white around the QR code “{box}”.").
		Hint("Dời hộp hoặc mã để quanh mã còn 4 ô trắng.", "Move one of them: the code needs 4 modules of white around it.")
	tableLong = message.Define("layout-table-long",
		"{where}hộp “{box}” chỉ đủ chỗ {fit} trong {rows} dòng.",
		"{where}box “{box}” has room for {fit} of {rows} rows.").
		Hint("Dùng mẫu có bảng dài hơn, hoặc bớt dòng.", "Use a layout with a longer table, or fewer rows.")
	richBlack = message.Define("layout-rich-black",
		"Hộp “{box}”: chữ đen pha từ nhiều mực sẽ viền màu khi in lệch.",
		"Box “{box}”: black text mixed of several inks shows coloured fringes.").
		Hint("Dùng màu chỉ có k, ví dụ {\"k\": 100}.", "Use a colour of k alone, for example {\"k\": 100}.")
)
