package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

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

// Why a row is left out.
var (
	outRepeat    = message.Define("intake-out-repeat", "trùng dòng {row}", "the same as row {row}")
	outRound     = message.Define("intake-out-round", "{round}", "{round}")
	outStars     = message.Define("intake-out-stars", "{stars} sao", "{stars} stars")
	outProposed  = message.Define("intake-out-proposed", "đề nghị {stars} sao", "proposed for {stars} stars")
	outProposal  = message.Define("intake-out-proposal", "đề nghị, chưa công nhận", "proposed, not recognised")
	outNot       = message.Define("intake-out-not", "không đạt", "not certified")
	outHeld      = message.Define("intake-out-held", "giữ lại chờ sửa hoặc trả lời: {why}", "held until corrected or answered: {why}")
	outAnswer    = message.Define("intake-out-answer", "đã trả lời không tính dòng này", "answered: the row does not count")
	outYear      = message.Define("intake-out-year", "chưa rõ năm của đợt {round}", "the year of round {round} is not known")
	outSummary   = message.Define("intake-out-summary", "Đọc {read} dòng: in {kept} ({what}); bỏ {out}{why}.", "{read} {read|row|rows} read: {kept} to print ({what}); {out} left out{why}.")
	whatStars    = message.Define("intake-what", "{stars}, {round}", "{stars}, {round}")
	wordAllStars = message.Define("intake-all-stars", "3 đến 5 sao", "3 to 5 stars")
	wordStars    = message.Define("intake-n-stars", "{n} sao", "{n} stars")
	wordRound    = message.Define("intake-n-round", "đợt {n}", "round {n}")
	wordAllRound = message.Define("intake-all-rounds", "mọi đợt", "all rounds")
	wordRepeats  = message.Define("intake-word-repeats", "trùng", "repeated")
	wordHold     = message.Define("intake-word-hold", "giữ lại", "held")
	wordAnswered = message.Define("intake-word-answered", "bỏ theo trả lời", "left out by answer")
	wordYearless = message.Define("intake-word-yearless", "chưa rõ năm", "without a year")
)

// Select takes the rows to print: ready, granted, of the wanted stars and
// round. Round 2 is round 2 of the year that the file states; when it states
// several, or none and the selection gives none, those rows are left out with
// a question. Stars 0 takes three to five, round 0 takes all rounds.
func Select(r *Reading, sel ocop.Selection) Chosen {
	c := Chosen{Round: sel.Round}
	years := matchingYears(r, sel)
	asked := false
	switch {
	case sel.Round.Year != 0 || sel.Round.No == 0:
	case len(years) == 1 && years[0] != 0:
		c.Round.Year = years[0]
	case len(years) > 0:
		asked = true
		c.Findings = append(c.Findings, askYear(r, sel.Round.No, years))
	}
	tally, holds := &reasons{}, tableHolds(r)
	for i, row := range r.Results {
		why, short := leaveOut(r, i, c.Round, sel, asked, holds)
		if why.Text == nil {
			c.Kept = append(c.Kept, row)
			continue
		}
		c.LeftOut = append(c.LeftOut, ocop.LeftOut{Result: row, Reason: why})
		tally.add(short)
	}
	c.Summary = outSummary.With("read", len(r.Results), "kept", len(c.Kept), "out", len(c.LeftOut), "what", whatIs(sel), "why", tally)
	return c
}

// matchingYears lists the years of the rows that the selection could take,
// earliest first; 0 stands for rows without a year.
func matchingYears(r *Reading, sel ocop.Selection) (years []int) {
	for i, row := range r.Results {
		if _, repeats := r.Repeats[i]; repeats || row.Standing != ocop.Granted || row.Round.No != sel.Round.No || !wanted(row.Stars, sel.Stars) {
			continue
		}
		years = addInt(years, row.Round.Year)
	}
	slices.Sort(years)
	return years
}

func wanted(s, want ocop.Stars) bool { return s == want || want == 0 && s >= 3 }

func askYear(r *Reading, no int, years []int) ocop.Finding {
	k, blanks := yearUnknown, []any{}
	if years[len(years)-1] != 0 && len(years) > 1 {
		var all []string
		for _, y := range years {
			if y != 0 {
				all = append(all, strconv.Itoa(y))
			}
		}
		k, blanks = yearSeveral, []any{"round", no, "years", strings.Join(all, ", ")}
	}
	rd := &reader{out: r}
	return rd.finding(k, spot{}, blanks...)
}

// leaveOut gives the reason for which a row is not printed, and its short form
// for the summary; the zero Message keeps the row.
func leaveOut(r *Reading, i int, round ocop.Round, sel ocop.Selection, asked bool, holds map[string]string) (why, short message.Message) {
	row := r.Results[i]
	if j, repeats := r.Repeats[i]; repeats {
		return outRepeat.With("row", r.Results[j].Row), wordRepeats.With()
	}
	switch {
	case row.Standing == ocop.NotCertified:
		return outNot.With(), outNot.With()
	case row.Standing == ocop.Proposed && row.Stars.Valid():
		m := outProposed.With("stars", int(row.Stars))
		return m, m
	case row.Standing == ocop.Proposed:
		return outProposal.With(), outProposal.With()
	case row.Round.No != 0 && sel.Round.No != 0 && row.Round.No != sel.Round.No:
		return outRound.With("round", row.Round.String()), wordRound.With("n", row.Round.No)
	case row.Round.Year != 0 && round.Year != 0 && row.Round.Year != round.Year && row.Round.No != 0:
		return outRound.With("round", row.Round.String()), outRound.With("round", row.Round.String())
	case row.Stars.Valid() && !wanted(row.Stars, sel.Stars):
		m := outStars.With("stars", int(row.Stars))
		return m, m
	case row.Status == ocop.StatusHeld && answeredNo(row):
		return outAnswer.With(), wordAnswered.With()
	case row.Status != ocop.StatusReady:
		return outHeld.With("why", holdCodes(row, holds)), wordHold.With()
	case asked:
		return outYear.With("round", row.Round.No), wordYearless.With()
	}
	return message.Message{}, message.Message{}
}

func answeredNo(r ocop.Result) bool {
	for _, f := range r.Findings {
		if f.Holds() {
			return false
		}
	}
	for _, f := range r.Findings {
		if f.Code == answered.code && f.Message.Blanks["value"] == "no" {
			return true
		}
	}
	return false
}

// tableHolds gives, by sheet, the code of what holds whole tables.
func tableHolds(r *Reading) map[string]string {
	holds := map[string]string{}
	for _, f := range r.Findings {
		if f.Holds() && f.Cell == "" && f.Code != yearUnknown.code && holds[f.Sheet] == "" {
			holds[f.Sheet] = f.Code
		}
	}
	return holds
}

// heldFor are the codes that hold a row, told by their names.
type heldFor []string

func (h heldFor) In(l message.Lang) string {
	var names []string
	for _, code := range h {
		names = append(names, CodeName(code, l))
	}
	return strings.Join(names, ", ")
}

// holdCodes lists what holds a row: its own findings, else its table's.
func holdCodes(row ocop.Result, holds map[string]string) heldFor {
	var codes heldFor
	for _, f := range row.Findings {
		if f.Holds() && !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	if len(codes) == 0 && holds[row.Sheet] != "" {
		codes = append(codes, holds[row.Sheet])
	}
	if len(codes) == 0 {
		codes = append(codes, duplicateConflict.code)
	}
	return codes
}

// reasons counts why rows are left out, for the summary.
type reasons struct {
	order []message.Message
	count map[string]int
}

func (t *reasons) add(m message.Message) {
	key := m.In(message.Vi)
	if t.count == nil {
		t.count = map[string]int{}
	}
	if t.count[key] == 0 {
		t.order = append(t.order, m)
	}
	t.count[key]++
}

// In says ": 9 đợt 1, 2 đề nghị 4 sao", most frequent first.
func (t *reasons) In(l message.Lang) string {
	order := slices.Clone(t.order)
	slices.SortStableFunc(order, func(a, b message.Message) int {
		return cmp.Compare(t.count[b.In(message.Vi)], t.count[a.In(message.Vi)])
	})
	var parts []string
	for _, m := range order {
		parts = append(parts, strconv.Itoa(t.count[m.In(message.Vi)])+" "+m.In(l))
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}

func whatIs(sel ocop.Selection) message.Message {
	stars, round := wordStars.With("n", int(sel.Stars)), wordRound.With("n", sel.Round.No)
	if sel.Stars == 0 {
		stars = wordAllStars.With()
	}
	if sel.Round.No == 0 {
		round = wordAllRound.With()
	}
	return whatStars.With("stars", stars, "round", round)
}
