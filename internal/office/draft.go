package office

import (
	"context"
	"maps"
	"slices"
	"strings"

	"ocoprint/internal/intake"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/qr"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
	"ocoprint/internal/workbook"
)

// Draft (bản dự kiến cấp) is what would be issued of a workbook. Nothing is
// issued yet; every row read is in New, Already or LeftOut.
type Draft struct {
	Import   *Import
	Settings ocop.Settings
	AsOf     ocop.Date
	Chosen   intake.Chosen

	Plan     register.Draft   // what the register would do, in award order
	LeftOut  []ocop.LeftOut   // rows without a certificate, in the file's order
	Held     []register.Held  // those of LeftOut that a person must look at first
	Findings []ocop.Finding   // of reading, rules, register and page, in the file's order
	Fits     []layout.Problem // warnings about pages that will be printed
}

// DraftOptions say what of a workbook is wanted, and under which settings.
type DraftOptions struct {
	Selection ocop.Selection
	Settings  ocop.Settings
	AsOf      ocop.Date
}

// Sentences about settings that a certificate cannot do without.
var (
	SettingMissing = message.Define("office-setting-missing", "Chưa đặt “{setting}” ({key}).", "“{setting}” ({key}) is not set.").
			Hint("Ghi {key} trong tệp kế hoạch (--plan) rồi chạy lại; “ocoprint init” viết sẵn một tệp kế hoạch mẫu.",
			"Write {key} in the plan file (--plan) and run it again; “ocoprint init” writes a plan to start from.")
	decisionMissing = message.Define("office-decision-missing",
		"{place}: thiếu {what} của quyết định công nhận.", "{place}: the {what} of the recognising decision is missing.").
		Hint("Ghi dòng “(Kèm theo Quyết định số … ngày …)” dưới tiêu đề bảng, hoặc trả lời --answer \"DECISION=1422/QĐ-UBND ngày 20/11/2023\".",
			"Write the line “(Kèm theo Quyết định số … ngày …)” under the title of the table, or answer --answer \"DECISION=1422/QĐ-UBND ngày 20/11/2023\".")
	whatNumber = message.Define("office-decision-number", "số", "number")
	whatDate   = message.Define("office-decision-date", "ngày", "date")
	placeOf    = message.Define("office-place", "Trang tính «{sheet}», dòng {row}", "Sheet «{sheet}», row {row}")
	pageBad    = message.Define("office-page-refused", "{place}: không in được giấy chứng nhận «{product}»: {reason}",
		"{place}: the certificate «{product}» cannot be printed: {reason}")
)

var sampleReal = message.Define("office-sample-address",
	"Thiết lập ghi là mẫu (sample = true) nhưng dùng địa chỉ thật “{value}”: giấy MẪU sẽ được xác nhận là thật.",
	"The settings say sample = true but use the real address “{value}”: a sample would verify as genuine.").
	Hint("Dùng https://ocop.example, hoặc bỏ sample = true khi làm thật.", "Use https://ocop.example, or remove sample = true for real work.")

// CheckSettings names the first setting without which nothing can be issued.
func CheckSettings(s ocop.Settings) error {
	for _, need := range []struct{ vi, key, value string }{
		{"Cơ quan cấp giấy", "authority.name", s.Authority.Name},
		{"Địa chỉ tra cứu in trên giấy", "authority.base_url", s.Authority.BaseURL},
		{"Địa danh ở dòng ngày tháng", "authority.place", s.Authority.Place},
		{"Cấp của cơ quan", "authority.level", string(s.Authority.Level)},
		{"Tiền tố mã công khai", "authority.prefix", s.Authority.Prefix},
	} {
		if need.value == "" {
			return SettingMissing.With("setting", need.vi, "key", need.key).Err()
		}
	}
	if s.Sample && !seal.SampleHost(s.Authority.BaseURL) {
		return sampleReal.With("value", s.Authority.BaseURL).Err()
	}
	return seal.CheckBase(s.Authority.BaseURL)
}

// Draft checks everything of every wanted row: reading, rules, register and
// page. A row that fails is held by name; the rest carries on.
func (o *Office) Draft(ctx context.Context, imp *Import, opt DraftOptions) (*Draft, error) {
	if err := CheckSettings(opt.Settings); err != nil {
		return nil, err
	}
	d := &Draft{Import: imp, Settings: opt.Settings, AsOf: opt.AsOf}
	d.Chosen = intake.Select(imp.Reading, opt.Selection)
	d.Findings = append(slices.Clone(imp.Reading.Findings), d.Chosen.Findings...)
	rows := d.obeyRules(d.Chosen.Kept)
	rows = papers.InAwardOrder(rows, opt.Settings.Conference)
	if err := o.prepare(ctx, d, rows, opt); err != nil {
		return nil, err
	}
	d.settle()
	return d, nil
}

// obeyRules holds the rows that the programme's rules do not allow.
func (d *Draft) obeyRules(rows []ocop.Result) (kept []ocop.Result) {
	for _, r := range rows {
		found := append(intake.Rules(r, d.Settings.Authority, d.AsOf), decisionFindings(r)...)
		d.Findings = append(d.Findings, found...)
		if i := slices.IndexFunc(found, ocop.Finding.Holds); i >= 0 {
			d.Held = append(d.Held, register.Held{Result: r, Finding: found[i]})
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

func decisionFindings(r ocop.Result) (found []ocop.Finding) {
	miss := func(what *message.Text) {
		found = append(found, finding(r, "DECISION_MISSING", ocop.Fault, decisionMissing.With("place", place(r), "what", what)))
	}
	if r.Decision.Number == "" {
		miss(whatNumber)
	} else if r.Decision.Date.IsZero() {
		miss(whatDate)
	}
	return found
}

func place(r ocop.Result) message.Message { return placeOf.With("sheet", r.Sheet, "row", r.Row) }

func finding(r ocop.Result, code string, sev ocop.Severity, m message.Message) ocop.Finding {
	f := ocop.Finding{Code: code, Severity: sev, File: r.File, Sheet: r.Sheet, Row: r.Row, Message: m}
	if src, ok := r.Cells[ocop.FieldProduct]; ok {
		f.Cell = src.Cell
	}
	return f
}

// prepare asks the register, then sets every new page; a page that would come
// out wrong holds its row, and the numbers close up again.
func (o *Office) prepare(ctx context.Context, d *Draft, rows []ocop.Result, opt DraftOptions) error {
	s := opt.Settings
	issueDate := s.IssueDate
	if issueDate.IsZero() {
		issueDate = opt.AsOf
	}
	layoutName, err := o.layoutName(ctx, s.Authority.Layout)
	if err != nil {
		return err
	}
	for {
		plan, err := o.Register.Prepare(ctx, rows, register.PrepareOptions{
			Authority: s.Authority, Signatory: s.Signatory, IssueDate: issueDate, AsOf: opt.AsOf,
			Layout: withAnswers(layoutName, s.Ask), Sample: sampleOf(s), Answers: registerAnswers(rows, d.Import.Answers, s.Authority.Code),
			Others: othersThan(rows, d.Import.Reading.Results),
		})
		if err != nil {
			return err
		}
		var bad []register.Held
		var fits []layout.Problem
		if len(plan.New) > 0 { // without anything to sign nobody is asked for the passphrase
			signer, err := o.Sealer(s.Authority, issueDate)
			if err != nil {
				return err
			}
			if bad, fits, err = o.setPages(ctx, d, plan.New, signer); err != nil {
				return err
			}
		}
		if len(bad) == 0 {
			d.Plan, d.Fits = plan, fits
			d.Findings = append(d.Findings, plan.Notes...)
			for _, h := range plan.Held {
				h.Finding = atRow(h.Finding, h.Result)
				d.Findings = append(d.Findings, h.Finding)
				d.Held = append(d.Held, h)
			}
			return nil
		}
		for _, h := range bad {
			d.Findings = append(d.Findings, h.Finding)
		}
		d.Held = append(d.Held, bad...)
		rows = without(rows, bad)
	}
}

// othersThan gives the rows of the file that are not wanted now: of another
// round, of other stars, held. They are in the file, so their certificates have
// not vanished from it.
func othersThan(rows, all []ocop.Result) (others []ocop.Result) {
	wanted := map[[2]any]bool{}
	for _, r := range rows {
		wanted[rowOf(r)] = true
	}
	for _, r := range all {
		if !wanted[rowOf(r)] {
			others = append(others, r)
		}
	}
	return others
}

// registerAnswers finds what was answered to the register's own questions
// about these rows: --answer ALREADY_CERTIFIED@Sheet!B12=reevaluation|new|keep.
func registerAnswers(rows []ocop.Result, answers intake.Answers, authority string) map[string]register.Answer {
	found := map[string]register.Answer{}
	for _, r := range rows {
		for _, code := range []string{"ALREADY_CERTIFIED", "RENAMED_OR_NEW", "CERTIFICATE_CHANGED", "EXPIRED_AT_ISSUE"} {
			if a, ok := answerFor(answers, code, r); ok {
				found[r.Key(authority)] = a
			}
		}
	}
	return found
}

// answerFor looks for the most exact answer: the row's, the sheet's, any.
func answerFor(answers intake.Answers, code string, r ocop.Result) (best register.Answer, ok bool) {
	exact := -1
	for _, a := range answers {
		how := 0
		switch row, _, isCell := workbook.ParseCell(a.Cell); {
		case a.Code != code, a.Sheet != "" && a.Sheet != r.Sheet, isCell && row != r.Row:
			continue
		case isCell:
			how = 2
		case a.Sheet != "":
			how = 1
		}
		if how > exact {
			best, ok, exact = registerAnswer(code, a.Value), true, how
		}
	}
	return best, ok
}

// registerAnswer turns yes and no into what they mean to each question.
func registerAnswer(code, value string) register.Answer {
	switch said := intake.YesNo(value); {
	case said == "yes" && code == "ALREADY_CERTIFIED":
		return register.AnswerReevaluation
	case said == "yes" && code != "CERTIFICATE_CHANGED":
		return register.AnswerNew
	case said != "":
		return register.AnswerKeep
	}
	return register.Answer(value)
}

func sampleOf(s ocop.Settings) bool { return s.Sample || seal.SampleHost(s.Authority.BaseURL) }

func without(rows []ocop.Result, held []register.Held) []ocop.Result {
	return slices.DeleteFunc(slices.Clone(rows), func(r ocop.Result) bool {
		return slices.ContainsFunc(held, func(h register.Held) bool { return sameRow(h.Result, r) })
	})
}

func sameRow(a, b ocop.Result) bool { return a.File == b.File && a.Sheet == b.Sheet && a.Row == b.Row }

// setPages signs every proposal (the same certificate always gets the same
// signature) and sets its page, to find what would not print.
func (o *Office) setPages(ctx context.Context, d *Draft, news []register.Proposed, signer register.Sealer) (bad []register.Held, fits []layout.Problem, err error) {
	in := o.input(ctx, d.Settings, nil, d.AsOf)
	for _, p := range news {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		c := p.Certificate
		sealed, err := signer.Seal(c)
		if err != nil {
			bad = append(bad, pageHeld(p.Result, sentenceOf(err)))
			continue
		}
		c.Payload, c.Identity, c.Code, c.URL = sealed.Payload, sealed.Identity, sealed.Code, sealed.URL
		in.Certificates = []ocop.Certificate{c}
		in.Reading.Kept = []papers.Kept{{Result: p.Result, Certificate: c.ID, New: true}}
		_, problems := papers.NewBatch(in)
		if worst := layout.Errors(problems); len(worst) > 0 {
			bad = append(bad, pageHeld(p.Result, worst[0].Message))
			continue
		}
		fits = append(fits, problems...)
	}
	return bad, fits, nil
}

// pageProblems sets one certificate's page and gives what keeps it from print.
func (o *Office) pageProblems(ctx context.Context, c ocop.Certificate, asOf ocop.Date) []layout.Problem {
	s := ocop.Settings{Authority: c.Authority, Signatory: c.Signatory, Sample: c.Sample}
	_, problems := papers.NewBatch(o.input(ctx, s, []ocop.Certificate{c}, asOf))
	return layout.Errors(problems)
}

func pageHeld(r ocop.Result, why message.Message) register.Held {
	m := pageBad.With("place", place(r), "product", r.Product.Name, "reason", why)
	return register.Held{Result: r, Finding: finding(r, "PAGE_REFUSED", ocop.Fault, m)}
}

var inner = message.Define("office-inner", "{reason}", "{reason}")

// sentenceOf is what an error says to a person.
func sentenceOf(err error) message.Message {
	if said, ok := message.Of(err); ok {
		return said.Message
	}
	return inner.With("reason", err.Error())
}

// settle puts every row that gets no certificate into LeftOut, in the file's
// order, and the findings too.
func (d *Draft) settle() {
	d.LeftOut = slices.Clone(d.Chosen.LeftOut)
	ended := d.takeEnded()
	d.LeftOut = append(d.LeftOut, ended...)
	for _, h := range d.Held {
		d.LeftOut = append(d.LeftOut, ocop.LeftOut{Result: h.Result, Reason: h.Finding.Message})
	}
	order := map[[2]any]int{}
	for i, r := range d.Import.Reading.Results {
		order[[2]any{r.Sheet, r.Row}] = i
	}
	slices.SortStableFunc(d.LeftOut, func(a, b ocop.LeftOut) int {
		return order[[2]any{a.Result.Sheet, a.Result.Row}] - order[[2]any{b.Result.Sheet, b.Result.Row}]
	})
	d.Chosen.Summary = d.summary(len(ended))
}

var certificateEnded = message.Define("office-certificate-ended", "giấy số {number} {status}, không in lại", "certificate {number} is {status} and not printed again")

// takeEnded takes the rows whose certificate was withdrawn, suspended or
// cancelled since: the file still has them, but nothing is printed of them.
func (d *Draft) takeEnded() (ended []ocop.LeftOut) {
	d.Plan.Already = slices.DeleteFunc(d.Plan.Already, func(k register.Known) bool {
		switch k.Status {
		case ocop.Revoked, ocop.Suspended, ocop.Cancelled:
			why := certificateEnded.With("number", k.Certificate.Number, "status", register.StatusText(k.Status))
			ended = append(ended, ocop.LeftOut{Result: k.Result, Reason: why})
			return true
		}
		return false
	})
	return ended
}

// summary is the line of the selection with what rules, register and page take
// out counted too: what it says is printed is printed.
func (d *Draft) summary(ended int) message.Message {
	m := d.Chosen.Summary
	if len(d.Held)+ended == 0 || m.Text == nil {
		return m
	}
	m.Blanks = maps.Clone(m.Blanks)
	m.Blanks["kept"], m.Blanks["out"] = len(d.Plan.New)+len(d.Plan.Already), len(d.LeftOut)
	later := laterOut{some: len(d.Chosen.LeftOut) > 0, why: m.Blanks["why"]}
	if ended > 0 {
		later.also = append(later.also, endedLater.With("n", ended))
	}
	if len(d.Held) > 0 {
		later.also = append(later.also, heldLater.With("n", len(d.Held)))
	}
	m.Blanks["why"] = later
	return m
}

// laterOut adds what the office takes out to the reasons of the selection.
type laterOut struct {
	why  any
	some bool // why says something
	also []message.Message
}

var (
	heldLater  = message.Define("office-held-later", "{n} giữ lại khi xét quy định, sổ cấp và trang in", "{n} held by rules, register or page")
	endedLater = message.Define("office-ended-later", "{n} có giấy đã thu hồi, đình chỉ hay hủy", "{n} with a revoked, suspended or cancelled certificate")
)

// In says ": 9 đợt 1, 2 giữ lại khi xét quy định, sổ cấp và trang in".
func (o laterOut) In(l message.Lang) string {
	var parts []string
	if before, ok := o.why.(interface{ In(message.Lang) string }); ok && o.some {
		parts = append(parts, strings.TrimPrefix(before.In(l), ": "))
	}
	for _, m := range o.also {
		parts = append(parts, m.In(l))
	}
	return ": " + strings.Join(parts, ", ")
}

// Balanced reports whether rows read = new + already + left out (promise 2).
func (d *Draft) Balanced() bool {
	return len(d.Import.Reading.Results) == len(d.Plan.New)+len(d.Plan.Already)+len(d.LeftOut)
}

// Rows of other stars and rounds wait for nobody, nor do rows that repeat
// another or that were answered not to count. The codes of the reasons for
// which a row does wait are permanent.
var waitReasons = []string{"intake-out-held", "intake-out-year"}

// HeldRows counts the rows that wait for a person: held by reading, rules,
// register or page.
func (d *Draft) HeldRows() int {
	n := len(d.Held)
	for _, l := range d.Chosen.LeftOut {
		if slices.Contains(waitReasons, l.Reason.Code()) {
			n++
		}
	}
	return n
}

// encodeQR is how a layout gets the modules of a code.
func encodeQR(text string) ([][]bool, error) {
	code, err := qr.Encode(text)
	if err != nil {
		return nil, err
	}
	return code.Modules(), nil
}

// HeldFindings gives the findings for which rows wait for a person, in the
// file's order: those of rows that are held, and those of the whole file.
func (d *Draft) HeldFindings() (list []ocop.Finding) {
	row, waiting := map[[2]any]bool{}, map[[2]any]bool{}
	for _, r := range d.Import.Reading.Results {
		row[rowOf(r)] = true
	}
	for _, l := range d.LeftOut {
		waiting[rowOf(l.Result)] = true
	}
	for _, f := range d.Findings {
		at := [2]any{f.Sheet, f.Row}
		if f.Holds() && (!row[at] || waiting[at]) { // a heading's question holds the rows below it
			list = append(list, f)
		}
	}
	return list
}
