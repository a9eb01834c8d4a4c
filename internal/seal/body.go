package seal

import "ocoprint/internal/viet"

// Body is what a certificate says inside its QR code; the numbers are the
// keys of the CBOR map. The zero value of an optional field leaves it out.
// Texts are normalised to NFC when sealed.
type Body struct {
	ID       string  // 1  public, unique: PREFIX-…, [-A-Z0-9.]{4,24}
	Product  string  // 2  ≤ 120 bytes in the code
	Producer string  // 3  chủ thể, ≤ 160 bytes
	Place    string  // 4  commune or ward, province, as in the decision, ≤ 100 bytes
	Stars    int     // 5  1–5
	Score    *int    // 6  score × 100, 0–10000; nil when the office does not publish it
	Decision string  // 7  number of the recognising decision: 1422/QĐ-UBND, ≤ 60 bytes
	Decided  Day     // 8  date of the decision
	LastDay  Day     // 9  last valid day
	Serial   string  // 10 serial of the pre-printed blank (phôi), when assigned before signing
	Revision int     // 11 1 (or 0) is left out of the code
	Round    string  // 12 product group / round, optional
	Issued   Day     // 13 issue day (the “Lai Châu, ngày …”); 0 means equal to Decided
	FullHash []byte  // 14 8 bytes, present when a text was shortened; set by Seal
	Extra    []Extra // 15–23, ascending
}

// Extra is an optional field with a key of 15–23, shown as “thông tin khác”.
// Value is uint64, string or []byte.
type Extra struct {
	Key   int
	Value any
}

// IssueDay is the day that decides key period, grace and “not yet valid”.
func (b Body) IssueDay() Day {
	if b.Issued != 0 {
		return b.Issued
	}
	return b.Decided
}

// Rev is the revision, 1 when the field is left out.
func (b Body) Rev() int { return max(b.Revision, 1) }

// Shortened tells whether a text was shortened to fit the code (“tên rút gọn”).
func (b Body) Shortened() bool { return len(b.FullHash) > 0 }

// Limits of the texts in the code, in bytes, and of numbers.
const (
	MaxProduct  = 120
	MaxProducer = 160
	MaxPlace    = 100
	maxShort    = 60 // decision, serial, round
	maxRevision = 9999
	maxDay      = 73413 // 31/12/2200
	hashSize    = 8
)

// clean normalises the body and says what cannot be sealed.
func (b Body) clean() (Body, error) {
	for _, f := range []*string{&b.Product, &b.Producer, &b.Place, &b.Decision, &b.Serial, &b.Round} {
		*f = viet.NFC(*f)
	}
	b.FullHash = nil
	if b.Issued == b.Decided {
		b.Issued = 0
	}
	if b.Revision == 1 {
		b.Revision = 0
	}
	if b.Revision < 0 || b.Decided < 0 || b.LastDay < 0 || b.Issued < 0 || b.Stars < 0 || (b.Score != nil && *b.Score < 0) {
		return b, FieldBad.With("field", "số", "why", "số âm").Err()
	}
	limits := [3]string{b.Product, b.Producer, b.Place}
	b.Product, b.Producer, b.Place = first(b.Product), first(b.Producer), first(b.Place)
	raw, err := b.encode()
	if err != nil {
		return b, FieldBad.With("field", b.ID, "why", err).Err()
	}
	if _, err := decodeBody(raw); err != nil {
		return b, FieldBad.With("field", b.ID, "why", err).Err()
	}
	b.Product, b.Producer, b.Place = limits[0], limits[1], limits[2]
	for _, t := range limits {
		if !cleanText(t) {
			return b, FieldBad.With("field", t, "why", "có ký tự điều khiển hoặc ký tự ẩn").Err()
		}
	}
	return b, nil
}

// first keeps the beginning of a text, so that bounds can be checked before
// shortening.
func first(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 8)])
}
