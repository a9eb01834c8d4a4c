package install

import "ocoprint/internal/message"

// What a person may read about a file that is not taken.
var (
	TooLarge = message.Define("install-too-large",
		"Tệp này lớn quá ({size} MB); nhiều nhất {most} MB.",
		"This file is too large ({size} MB); at most {most} MB.").
		Hint("Xuất lại tệp với dung lượng nhỏ hơn.", "Export the file again at a smaller size.")
	Empty = message.Define("install-empty", "Tệp này rỗng.", "This file is empty.").
		Hint("Chép lại tệp từ nguồn.", "Copy the file from its source again.")
	TooSlow = message.Define("install-too-slow",
		"Đọc tệp này quá lâu nên đã dừng lại; tệp hỏng hoặc quá phức tạp.",
		"Reading this file took too long and was stopped; it is damaged or too complex.").
		Hint("Mở tệp bằng phần mềm đã tạo ra nó, đơn giản hóa rồi xuất lại.", "Open the file in the program that made it, simplify it and export it again.")
	TooHungry = message.Define("install-too-hungry",
		"Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng lại; tệp hỏng hoặc quá phức tạp.",
		"Reading this file needed too much memory and was stopped; it is damaged or too complex.").
		Hint("Mở tệp bằng phần mềm đã tạo ra nó, đơn giản hóa rồi xuất lại.", "Open the file in the program that made it, simplify it and export it again.")
	Broken = message.Define("install-broken",
		"Tệp này hỏng đến mức không đọc được.",
		"This file is too damaged to be read.").
		Hint("Chép lại tệp từ nguồn, hoặc xuất lại từ phần mềm đã tạo ra nó.", "Copy the file from its source, or export it again.")

	NotFont = message.Define("install-not-font",
		"Tệp này không phải phông chữ TrueType (.ttf) đọc được.",
		"This file is not a readable TrueType font (.ttf).").
		Hint("Chọn đúng tệp .ttf của phông.", "Choose the font's .ttf file.")
	FontKind = message.Define("install-font-kind",
		"Phông ở dạng {kind} chưa dùng được; cần dạng TrueType (.ttf).",
		"A font in the form {kind} cannot be used; TrueType (.ttf) is needed.").
		Hint("Tải bản .ttf của phông từ nơi cung cấp.", "Get the .ttf form of the font from its maker.")
	FontLetters = message.Define("install-font-letters",
		"Phông “{family}” thiếu {count} chữ: {letters}.",
		"The font “{family}” lacks {count} letters: {letters}.").
		Hint("Chọn phông Unicode có đủ chữ tiếng Việt.", "Choose a Unicode font with all Vietnamese letters.")
	FontNested = message.Define("install-font-nested",
		"Phông “{family}” ghép chữ nhiều tầng, khi in sẽ mất dấu: {letters}.",
		"The font “{family}” builds letters from parts of parts, which lose their marks in print: {letters}.").
		Hint("Chọn phông khác, hoặc nhờ người làm phông xuất lại với chữ không ghép.", "Choose another font, or have it exported with its composites resolved.")
	FontLocked = message.Define("install-font-locked",
		"Phông “{family}” không cho phép nhúng vào tệp PDF.",
		"The font “{family}” may not be embedded in PDF files.").
		Hint("Chọn phông có giấy phép cho nhúng, ví dụ phông mở (OFL).", "Choose a font whose licence allows embedding, for example an open one (OFL).")

	NotPicture = message.Define("install-not-picture",
		"Tệp này không phải hình PNG hay JPEG.",
		"This file is not a PNG or JPEG picture.").
		Hint("Lưu hình thành PNG hoặc JPEG.", "Save the picture as PNG or JPEG.")
	PictureKind = message.Define("install-picture-kind",
		"Hình ở dạng {kind} chưa dùng được; cần PNG hoặc JPEG.",
		"A picture in the form {kind} cannot be used; PNG or JPEG is needed.").
		Hint("Lưu hình thành PNG hoặc JPEG.", "Save the picture as PNG or JPEG.")
	PictureBroken = message.Define("install-picture-broken",
		"Hình này hỏng hoặc bị cắt cụt.",
		"This picture is damaged or cut short.").
		Hint("Mở hình, lưu lại thành PNG hoặc JPEG.", "Open the picture and save it again as PNG or JPEG.")
	PicturePixels = message.Define("install-picture-pixels",
		"Hình này {w} × {h} điểm ảnh; nhiều nhất {most} triệu điểm ảnh.",
		"This picture has {w} × {h} pixels; at most {most} million are taken.").
		Hint("Thu nhỏ hình: khổ A4 ở 300 dpi cần 3508 × 2480 điểm ảnh.", "Make it smaller: A4 at 300 dpi needs 3508 × 2480 pixels.")

	NotPDF = message.Define("install-not-pdf", "Tệp này không phải PDF.", "This file is not a PDF.").
		Hint("Xuất nền thành PDF từ phần mềm thiết kế.", "Export the background as PDF from the design program.")
	PDFBroken = message.Define("install-pdf-broken",
		"Tệp PDF này hỏng.", "This PDF is damaged.").
		Hint("Xuất lại PDF từ phần mềm đã tạo ra nó.", "Export the PDF again from the program that made it.")
	PDFLocked = message.Define("install-pdf-locked",
		"Tệp PDF này đặt mật khẩu hoặc khóa quyền.",
		"This PDF is protected by a password or permissions.").
		Hint("Xuất lại PDF không đặt mật khẩu.", "Export the PDF without protection.")
	PDFEmpty = message.Define("install-pdf-empty",
		"Trang đầu của tệp PDF này không vẽ gì.",
		"The first page of this PDF draws nothing.").
		Hint("Kiểm tra lại tệp: nền phải nằm ở trang 1.", "Check the file: the background must be on page 1.")
	PDFSize = message.Define("install-pdf-size",
		"Trang {w} × {h} mm không phải khổ in được.",
		"A page of {w} × {h} mm is no size for printing.").
		Hint("Xuất PDF đúng khổ giấy chứng nhận, ví dụ A4 ngang 297 × 210 mm.", "Export the PDF at the certificate's size, for example A4 landscape 297 × 210 mm.")
	PDFFont = message.Define("install-pdf-font",
		"Tệp PDF dùng phông “{font}” mà không nhúng, in ra sẽ khác thiết kế.",
		"The PDF uses the font “{font}” without embedding it; print would differ from the design.").
		Hint("Xuất lại PDF có nhúng phông, hoặc chuyển chữ thành nét (create outlines).", "Export with embedded fonts, or turn text into outlines.")
	PDFUnsafe = message.Define("install-pdf-unsafe",
		"Tệp PDF này lấy nội dung từ ngoài tệp hoặc dùng thứ không in được: {what}.",
		"This PDF takes content from outside the file or uses what cannot be printed: {what}.").
		Hint("Xuất lại PDF, gộp mọi thứ vào một tệp và làm phẳng.", "Export again with everything flattened inside one file.")
	NoPictures = message.Define("install-no-pictures",
		"Tệp PDF này không có hình quét nào.",
		"This PDF holds no scanned picture.").
		Hint("Quét giấy thành hình hoặc PDF rồi thử lại.", "Scan the paper as a picture or PDF and try again.")
)
