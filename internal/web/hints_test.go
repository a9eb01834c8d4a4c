package web

import (
	"regexp"
	"strings"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// commandWords are how the command line is answered: nobody types them here.
var commandWords = regexp.MustCompile(`(?i)\byes\b|trả lời (no|có|không)|, (no|không) (để|nếu)|answer no\b|[A-Z_]{4,}=|--[a-z]|ocoprint [a-z]`)

// TestHintsSpeakOfThePage holds what can be done about every kind of finding
// to what the page has: buttons, boxes, links.
func TestHintsSpeakOfThePage(t *testing.T) {
	kinds := office.FindingKinds()
	if len(kinds) < 60 {
		t.Fatalf("only %d kinds of finding", len(kinds))
	}
	spoken := 0
	for _, f := range kinds {
		f.Sheet, f.Row, f.Cell, f.Suggestion = "Trang 1", 7, "B7", "53,0"
		for _, lang := range []message.Lang{message.Vi, message.En} {
			if commandWords.MatchString(f.Message.HintIn(lang)) {
				spoken++
			}
			v := viewOf(f, lang)
			if commandWords.MatchString(v.Way) {
				t.Errorf("%s (%s): the page says %q", f.Code, f.Severity, v.Way)
			}
			if f.Severity == ocop.Question && len(v.Choices) == 0 && v.Value == "" && v.Way == "" {
				t.Errorf("%s: a question that the page does not say how to answer", f.Code)
			}
		}
	}
	if spoken == 0 {
		t.Error("no hint speaks of the command line any more: this test proves nothing")
	}
}

// TestHelpSpeaksOfThePage does the same for the boxes of the settings' forms.
func TestHelpSpeaksOfThePage(t *testing.T) {
	fileWords := regexp.MustCompile(`\btrue\b|\bfalse\b|--[a-z]|\bannex\b|\binclusive\b|award_list`)
	for _, s := range office.PlanSections() {
		for _, f := range s.Fields {
			for _, lang := range []message.Lang{message.Vi, message.En} {
				help := helpOf(f, lang)
				if f.Key != "conference.order" || lang != message.En { // “annex” is a word there
					if fileWords.MatchString(help) {
						t.Errorf("%s: the page says %q", f.Key, help)
					}
				}
			}
		}
	}
}

// TestPlanComplaintsSpeakOfThePage breaks a plan in every way that its check
// names; what the page says must not be in the words of the plan file.
func TestPlanComplaintsSpeakOfThePage(t *testing.T) {
	fileWords := regexp.MustCompile(`\btrue\b|award_list|\[\d\]|\b(conference|authority)\.|\b(name|number|date|order|sample|producers) = |\bis list\b|là list\b|phải list\b`)
	set := ocop.Settings{Sample: true}
	set.Authority.BaseURL = "https://ocop.vi-du.internal"
	set.Conference.AwardList = []string{"Chè", "chè"}
	set.Conference.Announces = []ocop.Announcement{{}}
	set.Conference.Groups = []ocop.GuestGroup{{}, {Name: "Nhóm", Producers: true}, {Name: "nhóm", Producers: true, Guests: []ocop.Attendee{{}}}}
	unsorted := ocop.Settings{}
	unsorted.Conference.Order = "list"
	spoken := map[string]bool{}
	for _, err := range append(office.CheckPlan(set), office.CheckPlan(unsorted)...) {
		said, _ := message.Of(err)
		spoken[said.Code()] = true
		for _, lang := range []message.Lang{message.Vi, message.En} {
			if p := problemOf(err, lang); fileWords.MatchString(p.What + " " + p.Way) {
				t.Errorf("%s: the page says %q, %q", said.Code(), p.What, p.Way)
			}
		}
	}
	for code := range pageSentences {
		if strings.HasPrefix(code, "plan-") && !strings.HasPrefix(code, "plan-bad-") && !spoken[code] {
			t.Errorf("no broken plan brings %s up", code)
		}
	}
}
