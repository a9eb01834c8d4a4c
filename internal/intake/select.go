package intake

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// Chosen is what a Selection takes of a Reading: len(Kept) + len(LeftOut) is
// the number of rows read.
type Chosen struct {
	Kept     []ocop.Result
	LeftOut  []ocop.LeftOut  // with the reason, in the file's order
	Round    ocop.Round      // the selection's round with the file's year
	Summary  message.Message // "Đọc 23 dòng: in 8 (3 sao, đợt 2); bỏ 15: 9 đợt 1, …"
	Findings []ocop.Finding  // questions of the whole selection: YEAR_UNKNOWN, YEAR_AMBIGUOUS
}

// Select takes the rows to print: ready, granted, of the wanted stars and
// round. Round 2 is round 2 of the year that the file states; when it states
// several, or none and the selection gives none, those rows are left out with
// a question. Stars 0 takes three to five, round 0 takes all rounds.
func Select(r *Reading, sel ocop.Selection) Chosen { return Chosen{} }
