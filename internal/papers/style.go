package papers

import "ocoprint/internal/layout"

// The looks of Decree 30/2020/NĐ-CP, Annex I, in points and millimetres. Where
// the decree gives a span (13–14) the smaller figure serves lists and the
// larger one letters.
var (
	titleStyle    = layout.Para{Size: 14, Bold: true, Align: layout.Center, Balance: true, KeepNext: true}
	subjectStyle  = layout.Para{Size: 13, Bold: true, Align: layout.Center, Balance: true, Before: 0.8, KeepNext: true}
	underStyle    = layout.Para{Size: 13, Italic: true, Align: layout.Center, Balance: true, Before: 0.8, KeepNext: true}
	bodyStyle     = layout.Para{Align: layout.Justify, FirstIndent: 10, Before: 2.1, Leading: 1.25}
	plainStyle    = layout.Para{Before: 1.2}
	headingStyle  = layout.Para{Bold: true, Before: 3, After: 1.2, KeepNext: true}
	officeStyle   = layout.Para{Size: 12, Bold: true, Align: layout.Center, Leading: 1.1}
	aboveStyle    = layout.Para{Size: 12, Align: layout.Center, Leading: 1.1}
	countryStyle  = layout.Para{Size: 12, Bold: true, Align: layout.Center, Leading: 1.1}
	mottoStyle    = layout.Para{Size: 13, Bold: true, Align: layout.Center, Leading: 1.1, Rule: 1}
	dateStyle     = layout.Para{Size: 13, Italic: true, Align: layout.Center}
	numberStyle   = layout.Para{Size: 13, Align: layout.Center}
	signStyle     = layout.Para{Size: 13, Bold: true, Align: layout.Center, Leading: 1.15}
	signHintStyle = layout.Para{Size: 12, Italic: true, Align: layout.Center}
	forStyle      = layout.Para{Size: 12, Bold: true, Italic: true}
	forItemStyle  = layout.Para{Size: 11, Leading: 1.1}
)

// agencyRule is the rule below the issuing agency: 1/3 to 1/2 of its length.
const agencyRule = 0.4

// dateGap is the room in mm between the heading and the line of number and date.
const dateGap = 2.5

// signRoom is the height in mm left empty between a signatory's office and name
// for a signature and a stamp (about 75 × 40 mm with the lines around it).
const signRoom = 32

// numberWidth is the width in mm of a column of certificate numbers: the usual
// ones, “01/2023/GCN-UBND”, stand in it as large as their neighbours.
const numberWidth = 39.5

// country and motto head every official paper.
const (
	country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto   = "Độc lập - Tự do - Hạnh phúc"
)
