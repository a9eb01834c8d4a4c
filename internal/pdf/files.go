package pdf

import (
	"context"
	"crypto/sha256"

	"ocoprint/internal/layout"
)

func writeFiles(ctx context.Context, n int, pages func(i int) ([]layout.Page, error), create func(i int) (File, error), o Options) error {
	o.StandardSubset = true
	k := newKit(o)
	k.shareFrom(nil)
	i := 0
	return compose(ctx, k, eachJob(n, pages), func(r result) error {
		for _, item := range r.items {
			f, err := create(i)
			if err != nil {
				return err
			}
			sum, err := writeOne(f, k, item)
			if f.Done != nil {
				err = f.Done(sum, err)
			}
			if err != nil {
				return err
			}
			i++
			if o.Progress != nil {
				o.Progress(i, n)
			}
		}
		return nil
	})
}

// writeOne writes a file and gives the SHA-256 of its bytes.
func writeOne(f File, k *kit, item composed) (sum [sha256.Size]byte, err error) {
	o := k.o
	if f.Title != "" {
		o.Title = f.Title
	}
	if f.Subject != "" {
		o.Subject = f.Subject
	}
	o.Attachments = f.Attachments
	d, err := k.begin(f.W, o, []composed{item})
	if err != nil {
		return sum, err
	}
	if err := d.addAll(item); err != nil {
		return sum, err
	}
	if err := d.close(); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(d.f.sum.Sum(nil)), nil
}
