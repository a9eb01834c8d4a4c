package office

import (
	"context"

	"ocoprint/internal/message"
	"ocoprint/internal/register"
)

type opener = func(ctx context.Context, place string, readOnly bool) (register.Store, error)

// AuditPair proves that the newer of two registers continues the older one.
func AuditPair(ctx context.Context, open opener, older, newer string) (register.Report, error) {
	a, err := open(ctx, older, true)
	if err != nil {
		return register.Report{}, err
	}
	defer a.Close()
	b, err := open(ctx, newer, true)
	if err != nil {
		return register.Report{}, err
	}
	defer b.Close()
	return register.AuditPair(ctx, a, b)
}

// Move copies a register into an empty place and compares counts and hashes.
func Move(ctx context.Context, open opener, from, to string) (register.Counts, error) {
	a, err := open(ctx, from, true)
	if err != nil {
		return register.Counts{}, err
	}
	defer a.Close()
	b, err := open(ctx, to, false)
	if err != nil {
		return register.Counts{}, err
	}
	defer b.Close()
	return register.Move(ctx, a, b)
}

var (
	keysSeen    = message.Define("fsck-keys", "Khóa: {n} khóa trong danh sách, ký lại trước ngày {next}.", "Keys: {n} in the list, to be signed anew before {next}.")
	keysTrouble = message.Define("fsck-keys-bad", "Khóa: {reason}", "Keys: {reason}")
)

// Surroundings says what lies beside the register: the keys of each address.
func (o *Office) Surroundings(ctx context.Context) (lines []message.Message) {
	bases, err := o.Bases(ctx)
	if err != nil {
		return []message.Message{keysTrouble.With("reason", sentenceOf(err))}
	}
	for _, base := range bases {
		list, err := o.KeyBox(base).List(o.Now())
		if err != nil {
			lines = append(lines, keysTrouble.With("reason", sentenceOf(err)))
			continue
		}
		lines = append(lines, keysSeen.With("n", len(list.Keys), "next", list.Next.Format("02/01/2006")))
	}
	return lines
}
