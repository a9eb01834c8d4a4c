package intake

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// FileReport is what `check --json` prints of one file.
type FileReport struct {
	Status   string          `json:"status"` // ok | warn | reject
	Products []ProductReport `json:"products"`
	Reports  []CellReport    `json:"reports"`
	Notes    []string        `json:"notes"`
	File     []string        `json:"file"`
	Detail   string          `json:"detail,omitempty"` // the refusal's sentence
}

// ProductReport is one row of results. Nil means "not stated".
type ProductReport struct {
	Name         *string  `json:"name"`
	Owner        *string  `json:"owner"`
	Commune      *string  `json:"commune"`
	Score        *float64 `json:"score"` // rounded to two decimals
	Stars        *int     `json:"stars"`
	Round        *int     `json:"round"`
	Year         *int     `json:"year"`
	Status       string   `json:"status"` // ready | held | not_certified
	At           string   `json:"at"`     // Sheet!row
	Decision     string   `json:"decision,omitempty"`
	DecisionDate string   `json:"decision_date,omitempty"` // 2023-11-20
}

// CellReport is one finding about a cell.
type CellReport struct {
	Cell string `json:"cell"` // Sheet!F12
	Code string `json:"code"`
	Sev  string `json:"sev"` // error | question | warning | info
	Text string `json:"text,omitempty"`
}

// Report puts a reading in the form of `check --json`.
func Report(r *Reading) FileReport { return FileReport{} }

// RefusedReport is the report of a file that workbook.Open refused.
func RefusedReport(err error) FileReport { return FileReport{} }

// Line is a line of the report for people; cmd adds the colour.
type Line struct {
	Severity ocop.Severity // "" for plain text
	Indent   int
	Text     string
}

// Lines is the report for people: what the file is, its columns, counts by
// round and stars, and the findings grouped by code and counted.
func Lines(r *Reading, lang message.Lang) []Line { return nil }

// Marks turns the findings into marks for workbook.Annotate.
func Marks(r *Reading, lang message.Lang) []workbook.Mark { return nil }

// MarkSummary is the head of the annotated copy's first sheet.
func MarkSummary(r *Reading, lang message.Lang) workbook.Summary { return workbook.Summary{} }
