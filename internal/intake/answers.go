package intake

import "errors"

// Answer is what a person said to a finding: CODE[@Sheet!F12]=yes|no|VALUE.
// Without a place it answers all findings of that code; with a sheet only
// ("CODE@Sheet!"), all of that sheet.
type Answer struct {
	Code  string
	Sheet string
	Cell  string
	Value string
}

// Answers are looked through for the most exact place first.
type Answers []Answer

// ParseAnswer reads the form of the flag --answer.
func ParseAnswer(s string) (Answer, error) { return Answer{}, errors.New("not built yet") }

// String writes the answer in the form that ParseAnswer reads.
func (a Answer) String() string { return "" }
