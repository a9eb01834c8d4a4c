package register

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"ocoprint/internal/ocop"
)

// Kind is what happened.
type Kind string

// Kinds of entries.
const (
	KindCreate   Kind = "create"   // the register began
	KindStart    Kind = "start"    // a series begins at a declared number
	KindIssue    Kind = "issue"    // cấp
	KindImport   Kind = "import"   // entered from an older register on paper
	KindRebuild  Kind = "rebuild"  // entered again from an issued PDF
	KindPrint    Kind = "print"    // in
	KindReprint  Kind = "reprint"  // in lại
	KindCorrect  Kind = "correct"  // đính chính
	KindReissue  Kind = "reissue"  // cấp lại
	KindTransfer Kind = "transfer" // chuyển giao chủ thể
	KindReplace  Kind = "replace"  // đánh giá lại: the old one is closed
	KindRevoke   Kind = "revoke"   // thu hồi
	KindSuspend  Kind = "suspend"  // tạm đình chỉ
	KindLift     Kind = "lift"     // bỏ đình chỉ
	KindExpire   Kind = "expire"   // hết hiệu lực
	KindHandOver Kind = "handover" // trao
	KindCancel   Kind = "cancel"   // hủy: in hỏng, chưa trao
	KindSpoil    Kind = "spoil"    // phôi hỏng
	KindLost     Kind = "lost"     // phôi báo mất
	KindClose    Kind = "close"    // a number closed with a reason
	KindMissing  Kind = "missing"  // a number known to be given, record lost
	KindRestore  Kind = "restore"  // restored from a backup
	KindMove     Kind = "move"     // moved to another place or PC
	KindClock    Kind = "clock"    // a person confirmed the clock
	KindErase    Kind = "erase"    // personal data erased
	KindProfile  Kind = "profile"  // issuer profile set
	KindSettings Kind = "settings" // settings changed
	KindAccount  Kind = "account"  // user made, changed or closed
	KindBackup   Kind = "backup"   // a backup was proven good
	KindPublish  Kind = "publish"  // lists were published
)

// Event is an entry of the journal in words. Its JSON, with the fields in this
// order, is the body that is hashed.
type Event struct {
	Seq int64 `json:"-"` // place in the journal, from 1

	Kind     Kind      `json:"kind"`
	At       int64     `json:"at"`           // ms since 1970, UTC: the machine's clock
	Day      ocop.Date `json:"day,omitzero"` // civil day on which it takes effect
	Who      string    `json:"who,omitempty"`
	ID       string    `json:"id,omitempty"`  // certificate
	Revision int       `json:"rev,omitempty"` // of the certificate, when it changes

	Reason   string         `json:"reason,omitempty"`
	Paper    string         `json:"paper,omitempty"` // the paper it rests on
	Decision *ocop.Decision `json:"decision,omitempty"`
	Clause   string         `json:"clause,omitempty"` // khoản 1 Điều 1
	Until    ocop.Date      `json:"until,omitzero"`

	Replaces   string `json:"replaces,omitempty"`    // id of the certificate before
	ReplacedBy string `json:"replaced_by,omitempty"` // id of the one after

	Series string `json:"series,omitempty"`
	Number string `json:"number,omitempty"`
	From   int    `json:"from,omitempty"` // first number of a range
	To     int    `json:"to,omitempty"`   // last number of a range

	Blank  string            `json:"blank,omitempty"` // serial of the pre-printed sheet
	Copies int               `json:"copies,omitempty"`
	Hash   string            `json:"hash,omitempty"` // SHA-256 of the file printed, or of what was set
	Refs   []string          `json:"refs,omitempty"` // SHA-256 of layout, fonts, background kept
	Info   map[string]string `json:"info,omitempty"`

	Key     string            `json:"key,omitempty"` // ocop.ResultKey at the time
	Source  *Source           `json:"source,omitempty"`
	Cert    *ocop.Certificate `json:"cert,omitempty"`
	Profile *ocop.Authority   `json:"profile,omitempty"`

	Personal string `json:"personal,omitempty"` // salted hash of the personal data beside it, hex
}

// Source is the row of the workbook that a certificate came from.
type Source struct {
	File  string `json:"file,omitempty"`
	Sheet string `json:"sheet,omitempty"`
	Row   int    `json:"row,omitempty"`
	No    string `json:"no,omitempty"` // STT as printed
}

// encode gives the body that is stored and hashed.
func (e Event) encode() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, fmt.Errorf("encode entry: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// Event reads an entry's body.
func (e Entry) Event() (ev Event, err error) {
	if err := json.Unmarshal(e.Body, &ev); err != nil {
		return ev, fmt.Errorf("read entry %d: %w", e.Seq, err)
	}
	ev.Seq = e.Seq
	return ev, nil
}

// Time is when the entry was made, by the machine's clock.
func (e Event) Time() time.Time { return time.UnixMilli(e.At).In(Vietnam) }

// Names that stand in Event.ID for what is no certificate.
const (
	idSettings = "@settings"
	idAccount  = "@account"
	idProfile  = "@profile"
)
