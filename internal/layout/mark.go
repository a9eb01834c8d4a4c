package layout

// Page is one side of one sheet.
type Page struct {
	W, H       float64     // trimmed size, mm
	Bleed      float64     // mm outside the trim on every side; marks may reach into it
	Rotate     int         // how a viewer turns the page: 0, 90, 180, 270 degrees clockwise
	Side       Side        // front or back of the sheet
	Label      string      // page label shown by viewers ("1", "ii"), may be empty
	Bookmark   string      // entry in the outline, may be empty
	Background *Background // drawn first, may be nil
	Marks      []Mark      // in painting order
	Static     int         // the first Static marks are the same objects on every page of this template and output
	StaticKey  string      // names that shared layer: equal keys mean equal background and static marks; empty when Static is 0
}

// Side is the face of a sheet.
type Side string

// The two sides. The zero value is the front.
const (
	Front Side = ""
	Back  Side = "back"
)

// Background is a picture or a normalised PDF page that covers the page, bleed
// included.
type Background struct {
	Name    string  // as the template names it; the caller maps it to bytes (by hash)
	Opacity float64 // 1 is opaque; the guide of a proof is fainter
	Guide   bool    // a scan of the blank behind a proof, never printed on stock
}

// Mark is one thing placed on a page: Text, Line, Rect, Path, Image or QR, all
// by value. The set is closed.
type Mark interface {
	// BoxID names the template box or the part of a flow that made the mark.
	BoxID() string
	// Bounds is the rectangle the mark covers on the page, mm.
	Bounds() Box4
	mark()
}

// Box4 is a rectangle on the page: left, top, width, height in mm.
type Box4 struct{ X, Y, W, H float64 }

// Text is one run of text on one line in one face.
type Text struct {
	Box         string
	X, Baseline float64 // where the run starts on its baseline, mm
	Face        string  // key in Faces: the font file, for example "LiberationSerif-Bold.ttf"
	Size        float64 // pt
	Color       Color   // the zero colour is drawn as black, K 100
	String      string  // NFC
	Rotate      int     // quarter turns clockwise about (X, Baseline): 0–3
	CharSpace   float64 // pt added after every letter (PDF Tc)
	WordSpace   float64 // mm added at every inner space of a justified line
	Width       float64 // mm from X to the end of the last letter, WordSpace included
	Invisible   bool    // carries text for search only; not painted
	ActualText  string  // what a copy or a search should yield when it differs from String
	Ascent      float64 // mm the letters reach above the baseline
	Descent     float64 // mm they reach below it, positive
}

// Line is a straight stroke.
type Line struct {
	Box            string
	X1, Y1, X2, Y2 float64
	Width          float64 // mm
	Color          Color
	Dash           []float64 // mm on, off, on, …; nil is solid
	Cap            Cap
}

// Rect is a rectangle, filled, stroked or both.
type Rect struct {
	Box          string
	X, Y, W, H   float64
	Radius       float64 // mm, of the corners
	Fill, Stroke Color   // the zero colour does not paint
	Width        float64 // mm, of the stroke
}

// Path is a vector drawing: one or more sub-paths painted at once.
type Path struct {
	Box          string
	Segs         []Seg
	Parts        []int // indexes into Segs, rising from 0, where figures begin that do not overlap and may be painted one by one; nil: all at once
	Fill, Stroke Color // the zero colour does not paint
	Width        float64
	EvenOdd      bool // fill rule; the default is non-zero winding
	Dash         []float64
	Cap          Cap
	Join         Join
}

// Seg is one step of a path, mm on the page. CubicTo uses all three points, MoveTo
// and LineTo only X, Y; Close uses none. BoxTo is a closed level rectangle by
// itself, from X1, Y1 to the opposite corner X, Y.
type Seg struct {
	Op             Op
	X1, Y1, X2, Y2 float64 // control points of CubicTo
	X, Y           float64 // end point
}

func boxSeg(b Box4) Seg { return Seg{Op: BoxTo, X1: b.X, Y1: b.Y, X: b.Right(), Y: b.Bottom()} }

// box gives the rectangle of a Box step.
func (s Seg) box() Box4 {
	x, y := min(s.X1, s.X), min(s.Y1, s.Y)
	return Box4{x, y, max(s.X1, s.X) - x, max(s.Y1, s.Y) - y}
}

// Op is the kind of a path step.
type Op byte

// The steps of a path.
const (
	MoveTo  Op = 'M'
	LineTo  Op = 'L'
	CubicTo Op = 'C'
	Close   Op = 'Z'
	BoxTo   Op = 'R'
)

// Cap is the end of a stroke (PDF J).
type Cap int

// Join is the corner of a stroke (PDF j).
type Join int

// Caps and joins by their PDF numbers.
const (
	ButtCap   Cap  = 0
	RoundCap  Cap  = 1
	SquareCap Cap  = 2
	MiterJoin Join = 0
	RoundJoin Join = 1
	BevelJoin Join = 2
)

// Image is a picture in exactly the rectangle X, Y, W, H: the fit (contain,
// cover) is already applied. Crop is the part of the source that shows, as
// fractions of its width and height; the zero Crop is the whole picture.
type Image struct {
	Box        string
	Name       string // as the template names it; the caller maps it to bytes
	X, Y, W, H float64
	Crop       Box4
	Rotate     int // quarter turns clockwise of the picture; X, Y, W, H are what it covers once turned
}

// QR is a code of N × N modules in a square of Size mm with Quiet modules of
// white on every side. A module is Size/(N+2·Quiet) mm, a whole number of
// 600-dpi dots. It is drawn as vectors, black on white.
type QR struct {
	Box     string
	X, Y    float64 // top left of the quiet zone
	Size    float64 // mm, quiet zone included
	Quiet   int     // modules, at least 4
	N       int
	Modules [][]bool // [row][column], true is black, without quiet zone
	Text    string   // what it says, for listings and for the text layer
}

func (m Text) BoxID() string  { return m.Box }
func (m Line) BoxID() string  { return m.Box }
func (m Rect) BoxID() string  { return m.Box }
func (m Path) BoxID() string  { return m.Box }
func (m Image) BoxID() string { return m.Box }
func (m QR) BoxID() string    { return m.Box }

func (Text) mark()  {}
func (Line) mark()  {}
func (Rect) mark()  {}
func (Path) mark()  {}
func (Image) mark() {}
func (QR) mark()    {}
