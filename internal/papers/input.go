package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
)

// Input is everything that stands on the papers of one conference. Every part
// but Settings and Certificates may be left at its zero value: what is not
// known is printed as a blank to be filled in by hand.
type Input struct {
	Settings     ocop.Settings
	Certificates []ocop.Certificate // the batch, in award order (see InAwardOrder)
	Book         []ocop.Certificate // the register's entries for the book and the expiry notices; nil: Certificates

	Persons   map[string]Person   // personal side data, by certificate id
	Displays  map[string]Stand    // what the annex says about the display, by certificate id
	Standings map[string]Standing // what became of a certificate, by certificate id; missing: by its dates alone

	Reading Reading   // for the reconciliation report
	AsOf    ocop.Date // the day on which the papers are printed
	Sample  bool      // MẪU – KHÔNG CÓ GIÁ TRỊ on every page; also when Settings or a certificate say so

	// NoticeDays is how long before the last day an expiry notice is written;
	// 0: 90 days (the notice itself is due 30 days before the last day).
	NoticeDays int

	// Layouts finds the layout that a certificate was issued with, by
	// Certificate.Layout ("gcn-3sao-a4-ngang@1"; also without the version, or
	// empty for the default); nil: the shipped layouts.
	Layouts func(name string) (*layout.Template, error)

	// PrintedID is what is printed of an id under the code: the id with its
	// check character (seal knows it); nil: the id alone.
	PrintedID func(id string) string

	Faces       *layout.Faces      // nil: the shipped fonts
	Pictures    layout.Pictures    // sizes of the pictures that layouts name
	Output      layout.Output      // of the certificates; empty: Digital
	Calibration layout.Calibration // of the certificates, when Output is Overprint
	Grid        bool               // a 10 mm grid under the certificates, on proofs
	Copy        bool               // certificates are printed as BẢN LƯU (a certificate that has ended)
}

// Person is the side data of a certificate that stands apart from the journal
// and can be erased: personal data, on internal papers only.
type Person struct {
	Representative string // who comes to receive the certificate
	Title          string // Giám đốc, Chủ hộ
	Phone          string
	Proxy          string // number and date of a giấy ủy quyền, when somebody else comes
}

// Stand is what is known beforehand about a product's place in the display.
type Stand struct {
	Units string // units the annex says will be shown; empty: the plan's number
	Booth string
}

// Standing is what became of a certificate.
type Standing struct {
	Status     ocop.CertificateStatus // empty: what its dates say
	Reason     string                 // Quyết định thu hồi số …, cấp lại lần 2
	Receiver   string                 // who took it (personal data)
	HandedOver ocop.Date
}

// Reading is how the workbook became certificates (domain.md §9, I34): every
// row read is issued now, was issued before, or is left out with its reason.
type Reading struct {
	File   string   // name as the clerk knows it
	SHA256 string   // hex, of the file's bytes
	Sheets []string // sheets read, in order

	Rows     int            // product rows read
	Kept     []Kept         // rows that have a certificate, in the order of the annex
	LeftOut  []ocop.LeftOut // rows without one, in the order of the annex
	Findings []ocop.Finding // everything reading remarked, worst first or in order
	Facts    []Fact         // decision, date, round, year … with the place each came from
	Footers  []FooterCheck  // the table's own counts against ours

	Checkpoint string // short form of the register's checkpoint after the batch
	Register   string // what the register calls itself, may be empty
}

// Kept is a row and the certificate it has.
type Kept struct {
	Result      ocop.Result
	Certificate string // id
	New         bool   // issued now; false: issued before
}

// Fact is a value that holds for many rows, and where it was read.
type Fact struct {
	Name   string // Quyết định, Ngày quyết định, Đợt, Năm
	Value  string
	Source ocop.Source
}

// FooterCheck compares a count that the document states with ours.
type FooterCheck struct {
	Text      string // as it stands: “Tổng cộng: 08 sản phẩm của 05 chủ thể”
	Source    ocop.Source
	Products  int // stated; -1: not stated
	Producers int
	Counted   struct{ Products, Producers int } // ours, of the same rows
}

// OK reports whether the document's count and ours agree.
func (f FooterCheck) OK() bool {
	return (f.Products < 0 || f.Products == f.Counted.Products) &&
		(f.Producers < 0 || f.Producers == f.Counted.Producers)
}

// sample reports whether the papers are samples.
func (in Input) sample() bool {
	if in.Sample || in.Settings.Sample {
		return true
	}
	for _, c := range in.Certificates {
		if c.Sample {
			return true
		}
	}
	return false
}

// book is what the register book and the notices list.
func (in Input) book() []ocop.Certificate {
	if in.Book != nil {
		return in.Book
	}
	return in.Certificates
}

// standing is the status of a certificate on the day of printing; as in the
// register it is not yet valid before its issue day.
func (in Input) standing(c ocop.Certificate) Standing {
	s := in.Standings[c.ID]
	if s.Status == "" {
		first := c.ValidFrom
		if c.IssuedOn.After(first) {
			first = c.IssuedOn
		}
		s.Status = ocop.ExpiryStatus(first, c.LastDay, in.AsOf, noticeDue)
	}
	return s
}

// noticeDue is how many days before the last day the issuing body must have
// told the producer in writing (domain.md §1.6).
const noticeDue = 30
