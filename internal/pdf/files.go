package pdf

import (
	"context"

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
			err = writeOne(f, k, item)
			if f.Done != nil {
				err = f.Done(err)
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

func writeOne(f File, k *kit, item composed) error {
	o := k.o
	if f.Title != "" {
		o.Title = f.Title
	}
	if f.Subject != "" {
		o.Subject = f.Subject
	}
	o.Attachments = f.Attachments
	d := newDocument(f.W, k, o)
	if err := d.addAll(item); err != nil {
		return err
	}
	return d.close()
}
