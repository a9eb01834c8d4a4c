package ocop

// Authority is who issues certificates (cơ quan ban hành): a dated profile
// with a successor, never a constant. District level ended on 30/6/2025 and
// three stars moved to the province.
type Authority struct {
	Code      string `json:"code" toml:"code"`             // short key of the profile: "tp-lai-chau"
	Name      string `json:"name" toml:"name"`             // Ủy ban nhân dân thành phố Lai Châu
	Above     string `json:"above,omitempty" toml:"above"` // the line above: Tỉnh Lai Châu; may be empty
	Level     Level  `json:"level" toml:"level"`
	Place     string `json:"place" toml:"place"`                 // of the date line: "Lai Châu"
	Province  string `json:"province,omitempty" toml:"province"` // tỉnh Lai Châu, ends the public place line
	Office    string `json:"office,omitempty" toml:"office"`     // Phòng Kinh tế
	From      Date   `json:"from" toml:"from"`
	To        Date   `json:"to" toml:"to"`
	Successor string `json:"successor,omitempty" toml:"successor"` // code of the profile that follows
	Phone     string `json:"phone,omitempty" toml:"phone"`         // the office's public line
	BaseURL   string `json:"base_url" toml:"base_url"`             // https://ocop.example

	Prefix        string       `json:"prefix" toml:"prefix"`                 // of public ids: "LC"
	NumberPattern string       `json:"number_pattern" toml:"number_pattern"` // "{stt:02}/{nam}/GCN-UBND"
	NumberStart   int          `json:"number_start,omitempty" toml:"number_start"`
	Validity      ValidityRule `json:"validity" toml:"validity"`
	RuleSet       string       `json:"rule_set,omitempty" toml:"rule_set"` // overrides RulesOn
	PublishScore  bool         `json:"publish_score,omitempty" toml:"publish_score"`
	Layout        string       `json:"layout,omitempty" toml:"layout"` // id of the certificate layout
}

// Rules gives the rule set for a decision of that date under this profile.
func (a Authority) Rules(decision Date) RuleSet {
	if r, ok := RulesByID(a.RuleSet); ok {
		return r
	}
	return RulesOn(decision)
}

// Serves reports whether the profile is in force on that day.
func (a Authority) Serves(d Date) bool {
	return (a.From.IsZero() || !d.Before(a.From)) && (a.To.IsZero() || !d.After(a.To))
}

// Signatory is who signs (người ký).
type Signatory struct {
	Lines []string `json:"lines" toml:"lines"` // TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
	Name  string   `json:"name" toml:"name"`
}
