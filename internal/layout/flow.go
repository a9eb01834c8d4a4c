package layout

// PageSetup is the sheet of a flow, in mm. Begin with Decree30 or
// Decree30Landscape and change what differs.
type PageSetup struct {
	W, H                     float64
	Top, Bottom, Left, Right float64 // margins
	Family                   Family  // faces of the body
	Size                     float64 // pt of the body
	Leading                  float64 // line distance as a multiple of Size
	Numbers                  Numbers // page numbers
	NumberSize               float64 // pt
	TotalPages               bool    // prints "x/y" instead of "x"
	Notice                   string  // drawn small at the foot of every page, for example MẪU – KHÔNG CÓ GIÁ TRỊ
	Footer                   string  // drawn small under it, for example the batch and its checkpoint
	Bookmark                 string  // outline entry of the first page
}

// Family is the four faces of one letter, by key in Faces.
type Family struct{ Regular, Bold, Italic, BoldItalic string }

// Serif is Liberation Serif, which has the measure of Times New Roman.
var Serif = Family{"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf"}

// Numbers says where page numbers stand.
type Numbers string

// TopCentred is Decree 30/2020: centred in the top margin, none on page 1.
// FootRight is “Trang x” at the right of the bottom margin of every page, page 1
// among them, of a paper that has several: for slips, which come apart.
const (
	NoNumbers  Numbers = ""
	TopCentred Numbers = "top-centre"
	FootRight  Numbers = "foot-right"
)

// Decree30 is A4 portrait by Decree 30/2020/NĐ-CP: margins 20, 20, left 30,
// right 15 mm; 13 pt; page numbers in the top margin from page 2.
func Decree30() PageSetup {
	return PageSetup{W: 210, H: 297, Top: 20, Bottom: 20, Left: 30, Right: 15,
		Family: Serif, Size: 13, Leading: 1.2, Numbers: TopCentred, NumberSize: 13}
}

// Decree30Landscape is the same sheet turned, as annexes with wide tables are.
func Decree30Landscape() PageSetup {
	p := Decree30()
	p.W, p.H = p.H, p.W
	p.Left, p.Right = 20, 15
	return p
}

// Align is the position of lines between their left and right edge.
type Align string

// Alignments. The zero value is left.
const (
	Left    Align = ""
	Center  Align = "center"
	Right   Align = "right"
	Justify Align = "justify"
)

// VAlign is the position of lines between top and bottom of a cell or box.
type VAlign string

// Vertical alignments. The zero value is the middle.
const (
	Middle VAlign = ""
	Top    VAlign = "top"
	Bottom VAlign = "bottom"
)

// Para is the look of a paragraph. The zero value is upright body text, left.
type Para struct {
	Size         float64 // pt; 0: PageSetup.Size
	Bold, Italic bool
	Align        Align
	Color        Color   // zero: black
	FirstIndent  float64 // mm of the first line
	Indent       float64 // mm of all lines, from the left
	IndentRight  float64 // mm
	Before       float64 // mm above (not at the top of a page)
	After        float64 // mm below
	Leading      float64 // multiple of Size; 0: PageSetup.Leading
	Rule         float64 // share of the last line's width drawn as a rule below, centred: 1 for Tiêu ngữ, 0.4 for an agency
	KeepNext     bool    // stays on the page of what follows
	Balance      bool    // even lines by least cost (titles), instead of filled ones
}

// Column is one block beside others: its share of the text width and its
// paragraphs.
type Column struct {
	Width float64 // mm; 0: an equal share of what is left
	Lines []Styled
}

// Styled is one paragraph of a Column.
type Styled struct {
	Text string
	Para Para
	Gap  float64 // mm left empty above: room for a signature and a stamp
}
