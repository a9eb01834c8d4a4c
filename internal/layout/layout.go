// Package layout puts marks on pages, in millimetres. It knows no PDF: rooms
// above draw the marks (pdf, preview) or say what is on a paper (papers).
//
// It promises four things:
//
//   - the width of a text here is the width that gopdf draws (Faces.Measure);
//   - a page that would be bad is refused by name before paper is touched
//     (Template.Check, Problem): text that does not fit, a letter that the font
//     lacks, boxes that overlap, a QR code too fine for the printer;
//   - Vietnamese text is broken and sized together by least cost and never
//     leaves a single syllable alone on a line (fit.go, breaks.go);
//   - the same input gives the same marks, in the same order (Listing), and a
//     hostile file costs bounded time and ends in a sentence.
//
// Where to begin: a certificate comes from a template file: LoadTemplate, then
// Template.Plan and Template.Check for the batch, then Template.Render for each
// row. A list of several pages comes from NewFlow: paragraphs, tables,
// signature blocks, and Pages at the end. mark.go holds the closed set of marks.
//
// Units: positions and lengths are millimetres with the origin at the top left
// of the trimmed page, y downwards; type sizes and CharSpace are points; line
// widths are millimetres.
//
// # The format ocop-layout/1
//
// A layout is one strict JSON file: a field that is not known, a name that does
// not exist or a number out of range is refused with line, column and near
// names. The fields stand in format.go; the JSON Schema made from them (Schema)
// lets an editor complete and check them. A whole layout:
//
//	{ "schema": "ocop-layout/1", "id": "nhan-nho", "title": "Nhãn nhỏ", "version": 1,
//	  "page": {"w": 105, "h": 74, "bleed": 0, "safe": 4},
//	  "fonts": {"than": {"regular": "LiberationSerif-Regular.ttf", "bold": "LiberationSerif-Bold.ttf"}},
//	  "colors": {"do": {"m": 100, "y": 90, "k": 10}},
//	  "ask": [{"name": "quay", "label": "Số quầy", "default": "01"}],
//	  "boxes": [
//	    {"id": "ten", "type": "text", "x": 6, "y": 8, "w": 93, "h": 22, "text": "{product.name}",
//	     "font": "than", "style": "bold", "size": 20, "min_size": 10, "max_lines": 3,
//	     "align": "center", "valign": "middle", "color": "do", "required": true},
//	    {"id": "quay", "type": "text", "x": 6, "y": 60, "w": 60, "h": 8, "font": "than", "size": 12,
//	     "text": "Quầy **{ask.quay}**, đến hết {valid.last|date:\"ngày D tháng M\"}"},
//	    {"id": "sao", "type": "stars", "x": 20, "y": 34, "w": 65, "h": 12, "count": "{stars}", "fill": "do",
//	     "show_if": "stars >= 3 and not copy"} ] }
//
// Boxes are text, image, stars, qr, line, rect, table, counter and ornament.
// x, y is where the anchor (nine of them) stands; w, h is what the box covers on
// the page, also when its content is turned by 90, 180 or 270 degrees. Boxes
// that read nothing and have no show_if are painted first and shared by all
// pages; the others follow in the order of the file.
//
// Texts read values as {name} and {name|filter}. Filters: upper, lower, trim,
// nbsp, words (3 → ba), number (67,5; number:"00" → 08; number:"0,0"),
// default:"…", and date:"…" with d dd m mm yy yyyy, D and M as Decree
// 30/2020/NĐ-CP writes them, or date:"long". {{ and }} are braces, \* a star.
// Vocabulary lists the names; a layout's own names stand in "values" or "ask".
// A condition joins comparisons (= != < <= > >=) with and, or, not and
// parentheses; nothing loops or calls.
//
// One layout gives three outputs. "layer" says where a box belongs: all, the
// digital file only, or print on stock and its proof only. Overprint moves every
// mark by the printer's Calibration; a proof adds the scan of the blank, box
// outlines and rulers.
//
// A text that does not fit its box shrinks from size to min_size and wraps up to
// max_lines as far as "overflow" allows, whichever costs least; it is never cut.
// keep_one_line_to keeps one line as long as the size stays at or above it.
// fit.uniform gives all rows of a batch the same size, but for rows that would
// need less than fit.floor.
package layout

// MM is the length of one point in millimetres.
const MM = 25.4 / 72

// Dot is one dot of a 600-dpi printer in millimetres.
const Dot = 25.4 / 600
