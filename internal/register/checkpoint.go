package register

import (
	"bytes"
	"context"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"ocoprint/internal/message"
)

// ForkedLog: an earlier checkpoint is no prefix of the register.
var ForkedLog = message.Define("forked-log",
	"Sổ cấp không nối tiếp bản đã công bố trước (mục {entries}): đã bị thay đổi hoặc phục hồi từ bản cũ hơn.",
	"The register does not continue what was published before ({entries} {entries|entry|entries}): it was changed, or restored from something older.").
	Hint("Không công bố. Chạy kiểm tra sổ và đối chiếu với bản sao lưu.", "Do not publish. Audit the register and compare it with a backup.")

// A checkpoint is a note (golang.org/x/mod/sumdb/note) whose text is
//
//	ocoprint/<register id>
//	<number of entries>
//	<root hash of the tree, base64>
//
// signed by the office's status key. Origin gives its first line.
func (h Head) Origin() string { return "ocoprint/" + h.Register }

func (h Head) checkpoint() string {
	return fmt.Sprintf("%s\n%d\n%s\n", h.Origin(), h.Seq, h.Root())
}

// Checkpoint gives the signed checkpoint of the journal now.
func (r *Register) Checkpoint(ctx context.Context, signer note.Signer) ([]byte, error) {
	h, err := r.Head(ctx)
	if err != nil {
		return nil, err
	}
	signed, err := note.Sign(&note.Note{Text: h.checkpoint()}, signer)
	if err != nil {
		return nil, fmt.Errorf("sign checkpoint: %w", err)
	}
	return signed, nil
}

// ReadCheckpoint opens a checkpoint and says of which register it is.
func ReadCheckpoint(signed []byte, known note.Verifiers) (origin string, entries int64, root tlog.Hash, err error) {
	n, err := note.Open(signed, known)
	if err != nil {
		return "", 0, root, fmt.Errorf("open checkpoint: %w", err)
	}
	lines := bytes.Split([]byte(n.Text), []byte("\n"))
	if len(lines) != 4 || len(lines[3]) != 0 {
		return "", 0, root, fmt.Errorf("open checkpoint: not three lines")
	}
	if _, err := fmt.Sscanf(string(lines[1]), "%d", &entries); err != nil || fmt.Sprint(entries) != string(lines[1]) || entries < 0 {
		return "", 0, root, fmt.Errorf("open checkpoint: entries %q", lines[1])
	}
	root, err = tlog.ParseHash(string(lines[2]))
	return string(lines[0]), entries, root, err
}

// ProveExtends proves that the journal now contains everything of a previous
// checkpoint, in the same order; publishing refuses otherwise (ForkedLog).
func (r *Register) ProveExtends(ctx context.Context, previous []byte, known note.Verifiers) error {
	origin, entries, root, err := ReadCheckpoint(previous, known)
	if err != nil {
		return err
	}
	return r.store.View(ctx, func(tx Tx) error {
		h, err := tx.Head()
		if err != nil {
			return err
		}
		forked := ForkedLog.With("entries", entries)
		if origin != h.Origin() || entries > h.Seq {
			return forked.Err()
		}
		tree, err := readTree(tx, h.Seq)
		if err != nil {
			return err
		}
		now, err := tlog.TreeHash(h.Seq, tree)
		if err != nil || now != h.Root() {
			return forked.Wrap(err)
		}
		if entries == 0 || entries == h.Seq {
			if entries == h.Seq && root != now {
				return forked.Err()
			}
			return nil
		}
		proof, err := tlog.ProveTree(h.Seq, entries, tree)
		if err != nil {
			return fmt.Errorf("prove checkpoint: %w", err)
		}
		if err := tlog.CheckTree(proof, h.Seq, now, entries, root); err != nil {
			return forked.Wrap(err)
		}
		return nil
	})
}

// readTree builds the tree's stored hashes from the entries.
func readTree(tx Tx, size int64) (tlog.HashReaderFunc, error) {
	var stored []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, x := range indexes {
			if x >= int64(len(stored)) {
				return nil, fmt.Errorf("no hash %d", x)
			}
			out[i] = stored[x]
		}
		return out, nil
	})
	for n := int64(0); n < size; {
		page, err := tx.Entries(n+1, 1000)
		if err != nil {
			return nil, err
		}
		if len(page) == 0 {
			return nil, fmt.Errorf("entry %d is gone", n+1)
		}
		for _, e := range page {
			if n == size {
				break
			}
			more, err := tlog.StoredHashes(n, e.Hash, read)
			if err != nil {
				return nil, err
			}
			stored = append(stored, more...)
			n++
		}
	}
	return read, nil
}
