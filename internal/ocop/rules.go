package ocop

// Level is a level of government (cấp).
type Level string

// Levels that recognise results, lowest first.
const (
	Commune  Level = "commune"  // xã, phường
	District Level = "district" // huyện, thị xã, thành phố thuộc tỉnh, until 30/6/2025
	Province Level = "province" // tỉnh, thành phố trực thuộc trung ương
	Centre   Level = "centre"   // bộ
)

// RuleSet is the criteria in force when a decision was signed (bộ tiêu chí).
type RuleSet struct {
	ID      string          // "148-2023"
	Source  string          // the decision, as cited to the clerk
	From    Date            // first day on which it applies
	Parts   [3]int          // maximum points of parts A, B, C
	Months  int             // validity of a certificate
	Issuers map[Stars]Level // who recognises which rank
}

// bands are the lowest scores of five to one stars, the same in every rule
// set so far (148/QĐ-TTg, Article 2; 1048/QĐ-TTg).
var bands = [...]struct {
	from  int64
	stars Stars
}{{90e6, 5}, {70e6, 4}, {50e6, 3}, {30e6, 2}, {0, 1}}

// ruleSets are the programme's, oldest first. Criteria for 2026–2030 are not
// known: they will be one more line.
var ruleSets = []RuleSet{
	{
		ID: "1048-2019", Source: "Quyết định số 1048/QĐ-TTg", From: Date{2018, 5, 7},
		Parts: [3]int{35, 25, 40}, Months: 36,
		Issuers: map[Stars]Level{3: Province, 4: Province, 5: Centre},
	},
	{
		ID: "148-2023", Source: "Quyết định số 148/QĐ-TTg", From: Date{2023, 2, 24},
		Parts: [3]int{40, 25, 35}, Months: 36,
		Issuers: map[Stars]Level{3: District, 4: Province, 5: Centre},
	},
	{
		ID: "148+1489-2025", Source: "Quyết định số 1489/QĐ-TTg", From: Date{2025, 7, 6},
		Parts: [3]int{40, 25, 35}, Months: 36,
		Issuers: map[Stars]Level{3: Province, 4: Province, 5: Centre},
	},
}

// RulesOn gives the rule set in force on the day a decision was signed. The
// zero Date, and days before the programme, get the oldest but known rules of
// 148/QĐ-TTg, under which nearly all offices work.
func RulesOn(d Date) RuleSet {
	if d.IsZero() {
		return ruleSets[1]
	}
	found := ruleSets[0]
	for _, r := range ruleSets {
		if !d.Before(r.From) {
			found = r
		}
	}
	return found
}

// RulesByID finds a rule set that a setting names.
func RulesByID(id string) (RuleSet, bool) {
	for _, r := range ruleSets {
		if r.ID == id {
			return r, true
		}
	}
	return RuleSet{}, false
}

// RuleSets lists the programme's rule sets, oldest first.
func RuleSets() []RuleSet { return append([]RuleSet(nil), ruleSets...) }

// StarsFor gives the rank whose band holds the score: 90–100 five, 70–<90
// four, 50–<70 three, 30–<50 two, below one. 0 when the score is not stated.
func StarsFor(s Score) Stars {
	if !s.Known {
		return 0
	}
	for _, b := range bands {
		if s.Micros >= b.from {
			return b.stars
		}
	}
	return 1
}

// Band gives the scores of a rank: from (included) up to below (excluded; for
// five stars 100 is included), in whole points.
func Band(s Stars) (from, below int) {
	below = 100
	for _, b := range bands {
		if b.stars == s {
			return int(b.from / 1e6), below
		}
		below = int(b.from / 1e6)
	}
	return 0, 0
}

// May reports whether an authority of that level recognises the rank.
func (r RuleSet) May(l Level, s Stars) bool { return r.Issuers[s] == l }

// ValidityRule says how an office reads "36 tháng" (domain: offices differ).
// The zero rule is the default: from the decision's date, last day included.
type ValidityRule struct {
	From    string `json:"from,omitempty" toml:"from"`         // decision (default) | certificate | effective
	LastDay string `json:"last_day,omitempty" toml:"last_day"` // inclusive (default) | exclusive
	Months  int    `json:"months,omitempty" toml:"months"`     // 0: as the rule set says
}

// Period gives the first and the last valid day of a certificate. The last
// day is the corresponding day (Civil Code 2015, Articles 147 and 148), or the
// day before it under an exclusive rule.
func (v ValidityRule) Period(decision, issued, effective Date, rules RuleSet) (first, last Date) {
	first = decision
	switch {
	case v.From == "certificate" && !issued.IsZero():
		first = issued
	case v.From == "effective" && !effective.IsZero():
		first = effective
	}
	months := v.Months
	if months == 0 {
		months = rules.Months
	}
	last = first.AddMonths(months)
	if v.LastDay == "exclusive" {
		last = last.AddDays(-1)
	}
	return first, last
}
