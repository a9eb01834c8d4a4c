package register

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// What Prepare says of a row (intake.md: “not of reading but of Prepare”).
var (
	notIssuersStars = message.Define("not-issuers-stars",
		"{authority} không có thẩm quyền công nhận hạng {stars} sao ngày {day}; theo {source}, hạng này do {level} công nhận.",
		"{authority} may not recognise {stars} stars on {day}; under {source} that rank is recognised by {level}.").
		Hint("Kiểm tra cơ quan cấp và ngày quyết định; hồ sơ hạng này chuyển cấp có thẩm quyền.", "Check the issuer and the decision's date; the dossier goes to the level in charge.")
	starsNoCertificate = message.Define("stars-no-certificate",
		"Hạng {stars} sao không cấp giấy chứng nhận (chỉ 3, 4 và 5 sao).", "A rank of {stars} stars gets no certificate (only 3, 4 and 5).")
	issuerNotInForce = message.Define("issuer-not-in-force",
		"Hồ sơ cơ quan cấp “{authority}” không có hiệu lực ngày {day}.", "The issuer profile “{authority}” is not in force on {day}.").
		Hint("Chọn cơ quan kế tục ({successor}) hoặc sửa thời gian hiệu lực của hồ sơ.", "Choose its successor ({successor}) or mend the profile's dates.")
	decisionMissing = message.Define("decision-missing",
		"Chưa rõ số hoặc ngày của quyết định công nhận.", "The recognising decision's number or date is not stated.").
		Hint("Ghi số và ngày quyết định trong tệp hoặc trong kế hoạch.", "State number and date of the decision in the file or the plan.")
	decisionInFuture = message.Define("decision-in-future",
		"Ngày quyết định {day} sau ngày đang xét {asof}.", "The decision's date {day} is after the day in question {asof}.")
	issueBeforeDecision = message.Define("issue-before-decision",
		"Ngày cấp {issued} trước ngày quyết định {day}.", "The issue date {issued} is before the decision's date {day}.")
	nameMissing  = message.Define("prepare-name-missing", "Thiếu tên sản phẩm.", "The product's name is missing.")
	ownerMissing = message.Define("prepare-owner-missing", "Thiếu tên chủ thể.", "The producer's name is missing.")
	notGranted   = message.Define("prepare-not-granted",
		"Dòng này chưa phải kết quả công nhận nên không cấp giấy.", "This row is no grant: no certificate.")
	expiryDiffers = message.Define("expiry-differs",
		"Ngày hết hạn {file} khác cách tính của đơn vị (đến hết {rule}).", "The expiry date {file} differs from the office's rule (last day {rule}).").
		Hint("Sửa tệp hoặc sửa quy tắc thời hạn trong cài đặt.", "Mend the file, or the validity rule in the settings.")
	expiredAtIssue = message.Define("expired-at-issue",
		"Giấy chứng nhận này hết hiệu lực từ ngày {day}, trước ngày đang xét {asof}.", "This certificate expired on {day}, before the day in question {asof}.").
		Hint("Đặt đúng ngày đang xét (--as-of), hoặc xác nhận vẫn cấp.", "Set the day in question (--as-of), or confirm.")
	rowTwice = message.Define("row-twice",
		"Trùng sản phẩm và chủ thể với dòng {row} của cùng quyết định.", "Same product and producer as row {row} of the same decision.").
		Hint("Giữ một dòng.", "Keep one row.")
	certificateChanged = message.Define("certificate-changed",
		"Đã cấp giấy chứng nhận số {number}, nay tệp ghi khác: {what}.", "Certificate {number} was issued; the file now says otherwise: {what}.").
		Hint("Giấy đã cấp không tự đổi. Nếu quyết định đã sửa, dùng đính chính; nếu tệp sai, sửa tệp.", "An issued certificate never changes by itself. If the decision was amended, correct it; if the file is wrong, mend the file.")
	renamedOrNew = message.Define("renamed-or-new",
		"Sửa tên hay sản phẩm khác? Giấy số {number} đã cấp cho “{old}” của “{producer}” không còn trong tệp.",
		"A name mended, or another product? Certificate {number}, issued for “{old}” of “{producer}”, is no longer in the file.").
		Hint("Nếu sửa tên, dùng đính chính giấy đã cấp; nếu là sản phẩm khác, xác nhận cấp mới.", "If the name was mended, correct the certificate; if it is another product, confirm a new one.")
	alreadyCertified = message.Define("already-certified",
		"Sản phẩm đã có giấy chứng nhận số {number} còn hiệu lực đến hết {day}; đây là đánh giá lại hay nhập trùng?",
		"The product has certificate {number}, valid to {day}; is this a re-evaluation or entered twice?").
		Hint("Ghi “đánh giá lại” hoặc “nâng hạng” trong tệp, hoặc trả lời ở màn hình.", "Write “đánh giá lại” or “nâng hạng” in the file, or answer on the screen.")
	certNoDiffers = message.Define("cert-no-differs",
		"Tệp ghi số {file}, sổ cấp cho số {number}.", "The file says number {file}; the register gives {number}.")
	alreadyReplaces = message.Define("reevaluation-replaces",
		"Giấy chứng nhận số {number} sẽ được thay thế.", "Certificate {number} will be replaced.")
)

var levelNames = map[ocop.Level]*message.Text{
	ocop.Commune:  message.Define("level-commune", "UBND cấp xã", "the commune"),
	ocop.District: message.Define("level-district", "UBND cấp huyện", "the district"),
	ocop.Province: message.Define("level-province", "UBND cấp tỉnh", "the province"),
	ocop.Centre:   message.Define("level-centre", "bộ quản lý", "the ministry"),
}

// at makes a finding about a row, placed at the cell of a field.
func at(res ocop.Result, field ocop.Field, sev ocop.Severity, code string, m message.Message) ocop.Finding {
	src := res.Cells[field]
	sheet := src.Sheet
	if sheet == "" {
		sheet = res.Sheet
	}
	return ocop.Finding{Code: code, Severity: sev, File: res.File, Sheet: sheet, Row: res.Row, Cell: src.Cell, Message: m}
}

// granted: reading found a grant and nothing to ask.
func granted(res ocop.Result) bool {
	return (res.Standing == "" || res.Standing == ocop.Granted) && (res.Status == "" || res.Status == ocop.StatusReady)
}

// checkRow applies the rules that need no register, worst first.
func (p *preparation) checkRow(res ocop.Result, c ocop.Certificate) (f ocop.Finding, bad bool) {
	fault := func(field ocop.Field, code string, m message.Message) (ocop.Finding, bool) {
		return at(res, field, ocop.Fault, code, m), true
	}
	a, day := p.opt.Authority, res.Decision.Date
	switch {
	case strings.TrimSpace(res.Product.Name) == "":
		return fault(ocop.FieldProduct, "NAME_MISSING", nameMissing.With())
	case strings.TrimSpace(res.Producer.Name) == "":
		return fault(ocop.FieldProducer, "OWNER_MISSING", ownerMissing.With())
	case !granted(res):
		return fault(ocop.FieldStars, "NOT_GRANTED", notGranted.With())
	case strings.TrimSpace(res.Decision.Number) == "" || day.IsZero():
		return fault(ocop.FieldDecision, "DECISION_MISSING", decisionMissing.With())
	case day.After(p.opt.AsOf):
		return fault(ocop.FieldDecisionDate, "DECISION_IN_FUTURE", decisionInFuture.With("day", day.String(), "asof", p.opt.AsOf.String()))
	case c.IssuedOn.Before(day):
		return fault(ocop.FieldIssueDate, "ISSUE_BEFORE_DECISION", issueBeforeDecision.With("issued", c.IssuedOn.String(), "day", day.String()))
	case !a.Serves(day):
		return fault(ocop.FieldDecisionDate, "ISSUER_NOT_IN_FORCE", issuerNotInForce.With("authority", a.Name, "day", day.String(), "successor", a.Successor))
	case res.Stars < 3 || res.Stars > 5:
		return fault(ocop.FieldStars, "STARS_NO_CERTIFICATE", starsNoCertificate.With("stars", int(res.Stars)))
	case !res.Expiry.IsZero() && res.Expiry != c.LastDay:
		return fault(ocop.FieldExpiry, "EXPIRY_DIFFERS", expiryDiffers.With("file", res.Expiry.String(), "rule", c.LastDay.String()))
	}
	return p.checkPower(res, c)
}

// checkPower: stars in the issuer's power on the decision's date (148/QĐ-TTg,
// 1489/QĐ-TTg), and nothing that is over before it begins.
func (p *preparation) checkPower(res ocop.Result, c ocop.Certificate) (f ocop.Finding, bad bool) {
	a, day := p.opt.Authority, res.Decision.Date
	rules := a.Rules(day)
	if !rules.May(a.Level, res.Stars) {
		return at(res, ocop.FieldStars, ocop.Fault, "NOT_ISSUERS_STARS", notIssuersStars.With("authority", a.Name,
			"stars", int(res.Stars), "day", day.String(), "source", rules.Source, "level", levelNames[rules.Issuers[res.Stars]])), true
	}
	if c.LastDay.Before(p.opt.AsOf) && p.answer(res) != AnswerNew {
		return at(res, ocop.FieldDecisionDate, ocop.Question, "EXPIRED_AT_ISSUE",
			expiredAtIssue.With("day", c.LastDay.AddDays(1).String(), "asof", p.opt.AsOf.String())), true
	}
	return f, false
}

// note adds what a person should know of a proposed row.
func (p *preparation) note(n Proposed) {
	add := func(field ocop.Field, sev ocop.Severity, code string, m message.Message) {
		p.draft.Notes = append(p.draft.Notes, at(n.Result, field, sev, code, m))
	}
	if no := strings.TrimSpace(n.Result.CertNo); no != "" && no != n.Certificate.Number {
		add(ocop.FieldCertNo, ocop.Warning, "CERT_NO_DIFFERS", certNoDiffers.With("file", no, "number", n.Certificate.Number))
	}
	if n.Replaces != "" {
		add(ocop.FieldEvaluation, ocop.Info, "REEVALUATION", alreadyReplaces.With("number", n.Replaces))
	}
}
