package register

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"ocoprint/internal/viet"
)

// Place says where a register lies. A store that lies in a folder tells it, so
// that a copied folder is recognised (P9).
type Place struct {
	Machine string `json:"machine,omitempty"` // identity of the PC, empty when it has none
	Path    string `json:"path"`
	Inode   string `json:"inode,omitempty"` // device and number of the file
}

// String names the place for people.
func (p Place) String() string {
	if p.Machine == "" {
		return p.Path
	}
	return fmt.Sprintf("%s (máy %.8s)", p.Path, p.Machine)
}

// Placed is a Store that knows where it lies.
type Placed interface {
	Place() (Place, error)
}

// Open opens the register in a store, creating it when the store is empty. It
// audits everything (unless told not to), compares the second head and the
// place. A register that is damaged or was copied opens too, but read-only:
// Writable says why.
func Open(ctx context.Context, s Store, opt Options) (*Register, error) {
	r := fill(s, opt)
	head, err := r.Head(ctx)
	if err != nil {
		return nil, err
	}
	if head.Seq == 0 {
		if err := r.create(ctx); err != nil {
			return nil, err
		}
	} else if r.Writable() == nil {
		if err := r.checkPlace(ctx); err != nil {
			return nil, err
		}
	}
	if err := r.checkKeys(ctx); err != nil {
		return nil, err
	}
	if !opt.SkipAudit {
		if err := r.auditAtStart(ctx); err != nil {
			return nil, err
		}
	}
	if r.Writable() == nil && opt.Head != nil {
		return r, r.freshenHead(ctx)
	}
	return r, nil
}

func fill(s Store, opt Options) *Register {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Random == nil {
		opt.Random = rand.Reader
	}
	if opt.Notice == 0 {
		opt.Notice = 30
	}
	if opt.Who == "" {
		if opt.Who = os.Getenv("USER"); opt.Who == "" {
			opt.Who = os.Getenv("USERNAME")
		}
	}
	r := &Register{store: s, opt: opt, seen: &seen{}}
	r.trust(opt.Now())
	if opt.ReadOnly {
		r.seen.block(RegisterReadOnly.Err())
	}
	return r
}

// create enters the first entry. A second head that knows another register is
// looked at first: a lost register must not be begun anew unseen.
func (r *Register) create(ctx context.Context) error {
	if err := r.Writable(); err != nil {
		return err
	}
	if r.opt.Head != nil {
		kept, ok, err := r.opt.Head.Load()
		if err != nil {
			return err
		}
		if ok {
			return HeadOfAnother.With("other", kept.Register, "own", headOfNew).Err()
		}
	}
	id := make([]byte, 8)
	if _, err := io.ReadFull(r.opt.Random, id); err != nil {
		return fmt.Errorf("name register: %w", err)
	}
	return r.write(ctx, KindCreate, func(w *writer) error {
		if w.head.Seq > 0 {
			return nil // another process was faster
		}
		if err := w.rememberPlace(); err != nil {
			return err
		}
		if err := w.tx.PutValue(ownSpace, "keys", []byte(keysMark())); err != nil {
			return err
		}
		return w.add(Event{Kind: KindCreate, Day: dayOf(w.now), Info: map[string]string{
			"register": hex.EncodeToString(id), "format": "ocop-register/1"}})
	})
}

// auditAtStart makes a register that is not whole read-only.
func (r *Register) auditAtStart(ctx context.Context) error {
	rep, err := r.Audit(ctx)
	if err != nil {
		return r.sayBusy(err)
	}
	if rep.OK() || r.Writable() != nil {
		return nil
	}
	r.seen.block(rep.Err())
	return nil
}

// freshenHead brings a second head up to date that a crash left behind.
func (r *Register) freshenHead(ctx context.Context) error {
	kept, ok, err := r.opt.Head.Load()
	if err != nil {
		return err
	}
	head, err := r.Head(ctx)
	if err != nil || ok && kept.same(head) {
		return err
	}
	return r.keepHead(ctx, head)
}

// checkKeys derives the indexes again when this program folds or sorts words
// otherwise than the one that wrote them: a finer key must find what a coarser
// one entered.
func (r *Register) checkKeys(ctx context.Context) error {
	if r.Writable() != nil {
		return nil
	}
	mark, _, err := r.Recall(ctx, ownSpace, "keys")
	if err != nil || string(mark) == keysMark() {
		return err
	}
	return r.Reindex(ctx)
}

// probe holds words on which folding and sorting can differ.
const probe = "Hợp tác xã Thủy Hoà – HTX QUÝ  Lý, xã Đắc-kơ; Mắc-ca 500g (loại I) Cty TNHH MTV ABC số 05/QĐ-UBND ĐỢT 2 khoẻ khỏe Qui Ðồng"

// keysMark is a fingerprint of how this program makes keys.
func keysMark() string {
	h := sha256.New()
	for _, s := range append(strings.Fields(probe), probe, strings.ToUpper(probe)) {
		fmt.Fprintf(h, "%q %q %q %q\n", viet.Key(s), viet.SearchKey(s), viet.SearchTight(s), viet.SortKey(s))
	}
	return "1-" + hex.EncodeToString(h.Sum(nil)[:8])
}

// Reindex derives all indexes again from the journal, in one transaction.
func (r *Register) Reindex(ctx context.Context) error {
	return r.write(ctx, kindKeep, func(w *writer) error {
		if err := w.tx.DropIndexes(); err != nil {
			return err
		}
		for next := int64(1); ; {
			page, err := w.tx.Entries(next, 500)
			if err != nil {
				return err
			}
			if len(page) == 0 {
				return w.tx.PutValue(ownSpace, "keys", []byte(keysMark()))
			}
			for _, e := range page {
				ev, err := e.Event()
				if err != nil {
					return err
				}
				if err := project(w.tx, ev); err != nil {
					return err
				}
			}
			if page[len(page)-1].Seq < next {
				return errOrder
			}
			next = page[len(page)-1].Seq + 1
		}
	})
}

// Head gives the end of the journal now.
func (r *Register) Head(ctx context.Context) (h Head, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		h, err = tx.Head()
		return err
	})
	return h, r.sayBusy(err)
}
