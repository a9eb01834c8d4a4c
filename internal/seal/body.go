package seal

// Body is what a certificate says inside its QR code. The zero value of an
// optional field leaves it out. Texts are cleaned to NFC when sealed.
type Body struct {
	ID       string // 1  public, unique: PREFIX-…, [-A-Z0-9.]{4,24}
	Product  string // 2  ≤ 120 bytes in the code
	Producer string // 3  chủ thể, ≤ 160 bytes
	Place    string // 4  commune or ward, province, as in the decision, ≤ 100 bytes
	Stars    int    // 5  1–5
	Score    *int   // 6  score × 100, 0–10000; nil when the office does not publish it
	Decision string // 7  number of the recognising decision: 1422/QĐ-UBND
	Decided  Day    // 8  date of the decision
	LastDay  Day    // 9  last valid day
	Serial   string // 10 serial of the pre-printed blank (phôi), when assigned before signing
	Revision int    // 11 1 (or 0) is left out of the code
	Round    string // 12 product group / round, optional
	Issued   Day    // 13 issue day (the “Lai Châu, ngày …”); 0 means equal to Decided
	FullHash []byte // 14 8 bytes, present when a text was shortened; set by Seal
	Extra    []Extra
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
