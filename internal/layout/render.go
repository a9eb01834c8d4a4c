package layout

// Values are what a row says, by dotted name: "product.name". A value is a
// string (NFC), a number (int, float64), a bool or a date (time.Time, Day or
// anything with Date() (year, month, day)); a table box also reads a list,
// []Values.
type Values map[string]any

// Row is one row of a batch with its origin.
type Row struct {
	Values Values
	Place  Place
}

// Output is which of the three printings of one layout is wanted.
type Output string

// The outputs of a layout.
const (
	Digital   Output = "digital"   // white paper or a file: background drawn
	Overprint Output = "overprint" // pre-printed stock: no background, calibrated
	Proof     Output = "proof"     // scan of the blank behind, box outlines, rulers
)

// Calibration moves what is printed on pre-printed stock:
// x' = SX·x + K·y + DX, y' = SY·y − K·x + DY (mm). SX, SY of zero mean 1. A QR
// code is moved but never scaled.
type Calibration struct{ DX, DY, SX, SY, K float64 }

// QREncoder turns a text into modules without a quiet zone, [row][column],
// true is black. The caller wires it to the qr room.
type QREncoder func(text string) ([][]bool, error)

// Pictures tells the size in pixels of a picture that a template names.
type Pictures interface {
	// Size gives the width and height in pixels; ok is false when there is no
	// such picture.
	Size(name string) (w, h int, ok bool)
}

// Options say how to render. The zero value renders digitally with the
// embedded fonts.
type Options struct {
	Output      Output
	Calibration Calibration // used by Overprint
	Grid        bool        // draws a 10 mm grid, for worst-case proofs
	Faces       *Faces      // nil: DefaultFaces
	QR          QREncoder
	Pictures    Pictures
	Index       int    // number of the row in its batch from 0, for counter boxes
	Sizes       *Sizes // even sizes over a batch, from Template.Plan; nil: each row for itself
	Place       Place  // where the row came from, for problems
}
