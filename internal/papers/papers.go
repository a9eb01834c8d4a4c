// Package papers says which papers an award conference needs and what stands
// on each of them: certificates, rosters, lists, slips, labels, notices and the
// reconciliation report.
//
// It promises that a paper is a pure function of its Input: the same input
// gives the same marks, and nothing is read from a clock or a file. Pages set
// by Decree 30/2020/NĐ-CP keep its margins, sizes and heading; a place for a
// signature and a stamp stays empty; a sample carries MẪU – KHÔNG CÓ GIÁ TRỊ on
// every page; the papers that leave the office (Paper.Public) carry no personal
// data.
//
// Begin with All, Find and Input. A paper is one file with one Paper value:
// to add one, write its file and name it in All.
package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Paper is one kind of paper (giấy tờ in).
type Paper struct {
	Name   string        // English id: "roster"
	File   string        // name of its files without extension: "dai-bieu"
	Title  *message.Text // what the clerk calls it
	About  *message.Text // one sentence: when it is needed
	Public bool          // may leave the office: carries no personal data

	// Pages gives the sheets. No pages and no problems means that there is
	// nothing to print (no guest to invite, nothing about to expire): no file
	// is written. A problem of severity layout.Error means that the paper must
	// not be printed.
	Pages func(Input) ([]layout.Page, []layout.Problem)

	// Table gives the same list for a workbook; nil when the paper is no list.
	Table func(Input) *Table
}

// All lists the papers in the order in which an office uses them.
var All = []Paper{
	Certificates, AwardStack, Separators, AwardOrderPaper, Programme,
	Roster, Invitations, NamePlates,
	Display, Slips, Labels,
	HandOver, RegisterBook, Communes, ExpiryNotices, PublicList, Reconciliation,
}

// Main are the papers of `ocoprint run` that every conference needs.
var Main = []Paper{Certificates, Roster, Display, Reconciliation}

// Find looks a paper up by its English name or its Vietnamese file name.
func Find(name string) (Paper, bool) {
	for _, p := range All {
		if name == p.Name || name == p.File {
			return p, true
		}
	}
	return Paper{}, false
}
