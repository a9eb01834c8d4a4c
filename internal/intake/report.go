package intake

import (
	"errors"
	"math"
	"slices"
	"strconv"

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

// Report puts a reading in the form of `check --json`. A row that repeats an
// earlier one is reported at its cell and is no second product.
func Report(r *Reading) FileReport {
	f := FileReport{Status: "ok", Products: []ProductReport{}, Reports: []CellReport{}, Notes: []string{}, File: []string{}}
	for _, x := range r.Findings {
		switch {
		case x.Severity == ocop.Refuse:
			f.Status = "reject"
			f.Detail = x.Message.In(message.Vi)
		case f.Status == "ok" && raises(x):
			f.Status = "warn"
		}
		if !slices.Contains(f.Notes, x.Code) {
			f.Notes = append(f.Notes, x.Code)
		}
		if x.Severity != ocop.Info && x.Cell == "" && !slices.Contains(f.File, x.Code) {
			f.File = append(f.File, x.Code)
		}
		if x.Cell != "" && x.Sheet != "" {
			f.Reports = append(f.Reports, CellReport{x.Sheet + "!" + x.Cell, x.Code, string(x.Severity), x.Message.In(message.Vi)})
		}
	}
	for i, p := range r.Results {
		if _, repeats := r.Repeats[i]; !repeats {
			f.Products = append(f.Products, productReport(p))
		}
	}
	return f
}

// raises reports a finding that makes the file one to look at. A year that is
// not stated is asked for when something is printed; old text that was decoded
// by a vote is worth a look though every row of it goes.
func raises(f ocop.Finding) bool {
	switch f.Code {
	case yearUnknown.code:
		return false
	case dittoFilled.code:
		return true
	case textConverted.code:
		return f.Severity != ocop.Info || f.Expected == "sheet"
	}
	return f.Severity != ocop.Info
}

func productReport(r ocop.Result) ProductReport {
	p := ProductReport{Name: some(r.Product.Name), Owner: some(r.Producer.Name), Commune: some(r.Producer.Commune),
		Stars: count(int(r.Stars)), Round: count(r.Round.No), Year: count(r.Round.Year), Status: string(r.Status),
		At: r.Sheet + "!" + strconv.Itoa(r.Row), Decision: r.Decision.Number, DecisionDate: r.Decision.Date.ISO()}
	if r.Score.Known {
		s := math.Round(r.Score.Points()*100) / 100
		p.Score = &s
	}
	return p
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func count(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// RefusedReport is the report of a file that workbook.Open refused.
func RefusedReport(err error) FileReport {
	f := FileReport{Status: "reject", Products: []ProductReport{}, Reports: []CellReport{}, Notes: []string{}, File: []string{}}
	if code := workbook.CodeOf(err); code != "" {
		f.File = append(f.File, code)
	}
	var m *message.Error
	if errors.As(err, &m) {
		f.Detail = m.In(message.Vi)
	}
	return f
}
