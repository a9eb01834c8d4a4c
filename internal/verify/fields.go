package verify

import (
	"fmt"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/seal"
	"ocoprint/internal/viet"
)

// The labels of the fields, as they stand on the paper.
var (
	LabelProduct  = message.Define("field-product", "Sản phẩm", "Product")
	LabelProducer = message.Define("field-producer", "Chủ thể", "Producer")
	LabelPlace    = message.Define("field-place", "Địa chỉ", "Place")
	LabelStars    = message.Define("field-stars", "Đạt hạng", "Rating")
	LabelScore    = message.Define("field-score", "Điểm", "Score")
	LabelDecision = message.Define("field-decision", "Quyết định số", "Decision no.")
	LabelDecided  = message.Define("field-decided", "Ngày quyết định", "Decision date")
	LabelIssued   = message.Define("field-issued", "Ngày cấp", "Issued on")
	LabelLastDay  = message.Define("field-last", "Có giá trị đến hết ngày", "Valid through")
	LabelRound    = message.Define("field-round", "Nhóm / đợt", "Group / round")
	LabelSerial   = message.Define("field-serial", "Số phôi", "Sheet serial")
	LabelRevision = message.Define("field-revision", "Lần cấp", "Revision")
	LabelID       = message.Define("field-id", "Mã giấy", "Certificate id")
	LabelCode     = message.Define("field-code", "Mã đối chiếu", "Check code")
	LabelExtra    = message.Define("field-extra", "Thông tin khác", "Other")
	LabelFull     = message.Define("field-full", "Tên đầy đủ (danh sách công khai)", "Full name (public list)")
	StarsValue    = message.Define("field-stars-value", "{n} sao", "{n} stars")
)

// Labels lists every label, for the page's script.
var Labels = []*message.Text{LabelProduct, LabelProducer, LabelPlace, LabelStars, LabelScore, LabelDecision, LabelDecided,
	LabelIssued, LabelLastDay, LabelRound, LabelSerial, LabelRevision, LabelID, LabelCode, LabelExtra, LabelFull, StarsValue}

// Field is one line to compare with the paper.
type Field struct {
	Name  string        `json:"name"` // code of the label
	Label *message.Text `json:"-"`
	Value string        `json:"value"`
}

// Fields lists what the outcome may show, in the paper's order; nothing when
// the signature did not pass.
func (o Outcome) Fields(lang message.Lang) []Field {
	var f fieldList
	f.lang = lang
	switch {
	case o.Body != nil && o.Info().Show != ShowNone:
		f.body(*o.Body, seal.Code(o.Identity))
		if o.Row != nil {
			f.add(LabelFull, strings.Join([]string{o.Row.Product, o.Row.Producer, o.Row.Place}, " · "))
		}
	case o.Row != nil && o.Info().Show == ShowRow:
		r := o.Row
		f.body(seal.Body{ID: r.ID, Product: r.Product, Producer: r.Producer, Place: r.Place, Stars: r.Stars,
			Decision: r.Decision, Decided: r.Decided, Issued: r.Issued, LastDay: r.LastDay, Revision: r.Revision}, "")
	}
	return f.fields
}

type fieldList struct {
	fields []Field
	lang   message.Lang
}

func (f *fieldList) add(label *message.Text, value string) {
	if value != "" {
		f.fields = append(f.fields, Field{label.Code, label, value})
	}
}

func (f *fieldList) body(b seal.Body, code string) {
	f.add(LabelProduct, b.Product)
	f.add(LabelProducer, b.Producer)
	f.add(LabelPlace, b.Place)
	f.add(LabelStars, StarsValue.With("n", b.Stars).In(f.lang))
	if b.Score != nil {
		f.add(LabelScore, viet.Number(float64(*b.Score)/100, 2))
	}
	f.add(LabelDecision, b.Decision)
	f.add(LabelDecided, b.Decided.String())
	f.add(LabelIssued, b.IssueDay().String())
	f.add(LabelLastDay, b.LastDay.String())
	f.add(LabelRound, b.Round)
	f.add(LabelSerial, b.Serial)
	if b.Rev() > 1 {
		f.add(LabelRevision, fmt.Sprint(b.Rev()))
	}
	f.add(LabelID, seal.WithCheck(b.ID))
	f.add(LabelCode, code)
	for _, x := range b.Extra {
		value := fmt.Sprint(x.Value)
		if raw, ok := x.Value.([]byte); ok {
			value = fmt.Sprintf("%x", raw)
		}
		f.add(LabelExtra, value)
	}
}

// Answer is an outcome as data, for --json and the API. It holds nothing that
// the public may not see.
type Answer struct {
	Code     Code     `json:"code"`
	Reason   string   `json:"reason"`
	Genuine  bool     `json:"genuine"`
	Sample   bool     `json:"sample,omitempty"`
	Sentence string   `json:"sentence"`
	Advice   string   `json:"advice"`
	Colour   string   `json:"colour"`
	Icon     string   `json:"icon"`
	ID       string   `json:"id,omitempty"`
	Host     string   `json:"host,omitempty"`
	AsOf     string   `json:"as_of"`
	ListMade string   `json:"list_made,omitempty"`
	Struck   bool     `json:"struck,omitempty"`
	Fields   []Field  `json:"fields,omitempty"`
	Notes    []string `json:"notes,omitempty"`
}

// Answer says the outcome in a language.
func (o Outcome) Answer(lang message.Lang) Answer {
	info := o.Info()
	a := Answer{Code: o.Code, Reason: o.Reason(), Genuine: o.Genuine(), Sample: o.Sample, Sentence: o.Sentence().In(lang),
		Advice: o.Advice().In(lang), Colour: info.Colour, Icon: info.Icon, Host: o.Host, AsOf: o.AsOf.ISO(),
		Struck: info.Show == ShowStruck, Fields: o.Fields(lang)}
	if seal.ValidID(o.ID) {
		a.ID = o.ID
	}
	if !o.ListMade.IsZero() {
		a.ListMade = dayOf(o.ListMade).String()
	}
	for _, n := range o.Notes {
		a.Notes = append(a.Notes, n.In(lang))
	}
	return a
}
