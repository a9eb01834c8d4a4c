package ocop

import "ocoprint/internal/message"

// Producer is who makes a product (chủ thể).
type Producer struct {
	Name           string `json:"name"` // as the decision prints it
	Kind           string `json:"kind,omitempty"`
	Address        string `json:"address,omitempty"`
	Commune        string `json:"commune,omitempty"` // xã, phường as in the decision
	Representative string `json:"representative,omitempty"`
	Phone          string `json:"phone,omitempty"`  // personal data: never public
	TaxID          string `json:"tax_id,omitempty"` // personal data for a household
}

// Product is what is recognised (sản phẩm).
type Product struct {
	Name  string `json:"name"` // as the decision prints it
	Group string `json:"group,omitempty"`
	Code  string `json:"code,omitempty"` // national product code, optional
	Pack  string `json:"pack,omitempty"` // quy cách
	Unit  string `json:"unit,omitempty"` // đơn vị tính
}

// Standing says what a row claims: a grant, a proposal to a higher level, or
// that the product was not recognised.
type Standing string

// Standings of a row.
const (
	Granted      Standing = "granted"
	Proposed     Standing = "proposed"      // đề nghị, tiềm năng: never printed
	NotCertified Standing = "not_certified" // không đạt, hoàn thiện hồ sơ
)

// Status is what reading says of a row.
type Status string

// Statuses of a row.
const (
	StatusReady        Status = "ready"         // may be printed without asking
	StatusHeld         Status = "held"          // a person must decide
	StatusNotCertified Status = "not_certified" // not a grant: never printed
)

// Evaluation is the kind of evaluation.
type Evaluation string

// Kinds of evaluation.
const (
	FirstTime Evaluation = "first"   // đánh giá lần đầu
	Again     Evaluation = "again"   // đánh giá lại
	Upgrade   Evaluation = "upgrade" // nâng hạng
	AnyKind   Evaluation = ""        // not stated
)

// Field names a value of a Result, as a key of Result.Cells.
type Field string

// Fields of a result that a workbook can state.
const (
	FieldNo             Field = "stt"
	FieldProduct        Field = "product"
	FieldProducer       Field = "producer"
	FieldProducerKind   Field = "producer_kind"
	FieldAddress        Field = "address"
	FieldCommune        Field = "commune"
	FieldDistrict       Field = "district"
	FieldScore          Field = "score"
	FieldPartA          Field = "part_a"
	FieldPartB          Field = "part_b"
	FieldPartC          Field = "part_c"
	FieldStars          Field = "stars"
	FieldRound          Field = "round"
	FieldYear           Field = "year"
	FieldGroup          Field = "group"
	FieldEvaluation     Field = "evaluation"
	FieldDecision       Field = "decision"
	FieldDecisionDate   Field = "decision_date"
	FieldCertNo         Field = "cert_no"
	FieldIssueDate      Field = "issue_date"
	FieldExpiry         Field = "expiry"
	FieldPhone          Field = "phone"
	FieldRepresentative Field = "representative"
	FieldTaxID          Field = "tax_id"
	FieldProductCode    Field = "product_code"
	FieldPack           Field = "pack"
	FieldUnit           Field = "unit"
	FieldQuantity       Field = "quantity"
	FieldBooth          Field = "booth"
	FieldConsultant     Field = "consultant"
	FieldNote           Field = "note"
)

// Source says where a value came from: a cell, and by which road.
type Source struct {
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"` // F14; empty for a sheet or file name
	From  string `json:"from"`           // column | section | title | line | sheet | file | answer
}

// Result is what a workbook says of one product (kết quả đánh giá).
type Result struct {
	File       string           `json:"file"`
	Sheet      string           `json:"sheet"`
	Row        int              `json:"row"` // 1-based, as the clerk sees it
	Cells      map[Field]Source `json:"cells,omitempty"`
	No         string           `json:"no,omitempty"` // STT as printed
	Product    Product          `json:"product"`
	Producer   Producer         `json:"producer"`
	Score      Score            `json:"score"`
	Parts      [3]Score         `json:"parts"`
	Stars      Stars            `json:"stars"`
	Standing   Standing         `json:"standing"`
	Evaluation Evaluation       `json:"evaluation,omitempty"`
	Round      Round            `json:"round"`
	Decision   Decision         `json:"decision"`
	CertNo     string           `json:"cert_no,omitempty"`
	IssueDate  Date             `json:"issue_date"`
	Expiry     Date             `json:"expiry"`
	Quantity   string           `json:"quantity,omitempty"`
	Booth      string           `json:"booth,omitempty"`
	Consultant string           `json:"consultant,omitempty"`
	Note       string           `json:"note,omitempty"`
	Hidden     bool             `json:"hidden,omitempty"`
	Struck     bool             `json:"struck,omitempty"`
	Status     Status           `json:"status"`
	Findings   []Finding        `json:"-"` // those of this row
}

// Severity orders findings (intake.md).
type Severity string

// Severities, worst first.
const (
	Refuse   Severity = "refuse"   // the file is not read
	Fault    Severity = "error"    // the row is held until corrected
	Question Severity = "question" // the row is held until answered
	Warning  Severity = "warning"  // the row goes, and is shown
	Info     Severity = "info"
)

// Finding is a remark about a place in a file. Code is permanent
// (STARS_UNREADABLE); Message is the sentence.
type Finding struct {
	Code       string
	Severity   Severity
	File       string
	Sheet      string
	Row        int    // 0: about the sheet or file
	Column     string // the heading, as the clerk sees it
	Cell       string // F14
	Raw        string // the value as it stands
	Expected   string
	Suggestion string
	Message    message.Message
}

// Holds reports whether the finding keeps its row from being printed.
func (f Finding) Holds() bool {
	return f.Severity == Refuse || f.Severity == Fault || f.Severity == Question
}

// Selection says what of the results is printed: by default three stars,
// round 2 of the year that the file states.
type Selection struct {
	Stars Stars
	Round Round // Year 0: the file's own year
}

// LeftOut is a row that is not printed, and why.
type LeftOut struct {
	Result Result
	Reason message.Message
}
