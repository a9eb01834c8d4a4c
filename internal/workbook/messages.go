package workbook

import "ocoprint/internal/message"

// What the package says to people. The machine codes of refusal.go are coarser:
// one code may have several sentences.
var (
	msgEmpty = message.Define("file-empty",
		"Tệp “{name}” không có nội dung.",
		"The file “{name}” is empty.").
		Hint("Xin lại tệp từ nơi gửi rồi nạp lại.", "Ask for the file again and import it.")
	msgTooLarge = message.Define("file-too-large",
		"Tệp “{name}” lớn hơn mức cho phép ({limit}).",
		"The file “{name}” is larger than allowed ({limit}).").
		Hint("Bỏ hình ảnh và các trang tính không cần, lưu lại rồi nạp lại.",
			"Remove pictures and sheets that are not needed, save and import again.")
	msgTooLargeUnpacked = message.Define("file-too-large-unpacked",
		"Nội dung tệp khi giải nén lớn hơn mức cho phép ({limit}).",
		"Unpacked, the file is larger than allowed ({limit}).").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgTooMuchText = message.Define("file-too-much-text",
		"Tệp có nhiều chữ hơn mức cho phép ({limit}).",
		"The file holds more text than allowed ({limit}).").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgTooManyParts = message.Define("file-too-many-parts",
		"Tệp có nhiều thành phần hơn mức cho phép ({limit}).",
		"The file has more parts than allowed ({limit}).").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgTooManyCells = message.Define("file-too-many-cells",
		"Tệp có nhiều ô hơn mức cho phép ({limit}).",
		"The file has more cells than allowed ({limit}).").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgTooComplex = message.Define("file-too-complex",
		"Tệp có cấu trúc phức tạp quá mức cho phép.",
		"The file is built in a way more complex than allowed.").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgTooManyMerges = message.Define("file-too-many-merges",
		"Tệp có nhiều vùng ô gộp hơn mức cho phép ({limit}).",
		"The file has more merged ranges than allowed ({limit}).").
		Hint("Bỏ gộp ô ngoài bảng kết quả, lưu lại rồi nạp lại.",
			"Unmerge cells outside the table, save and import again.")
	msgTooManySheets = message.Define("file-too-many-sheets",
		"Tệp có nhiều trang tính hơn mức cho phép ({limit}).",
		"The file has more sheets than allowed ({limit}).").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgTooSlow = message.Define("file-too-slow",
		"Đọc tệp quá lâu nên chương trình đã dừng.",
		"Reading the file took too long and was stopped.").
		Hint("Chép riêng bảng kết quả sang một tệp mới rồi nạp lại.",
			"Copy the table alone into a new file and import that.")
	msgDamaged = message.Define("file-damaged",
		"Tệp bị hỏng hoặc bị sửa, nên không đọc được trọn vẹn và chính xác. Chương trình không đọc một phần.",
		"The file is damaged or was altered and cannot be read whole and true. Nothing of it was read.").
		Hint("Xin lại tệp từ nơi gửi; hoặc mở bằng Excel, để Excel sửa, kiểm tra lại nội dung rồi chọn Lưu thành → Excel Workbook (.xlsx).",
			"Ask for the file again; or open it in Excel, let it repair, check the content and save it as Excel Workbook (.xlsx).")
	msgEncrypted = message.Define("file-encrypted",
		"Tệp có đặt mật khẩu.",
		"The file is protected by a password.").
		Hint("Nhập mật khẩu khi nạp; hoặc mở bằng Excel, chọn Tệp → Thông tin → Bảo vệ → Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu lại.",
			"Give the password when importing; or open it in Excel, remove the password under File → Info → Protect Workbook and save.")
	msgWrongPassword = message.Define("file-wrong-password",
		"Mật khẩu không mở được tệp.",
		"The password does not open the file.").
		Hint("Hỏi lại nơi gửi; chú ý chữ hoa, chữ thường và bộ gõ tiếng Việt.",
			"Ask the sender again; mind capitals and the Vietnamese keyboard program.")
	msgEncryptedOther = message.Define("file-encrypted-other",
		"Tệp {type} có đặt mật khẩu; loại này phải bỏ mật khẩu trước khi nạp.",
		"The {type} file is protected by a password, which must be removed before importing.").
		Hint("Mở bằng chương trình đã tạo tệp, bỏ mật khẩu rồi chọn Lưu thành → Excel Workbook (.xlsx).",
			"Open it in the program that made it, remove the password and save it as Excel Workbook (.xlsx).")
	msgForeign = message.Define("file-foreign",
		"Tệp “{name}” là {type}, không phải bảng tính đọc được.",
		"The file “{name}” is {type}, not a spreadsheet that can be read.").
		Hint("{way}", "{way}")
	msgOldExcel = message.Define("file-old-excel",
		"Tệp “{name}” là {type}, loại quá cũ nên không đọc được.",
		"The file “{name}” is {type}, which is too old to be read.").
		Hint("Mở bằng Excel, chọn Lưu thành → Excel Workbook (.xlsx) rồi nạp lại.",
			"Open it in Excel, save it as Excel Workbook (.xlsx) and import that.")
	msgXLSB = message.Define("file-unsupported-xlsb",
		"Tệp “{name}” là sổ Excel nhị phân (.xlsb), loại chưa đọc được.",
		"The file “{name}” is an Excel binary workbook (.xlsb), which is not read.").
		Hint("Mở bằng Excel, chọn Lưu thành → Excel Workbook (.xlsx) rồi nạp lại.",
			"Open it in Excel, save it as Excel Workbook (.xlsx) and import that.")
	msgWrongExtension = message.Define("file-wrong-extension",
		"Tệp có đuôi {extension} nhưng nội dung là {type}; đã đọc theo nội dung.",
		"The file ends in {extension} but holds {type}; it was read as what it holds.").
		Hint("Không cần làm gì; nên đặt lại tên khi lưu.", "Nothing to do; better rename it.")
	msgMacroIgnored = message.Define("macro-ignored",
		"Tệp có macro; chương trình không đọc và không chạy macro, chỉ đọc các ô.",
		"The file has macros; they are neither read nor run, only the cells are read.").
		Hint("Không cần làm gì.", "Nothing to do.")
)

// The ways out for foreign files.
var (
	waySaveExcel = message.Define("way-save-excel",
		"Mở bằng Excel, chọn Lưu thành → Excel Workbook (.xlsx) rồi nạp lại.",
		"Open it in Excel, save it as Excel Workbook (.xlsx) and import that.")
	wayCopyTable = message.Define("way-copy-table",
		"Xin tệp Excel từ nơi gửi; hoặc chép bảng sang Excel, kiểm tra từng dòng rồi lưu thành .xlsx.",
		"Ask the sender for the Excel file; or copy the table into Excel, check every row and save it as .xlsx.")
	wayAskExcel = message.Define("way-ask-excel",
		"Xin tệp Excel (.xlsx) từ nơi gửi rồi nạp lại.",
		"Ask the sender for the Excel file (.xlsx) and import that.")
	wayUnpack = message.Define("way-unpack",
		"Giải nén rồi nạp tệp Excel ở bên trong.",
		"Unpack it and import the Excel file inside.")
)

// foreignType is a kind of file by name, with the way out.
type foreignType struct {
	name *message.Text
	way  *message.Text
}

// The kinds of file that are recognised but not read.
var (
	typeWord     = foreignType{message.Define("type-word", "văn bản Word", "a Word document"), wayCopyTable}
	typeSlides   = foreignType{message.Define("type-slides", "bản trình chiếu PowerPoint", "a PowerPoint presentation"), wayAskExcel}
	typePDF      = foreignType{message.Define("type-pdf", "tệp PDF", "a PDF file"), wayCopyTable}
	typeRTF      = foreignType{message.Define("type-rtf", "văn bản RTF", "an RTF document"), wayCopyTable}
	typeHTML     = foreignType{message.Define("type-html", "trang web (HTML)", "a web page (HTML)"), waySaveExcel}
	typeXML2003  = foreignType{message.Define("type-xml-2003", "XML Spreadsheet 2003", "XML Spreadsheet 2003"), waySaveExcel}
	typeXML      = foreignType{message.Define("type-xml", "tệp XML", "an XML file"), wayAskExcel}
	typeFlatODS  = foreignType{message.Define("type-flat-ods", "bảng tính OpenDocument dạng XML phẳng (.fods)", "a flat XML OpenDocument spreadsheet (.fods)"), waySaveExcel}
	typeODF      = foreignType{message.Define("type-odf", "văn bản OpenDocument (không phải bảng tính)", "an OpenDocument file other than a spreadsheet"), wayCopyTable}
	typeNumbers  = foreignType{message.Define("type-numbers", "bảng tính Apple Numbers", "an Apple Numbers spreadsheet"), message.Define("way-numbers", "Mở bằng Numbers, chọn Tệp → Xuất sang → Excel rồi nạp lại.", "Open it in Numbers, export it to Excel and import that.")}
	typeZip      = foreignType{message.Define("type-zip", "tệp nén (.zip)", "a zip archive"), wayUnpack}
	typeArchive  = foreignType{message.Define("type-archive", "tệp nén", "an archive"), wayUnpack}
	typeImage    = foreignType{message.Define("type-image", "hình ảnh", "a picture"), wayAskExcel}
	typeMail     = foreignType{message.Define("type-mail", "thư Outlook", "an Outlook message"), wayAskExcel}
	typeOLE      = foreignType{message.Define("type-ole", "tệp Office cũ không có bảng tính", "an old Office file without a spreadsheet"), wayAskExcel}
	typeUnknown  = foreignType{message.Define("type-unknown", "loại tệp không nhận ra", "of a type that is not recognised"), wayAskExcel}
	typeDatabase = foreignType{message.Define("type-database", "cơ sở dữ liệu", "a database"), wayAskExcel}
	typeOldExcel = message.Define("type-old-excel", "bảng tính Excel 95 hoặc cũ hơn", "a workbook of Excel 95 or older")
	typeXLSX     = message.Define("type-xlsx", "sổ Excel (.xlsx)", "an Excel workbook (.xlsx)")
	typeXLSM     = message.Define("type-xlsm", "sổ Excel có macro (.xlsm)", "an Excel workbook with macros (.xlsm)")
	typeXLS      = message.Define("type-xls", "sổ Excel 97-2003 (.xls)", "an Excel 97-2003 workbook (.xls)")
	typeODS      = message.Define("type-ods", "bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)")
	typeCSV      = message.Define("type-csv", "văn bản có dấu phân cách (.csv)", "delimited text (.csv)")
	typeOfFormat = map[Format]*message.Text{XLSX: typeXLSX, XLSM: typeXLSM, XLS: typeXLS, ODS: typeODS, CSV: typeCSV}
)
