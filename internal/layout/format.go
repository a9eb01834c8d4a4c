package layout

// The structs of this file are the format ocop-layout/1. A tag names the field;
// "required" must be there; doc is what an editor shows. The JSON Schema in
// schema/ is made from them (go test -run Schema -update), so that loader and
// schema cannot part.

// SchemaID is what "schema" must say.
const SchemaID = "ocop-layout/1"

type fileFormat struct {
	Editor     string              `layout:"$schema" doc:"Đường dẫn tới JSON Schema, cho trình soạn thảo."`
	Schema     word                `layout:"schema,required" doc:"Luôn là ocop-layout/1."`
	ID         word                `layout:"id,required" doc:"Tên mẫu: chữ thường không dấu, số và dấu gạch nối."`
	Title      string              `layout:"title,required" doc:"Tên mẫu cho người đọc."`
	Version    int                 `layout:"version,required" doc:"Phiên bản của mẫu, từ 1; mỗi lần sửa tăng 1."`
	Note       string              `layout:"note" doc:"Ghi chú, không in."`
	Page       pageFormat          `layout:"page,required" doc:"Khổ giấy sau khi xén, mm."`
	Background *backgroundFormat   `layout:"background" doc:"Nền của bản số và bản quét phôi để canh."`
	Fonts      named[familyFormat] `layout:"fonts" doc:"Các bộ phông, theo tên."`
	Colors     named[colorFormat]  `layout:"colors" doc:"Các màu, theo tên; đã có sẵn den và trang."`
	Ask        []askFormat         `layout:"ask" doc:"Những điều hỏi người dùng một lần cho cả đợt in; đọc bằng {ask.tên}."`
	Values     []word              `layout:"values" doc:"Tên giá trị riêng của mẫu này, ngoài các tên của giấy chứng nhận."`
	Boxes      []*boxFormat        `layout:"boxes,required" doc:"Các hộp, vẽ theo thứ tự."`
	Checks     checksFormat        `layout:"checks" doc:"Mức của từng phép kiểm: error, warning hoặc off."`
}

type pageFormat struct {
	W     float64 `layout:"w,required" doc:"Chiều ngang, mm."`
	H     float64 `layout:"h,required" doc:"Chiều cao, mm."`
	Bleed float64 `layout:"bleed" doc:"Phần tràn lề mỗi phía, mm."`
	Safe  float64 `layout:"safe" doc:"Khoảng an toàn tính từ mép xén, mm."`
}

type backgroundFormat struct {
	Digital *pictureFormat `layout:"digital" doc:"Nền in kèm ở bản số."`
	Guide   *pictureFormat `layout:"guide" doc:"Bản quét phôi, chỉ hiện ở bản canh thử."`
}

type pictureFormat struct {
	File    word    `layout:"file,required" doc:"Tên tệp cạnh layout.json."`
	Opacity float64 `layout:"opacity" doc:"Độ đậm từ 0 đến 1."`
}

type familyFormat struct {
	Regular    word `layout:"regular,required" doc:"Tệp phông chữ đứng."`
	Bold       word `layout:"bold" doc:"Tệp phông chữ đậm."`
	Italic     word `layout:"italic" doc:"Tệp phông chữ nghiêng."`
	BoldItalic word `layout:"bold_italic" doc:"Tệp phông chữ đậm nghiêng."`
}

type colorFormat struct {
	C   float64 `layout:"c" doc:"Xanh lơ, 0–100."`
	M   float64 `layout:"m" doc:"Hồng sẫm, 0–100."`
	Y   float64 `layout:"y" doc:"Vàng, 0–100."`
	K   float64 `layout:"k" doc:"Đen, 0–100."`
	RGB word    `layout:"rgb" doc:"Màu màn hình #rrggbb, thay cho c m y k."`
}

type askFormat struct {
	Name     word   `layout:"name,required" doc:"Tên: chữ thường không dấu, số, gạch dưới."`
	Label    string `layout:"label,required" doc:"Câu hỏi cho người dùng."`
	Required bool   `layout:"required" doc:"Bắt buộc trả lời."`
	Default  string `layout:"default" doc:"Trả lời sẵn."`
}

type checksFormat struct {
	Overlap       checkLevel `layout:"overlap" doc:"Hai hộp đè lên nhau."`
	OutsideSafe   checkLevel `layout:"outside_safe" doc:"Ra ngoài khoảng an toàn."`
	MissingGlyph  checkLevel `layout:"missing_glyph" doc:"Phông thiếu chữ."`
	EmptyRequired checkLevel `layout:"empty_required" doc:"Hộp bắt buộc bị trống."`
	ImageDPI      checkLevel `layout:"image_dpi" doc:"Ảnh không đủ nét."`
	QR            checkLevel `layout:"qr" doc:"Mã QR quá dày hoặc quá nhỏ."`
	RichBlack     checkLevel `layout:"rich_black" doc:"Chữ đen pha nhiều mực."`
}

// boxFormat is what every box has; the part for its type hangs on kind.
type boxFormat struct {
	ID         word       `layout:"id,required" doc:"Tên hộp, duy nhất trong mẫu."`
	Type       boxType    `layout:"type,required" doc:"Loại hộp."`
	X          float64    `layout:"x,required" doc:"Vị trí ngang của điểm neo, mm."`
	Y          float64    `layout:"y,required" doc:"Vị trí dọc của điểm neo, mm."`
	W          float64    `layout:"w,required" doc:"Chiều ngang trên trang, mm."`
	H          float64    `layout:"h,required" doc:"Chiều cao trên trang, mm."`
	Anchor     anchorName `layout:"anchor" doc:"Điểm của hộp nằm ở x, y."`
	Rotate     int        `layout:"rotate" doc:"Xoay nội dung theo chiều kim đồng hồ: 0, 90, 180, 270."`
	Side       sideName   `layout:"side" doc:"Mặt giấy."`
	ShowIf     word       `layout:"show_if" doc:"Chỉ vẽ khi biểu thức đúng, ví dụ: stars >= 3 and not copy."`
	Layer      layerName  `layout:"layer" doc:"all: mọi bản; digital: chỉ bản số; print: chỉ khi in lên phôi và bản canh."`
	Required   bool       `layout:"required" doc:"Trống là lỗi."`
	MayOverlap []word     `layout:"may_overlap" doc:"Tên các hộp được phép đè lên."`
	Note       string     `layout:"note" doc:"Ghi chú, không in."`

	kind boxKind
	cond condition // show_if, may be nil
	memo memo      // texts already set
	node *jsonNode
	at   int // byte offset in the file
	area Box4
}

// boxKind is the part of a box that belongs to its type.
type boxKind interface {
	// compile resolves names and checks ranges once, at loading.
	compile(l *loader, b *boxFormat)
	// reads lists the value names it reads.
	reads() []string
	// draw gives the marks of the box in its own frame: its top left is 0, 0
	// and text reads from left to right, whatever the rotation.
	draw(r *renderer, w, h float64) []Mark
}

// textLook is what every box that sets text has.
type textLook struct {
	Font      word       `layout:"font,required" doc:"Tên bộ phông trong fonts."`
	Style     styleName  `layout:"style" doc:"Kiểu chữ."`
	Size      float64    `layout:"size,required" doc:"Cỡ chữ, pt."`
	Color     word       `layout:"color" doc:"Tên màu; mặc định den (chỉ mực đen)."`
	Case      caseName   `layout:"case" doc:"upper: đổi thành chữ in hoa; lower: chữ thường."`
	CharSpace float64    `layout:"char_space" doc:"Giãn giữa các chữ, pt."`
	Align     alignName  `layout:"align" doc:"Canh ngang."`
	VAlign    valignName `layout:"valign" doc:"Canh dọc; baseline: chân dòng cuối ở đáy hộp."`

	regular, bold string // faces
	ink           Color
}

type textBox struct {
	Text          word `layout:"text,required" doc:"Nội dung, với {giá.trị|bộ lọc} và **chữ đậm**."`
	textLook      `layout:",inline"`
	MinSize       float64    `layout:"min_size" doc:"Cỡ chữ nhỏ nhất, pt."`
	Step          float64    `layout:"step" doc:"Bước giảm cỡ chữ, pt."`
	Leading       float64    `layout:"leading" doc:"Khoảng cách dòng, lần cỡ chữ."`
	MaxLines      int        `layout:"max_lines" doc:"Số dòng nhiều nhất."`
	KeepOneLineTo float64    `layout:"keep_one_line_to" doc:"Giữ một dòng chừng nào cỡ chữ còn từ mức này, pt."`
	Overflow      []overflow `layout:"overflow" doc:"Khi không vừa, theo thứ tự: shrink, wrap, error."`
	Fit           *fitFormat `layout:"fit" doc:"Cỡ chữ đều cả đợt in."`
	Optical       *bool      `layout:"optical" doc:"Canh giữa theo mắt nhìn (mặc định có)."`

	said phrase
	spec fitSpec // but for the room
}

type fitFormat struct {
	Uniform bool    `layout:"uniform" doc:"Mọi dòng của đợt in dùng chung một cỡ chữ."`
	Floor   float64 `layout:"floor" doc:"Không hạ cỡ chung dưới mức này, pt; tên nào dài hơn nữa thì tự nhỏ lại một mình."`
}

type imageBox struct {
	File   word       `layout:"file,required" doc:"Tên tệp ảnh, hoặc {giá.trị}."`
	Fit    imageFit   `layout:"fit" doc:"contain: thấy cả ảnh; cover: phủ kín hộp."`
	MinDPI float64    `layout:"min_dpi" doc:"Độ nét tối thiểu khi in."`
	Align  alignName  `layout:"align" doc:"Canh ngang khi ảnh không lấp kín hộp."`
	VAlign valignName `layout:"valign" doc:"Canh dọc khi ảnh không lấp kín hộp."`

	said phrase
}

type starsBox struct {
	Count  word      `layout:"count,required" doc:"Số sao, thường là {stars}."`
	Of     int       `layout:"of" doc:"Vẽ đủ chừng này ngôi, phần còn lại để rỗng; 0: chỉ vẽ số đạt."`
	Fill   word      `layout:"fill" doc:"Màu sao."`
	Stroke word      `layout:"stroke" doc:"Màu viền sao."`
	Empty  word      `layout:"empty" doc:"Màu viền sao rỗng."`
	Width  float64   `layout:"width" doc:"Nét viền, mm."`
	Gap    float64   `layout:"gap" doc:"Khoảng cách hai sao, lần chiều rộng một sao."`
	Waist  float64   `layout:"waist" doc:"Bán kính trong trên bán kính ngoài; 0,382 là sao năm cánh đều."`
	Facets bool      `layout:"facets" doc:"Chia mỗi cánh hai mảng sáng tối."`
	Shade  word      `layout:"shade" doc:"Màu mảng tối của sao có mặt."`
	Arc    float64   `layout:"arc" doc:"Độ vồng của hàng sao, mm; số dương: giữa cao hơn."`
	Align  alignName `layout:"align" doc:"Canh ngang."`

	said                       phrase
	fill, stroke, empty, shade Color
}

type qrBox struct {
	Text      word    `layout:"text,required" doc:"Nội dung mã, thường là {verify.url}."`
	MinModule float64 `layout:"min_module" doc:"Cạnh ô nhỏ nhất, mm."`
	Paper     word    `layout:"paper" doc:"Màu lót dưới mã; mặc định không lót."`

	said  phrase
	paper Color
}

type lineBox struct {
	Color word      `layout:"color" doc:"Tên màu."`
	Width float64   `layout:"width" doc:"Nét, mm."`
	Dash  []float64 `layout:"dash" doc:"Nét đứt: dài, hở, …, mm."`
	Round bool      `layout:"round" doc:"Đầu nét tròn."`

	ink Color
}

type rectBox struct {
	Fill   word    `layout:"fill" doc:"Màu nền."`
	Stroke word    `layout:"stroke" doc:"Màu viền."`
	Width  float64 `layout:"width" doc:"Nét viền, mm."`
	Radius float64 `layout:"radius" doc:"Bo góc, mm."`
	Clear  bool    `layout:"clear" doc:"Vùng để trống (chữ ký, con dấu): chữ, ảnh, mã vào đây là lỗi đè."`

	fill, stroke Color
}

type tableBox struct {
	Each     word           `layout:"each,required" doc:"Tên danh sách trong dữ liệu."`
	Columns  []columnFormat `layout:"columns,required" doc:"Các cột."`
	textLook `layout:",inline"`
	MinSize  float64 `layout:"min_size" doc:"Cỡ chữ nhỏ nhất, pt."`
	RowH     float64 `layout:"row_h" doc:"Chiều cao một dòng, mm; 0: theo cỡ chữ."`
	Head     bool    `layout:"head" doc:"Có dòng tiêu đề."`
	Stroke   word    `layout:"stroke" doc:"Màu đường kẻ; để trống là không kẻ."`
	Width    float64 `layout:"width" doc:"Nét kẻ, mm."`
	Pad      float64 `layout:"pad" doc:"Lề trong ô, mm."`

	stroke Color
}

type columnFormat struct {
	Title string    `layout:"title" doc:"Tiêu đề cột."`
	Text  word      `layout:"text,required" doc:"Nội dung ô, với {giá trị} của từng dòng."`
	W     float64   `layout:"w,required" doc:"Chiều rộng, mm."`
	Align alignName `layout:"align" doc:"Canh ngang."`

	said phrase
}

type counterBox struct {
	Start    int  `layout:"start" doc:"Số của trang đầu."`
	Step     int  `layout:"step" doc:"Mỗi trang thêm bao nhiêu."`
	Digits   int  `layout:"digits" doc:"Số chữ số, thêm 0 ở đầu."`
	Prefix   word `layout:"prefix" doc:"Chữ đứng trước."`
	Suffix   word `layout:"suffix" doc:"Chữ đứng sau."`
	textLook `layout:",inline"`

	before, after phrase
}

type ornamentBox struct {
	Kind   ornamentName   `layout:"kind,required" doc:"Loại hoa văn."`
	Colors []word         `layout:"colors" doc:"Các màu, theo thứ tự của loại hoa văn."`
	Params named[float64] `layout:"params" doc:"Các số đo của loại hoa văn."`

	colors []Color
	params map[string]float64
	made   []Mark // in the box's own frame
}

// newKind gives the part for a type with its defaults.
func newKind(t boxType) boxKind {
	look := textLook{Style: "regular", Case: "none", Align: "left", VAlign: "top"}
	switch t {
	case "text":
		return &textBox{textLook: look, Step: 0.5, Leading: 1.2, MaxLines: 1}
	case "image":
		return &imageBox{Fit: "contain", MinDPI: 200, Align: "center", VAlign: "middle"}
	case "stars":
		return &starsBox{Gap: 0.25, Waist: 0.4, Width: 0.2, Align: "center"}
	case "qr":
		return &qrBox{MinModule: 0.42}
	case "line":
		return &lineBox{Width: 0.25}
	case "rect":
		return &rectBox{Width: 0.25}
	case "table":
		return &tableBox{textLook: look, Width: 0.2, Pad: 1, Head: true}
	case "counter":
		return &counterBox{textLook: look, Start: 1, Step: 1, Digits: 1}
	case "ornament":
		return &ornamentBox{}
	}
	return nil
}
