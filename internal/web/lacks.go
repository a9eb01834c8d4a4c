package web

import (
	"net/http"
	"slices"
	"strconv"
	"sync"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

// lackWatch follows the journal for what restores could not bring back, so that
// no page reads the whole of it again.
type lackWatch struct {
	mu   sync.Mutex
	seen office.Lacks
}

func (l *lackWatch) look(r *http.Request, o *office.Office) (gaps []office.Gap, missing []office.Number, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	err = o.Register.LookFor(r.Context(), &l.seen)
	return slices.Clone(l.seen.Gaps), l.seen.Missing, err
}

// lackView is what a banner says after a restore that lost something.
type lackView struct {
	Open    []gapView // to be entered again from the papers
	Settled []gapView
	Missing []string // the first few sentences about numbers without a record
	More    int      // numbers beyond those
}

// Some reports whether something is still to be done.
func (v lackView) Some() bool { return len(v.Open)+len(v.Missing) > 0 }

type gapView struct {
	Entry           int64
	What, Way       string
	Who, When, Note string
}

const lackNumbers = 5

// lacks says what was lost; the same sentences as the audit's.
func (s *Server) lacks(r *http.Request) (v lackView, err error) {
	gaps, missing, err := s.watch.look(r, s.office)
	if err != nil || len(gaps)+len(missing) == 0 {
		return v, err
	}
	settled, err := s.office.SettledGaps(r.Context())
	if err != nil {
		return v, err
	}
	lang := langOf(r)
	for _, g := range gaps {
		m := office.GapText(g)
		if done, ok := settled[g.Entry]; ok {
			v.Settled = append(v.Settled, gapView{Entry: g.Entry, What: m.In(lang), Who: done.Who, When: done.At.In(hanoi).Format("02/01/2006 15:04"), Note: done.Note})
			continue
		}
		v.Open = append(v.Open, gapView{Entry: g.Entry, What: m.In(lang), Way: m.HintIn(lang)})
	}
	for _, n := range missing[:min(len(missing), lackNumbers)] {
		v.Missing = append(v.Missing, office.MissingText(n).In(lang))
	}
	v.More = len(missing) - len(v.Missing)
	return v, nil
}

var gapDone = message.Define("web-gap-settled", "Đã ghi: phần thiếu của lần phục hồi (mục {entry}) đã đối chiếu với giấy tờ.", "Noted: what the restore lacks (entry {entry}) was compared with the papers.")

// settleGap notes that a person entered everything again from the papers.
func (s *Server) settleGap(w http.ResponseWriter, r *http.Request) {
	gaps, _, err := s.watch.look(r, s.office)
	entry, bad := strconv.ParseInt(r.PostFormValue("muc"), 10, 64)
	if err == nil && bad != nil {
		entry = 0
	}
	who := ""
	if u := userOf(r); u != nil {
		who = u.Shown()
	}
	if err == nil {
		err = s.officeOf(r).SettleGap(r.Context(), gaps, entry, who, clip(r.PostFormValue("ghi-chu"), 400))
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/thiet-lap/sao-luu", gapDone.With("entry", entry).In(langOf(r)))
}
