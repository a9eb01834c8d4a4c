package ocop

// Certificate is what was issued (giấy chứng nhận): the text is frozen, a
// reprint reads it and never the workbook.
type Certificate struct {
	ID       string `json:"id"`       // public, unique: LC-2023-2-017
	Number   string `json:"number"`   // what the office writes: 07/2023/GCN-UBND
	Seq      int    `json:"seq"`      // its place in the series of numbers
	Series   string `json:"series"`   // which series the number belongs to
	Revision int    `json:"revision"` // 1 for the first
	Order    int    `json:"order"`    // award order within the batch, from 1

	Product   Product   `json:"product"`
	Producer  Producer  `json:"producer"` // without phone, tax id and representative: those stand apart
	Place     string    `json:"place"`    // commune, province: formats.md key 4
	Stars     Stars     `json:"stars"`
	Score     Score     `json:"score"`
	Round     Round     `json:"round"`
	Decision  Decision  `json:"decision"`
	Authority Authority `json:"authority"`
	Signatory Signatory `json:"signatory"`

	IssuedOn  Date `json:"issued_on"`  // "Lai Châu, ngày …" on the paper
	ValidFrom Date `json:"valid_from"` //
	LastDay   Date `json:"last_day"`   // printed: "Có giá trị đến hết ngày …"

	Sheet    string `json:"sheet,omitempty"` // serial of the pre-printed blank, when assigned
	Layout   string `json:"layout"`          // id and version of the layout
	Sample   bool   `json:"sample,omitempty"`
	Payload  []byte `json:"payload"`  // the frame of the QR (formats.md §1)
	URL      string `json:"url"`      // the text of the QR
	Code     string `json:"code"`     // six symbols, from the identity
	Identity []byte `json:"identity"` // SHA-256 of the signed bytes
}

// Standing of a certificate in its life (domain.md §1.6), as of a date.
type CertificateStatus string

// Statuses of a certificate.
const (
	Valid      CertificateStatus = "valid"      // còn hiệu lực
	Expiring   CertificateStatus = "expiring"   // sắp hết hạn
	Expired    CertificateStatus = "expired"    // hết hiệu lực
	NotYet     CertificateStatus = "not_yet"    // chưa có hiệu lực
	Revoked    CertificateStatus = "revoked"    // đã thu hồi
	Suspended  CertificateStatus = "suspended"  // tạm đình chỉ
	Superseded CertificateStatus = "superseded" // đã thay thế
	Cancelled  CertificateStatus = "cancelled"  // đã hủy (in hỏng, chưa trao)
)

// Vi names the status in Vietnamese.
func (s CertificateStatus) Vi() string {
	return map[CertificateStatus]string{
		Valid: "Còn hiệu lực", Expiring: "Sắp hết hạn", Expired: "Hết hiệu lực", NotYet: "Chưa có hiệu lực",
		Revoked: "Đã thu hồi", Suspended: "Tạm đình chỉ", Superseded: "Đã thay thế", Cancelled: "Đã hủy",
	}[s]
}

// ExpiryStatus gives what the dates alone say on a day: NotYet, Valid,
// Expiring (within notice days of the last day) or Expired.
func ExpiryStatus(first, last, asOf Date, notice int) CertificateStatus {
	switch {
	case asOf.Before(first):
		return NotYet
	case asOf.After(last):
		return Expired
	case asOf.DaysUntil(last) <= notice:
		return Expiring
	}
	return Valid
}
