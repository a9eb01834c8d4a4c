package ocop

import (
	"fmt"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// Stars is a rank (hạng sao) from 1 to 5; 0 means "not stated".
type Stars int

// Valid reports whether s is a rank of the programme.
func (s Stars) Valid() bool { return s >= 1 && s <= 5 }

// String is "3 sao".
func (s Stars) String() string { return fmt.Sprintf("%d sao", int(s)) }

// Score is an evaluation score (điểm) of 0 to 100. It keeps six decimals,
// because a rounded score can cross a band: 69.996 is three stars. The zero
// Score means "not stated"; a score of nought is Known.
type Score struct {
	Micros int64 // millionths of a point
	Known  bool
}

// ScoreOf makes a Score of a number, removing binary noise at six decimals.
func ScoreOf(points float64) Score {
	return Score{Micros: int64(points*1e6 + 0.5), Known: true}
}

// Points is the score as a number.
func (s Score) Points() float64 { return float64(s.Micros) / 1e6 }

// Hundredths is the score × 100, cut and not rounded, so that what is shown
// stays in the band of what was scored.
func (s Score) Hundredths() int { return int(s.Micros / 10000) }

// String is "67,5" or "67,25": one decimal at least, two at most, cut.
func (s Score) String() string {
	if !s.Known {
		return ""
	}
	h := s.Hundredths()
	if h%10 == 0 {
		return viet.Number(float64(h)/100, 1)
	}
	return viet.Number(float64(h)/100, 2)
}

// In says the score in a language: English has a decimal point.
func (s Score) In(l message.Lang) string {
	if l == message.En {
		return strings.Replace(s.String(), ",", ".", 1)
	}
	return s.String()
}

// Round is an evaluation round (đợt) of a year. Zero parts are not stated.
type Round struct {
	No   int `json:"no"`
	Year int `json:"year"`
}

// String is "đợt 2 năm 2023".
func (r Round) String() string {
	switch {
	case r.No == 0 && r.Year == 0:
		return ""
	case r.No == 0:
		return fmt.Sprintf("năm %d", r.Year)
	case r.Year == 0:
		return fmt.Sprintf("đợt %d", r.No)
	}
	return fmt.Sprintf("đợt %d năm %d", r.No, r.Year)
}

// Decision is the decision that recognises results (quyết định công nhận).
type Decision struct {
	Number string `json:"number"` // 1422/QĐ-UBND
	Date   Date   `json:"date"`
	Issuer string `json:"issuer,omitempty"` // as the document names it
	Title  string `json:"title,omitempty"`  // trích yếu
}

// String is "1422/QĐ-UBND ngày 20/11/2023".
func (d Decision) String() string {
	if d.Date.IsZero() {
		return d.Number
	}
	return d.Number + " ngày " + d.Date.String()
}
