package verify

// Code is the letter of an outcome, printed as the reason code.
type Code string

// The closed list of outcomes.
const (
	G Code = "G" // hợp lệ
	O Code = "O" // chữ ký đúng, chưa kiểm tra được thu hồi
	E Code = "E" // hết hiệu lực
	P Code = "P" // chưa có hiệu lực
	S Code = "S" // đã thay thế
	R Code = "R" // đã thu hồi, tạm đình chỉ, phôi báo mất
	X Code = "X" // không có trong sổ cấp
	C Code = "C" // khóa ký bị lộ
	K Code = "K" // không rõ nơi ký
	A Code = "A" // mã bị sửa hoặc giả
	V Code = "V" // mã mới hơn
	F Code = "F" // mã bị cắt
	U Code = "U" // không đọc được mã
	N Code = "N" // không phải mã của giấy chứng nhận
)
