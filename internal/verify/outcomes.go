package verify

import "ocoprint/internal/message"

// Code is the letter of an outcome, printed as the reason code.
type Code string

// The closed list of outcomes (formats.md §1).
const (
	G Code = "G" // hợp lệ
	O Code = "O" // chữ ký đúng, chưa kiểm tra được thu hồi
	E Code = "E" // hết hiệu lực
	P Code = "P" // chưa có hiệu lực
	S Code = "S" // đã thay thế
	R Code = "R" // đã thu hồi, tạm đình chỉ, phôi báo mất
	X Code = "X" // không có trong sổ cấp
	C Code = "C" // khóa ký bị lộ
	K Code = "K" // không rõ nơi ký
	A Code = "A" // mã bị sửa hoặc giả
	V Code = "V" // mã mới hơn
	F Code = "F" // mã bị cắt
	U Code = "U" // không đọc được mã
	N Code = "N" // không phải mã của giấy chứng nhận
)

// Show says which fields a page may show under an outcome.
type Show string

// What may be shown.
const (
	ShowNone   Show = "none"
	ShowBody   Show = "body"
	ShowStruck Show = "struck" // struck through
	ShowRow    Show = "row"    // the public list's row by id
)

// Info is one line of the table of outcomes.
type Info struct {
	Code     Code
	Sentence *message.Text // what is true; blanks {day}, {ref}, {new}, {host}
	Advice   *message.Text // what the reader should do
	Colour   string        // green, bluegrey, amber, redamber, red, grey
	Icon     string        // one sign, drawn beside the words
	Show     Show
}

// Table is the closed list, in the order of formats.md.
var Table = []Info{
	{G, GenuineText, GenuineAdvice, "green", "✓", ShowBody},
	{O, OfflineText, OfflineAdvice, "bluegrey", "◐", ShowBody},
	{E, ExpiredText, ExpiredAdvice, "amber", "■", ShowBody},
	{P, PendingText, PendingAdvice, "amber", "▷", ShowBody},
	{S, SupersededText, SupersededAdvice, "amber", "⇄", ShowBody},
	{R, RevokedText, RevokedAdvice, "red", "✕", ShowStruck},
	{X, UnregisteredText, UnregisteredAdvice, "redamber", "!", ShowBody},
	{C, CompromisedText, CompromisedAdvice, "red", "✕", ShowNone},
	{K, UnknownText, UnknownAdvice, "red", "?", ShowNone},
	{A, AlteredText, AlteredAdvice, "red", "✕", ShowNone},
	{V, NewerText, NewerAdvice, "grey", "↻", ShowNone},
	{F, CutText, CutAdvice, "grey", "⋯", ShowRow},
	{U, UnreadableText, UnreadableAdvice, "grey", "▦", ShowNone},
	{N, ForeignText, ForeignAdvice, "grey", "∅", ShowNone},
}

// SampleInfo replaces the line of any outcome of a sample key.
var SampleInfo = Info{"", SampleText, SampleAdvice, "grey", "M", ShowBody}

// InfoOf gives the line of a code.
func InfoOf(c Code) Info {
	for _, i := range Table {
		if i.Code == c {
			return i
		}
	}
	return Info{}
}

// Info is the line of the table for this outcome: a sample's own line when
// its fields may be shown at all.
func (o Outcome) Info() Info {
	i := InfoOf(o.Code)
	if o.Sample && (i.Show == ShowBody || i.Show == ShowStruck) {
		s := SampleInfo
		s.Code = o.Code
		return s
	}
	return i
}

// Reason is the code at the foot of every answer: G, R, or G·MẪU.
func (o Outcome) Reason() string {
	if o.Sample {
		return string(o.Code) + "·MẪU"
	}
	return string(o.Code)
}

// Sentence is what is true, with its blanks filled.
func (o Outcome) Sentence() message.Message {
	text := o.Info().Sentence
	if o.Code == R && o.Status != nil && !o.Sample {
		text = revokedBy[o.Status.Code]
	}
	return text.With(o.blanks()...)
}

// Advice is what the reader should do.
func (o Outcome) Advice() message.Message { return o.Info().Advice.With(o.blanks()...) }

func (o Outcome) blanks() []any {
	day, ref := "", ""
	switch {
	case o.Status != nil:
		day, ref = o.Status.Day.String(), o.Status.Ref
	case o.Code == E && o.Body != nil:
		day = (o.Body.LastDay + 1).String()
	case o.Code == P && o.Body != nil:
		day = o.Body.IssueDay().String()
	case !o.ListMade.IsZero():
		day = dayOf(o.ListMade).String()
	default:
		day = "–"
	}
	return []any{"day", day, "ref", ref, "new", ref, "host", o.Host, "id", o.ID}
}
