package intake

import (
	"strconv"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// The kinds of Change.
const (
	ChangeNew     = "new"
	ChangeChanged = "changed"
	ChangeMissing = "missing"
	ChangeRenamed = "renamed"
)

// Change is one difference between two readings of the same results.
type Change struct {
	Kind   string // new | changed | missing | renamed
	Before ocop.Result
	After  ocop.Result
	Fields []FieldChange // of changed and renamed rows
	Text   message.Message
}

// FieldChange is a value that is another now.
type FieldChange struct {
	Field       ocop.Field
	Before, Now string
}

// Difference is what a second import changes.
type Difference struct {
	Unchanged int
	Changes   []Change       // in the order of the new file, what is missing last
	Held      []ocop.Finding // renamed rows: "sửa tên hay sản phẩm khác?"
}

var (
	rowRenamed = define("ROW_RENAMED", ocop.Question, "row-renamed",
		"{place}: «{now}» có lẽ là «{before}» của lần trước (cùng {same}). Sửa tên hay sản phẩm khác?",
		"{place}: «{now}» may be the former «{before}» (same {same}). Was it renamed, or is it another product?").
		hint("Trả lời có nếu là sửa tên, không nếu là sản phẩm khác.", "Answer yes if it was renamed, no if it is another product.")
	diffNew     = message.Define("intake-diff-new", "Mới: «{name}» của {owner}.", "New: «{name}» of {owner}.")
	diffMissing = message.Define("intake-diff-missing", "Không còn trong tệp: «{name}» của {owner}. Giấy đã cấp không tự thu hồi.", "No longer in the file: «{name}» of {owner}. A certificate that was issued is not revoked by this.")
	diffChanged = message.Define("intake-diff-changed", "Thay đổi: «{name}» của {owner}: {fields}.", "Changed: «{name}» of {owner}: {fields}.")
	sameOwner   = message.Define("intake-same-owner", "chủ thể", "producer")
	sameRow     = message.Define("intake-same-row", "số dòng", "row")
	sameScore   = message.Define("intake-same-score", "điểm", "score")
	blankWord   = message.Define("intake-blank", "(trống)", "(blank)")
)

// Diff compares an earlier reading with the one now. Rows are the same by
// ocop.ResultKey. A new and a vanished row of one decision that share producer,
// row number or score are renamed: held, never guessed (design.md §2).
func Diff(authorityCode string, before, now []ocop.Result) Difference {
	d := Difference{}
	old := map[string][]int{}
	for i, r := range before {
		k := r.Key(authorityCode)
		old[k] = append(old[k], i)
	}
	met := make([]bool, len(before))
	order := make([]Change, 0, len(now))
	for _, r := range now {
		k := r.Key(authorityCode)
		if len(old[k]) == 0 {
			order = append(order, Change{Kind: ChangeNew, After: r, Text: diffNew.With("name", r.Product.Name, "owner", r.Producer.Name)})
			continue
		}
		j := old[k][0]
		old[k], met[j] = old[k][1:], true
		if fields := fieldChanges(before[j], r); len(fields) > 0 {
			order = append(order, Change{Kind: ChangeChanged, Before: before[j], After: r, Fields: fields,
				Text: diffChanged.With("name", r.Product.Name, "owner", r.Producer.Name, "fields", changeList(fields))})
		} else {
			d.Unchanged++
		}
	}
	for i := range order {
		if order[i].Kind == ChangeNew {
			d.rename(&order[i], before, met)
		}
	}
	d.Changes = order
	for j, r := range before {
		if !met[j] {
			d.Changes = append(d.Changes, Change{Kind: ChangeMissing, Before: r, Text: diffMissing.With("name", r.Product.Name, "owner", r.Producer.Name)})
		}
	}
	return d
}

// rename finds the vanished row that a new one may be: the one that shares most.
func (d *Difference) rename(c *Change, before []ocop.Result, met []bool) {
	best, points := -1, 0
	var why *message.Text
	for j, o := range before {
		if met[j] || !sameDecision(o.Decision, c.After.Decision) || o.Round != c.After.Round {
			continue
		}
		p, w := kinship(o, c.After)
		if p > points {
			best, points, why = j, p, w
		}
	}
	if best < 0 {
		return
	}
	met[best] = true
	c.Kind, c.Before, c.Fields = ChangeRenamed, before[best], fieldChanges(before[best], c.After)
	rd := &reader{out: &Reading{File: c.After.File}}
	at := spot{sheet: c.After.Sheet, row: c.After.Row, cell: c.After.Cells[ocop.FieldProduct].Cell, raw: c.After.Product.Name}
	f := rd.finding(rowRenamed, at, "now", c.After.Product.Name, "before", c.Before.Product.Name, "same", why)
	c.Text = f.Message
	d.Held = append(d.Held, f)
}

// kinship says how much two rows share, and by what.
func kinship(o, n ocop.Result) (points int, why *message.Text) {
	if o.Score.Known && o.Score == n.Score {
		points, why = points+2, sameScore
	}
	if o.Sheet == n.Sheet && o.Row == n.Row {
		points, why = points+2, sameRow
	}
	if o.Producer.Name != "" && viet.Key(o.Producer.Name) == viet.Key(n.Producer.Name) {
		points, why = points+3, sameOwner
	}
	if o.Product.Name != "" && viet.SearchKey(o.Product.Name) == viet.SearchKey(n.Product.Name) {
		points += 3
		if why == nil {
			why = sameRow
		}
	}
	return points, why
}

// fieldChanges lists what a certificate or a list would say otherwise.
func fieldChanges(o, n ocop.Result) (all []FieldChange) {
	add := func(f ocop.Field, before, now string) {
		if before != now {
			all = append(all, FieldChange{f, before, now})
		}
	}
	add(ocop.FieldProduct, o.Product.Name, n.Product.Name)
	add(ocop.FieldProducer, o.Producer.Name, n.Producer.Name)
	add(ocop.FieldCommune, o.Producer.Commune, n.Producer.Commune)
	add(ocop.FieldAddress, o.Producer.Address, n.Producer.Address)
	add(ocop.FieldScore, plainOrNone(o.Score), plainOrNone(n.Score))
	add(ocop.FieldStars, rankOf(o), rankOf(n))
	add(ocop.FieldRound, o.Round.String(), n.Round.String())
	add(ocop.FieldDecision, o.Decision.String(), n.Decision.String())
	add(ocop.FieldGroup, o.Product.Group, n.Product.Group)
	add(ocop.FieldRepresentative, o.Producer.Representative, n.Producer.Representative)
	add(ocop.FieldPhone, o.Producer.Phone, n.Producer.Phone)
	return all
}

func plainOrNone(s ocop.Score) string {
	if !s.Known {
		return ""
	}
	return plain(s)
}

func rankOf(r ocop.Result) string {
	switch {
	case r.Standing == ocop.NotCertified:
		return outNot.In(message.Vi)
	case r.Standing == ocop.Proposed:
		return "đề nghị " + strconv.Itoa(int(r.Stars)) + " sao"
	case !r.Stars.Valid():
		return ""
	}
	return r.Stars.String()
}

// changeList says "điểm 67,5 → 68; hạng sao 3 sao → 4 sao".
type changeList []FieldChange

// In says the changes in a language.
func (c changeList) In(l message.Lang) string {
	var parts []string
	for _, f := range c {
		before, now := f.Before, f.Now
		if before == "" {
			before = blankWord.In(l)
		}
		if now == "" {
			now = blankWord.In(l)
		}
		parts = append(parts, FieldName(f.Field).In(l)+" "+before+" → "+now)
	}
	return strings.Join(parts, "; ")
}
