package office

import (
	"strings"
	"unicode"

	"ocoprint/internal/intake"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/plan"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

// What the counter shows and fills in, under the names of the rooms that own
// it: the pages speak of these and enter no room below.
type (
	Reading = intake.Reading
	Answers = intake.Answers

	Filter   = register.Filter
	Item     = register.Item
	Known    = register.Known
	Event    = register.Event
	Tally    = register.Tally
	Change   = register.Change
	Ruling   = register.Ruling
	Handover = register.Handover
	User     = register.User
	Denial   = register.Refusal

	PlanSection = plan.Section
	PlanField   = plan.Field
	PlanTable   = plan.Table
	PlanKind    = plan.Kind

	LayoutPage = layout.Page
	LayoutBox  = layout.BoxInfo

	KeyEntry = seal.KeyEntry
)

// Orders of a list of certificates.
const (
	ByIssue    = register.ByIssue
	ByNumber   = register.ByNumber
	ByProduct  = register.ByProduct
	ByProducer = register.ByProducer
	ByLastDay  = register.ByLastDay
)

// Kinds of a plan's field.
const (
	PlanLine   = plan.Line
	PlanList   = plan.List
	PlanDay    = plan.Day
	PlanCount  = plan.Count
	PlanYesNo  = plan.YesNo
	PlanChoice = plan.Choice
	PlanPairs  = plan.Pairs
)

// ParseAnswer reads an answer: CODE@Sheet!B12=value.
func ParseAnswer(text string) (intake.Answer, error) { return intake.ParseAnswer(text) }

// FindingKinds is one finding of every kind that reading makes.
func FindingKinds() []ocop.Finding { return intake.Kinds() }

// FindingName is what a kind of finding is called.
func FindingName(code string, lang message.Lang) string { return intake.CodeName(code, lang) }

// Fields are what a column of a results file can hold.
func Fields() []ocop.Field { return intake.Fields() }

// FieldName is what a column of a results file is called, its first letter large.
func FieldName(f ocop.Field, lang message.Lang) string {
	name := []rune(strings.TrimPrefix(intake.FieldName(f).In(lang), "the "))
	if len(name) == 0 {
		return string(f)
	}
	name[0] = unicode.ToUpper(name[0])
	return string(name)
}

// PlanSections lists every single field of the settings, part by part.
func PlanSections() []PlanSection { return plan.Fields() }
