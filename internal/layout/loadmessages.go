package layout

import "ocoprint/internal/message"

// What a person reads about a layout file that cannot be used.
var (
	loadAt = message.Define("layout-load",
		"Mẫu {file}, dòng {line}, cột {column}: {what}",
		"Layout {file}, line {line}, column {column}: {what}").
		Hint("{fix}", "{fix}")

	loadSyntax   = message.Define("layout-json", "không đúng cú pháp JSON.", "not valid JSON.")
	loadCut      = message.Define("layout-json-cut", "tệp bị cắt ngang.", "the file ends too early.")
	loadTrailing = message.Define("layout-json-trailing", "sau phần cuối còn chữ thừa.", "something follows the end.")
	loadNotUTF8  = message.Define("layout-json-utf8", "tệp không phải UTF-8.", "the file is not UTF-8.")
	loadTooMuch  = message.Define("layout-json-too-much", "tệp quá lớn hoặc lồng quá sâu.", "the file is too large or too deep.")
	loadTwice    = message.Define("layout-field-twice", "trường “{name}” ghi hai lần.", "the field “{name}” is written twice.")

	loadUnknownField = message.Define("layout-field-unknown",
		"không có trường “{name}” trong {where}.", "there is no field “{name}” in {where}.")
	loadMissingField = message.Define("layout-field-missing",
		"{where} thiếu trường “{name}”.", "{where} lacks the field “{name}”.")
	loadWrongType = message.Define("layout-field-type",
		"“{name}” phải là {want}.", "“{name}” must be {want}.")
	loadRange = message.Define("layout-number-range",
		"“{name}” là {value}, phải từ {min} đến {max}.", "“{name}” is {value}; it must be {min} to {max}.")
	loadUnknownWord = message.Define("layout-word-unknown",
		"“{value}” không dùng được cho “{name}”.", "“{value}” cannot be used for “{name}”.")
	loadUnknownName = message.Define("layout-value-unknown",
		"không có giá trị tên “{name}”.", "there is no value named “{name}”.")
	loadUnknownRef = message.Define("layout-name-unknown",
		"không có {kind} tên “{name}”.", "there is no {kind} named “{name}”.")
	loadNewer = message.Define("layout-newer",
		"mẫu ghi “{value}”, chương trình này đọc “{known}”.", "the layout says “{value}”; this program reads “{known}”.")
	loadBadName = message.Define("layout-name-form",
		"tên “{name}” chỉ được có chữ thường không dấu, số, gạch nối và gạch dưới.",
		"the name “{name}” may have only lower-case letters, figures, - and _.")
	loadSameID = message.Define("layout-box-twice", "có hai hộp tên “{name}”.", "there are two boxes named “{name}”.")
	loadNoFace = message.Define("layout-style-missing",
		"bộ phông “{font}” không có kiểu {style}.", "the font “{font}” has no {style} face.")
	loadRGB        = message.Define("layout-rgb", "“{value}” không phải màu #rrggbb.", "“{value}” is not a colour #rrggbb.")
	loadRotate     = message.Define("layout-rotate", "chỉ xoay được 0, 90, 180, 270.", "only 0, 90, 180, 270 can be turned.")
	loadExpression = message.Define("layout-expression", "không đọc được “{text}”: {why}.", "cannot read “{text}”: {why}.")
	loadTableWide  = message.Define("layout-table-wide",
		"các cột rộng {sum} mm, hộp chỉ rộng {w} mm.", "the columns are {sum} mm wide, the box only {w} mm.")

	loadHeavy = message.Define("layout-ornament-heavy",
		"hoa văn của hộp “{name}” quá dày, vẽ sẽ quá lâu.", "the ornament of box “{name}” is too dense to draw.")

	fixNear = message.Define("layout-fix-near", "Có phải: {near}?", "Did you mean: {near}?")
	fixOne  = message.Define("layout-fix-one-of", "Dùng một trong: {list}.", "Use one of: {list}.")
	fixAdd  = message.Define("layout-fix-add", "Thêm trường này vào.", "Add the field.")
	fixForm = message.Define("layout-fix-value", "Sửa giá trị rồi nạp lại mẫu.", "Mend the value and load the layout again.")
	fixJSON = message.Define("layout-fix-json",
		"Mở tệp bằng trình soạn thảo có kiểm JSON và sửa chỗ này.", "Open the file in an editor that checks JSON and mend this place.")
	fixUpdate = message.Define("layout-fix-update",
		"Cập nhật chương trình, hoặc dùng bản mẫu cũ hơn.", "Update the program or use an older layout.")

	wantNumber = message.Define("layout-want-number", "một số", "a number")
	wantWhole  = message.Define("layout-want-whole", "một số nguyên", "a whole number")
	wantText   = message.Define("layout-want-text", "một chuỗi chữ", "a text")
	wantBool   = message.Define("layout-want-bool", "true hoặc false", "true or false")
	wantList   = message.Define("layout-want-list", "một danh sách [ ]", "a list [ ]")
	wantObject = message.Define("layout-want-object", "một nhóm { }", "an object { }")

	kindColor   = message.Define("layout-kind-color", "màu", "colour")
	kindFont    = message.Define("layout-kind-font", "bộ phông", "font")
	kindBox     = message.Define("layout-kind-box", "hộp", "box")
	whereFile   = message.Define("layout-where-file", "tệp mẫu", "the layout")
	whereBox    = message.Define("layout-where-box", "hộp “{id}” loại {type}", "box “{id}” of type {type}")
	whereInside = message.Define("layout-where-inside", "“{name}”", "“{name}”")
)
