package pdf

import "ocoprint/internal/message"

// What a person may read when a file cannot be drawn.
var (
	MissingGlyph = message.Define("pdf-missing-glyph",
		"Phông {face} không có chữ “{letter}” ({code}) trong “{text}” (ô “{box}”, trang {page}).",
		"The font {face} lacks the letter “{letter}” ({code}) in “{text}” (box “{box}”, page {page}).").
		Hint("Sửa chữ đó trong nguồn, hoặc chọn phông khác cho ô này trong mẫu.",
			"Correct the letter in the source, or choose another font for this box in the template.")

	UnknownFace = message.Define("pdf-unknown-face",
		"Trang {page} dùng phông “{face}” chưa được cài.",
		"Page {page} uses the font “{face}”, which is not installed.").
		Hint("Cài phông này cho mẫu, hoặc sửa tên phông trong mẫu.",
			"Install the font for the template, or correct its name there.")

	PictureMissing = message.Define("pdf-picture-missing",
		"Không có tệp hình “{name}” mà trang {page} cần.",
		"The picture “{name}” that page {page} needs is missing.").
		Hint("Cài lại mẫu cùng các tệp hình của nó.", "Install the template again with its pictures.")

	PictureUnusable = message.Define("pdf-picture-unusable",
		"Tệp hình “{name}” không dùng được.",
		"The picture “{name}” cannot be used.").
		Hint("Lưu lại hình thành PNG hoặc JPEG rồi cài lại.", "Save the picture again as PNG or JPEG and install it again.")

	NotOurFile = message.Define("pdf-not-ours",
		"Tệp PDF này không phải do ocoprint tạo, hoặc đã bị chương trình khác lưu lại, nên không đọc được bản ghi kèm theo.",
		"This PDF was not made by ocoprint, or another program saved it again, so its embedded records cannot be read.").
		Hint("Dùng tệp PDF gốc, hoặc quét mã QR in trên giấy.", "Use the original PDF, or scan the QR code on the paper.")
)
