package pdf

import (
	"context"
	"io"
	"iter"

	"ocoprint/internal/layout"
)

func writeSeq(ctx context.Context, w io.Writer, pages iter.Seq2[layout.Page, error], o Options) error {
	return assemble(ctx, w, o, func(give func(job) bool) {
		var batch []layout.Page
		first := 0
		flush := func(err error) bool {
			full, from := batch, first
			j := job{first: from, n: max(len(full), 1), item: func(i int) ([]layout.Page, error) {
				if err != nil {
					return nil, err
				}
				return full[i-from : i-from+1], nil
			}}
			first, batch = first+len(batch), nil
			return give(j)
		}
		for p, err := range pages {
			if err != nil {
				flush(err)
				return
			}
			if batch = append(batch, p); len(batch) == chunk && !flush(nil) {
				return
			}
		}
		if len(batch) > 0 {
			flush(nil)
		}
	}, nil)
}

func writeEach(ctx context.Context, w io.Writer, n int, pages func(i int) ([]layout.Page, error), o Options) error {
	return assemble(ctx, w, o, eachJob(n, pages), sample(n, pages, o))
}

// samplePages is how many pages show what a long batch has in common.
const samplePages = 24

// sample makes pages spread over a batch: what a whole batch has in common is
// not seen in its first pages, which may rest on one decision while later ones
// rest on others. A batch of one chunk needs none. Nor is a batch sampled that
// will be refused: the refused page ends it in its turn.
func sample(n int, pages func(i int) ([]layout.Page, error), o Options) (items [][]layout.Page) {
	if n <= chunk || o.StandardSubset {
		return nil
	}
	for s := range samplePages {
		item, err := pages(s * (n - 1) / (samplePages - 1))
		if err != nil {
			return nil
		}
		items = append(items, item)
	}
	return items
}

// eachJob cuts n items into jobs whose pages are made by the workers.
func eachJob(n int, pages func(i int) ([]layout.Page, error)) func(give func(job) bool) {
	return func(give func(job) bool) {
		for first := 0; first < n; first += chunk {
			if !give(job{first: first, n: min(chunk, n-first), item: pages}) {
				return
			}
		}
	}
}

// standAlone writes a small file with the standard repertoire: what all of its
// pages share comes first.
func standAlone(ctx context.Context, w io.Writer, k *kit, jobs func(give func(job) bool)) error {
	var all []composed
	done := 0
	err := compose(ctx, k, jobs, func(r result) error {
		for _, item := range r.items {
			all = append(all, item)
			done += len(item.sheets)
			if k.o.Progress != nil {
				k.o.Progress(done, k.o.Total)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	d, err := k.begin(w, k.o, all)
	if err != nil {
		return err
	}
	for _, item := range all {
		if err := d.addAll(item); err != nil {
			return err
		}
	}
	return d.close()
}

// assemble composes the jobs and writes their pages into one file.
// What the pages have in common is seen in the sample; without one, in the first
// job.
func assemble(ctx context.Context, w io.Writer, o Options, jobs func(give func(job) bool), sample [][]layout.Page) error {
	k := newKit(o)
	if o.StandardSubset || sample != nil {
		k.shareFrom(sample) // none: a file that is the same alone and in a batch shares nothing with it
	}
	if o.StandardSubset {
		return standAlone(ctx, w, k, jobs)
	}
	d := newDocument(w, k, o)
	done := 0
	err := compose(ctx, k, jobs, func(r result) error {
		for _, item := range r.items {
			if err := d.addAll(item); err != nil {
				return err
			}
			done += len(item.sheets)
			if o.Progress != nil {
				o.Progress(done, o.Total)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return d.close()
}
