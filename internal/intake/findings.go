package intake

import (
	"maps"
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// rule is one kind of finding: its permanent code, how much it weighs, and its
// sentence, which begins with the place.
type rule struct {
	code string
	sev  ocop.Severity
	text *message.Text
}

func define(code string, sev ocop.Severity, key, vi, en string) rule {
	r := rule{code, sev, message.Define("intake-"+key, vi, en)}
	rules = append(rules, r)
	return r
}

// rules are all kinds, in the order of their definition.
var rules []rule

// Kinds gives one finding of every kind, with blanks and places empty, for
// whoever shows findings and must know what to do with each.
func Kinds() (list []ocop.Finding) {
	for _, r := range rules {
		list = append(list, ocop.Finding{Code: r.code, Severity: r.sev, Message: r.text.With()})
	}
	return list
}

func (r rule) hint(vi, en string) rule {
	r.text.Hint(vi, en)
	return r
}

// Findings of the whole file: nothing of it is used.
var (
	noData = define("NO_DATA", ocop.Refuse, "no-data",
		"{place}: không có ô nào có dữ liệu.", "{place}: no cell holds anything.").
		hint("Kiểm tra lại xem đã lưu và gửi đúng tệp chưa.", "Check that the right file was saved and sent.")
	noTable = define("NO_TABLE", ocop.Refuse, "no-table",
		"{place}: không thấy bảng kết quả (cần cột «Tên sản phẩm» cùng cột «Chủ thể», «Hạng sao» hoặc «Điểm»).{like}",
		"{place}: no table of results was found (it needs a column «Tên sản phẩm» with «Chủ thể», «Hạng sao» or «Điểm»).{like}").
		hint("Nạp đúng phụ lục kết quả đánh giá, phân hạng; hoặc ghi lại dòng tiêu đề cột như mẫu.", "Import the annex with the results, or write the row of headings as in the sample.")
	likeRoster = message.Define("intake-like-roster", " Tệp này giống danh sách đại biểu.", " This file looks like a list of guests.")
	likeForm   = message.Define("intake-like-registration", " Tệp này giống danh sách đăng ký tham gia, chưa có kết quả.", " This file looks like a list of registrations without results.")
	likeCouncl = message.Define("intake-like-council", " Tệp này giống bảng chấm điểm của hội đồng, không phải kết quả phân hạng.", " This file looks like a council's score sheet, not the results.")
	likeHidden = message.Define("intake-like-hidden", " Bảng kết quả chỉ có ở trang tính đang bị ẩn.", " Only a hidden sheet holds a table of results.")
	noDataRows = define("NO_DATA_ROWS", ocop.Refuse, "no-data-rows",
		"{place}: có dòng tiêu đề cột nhưng không có dòng sản phẩm nào.", "{place}: there is a row of headings but no row of products.").
		hint("Kiểm tra lại tệp; nếu là mẫu trống, điền sản phẩm rồi nạp lại.", "Check the file; if it is an empty form, fill it in and import again.")
	tooManyRows = define("FILE_TOO_MANY_CELLS", ocop.Refuse, "too-many-rows",
		"{place}: có hơn {limit} dòng sản phẩm.", "{place}: there are more than {limit} rows of products.").
		hint("Tách tệp thành nhiều phần.", "Split the file.")
	tooMuchText = define("FILE_TOO_COMPLEX", ocop.Refuse, "too-much-text",
		"{place}: tên sản phẩm và chủ thể dài hơn {limit} ký tự cộng lại.", "{place}: the names of products and producers are longer than {limit} characters together.").
		hint("Kiểm tra xem có đúng tệp kết quả không, các cột có bị lệch không.", "Check whether this is the right file and whether its columns have shifted.")
	tooManyTables = define("FILE_TOO_COMPLEX", ocop.Refuse, "too-many-tables",
		"{place}: có hơn {limit} bảng hoặc dòng nhóm trong một tệp.", "{place}: there are more than {limit} tables or section rows in one file.").
		hint("Kiểm tra xem có đúng tệp kết quả không; nếu đúng, tách tệp thành nhiều phần.", "Check whether this is the right file; if it is, split it.")
	tooManyFaults = define("FILE_TOO_COMPLEX", ocop.Refuse, "too-many-faults",
		"{place}: đã có hơn {limit} điều phải xem; chương trình dừng đọc ở đây.", "{place}: there are more than {limit} remarks already; reading stopped here.").
		hint("Kiểm tra xem có đúng tệp kết quả không, các cột có bị lệch không.", "Check whether this is the right file and whether its columns have shifted.")
)

// Findings of a table or sheet.
var (
	headerAmbiguous = define("HEADER_AMBIGUOUS", ocop.Fault, "header-ambiguous",
		"{place}: hai cột «{first}» ({firstCell}) và «{second}» ({secondCell}) đều có thể là {field} nhưng nội dung khác nhau.",
		"{place}: both columns «{first}» ({firstCell}) and «{second}» ({secondCell}) could be {field}, and they differ.").
		hint("Chọn cột đúng, hoặc ghi tên cột cho rõ rồi nạp lại.", "Choose the right column, or name the columns clearly and import again.")
	requiredMissing = define("REQUIRED_COLUMN_MISSING", ocop.Fault, "required-column-missing",
		"{place}: bảng không có cột {field}.", "{place}: the table has no column for {field}.").
		hint("Chọn cột đúng trong bảng, hoặc thêm cột rồi nạp lại.", "Choose the right column, or add it and import again.")
	mappingConflict = define("MAPPING_CONFLICT", ocop.Fault, "mapping-conflict",
		"{place}: cột được hiểu là {field} nhưng nội dung không phải vậy (ví dụ «{value}»).",
		"{place}: the column was taken for {field}, but it holds something else (for example «{value}»).").
		hint("Chọn lại cột cho đúng.", "Choose the right column.")
	roundUnknown = define("ROUND_UNKNOWN", ocop.Question, "round-unknown",
		"{place}: không thấy ghi đợt đánh giá (đã tìm trong cột, dòng nhóm, tiêu đề, tên trang tính, tên tệp).",
		"{place}: the round is not stated (looked in columns, section rows, title, sheet name and file name).").
		hint("Cho biết đợt và năm, ví dụ ROUND_UNKNOWN=2/2023.", "Say which round and year it is, for example ROUND_UNKNOWN=2/2023.")
	yearUnknown = define("YEAR_UNKNOWN", ocop.Question, "year-unknown",
		"{place}: không thấy ghi năm của đợt đánh giá.", "{place}: the year of the round is not stated.").
		hint("Cho biết năm, ví dụ YEAR_UNKNOWN=2023.", "Say which year it is, for example YEAR_UNKNOWN=2023.")
	yearSeveral = define("YEAR_AMBIGUOUS", ocop.Question, "year-ambiguous",
		"{place}: tệp có đợt {round} của nhiều năm ({years}); chưa rõ in năm nào.", "{place}: the file holds round {round} of several years ({years}); it is not clear which to print.").
		hint("Ghi rõ đợt và năm, ví dụ 2/2023.", "Give round and year, for example 2/2023.")
	roundDiffers = define("ROUND_DIFFERS", ocop.Info, "round-differs",
		"{place}: {first}, nhưng tên trang tính hoặc tên tệp ghi {second}; dùng {first}.", "{place}: {first}, but the name of the sheet or file says {second}; {first} is used.")
	answerUnreadable = define("ANSWER_UNREADABLE", ocop.Question, "answer-unreadable",
		"{place}: câu trả lời «{value}» không phải số và ngày quyết định.", "{place}: the answer «{value}» is no number and date of a decision.").
		hint("Ghi như trên giấy, ví dụ DECISION=1422/QĐ-UBND ngày 20/11/2023.", "Write it as on paper, for example DECISION=1422/QĐ-UBND ngày 20/11/2023.")
	decisionConflict = define("DECISION_CONFLICT", ocop.Question, "decision-conflict",
		"{place}: ghi Quyết định {value}, nơi khác trong tệp ghi {other}.", "{place}: it says decision {value}, elsewhere the file says {other}.").
		hint("Cho biết quyết định nào đúng, ví dụ DECISION_CONFLICT=“1422/QĐ-UBND ngày 20/11/2023”; hoặc trả lời có để giữ như ô này.", "Say which decision is right, for example DECISION_CONFLICT=“1422/QĐ-UBND ngày 20/11/2023”, or answer yes to keep this cell's.")
	titleProposesOnly = define("TITLE_PROPOSES", ocop.Question, "title-proposes",
		"{place}: «{value}» cho thấy đây không phải danh sách công nhận (đề nghị, đăng ký, kế hoạch hoặc thu hồi).", "{place}: «{value}» says that this is no list of recognitions (but proposals, registrations, a plan or withdrawals).").
		hint("Dùng phụ lục của quyết định công nhận; nếu danh sách này đã được công nhận, trả lời có.", "Use the annex of the decision; if these were recognised, answer yes.")
	countMismatch = define("COUNT_MISMATCH", ocop.Warning, "count-mismatch",
		"{place}: bảng ghi «{value}», chương trình đọc được {read}.", "{place}: the table says «{value}», the program read {read}.").
		hint("Đối chiếu lại số dòng: có thể thiếu dòng, thừa dòng hoặc dòng cộng chưa sửa.", "Compare the rows: one may be missing or too many, or the total is out of date.")
	readProducts = message.Define("intake-read-products", "{n} sản phẩm", "{n} {n|product|products}")
	readBoth     = message.Define("intake-read-both", "{n} sản phẩm của {of} chủ thể", "{n} {n|product|products} of {of} {of|producer|producers}")
	sttGap       = define("STT_GAP", ocop.Warning, "stt-gap",
		"{place}: số thứ tự nhảy từ {before} sang {value}.", "{place}: the numbering jumps from {before} to {value}.").
		hint("Kiểm tra xem có dòng nào bị xóa nhầm không.", "Check whether a row was deleted by mistake.")
	sheetHidden = define("SHEET_HIDDEN_SKIPPED", ocop.Info, "sheet-hidden-skipped",
		"{place}: trang tính đang bị ẩn nên không đọc.", "{place}: the sheet is hidden and was not read.")
	sheetSkipped = define("SHEET_SKIPPED", ocop.Info, "sheet-skipped",
		"{place}: không đọc vì {why}.", "{place}: not read because {why}.")
	mappingRemembered = define("MAPPING_REMEMBERED", ocop.Info, "mapping-remembered",
		"{place}: dùng cách ghép cột như lần trước.", "{place}: the columns were mapped as last time.")
	fileNote = func(code string, warning bool, m message.Message) ocop.Finding {
		sev := ocop.Info
		if warning {
			sev = ocop.Warning
		}
		return ocop.Finding{Code: code, Severity: sev, Message: m}
	}
)

// Why a sheet or table is passed over.
var (
	whyNoTable  = message.Define("intake-why-no-table", "không có bảng kết quả", "it holds no table of results")
	whyCouncil  = message.Define("intake-why-council", "là bảng chấm điểm của hội đồng", "it is a council's score sheet")
	whyRegister = message.Define("intake-why-registration", "là danh sách đăng ký, chưa có kết quả", "it is a list of registrations without results")
	whyList     = message.Define("intake-why-list", "bảng không có điểm và hạng sao", "its table has neither scores nor stars")
	whyDraft    = message.Define("intake-why-draft", "tên trang tính cho thấy là bản nháp hoặc bản cũ", "its name says that it is a draft or an old copy")
	whyRoster   = message.Define("intake-why-roster", "là danh sách đại biểu", "it is a list of guests")
)

// Findings that hold a row.
var (
	nameMissing = define("NAME_MISSING", ocop.Fault, "name-missing",
		"{place}: thiếu tên sản phẩm.", "{place}: the name of the product is missing.").
		hint("Ghi tên sản phẩm theo quyết định.", "Write the product's name as in the decision.")
	ownerMissing = define("OWNER_MISSING", ocop.Fault, "owner-missing",
		"{place}: thiếu tên chủ thể (ô gộp bị tách?).", "{place}: the name of the producer is missing (was a merged cell split?).").
		hint("Ghi tên chủ thể vào ô; chương trình không tự lấy của dòng trên.", "Write the producer into the cell; the row above is never copied down.")
	starsMissing = define("STARS_MISSING", ocop.Fault, "stars-missing",
		"{place}: không ghi hạng sao và cũng không có điểm.", "{place}: neither stars nor a score is given.").
		hint("Ghi hạng sao theo quyết định, hoặc “Không đạt”.", "Write the stars as in the decision, or “Không đạt”.")
	starsUnreadable = define("STARS_UNREADABLE", ocop.Fault, "stars-unreadable",
		"{place}: không hiểu hạng sao «{value}».", "{place}: «{value}» is not one star rating.").
		hint("Ghi một hạng duy nhất, ví dụ 3 hoặc “3 sao”.", "Write one rating, for example 3 or “3 sao”.")
	starsTwoTicks = define("STARS_UNREADABLE", ocop.Fault, "stars-two-ticks",
		"{place}: đánh dấu ở nhiều cột hạng sao hoặc dấu không rõ ({value}).", "{place}: several rating columns are ticked, or a mark is unclear ({value}).").
		hint("Chỉ đánh dấu “x” ở một cột.", "Put an “x” in one column only.")
	scoreUnreadable = define("SCORE_UNREADABLE", ocop.Fault, "score-unreadable",
		"{place}: không hiểu điểm «{value}».", "{place}: «{value}» is not a score.").
		hint("Ghi một số từ 0 đến 100, ví dụ 72,5.", "Write a number from 0 to 100, for example 72,5.")
	scoreOutOfRange = define("SCORE_OUT_OF_RANGE", ocop.Fault, "score-out-of-range",
		"{place}: điểm «{value}» không hợp lệ (phải từ 0 đến 100).{guess}", "{place}: the score «{value}» is out of range (0 to 100).{guess}").
		hint("Sửa điểm theo biên bản của hội đồng rồi nạp lại.", "Correct the score from the council's minutes and import again.")
	guessComma    = message.Define("intake-guess-comma", " Có phải {guess}?", " Is it {guess}?")
	scoreTooHigh  = define("STAR_SCORE_CONFLICT", ocop.Fault, "stars-above-score", "{place}: điểm {score} thuộc khung {band} sao ({from} đến {below}) nhưng ghi {stars} sao. Không in được.", "{place}: the score {score} belongs to {band} stars ({from} to {below}), but {stars} stars are given. It cannot be printed.").hint("Sửa điểm hoặc hạng theo quyết định.", "Correct the score or the stars as in the decision.")
	scoreTooLow   = define("STAR_SCORE_CONFLICT", ocop.Question, "stars-below-score", "{place}: điểm {score} thuộc khung {band} sao nhưng ghi {stars} sao. Có thể do chưa đạt tiêu chí bắt buộc của {band} sao.", "{place}: the score {score} belongs to {band} stars, but {stars} stars are given. A required criterion for {band} stars may not have been met.").hint("Xác nhận để in {stars} sao (trả lời có), hoặc sửa lại theo quyết định.", "Confirm to print {stars} stars (answer yes), or correct it as in the decision.")
	starsConflict = define("STARS_CONFLICT", ocop.Question, "stars-section-conflict",
		"{place}: ghi {stars} sao nhưng nằm trong nhóm {section} sao.", "{place}: it says {stars} stars but stands in the section of {section} stars.").
		hint("Xác nhận hạng đúng theo quyết định.", "Confirm the rating as in the decision.")
	partsMismatch = define("PARTS_MISMATCH", ocop.Question, "parts-mismatch",
		"{place}: tổng A+B+C = {sum} khác tổng điểm {score}.", "{place}: A+B+C = {sum} differs from the total {score}.").
		hint("Xác nhận tổng điểm đúng (trả lời có), hoặc sửa lại.", "Confirm the total (answer yes), or correct it.")
	partsOver = define("PARTS_MISMATCH", ocop.Question, "parts-over",
		"{place}: phần {part} = {value} vượt mức tối đa {max} của {rules} (phiếu theo bộ tiêu chí cũ?).", "{place}: part {part} = {value} exceeds the maximum {max} of {rules} (an old form?).").
		hint("Xác nhận điểm đúng (trả lời có), hoặc sửa lại.", "Confirm the score (answer yes), or correct it.")
	roundUnreadable = define("ROUND_UNREADABLE", ocop.Fault, "round-unreadable",
		"{place}: không hiểu đợt «{value}».", "{place}: «{value}» is not a round.").
		hint("Ghi một đợt, ví dụ 2 hoặc “2/2023”.", "Write one round, for example 2 or “2/2023”.")
	yearUnreadable = define("ROUND_UNREADABLE", ocop.Fault, "year-unreadable",
		"{place}: không hiểu năm «{value}».", "{place}: «{value}» is not a year.").
		hint("Ghi năm bằng bốn chữ số, ví dụ 2023.", "Write the year in four figures, for example 2023.")
	roundTwoYears = define("ROUND_UNREADABLE", ocop.Fault, "round-two-years",
		"{place}: cột đợt ghi năm {first}, cột năm ghi {second}.", "{place}: the round says {first}, the column of years {second}.").
		hint("Sửa cho hai ô thống nhất.", "Make the two cells agree.")
	dateUnreadable = define("DATE_UNREADABLE", ocop.Fault, "date-unreadable",
		"{place}: không hiểu ngày «{value}».", "{place}: «{value}» is not a date.").
		hint("Ghi ngày/tháng/năm, ví dụ 20/11/2023.", "Write day/month/year, for example 20/11/2023.")
	dateSwapped = define("DATE_SWAPPED", ocop.Question, "date-swapped",
		"{place}: ngày {value} có thể bị Excel đảo từ {guess}.", "{place}: {value} may have been {guess}, turned round by Excel.").
		hint("Trả lời có nếu đúng là {guess}, không nếu giữ {value}.", "Answer yes if it is {guess}, no to keep {value}.")
	cellError = define("CELL_ERROR_VALUE", ocop.Fault, "cell-error-value",
		"{place}: ô báo lỗi {value}.", "{place}: the cell shows the error {value}.").
		hint("Sửa công thức trong ô rồi nạp lại.", "Correct the formula in the cell and import again.")
	cellBroken = define("CELL_BROKEN_REFERENCE", ocop.Fault, "cell-broken-reference",
		"{place}: công thức trỏ đến ô hoặc trang tính đã mất ({value}).", "{place}: the formula points to a cell or sheet that is gone ({value}).").
		hint("Sửa công thức, hoặc chép lại giá trị rồi nạp lại.", "Correct the formula, or paste the value, and import again.")
	formulaNoValue = define("FORMULA_NO_VALUE", ocop.Fault, "formula-no-value",
		"{place}: công thức chưa được tính, tệp không lưu giá trị.", "{place}: the formula was never calculated; the file holds no value.").
		hint("Mở tệp bằng Excel, lưu lại rồi nạp lại.", "Open the file in Excel, save it, and import again.")
	textTooLong = define("TEXT_TOO_LONG", ocop.Fault, "text-too-long",
		"{place}: dài {length} ký tự, quá {limit} ký tự.", "{place}: {length} letters, more than {limit}.").
		hint("Rút gọn theo tên trong quyết định.", "Shorten it to the name in the decision.")
	textGarbled = define("TEXT_GARBLED", ocop.Fault, "text-garbled",
		"{place}: chữ bị lỗi phông hoặc mất chữ: «{value}».", "{place}: the letters are garbled or lost: «{value}».").
		hint("Gõ lại ô này bằng Unicode rồi nạp lại.", "Type this cell again in Unicode and import again.")
	duplicateConflict = define("DUPLICATE_CONFLICT", ocop.Fault, "duplicate-conflict",
		"{place}: trùng sản phẩm «{value}» với dòng {other} nhưng {field} khác nhau ({now} và {before}).", "{place}: the same product «{value}» as in row {other}, but {field} differs ({now} and {before}).").
		hint("Giữ một dòng đúng theo quyết định.", "Keep the row that agrees with the decision.")
	rowHidden = define("ROW_HIDDEN", ocop.Question, "row-hidden",
		"{place}: dòng đang bị ẩn{filter}. Có tính dòng này không?", "{place}: the row is hidden{filter}. Does it count?").
		hint("Trả lời có để tính, không để bỏ; hoặc bỏ ẩn rồi nạp lại.", "Answer yes to count it, no to leave it out, or show the row and import again.")
	byFilter     = message.Define("intake-by-filter", " (bộ lọc)", " (by a filter)")
	rowStruckOut = define("ROW_STRUCK_OUT", ocop.Question, "row-struck-out",
		"{place}: bị gạch ngang; coi như đã bỏ?", "{place}: it is struck through; was it removed?").
		hint("Trả lời không để bỏ dòng này, có để vẫn tính.", "Answer no to leave the row out, yes to count it all the same.")
	noteContradicts = define("NOTE_CONTRADICTS", ocop.Question, "note-contradicts",
		"{place}: ghi chú «{value}» trái với hạng sao của dòng.", "{place}: the note «{value}» contradicts the row's stars.").
		hint("Xác nhận sản phẩm có được công nhận không.", "Confirm whether the product was recognised.")
	scoreMerged = define("SCORE_MERGED", ocop.Question, "score-merged",
		"{place}: điểm {value} nằm trong ô gộp của {n} sản phẩm ({merge}). Có phải điểm chung của cả {n} sản phẩm?",
		"{place}: the score {value} stands in a cell merged over {n} products ({merge}). Is it the score of all {n}?").
		hint("Trả lời có nếu là điểm chung, không nếu chỉ là điểm của sản phẩm đầu; hoặc bỏ gộp ô, ghi điểm từng sản phẩm rồi nạp lại.",
			"Answer yes if they share it, no if it is that of the first only; or unmerge the cell, write each score and import again.")
	nameSpans = define("NAME_SPANS_ROWS", ocop.Question, "name-spans-rows",
		"{place}: ô tên sản phẩm gộp qua nhiều dòng có số liệu khác nhau.", "{place}: the product's name is merged over rows that differ.").
		hint("Tách ô và ghi tên từng sản phẩm.", "Split the cell and name each product.")
)

// Warnings: the row goes and is shown.
var (
	starsDerived = define("STARS_DERIVED", ocop.Warning, "stars-derived",
		"{place}: ô hạng sao trống; theo điểm {score} là {stars} sao.", "{place}: no stars are given; by the score {score} they are {stars}.").
		hint("Ghi hạng sao theo quyết định.", "Write the stars as in the decision.")
	starsAllDerived = define("STARS_DERIVED", ocop.Info, "stars-all-derived",
		"{place}: bảng không có cột hạng sao; hạng sao lấy theo điểm.", "{place}: the table has no column of stars; they follow from the scores.")
	scoreMissing = define("SCORE_MISSING", ocop.Warning, "score-missing",
		"{place}: không ghi điểm.", "{place}: the score is missing.").
		hint("Ghi điểm theo biên bản của hội đồng.", "Write the score from the council's minutes.")
	communeMissing = define("COMMUNE_MISSING", ocop.Warning, "commune-missing",
		"{place}: chưa xác định được xã, phường{where}.", "{place}: the commune or ward is not known{where}.").
		hint("Ghi tên xã, phường như trong quyết định.", "Write the commune or ward as in the decision.")
	inAddress    = message.Define("intake-in-address", " trong địa chỉ «{value}»", " in the address «{value}»")
	duplicateRow = define("DUPLICATE_ROW", ocop.Warning, "duplicate-row",
		"{place}: trùng sản phẩm «{value}» với dòng {other}; chỉ tính một lần.", "{place}: the same product «{value}» as in row {other}; it counts once.").
		hint("Giữ một dòng.", "Keep one row.")
	nameSimilar = define("NAME_SIMILAR", ocop.Warning, "name-similar",
		"{place}: «{value}» và «{other}» (dòng {row}) chỉ khác dấu; có phải một sản phẩm?", "{place}: «{value}» and «{other}» (row {row}) differ only in their marks; are they one product?").
		hint("Sửa một trong hai nếu là một sản phẩm.", "Correct one of them if they are one product.")
	looksLikeFormula = define("TEXT_LOOKS_LIKE_FORMULA", ocop.Warning, "text-looks-like-formula",
		"{place}: chữ trong ô giống công thức «{value}»; được giữ nguyên là chữ.", "{place}: the text looks like a formula «{value}»; it is kept as text.")
	formulaInText = define("FORMULA_IN_TEXT_FIELD", ocop.Warning, "formula-in-text-field",
		"{place}: tên là kết quả của một công thức; dùng giá trị đã lưu «{value}».", "{place}: the name is the result of a formula; the stored value «{value}» is used.")
	roundFromDate = define("ROUND_FROM_DATE", ocop.Warning, "round-from-date",
		"{place}: Excel đã đổi thành ngày {value}; hiểu là đợt {round} năm {year}.", "{place}: Excel turned it into the date {value}; it is read as round {round} of {year}.").
		hint("Định dạng ô là Text rồi ghi lại đợt.", "Format the cell as text and write the round again.")
	mojibakeRepaired = define("TEXT_CONVERTED", ocop.Warning, "text-mojibake",
		"{place}: chữ bị lỗi mã UTF-8, đã sửa «{before}» → «{after}». Kiểm tra giúp.", "{place}: the text was garbled UTF-8 and was repaired: «{before}» → «{after}». Please check.")
)

// Infos.
var (
	textConverted = define("TEXT_CONVERTED", ocop.Info, "text-converted",
		"{place}: {cells} ô dùng bảng mã {charset}{font}; đã đổi sang Unicode: «{before}» → «{after}». Kiểm tra giúp.",
		"{place}: {cells} {cells|cell was|cells were} in {charset}{font} and turned into Unicode: «{before}» → «{after}». Please check.")
	fileConverted = define("TEXT_CONVERTED", ocop.Info, "file-converted",
		"{place}: tệp dùng bảng mã {charset}; đã đổi sang Unicode.", "{place}: the file was in {charset} and was turned into Unicode.")
	dittoFilled = define("DITTO_FILLED", ocop.Info, "ditto-filled",
		"{place}: «{value}» được hiểu là “{filled}” như dòng trên.", "{place}: «{value}» was read as “{filled}”, as in the row above.")
	rowSkipped = define("ROW_SKIPPED", ocop.Info, "row-skipped",
		"{place}: không phải dòng sản phẩm: «{value}».", "{place}: not a row of a product: «{value}».")
	starsProposed = define("STARS_PROPOSED", ocop.Info, "stars-proposed",
		"{place}: «{value}» là đề xuất lên cấp trên, không phải kết quả công nhận; bỏ qua khi in.", "{place}: «{value}» is a proposal to a higher level, not a recognition; it is not printed.")
	producerSimilar = define("PRODUCER_SIMILAR", ocop.Info, "producer-similar",
		"{place}: «{value}» và «{other}» (dòng {row}) có phải một chủ thể?", "{place}: are «{value}» and «{other}» (row {row}) one producer?")
	syllableUnusual = define("SYLLABLE_UNUSUAL", ocop.Info, "syllable-unusual",
		"{place}: «{value}» có thể sai chính tả.", "{place}: «{value}» may be misspelt.")
	phoneRepaired = define("PHONE_REPAIRED", ocop.Info, "phone-repaired",
		"{place}: số {value} thiếu số 0 đầu; dùng {phone}.", "{place}: {value} lacks its leading zero; {phone} is used.")
	scoreNearLimit = define("SCORE_NEAR_LIMIT", ocop.Info, "score-near-limit",
		"{place}: ô hiển thị {shown} nhưng giá trị thật là {value}. Chương trình dùng giá trị thật ({stars} sao).", "{place}: the cell shows {shown} but holds {value}. The true value is used ({stars} stars).")
	scoreAtLimit = define("SCORE_NEAR_LIMIT", ocop.Info, "score-at-limit",
		"{place}: điểm {value} sát mốc {limit}.", "{place}: the score {value} is close to the limit of {limit}.")
	dateOdd = define("DATE_ODD", ocop.Info, "date-odd",
		"{place}: ngày {value} {why}.", "{place}: {value} {why}.")
	oddFuture = message.Define("intake-odd-future", "ở tương lai", "lies in the future")
	oddEarly  = message.Define("intake-odd-early", "trước khi có Chương trình OCOP (năm 2018)", "is before the OCOP programme (2018)")
	oddSunday = message.Define("intake-odd-sunday", "là Chủ nhật", "is a Sunday")
	answered  = define("ANSWERED", ocop.Info, "answered",
		"{place}: đã trả lời {code} = {value}.", "{place}: {code} was answered: {value}.")
)

// fieldNames are the fields as the clerk calls them.
var fieldNames = map[ocop.Field]*message.Text{
	ocop.FieldNo:             message.Define("intake-field-stt", "số thứ tự", "the row number"),
	ocop.FieldProduct:        message.Define("intake-field-product", "tên sản phẩm", "the product"),
	ocop.FieldProducer:       message.Define("intake-field-producer", "chủ thể", "the producer"),
	ocop.FieldProducerKind:   message.Define("intake-field-kind", "loại hình", "the kind of producer"),
	ocop.FieldAddress:        message.Define("intake-field-address", "địa chỉ", "the address"),
	ocop.FieldCommune:        message.Define("intake-field-commune", "xã, phường", "the commune"),
	ocop.FieldDistrict:       message.Define("intake-field-district", "huyện, thành phố", "the district"),
	ocop.FieldScore:          message.Define("intake-field-score", "điểm", "the score"),
	ocop.FieldPartA:          message.Define("intake-field-part-a", "điểm phần A", "part A"),
	ocop.FieldPartB:          message.Define("intake-field-part-b", "điểm phần B", "part B"),
	ocop.FieldPartC:          message.Define("intake-field-part-c", "điểm phần C", "part C"),
	ocop.FieldStars:          message.Define("intake-field-stars", "hạng sao", "the stars"),
	ocop.FieldRound:          message.Define("intake-field-round", "đợt", "the round"),
	ocop.FieldYear:           message.Define("intake-field-year", "năm", "the year"),
	ocop.FieldGroup:          message.Define("intake-field-group", "nhóm sản phẩm", "the product group"),
	ocop.FieldEvaluation:     message.Define("intake-field-evaluation", "hình thức đánh giá", "the kind of evaluation"),
	ocop.FieldDecision:       message.Define("intake-field-decision", "quyết định", "the decision"),
	ocop.FieldDecisionDate:   message.Define("intake-field-decision-date", "ngày quyết định", "the decision's date"),
	ocop.FieldCertNo:         message.Define("intake-field-cert-no", "số giấy chứng nhận", "the certificate number"),
	ocop.FieldIssueDate:      message.Define("intake-field-issue-date", "ngày cấp", "the date of issue"),
	ocop.FieldExpiry:         message.Define("intake-field-expiry", "ngày hết hạn", "the last day"),
	ocop.FieldPhone:          message.Define("intake-field-phone", "điện thoại", "the phone"),
	ocop.FieldRepresentative: message.Define("intake-field-representative", "người đại diện", "the representative"),
	ocop.FieldTaxID:          message.Define("intake-field-tax", "mã số thuế, CCCD", "the tax number"),
	ocop.FieldProductCode:    message.Define("intake-field-code", "mã sản phẩm", "the product code"),
	ocop.FieldPack:           message.Define("intake-field-pack", "quy cách", "the pack"),
	ocop.FieldUnit:           message.Define("intake-field-unit", "đơn vị tính", "the unit"),
	ocop.FieldQuantity:       message.Define("intake-field-quantity", "số lượng", "the quantity"),
	ocop.FieldBooth:          message.Define("intake-field-booth", "vị trí", "the place on display"),
	ocop.FieldConsultant:     message.Define("intake-field-consultant", "đơn vị tư vấn", "the consultant"),
	ocop.FieldNote:           message.Define("intake-field-note", "ghi chú", "the note"),
	fieldOutcome:             message.Define("intake-field-outcome", "kết quả (đạt, không đạt)", "the outcome"),
	fieldTick:                message.Define("intake-field-tick", "đánh dấu hạng sao", "ticked stars"),
	fieldOtherStars:          message.Define("intake-field-other-stars", "hạng sao đăng ký hoặc cũ (không dùng)", "other stars (not used)"),
	fieldOtherScore:          message.Define("intake-field-other-score", "điểm khác (không dùng)", "other scores (not used)"),
}

// Fields lists what a column can hold and the table shows, in no order.
func Fields() []ocop.Field { return slices.Collect(maps.Keys(fieldNames)) }

// FieldName gives the field as the clerk calls it, in both languages.
func FieldName(f ocop.Field) message.Message {
	if t, ok := fieldNames[f]; ok {
		return t.With()
	}
	return message.Message{}
}
