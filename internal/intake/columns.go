package intake

import "ocoprint/internal/ocop"

// Fields that only the finder of tables knows: they are looked at or passed
// over, and are no part of a result.
const (
	fieldOutcome    ocop.Field = "outcome"     // Đạt / Không đạt
	fieldOtherStars ocop.Field = "other_stars" // old, registered, proposed, self-scored ranks
	fieldOtherScore ocop.Field = "other_score" // maximum, members of the council, self-scored
	fieldTick       ocop.Field = "tick"        // "3 sao" with an x in it
	fieldFail       ocop.Field = "tick_fail"   // "Không đạt" beside ticks
	fieldPerson     ocop.Field = "person"      // họ và tên: a roster
	fieldTitle      ocop.Field = "title"       // chức vụ
	fieldSign       ocop.Field = "sign"        // ký nhận
)

// synonyms are the headings that offices use, by field. A new column is a line
// here and a line in fill (rows.go).
var synonyms = []struct {
	field ocop.Field
	names string
}{
	{ocop.FieldNo, "STT; TT; Số TT; Số thứ tự; S.T.T; T.T; No; #; Thứ tự; Nr; Index"},
	{ocop.FieldProduct, "Tên sản phẩm; Sản phẩm; Tên SP; SP; Tên sản phẩm OCOP; Sản phẩm OCOP; Tên sản phẩm, dịch vụ; Tên sản phẩm được công nhận; Sản phẩm tham gia đánh giá; Tên hàng hóa; Sản phẩm đăng ký; Tên sản phẩm tham gia; Tên sản phẩm đánh giá; Tên gọi sản phẩm; Sản phẩm dịch vụ; Product; Product name; Name of product; Tên sản phẩm tham gia đánh giá phân hạng; Sản phẩm được công nhận; Tên sản phẩm đăng ký; Tên mặt hàng; OCOP product"},
	{ocop.FieldProducer, "Chủ thể; Tên chủ thể; Chủ thể OCOP; Chủ thể sản xuất; Chủ thể sản phẩm; Tên cơ sở; Cơ sở sản xuất; Đơn vị; Tên đơn vị; Tên tổ chức, cá nhân; Tổ chức, cá nhân; Đơn vị sản xuất; Nhà sản xuất; Tên HTX, DN, hộ kinh doanh; Tên doanh nghiệp, HTX, THT, hộ KD; Cơ sở; Chủ thể sản xuất, kinh doanh; Tên chủ thể sản xuất; Chủ thể kinh tế; Chủ sở hữu; Đơn vị chủ thể; Chủ thể tham gia; Tên tổ chức; Producer; Owner; Producer name; Company; Entity; Chủ thể thực hiện; Doanh nghiệp, HTX; Đơn vị, cá nhân; Tên chủ thể OCOP; Chủ cơ sở sản xuất; Manufacturer; Subject; Tên công ty, HTX; Chủ sản phẩm; Đơn vị tham gia; Đơn vị sản xuất, kinh doanh; Cơ sở sản xuất, kinh doanh; Thông tin chủ thể; HTX; Tên HTX; Doanh nghiệp; Tên doanh nghiệp; Hộ kinh doanh; Cơ sở, hộ sản xuất; HTX, DN, HKD; Tên HTX, doanh nghiệp; Hộ sản xuất; Đơn vị/Hộ kinh doanh; Chủ thể (HTX, DN, HKD)"},
	{ocop.FieldProducerKind, "Loại hình; Loại hình chủ thể; Loại hình tổ chức; Hình thức tổ chức; Loại hình SXKD; Thành phần kinh tế; Loại chủ thể; Loại hình kinh tế; Loại hình doanh nghiệp"},
	{ocop.FieldAddress, "Địa chỉ; Địa chỉ chủ thể; Địa chỉ sản xuất; Địa chỉ cơ sở; Nơi sản xuất; Địa điểm; Địa điểm sản xuất; Trụ sở; Bản, tổ dân phố; Thôn, bản; Address; Địa chỉ liên hệ; Địa chỉ của chủ thể; Nơi ở; Trụ sở chính; Địa chỉ cơ sở sản xuất; Bản; Thôn; Tổ dân phố"},
	{ocop.FieldCommune, "Xã, phường; Xã phường thị trấn; Tên xã; Địa phương; Địa bàn; Đơn vị hành chính; UBND xã; Xã; Phường; Phường, xã; Địa chỉ (xã, phường); Tên xã, phường; UBND xã, phường; Xã, thị trấn; Commune; Ward; Commune/Ward; Location; Thuộc xã; Thuộc xã, phường; Cấp xã; Địa bàn xã, phường; Địa chỉ xã, phường; Xã/P; Xã, P"},
	{ocop.FieldDistrict, "Huyện; Huyện, TP; Huyện, thành phố; Huyện, thị xã, thành phố; Cấp huyện; Huyện, thị; District; Huyện thị; Tỉnh; Tỉnh, thành phố; Province"},
	{ocop.FieldScore, "Điểm; Tổng điểm; Điểm TB; Điểm trung bình; Điểm đánh giá; Số điểm; Kết quả chấm điểm; Điểm Hội đồng; Điểm bình quân; Tổng điểm trung bình; Điểm đạt; Điểm TB HĐ; TB; Điểm số; Điểm trung bình của Hội đồng; Điểm kết luận; Tổng số điểm; Score; Points; Total score; Average score; Mark; Điểm đạt được; Tổng điểm đạt; Điểm phân hạng; Điểm trung bình cộng; Tổng điểm đánh giá; Điểm TBC; Kết quả điểm; Điểm chấm; Điểm cuối cùng; Tổng cộng điểm; Điểm HĐ; Tổng cộng; Điểm thống nhất; Average; Total; Điểm TB hội đồng; Trung bình; Bình quân; ĐTB; Đ.TB"},
	{ocop.FieldPartA, "Phần A; Điểm phần A; A; Nhóm A; PA; Sản phẩm và sức mạnh cộng đồng; Sức mạnh cộng đồng; Part A; Điểm A"},
	{ocop.FieldPartB, "Phần B; Điểm phần B; B; Nhóm B; PB; Khả năng tiếp thị; Tiếp thị; Part B; Điểm B"},
	{ocop.FieldPartC, "Phần C; Điểm phần C; C; Nhóm C; PC; Chất lượng sản phẩm; Chất lượng; Part C; Điểm C"},
	{ocop.FieldStars, "Hạng sao; Hạng; Xếp hạng; Phân hạng; Kết quả phân hạng; Kết quả xếp hạng; Số sao; Hạng sao đạt; Đạt hạng; Xếp hạng sao; Hạng OCOP; Cấp sao; Kết quả; Sao; Hạng đạt; Hạng đạt được; Hạng sao đạt được; Xếp loại; Phân hạng sao; Kết quả phân hạng sao; Hạng sản phẩm; Hạng sao OCOP; Kết quả đánh giá; Kết quả đánh giá, phân hạng; Kết quả công nhận; Hạng sao công nhận; Hạng sao được công nhận; Đạt sao; Stars; Star; Rating; Rank; Star rating; Star rank; Đạt chuẩn; Đánh giá phân hạng; Hạng công nhận; Đạt; Kết quả hạng sao; Xếp hạng OCOP; Thứ hạng sao; Hạng sao sản phẩm; Kết quả (hạng sao); Đạt hạng sao; Mức sao; Hạng mức sao; OCOP"},
	{ocop.FieldRound, "Đợt; Đợt đánh giá; Đợt công nhận; Lần; Kỳ; Đợt, năm; Đợt cấp; Round; Đợt xét; Đợt số; Kỳ đánh giá; Đợt năm; Đợt đánh giá, phân hạng; Đợt thi; Lượt; Đợt xếp hạng; Đợt phân hạng; Lần đánh giá; Lần công nhận"},
	{ocop.FieldYear, "Năm; Năm công nhận; Năm đánh giá; Năm cấp; Năm được công nhận; Năm đạt; Thời gian công nhận; Năm cấp GCN; Year; Năm xếp hạng; Năm phân hạng"},
	{ocop.FieldGroup, "Nhóm sản phẩm; Nhóm; Bộ sản phẩm; Ngành; Ngành hàng; Nhóm ngành; Phân nhóm; Lĩnh vực; Nhóm, phân nhóm; Loại sản phẩm; Nhóm SP; Ngành, nhóm; Group; Category; Nhóm ngành hàng; Phân loại; Ngành sản phẩm; Thuộc nhóm"},
	{ocop.FieldEvaluation, "Đánh giá lần đầu, đánh giá lại; Hình thức đánh giá; Loại đánh giá; Mới, lại; Đánh giá mới; Công nhận mới, công nhận lại; Nâng hạng; Tình trạng; Lần đánh giá; Hình thức; Hình thức công nhận; Đánh giá lại; Hình thức xét"},
	{ocop.FieldDecision, "Quyết định; Số quyết định; QĐ công nhận; Quyết định công nhận; Số, ngày QĐ; Số QĐ phê duyệt; Quyết định số; Căn cứ; Số, ngày quyết định; Số QĐ; QĐ; QĐ số; Decision; Quyết định phê duyệt; Số quyết định công nhận; Số QĐ công nhận; Số, ngày tháng quyết định"},
	{ocop.FieldDecisionDate, "Ngày QĐ; Ngày quyết định; Ngày ký; Ngày ký QĐ; Ngày ban hành; Ngày công nhận; Ngày tháng QĐ; Decision date; Ngày ký quyết định; Ngày, tháng quyết định; Ngày quyết định công nhận; Ngày, tháng, năm; Date; Ngày ban hành QĐ; Ngày tháng năm"},
	{ocop.FieldCertNo, "Số GCN; Số giấy chứng nhận; Giấy chứng nhận số; Mã số GCN; Số hiệu; Số vào sổ; Số vào sổ cấp GCN; Số chứng nhận; Mã GCN; Giấy chứng nhận; Số giấy CN"},
	{ocop.FieldIssueDate, "Ngày cấp; Ngày cấp GCN; Thời gian cấp; Ngày hiệu lực; Ngày cấp giấy chứng nhận; Ngày cấp giấy"},
	{ocop.FieldExpiry, "Ngày hết hạn; Hết hạn; Hết hiệu lực; Thời hạn; Có giá trị đến; Hiệu lực đến; Thời gian hết hạn; Hạn đến; Thời hạn GCN; Ngày hết hiệu lực; Thời hạn hiệu lực; Expiry"},
	{ocop.FieldPhone, "Điện thoại; Số điện thoại; SĐT; ĐT; Số ĐT; Liên hệ; Điện thoại liên hệ; Di động; Số máy; Tel; Hotline; Phone; Số điện thoại liên hệ; Thông tin liên hệ"},
	{ocop.FieldRepresentative, "Người đại diện; Đại diện; Họ tên người đại diện; Đại diện pháp luật; Người đứng đầu; Giám đốc; Chủ hộ; Chủ cơ sở; Chủ nhiệm, Giám đốc HTX; Người liên hệ; Đại diện chủ thể; Người đại diện theo pháp luật; Họ và tên chủ hộ; Representative; Họ tên đại diện; Họ và tên người đại diện"},
	{ocop.FieldTaxID, "MST; Mã số thuế; Mã số DN; Số ĐKKD; Giấy ĐKKD; Mã số HTX; CCCD; Số CCCD, CMND; Mã số doanh nghiệp; Giấy phép kinh doanh"},
	{ocop.FieldProductCode, "Mã sản phẩm; Mã SP; Mã OCOP; Mã hồ sơ; Mã số sản phẩm; Mã truy xuất; Mã QR; Mã vạch; Mã số; Code; Mã"},
	{ocop.FieldPack, "Quy cách; Quy cách đóng gói; Đóng gói; Khối lượng; Trọng lượng; Dung tích; Bao bì; Quy cách, bao bì"},
	{ocop.FieldUnit, "ĐVT; Đơn vị tính; Unit; Đ.V.T"},
	{ocop.FieldQuantity, "Số lượng; SL; Số lượng yêu cầu; Số lượng tối thiểu; SL thực nhận; Số lượng trưng bày; Thực nhận; SL đăng ký; Số sản phẩm; Số lượng sản phẩm; Số SP; Tổng số sản phẩm; Sản lượng; Quantity; Số lượng SP; Tổng số SP; Giá bán; Doanh thu; Giá; Đơn giá; Số chủ thể; Số lượng chủ thể; Tổng số chủ thể"},
	{ocop.FieldBooth, "Vị trí; Gian; Gian hàng; Vị trí trưng bày; Khu; Bàn số; Ô; Kệ"},
	{ocop.FieldConsultant, "Đơn vị tư vấn; Tư vấn; Tổ chức tư vấn; Đơn vị hỗ trợ; Cán bộ tư vấn; Đơn vị tư vấn hồ sơ; Tư vấn hồ sơ; Người tư vấn"},
	{ocop.FieldNote, "Ghi chú; Chú thích; Ý kiến; Lưu ý; Nhận xét; Kết luận; Đề xuất; Kiến nghị; Khác; Note; Notes; Remark; Remarks; Ghi chú khác; Lý do; Mô tả; Mô tả sản phẩm; Câu chuyện sản phẩm; Hình ảnh; Ảnh; Website; Email; Thời điểm; Thời gian"},
	{fieldOutcome, "Kết quả; Kết luận; Kết quả đánh giá; Đạt, không đạt; Kết quả thẩm định; Đạt yêu cầu; Kết quả xét; Kết luận của Hội đồng; Kết luận Hội đồng; Đánh giá; Trạng thái; Result; Status"},
	{fieldOtherStars, "Hạng sao cũ; Hạng sao đăng ký; Đăng ký hạng sao; Hạng sao đề nghị; Đề nghị hạng sao; Hạng sao đề xuất; Hạng đăng ký; Hạng cũ; Hạng sao tự đánh giá; Tự đánh giá hạng sao; Hạng sao dự kiến; Hạng sao trước; Hạng sao năm trước; Hạng đề nghị; Đề nghị; Đề nghị công nhận; Đăng ký sao; Hạng sao lần trước; Hạng sao mục tiêu; Sao đăng ký; Sao cũ; Hạng sao đã công nhận; Đề nghị xếp hạng"},
	{fieldOtherScore, "Điểm tối đa; Điểm chuẩn; Thang điểm; Điểm tự chấm; Điểm tự đánh giá; Tự chấm điểm; Tự đánh giá; Cơ sở tự chấm; Điểm cơ sở; Điểm sơ bộ; Điểm tổ giúp việc; Điểm cấp xã; Điểm cũ; Thành viên; Điểm thành viên; Điểm thưởng; Điểm trừ; Chênh lệch; Điểm cao nhất; Điểm thấp nhất; Số phiếu; Điểm lần trước; Độ lệch; Điểm liệt"},
	{fieldPerson, "Họ và tên; Họ tên; Họ tên đại biểu; Họ và tên đại biểu; Tên đại biểu; Đại biểu; Full name; Khách mời; Họ, tên; Họ và tên khách mời"},
	{fieldTitle, "Chức vụ; Chức danh; Chức vụ, đơn vị; Position; Chức vụ, chức danh; Chức vụ, cơ quan"},
	{fieldSign, "Ký nhận; Ký tên; Chữ ký; Có mặt; Người nhận; Ký"},
}
