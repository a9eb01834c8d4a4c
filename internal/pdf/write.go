package pdf

import (
	"context"
	"runtime"

	"ocoprint/internal/layout"
)

// chunk is the number of pages (or items) composed together, all held until the
// last is done.
const chunk = 16

// job is one chunk on its way through the workers.
type job struct {
	first, n int // its first item, how many
	item     func(i int) ([]layout.Page, error)
	done     chan result
}

// result is a composed chunk, in order of its pages.
type result struct {
	items []composed
	err   error
}

// composed is one item: its pages and the letters they need, or those of its
// whole chunk.
type composed struct {
	sheets []sheet
	used   usage
}

// sheet is a page ready to be written.
type sheet struct {
	page   layout.Page // without marks
	layers []*layer    // shared streams below the page's own
	flat
}

// compose runs the jobs through the workers and hands their results over in
// order. Few jobs are on their way at any time, so memory stays bounded
// whatever writes slowly.
func compose(ctx context.Context, k *kit, jobs func(give func(job) bool), take func(result) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := k.o.Workers
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	work := make(chan job)
	order := make(chan chan result, workers)
	go func() {
		defer close(order)
		defer close(work)
		jobs(func(j job) bool {
			j.done = make(chan result, 1)
			for _, send := range []func() bool{
				func() bool { return sendTo(ctx, order, j.done) },
				func() bool { return sendTo(ctx, work, j) },
			} {
				if !send() {
					return false
				}
			}
			return true
		})
	}()
	for range workers {
		go worker(ctx, k, work)
	}
	for done := range order {
		select {
		case r := <-done:
			if r.err != nil {
				return r.err
			}
			if err := take(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

func sendTo[T any](ctx context.Context, ch chan<- T, v T) bool {
	select {
	case ch <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// worker composes chunks with one composer and one compressor.
func worker(ctx context.Context, k *kit, work <-chan job) {
	c, p := newComposer(k), newPress(fast)
	c.batch = true
	for j := range work {
		if ctx.Err() != nil {
			k.shareFrom(nil)
			return
		}
		var r result
		r.err = safely(func() (err error) {
			r, err = c.chunk(j, p)
			return err
		})
		if j.first == 0 {
			k.shareFrom(nil) // nobody waits for a first chunk that failed
		}
		j.done <- r
	}
}

// chunk composes the pages of a job, each as soon as it is made. Only the first
// job makes all its pages at once, when it has to see what they have in common.
func (c *composer) chunk(j job, p *press) (r result, err error) {
	defer c.reset()
	c.used = nil
	item := j.item
	if j.first == 0 && !c.kit.shareDecided() {
		all, err := ahead(j)
		if err != nil {
			return r, err
		}
		c.kit.shareFrom(all)
		item = func(i int) ([]layout.Page, error) { return all[i], nil }
	}
	<-c.kit.shareReady
	for i := j.first; i < j.first+j.n; i++ {
		pages, err := item(i)
		if err != nil {
			return r, err
		}
		made, err := c.sheets(pages, i+1)
		if err != nil {
			return r, err
		}
		r.items = append(r.items, made)
	}
	at, n := 0, 0
	return r, c.finish(func(d draft, content []byte) error {
		for n == len(r.items[at].sheets) {
			at, n = at+1, 0
		}
		r.items[at].sheets[n].flat = flat{p.squeeze(content), d.names, d.fades}
		n++
		return nil
	})
}

// ahead makes all pages of the first job.
func ahead(j job) ([][]layout.Page, error) {
	all := make([][]layout.Page, j.n)
	for i := range all {
		pages, err := j.item(i)
		if err != nil {
			return nil, err
		}
		all[i] = pages
	}
	return all, nil
}

// sheets composes the pages of one item.
func (c *composer) sheets(pages []layout.Page, at int) (composed, error) {
	if c.kit.o.StandardSubset || c.used == nil { // a file of its own needs its own letters, pages of one file share them
		c.used = usage{}
	}
	made := composed{used: c.used}
	for _, page := range pages {
		s, err := c.sheet(page, at)
		if err != nil {
			return composed{}, err
		}
		made.sheets = append(made.sheets, s)
	}
	return made, nil
}

// sheet composes a page's own marks; the shared ones are composed once.
func (c *composer) sheet(p layout.Page, at int) (sheet, error) {
	c.at = at
	s := sheet{page: p}
	bg, marks := p.Background, p.Marks
	if p.StaticKey != "" {
		l, err := c.kit.layer(p, at)
		if err != nil {
			return s, err
		}
		s.layers, bg, marks = append(s.layers, l), nil, p.Marks[p.Static:]
		if shared := c.kit.commons[p.StaticKey]; shared != nil {
			if own, ok := shared.split(marks); ok {
				shared.once.Do(func() { shared.err = c.kit.compose(&shared.layer, p, nil, shared.marks, at) })
				if shared.err != nil {
					return s, shared.err
				}
				s.layers, marks = append(s.layers, &shared.layer), own
			}
		}
	}
	s.page.Marks = nil
	return s, c.page(p, bg, marks)
}
