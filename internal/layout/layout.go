// Package layout puts marks on pages, in millimetres. It knows no PDF: rooms
// above draw the marks (pdf, preview) or say what is on a paper (papers).
//
// It promises four things:
//
//   - the width of a text here is the width that gopdf draws (Faces.Measure);
//   - a page that would be bad is refused by name before paper is touched
//     (Check, Problem): text that does not fit, a letter that the font lacks,
//     boxes that overlap, a QR code too fine for the printer;
//   - Vietnamese text is broken and sized by least cost and never leaves a
//     single syllable alone on a line (Fit);
//   - the same input gives the same marks, in the same order (Listing).
//
// Where to begin: a certificate comes from a template file: LoadTemplate, then
// Template.Check for the batch, then Template.Render for each row. A list of
// several pages comes from NewFlow: paragraphs, tables, signature blocks, and
// Pages at the end. mark.go holds the closed set of marks.
//
// Units: positions and lengths are millimetres with the origin at the top left
// of the trimmed page, y downwards; type sizes and CharSpace are points; line
// widths are millimetres.
package layout

// MM is the length of one point in millimetres.
const MM = 25.4 / 72

// Dot is one dot of a 600-dpi printer in millimetres.
const Dot = 25.4 / 600
