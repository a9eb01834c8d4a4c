package register

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// PrintDiffers: a reprint must give the same bytes.
var PrintDiffers = message.Define("print-differs",
	"Tệp in của giấy chứng nhận số {number} khác tệp đã in trước đây.", "The file of certificate {number} differs from the one printed before.").
	Hint("Phiên bản chương trình hoặc phông chữ đã đổi. Dùng lại phiên bản cũ, hoặc ghi rõ in khác bản trước.",
		"The program's version or a font has changed. Use the earlier version, or state that the print differs.")

// Printing is one printing of certificates.
type Printing struct {
	Day     ocop.Date
	Copies  int               // 0: 1
	Files   map[string]string // id -> SHA-256 (hex) of its PDF
	Refs    []string          // blobs used
	Blanks  map[string]string // id -> serial of the sheet
	Info    map[string]string // program, printer, …
	Differs bool              // a person accepts that the bytes differ from the first printing
}

// Print records that certificates were printed for the first time. One that
// was printed already with the same file hash is passed over, so that a run
// repeated after an interruption adds nothing; with another hash it is
// PrintDiffers.
func (r *Register) Print(ctx context.Context, ids []string, p Printing) error {
	return r.write(ctx, KindPrint, func(w *writer) error {
		for _, id := range ids {
			row, err := w.find(id, KindPrint)
			if err != nil {
				return err
			}
			if row.lived(ocop.Date{}).prints > 0 {
				if err := w.sameFile(row, p); err != nil {
					return err
				}
				first, done, err := w.printed(row)
				if err != nil {
					return err
				}
				if done && (first == p.Files[id] || !p.Differs) {
					continue
				}
			}
			if err := w.add(p.event(KindPrint, row, w)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Reprint records another printing of the same number and bytes. It refuses
// without a reason, and with PrintDiffers when the file is another.
func (r *Register) Reprint(ctx context.Context, id, reason string, p Printing) error {
	if strings.TrimSpace(reason) == "" {
		return ReasonMissing.With("doing", KindReprint.Text()).Err()
	}
	return r.write(ctx, KindReprint, func(w *writer) error {
		row, err := w.find(id, KindReprint)
		if err != nil {
			return err
		}
		if err := w.sameFile(row, p); err != nil {
			return err
		}
		ev := p.event(KindReprint, row, w)
		ev.Reason = reason
		return w.add(ev)
	})
}

func (p Printing) event(kind Kind, row Row, w *writer) Event {
	ev := Event{Kind: kind, Day: w.dayOr(p.Day), ID: row.ID, Revision: row.Revision, Copies: max(p.Copies, 1),
		Hash: p.Files[row.ID], Blank: p.Blanks[row.ID], Refs: slices.Clone(p.Refs), Info: maps.Clone(p.Info)}
	return ev
}

// sameFile refuses a file that differs from the first printing of this revision.
func (w *writer) sameFile(row Row, p Printing) error {
	first, done, err := w.printed(row)
	if err != nil {
		return err
	}
	now := p.Files[row.ID]
	if done && first != "" && now != "" && first != now && !p.Differs {
		return PrintDiffers.With("number", row.Number).Err()
	}
	return nil
}

// printed gives the hash of the first printing of a row's latest revision.
func (w *writer) printed(row Row) (hash string, done bool, err error) {
	all, err := w.tx.EntriesOf(row.ID)
	if err != nil {
		return "", false, err
	}
	for _, e := range all {
		if e.Kind != KindPrint && e.Kind != KindReprint {
			continue
		}
		ev, err := e.Event()
		if err != nil {
			return "", false, fmt.Errorf("printing of %s: %w", row.ID, err)
		}
		if ev.Revision == row.Revision {
			return ev.Hash, true, nil
		}
	}
	return "", false, nil
}
