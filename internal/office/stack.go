package office

import (
	"context"
	"slices"
	"sync"

	"ocoprint/internal/durable"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/register"
)

// PrintRegister prints papers of the certificates in the register that a filter
// chooses. Certificates alone are read while they are drawn: a stack of a
// hundred thousand needs little more memory than one of a hundred. Of such a
// stack, each (may be nil) is told of every certificate just before it is drawn,
// by several goroutines; its error ends the printing.
func (o *Office) PrintRegister(ctx context.Context, f register.Filter, s ocop.Settings, asOf ocop.Date, opt PrintOptions, each func(ocop.Certificate) error) ([]File, error) {
	if !slices.Equal(opt.Only, []string{papers.Certificates.Name}) || opt.Singles || !opt.Press.digital() {
		b, err := o.BatchOf(ctx, f, s, asOf)
		if err != nil {
			return nil, err
		}
		return o.Print(ctx, b, opt)
	}
	folder, err := durable.OpenFolder(opt.Out)
	if err != nil {
		return nil, OutError(err, opt.Out)
	}
	defer folder.Close()
	st, err := o.stackOf(ctx, f, s, asOf)
	if err != nil {
		return nil, err
	}
	p := &printer{office: o, batch: &Batch{Input: st.in}, folder: folder, opt: opt.withProgress()}
	run, problems := st.plan.Batch()
	st.plan = nil // the longest certificates are not needed any more
	at := st.at
	if each != nil {
		at = func(i int) (ocop.Certificate, error) {
			c, err := st.at(i)
			if err == nil {
				err = each(c)
			}
			return c, err
		}
	}
	records := func(from, to int, take func([]byte) error) error {
		return o.Register.RecordsAt(ctx, st.entries[from:to], take)
	}
	err = p.together(ctx, run, problems, len(st.entries), at, records)
	return p.files, err
}

// stack is a batch of certificates too high to hold: where they stand in the
// journal, and the few that are being drawn.
type stack struct {
	ctx    context.Context
	office *Office
	in     papers.Input // without certificates
	plan   *papers.Planner
	held   []ocop.Certificate // all of a low stack

	entries []int64 // that hold the texts

	mu   sync.Mutex
	open []*window // latest first
}

// window is a run of certificates read together.
type window struct {
	from  int
	once  sync.Once
	certs []ocop.Certificate
	err   error
}

// holdMost is how many certificates are worth holding: reading them twice costs
// more.
var holdMost = 2000

const (
	windowSize  = 16
	windowsOpen = 8 // more than there are workers
)

// stackOf goes through the register once: what there is, and which layouts and
// sizes it needs. Of a high stack most certificates are not read for that.
func (o *Office) stackOf(ctx context.Context, f register.Filter, s ocop.Settings, asOf ocop.Date) (*stack, error) {
	st := &stack{ctx: ctx, office: o}
	for found, err := range o.Register.Found(ctx, f) {
		if err != nil {
			return nil, err
		}
		if err := st.add(found, s, asOf); err != nil {
			return nil, err
		}
	}
	if len(st.entries) == 0 {
		return nil, nothingChosen.Err()
	}
	return st, nil
}

func (st *stack) add(found register.Found, s ocop.Settings, asOf ocop.Date) error {
	st.entries = append(st.entries, found.Entry)
	low := len(st.entries) <= holdMost
	if !low {
		st.held = nil
		layout, product, producer, err := found.Outline()
		if err != nil || !st.plan.Needs(layout, product, producer) {
			return err
		}
	}
	c, err := found.Certificate()
	if err != nil {
		return err
	}
	if st.plan == nil {
		if s.Authority.Name == "" {
			s.Authority, s.Signatory = c.Authority, c.Signatory
		}
		st.in = st.office.input(st.ctx, s, nil, asOf)
		st.plan = papers.NewPlanner(st.in)
	}
	st.plan.Add(c)
	if low {
		st.held = append(st.held, c)
	}
	return nil
}

// at gives certificate i. One that is not held is read with its neighbours: a
// worker asks for one after the other.
func (st *stack) at(i int) (ocop.Certificate, error) {
	if len(st.held) == len(st.entries) {
		return st.held[i], nil
	}
	w := st.window(i)
	w.once.Do(func() {
		w.certs, w.err = st.office.Register.CertificatesAt(st.ctx, st.entries[w.from:min(w.from+windowSize, len(st.entries))])
	})
	if w.err != nil {
		return ocop.Certificate{}, w.err
	}
	return w.certs[i-w.from], nil
}

// window finds the open window that holds certificate i, or opens one there.
func (st *stack) window(i int) *window {
	st.mu.Lock()
	defer st.mu.Unlock()
	for n, w := range st.open {
		if i >= w.from && i < w.from+windowSize {
			copy(st.open[1:n+1], st.open[:n])
			st.open[0] = w
			return w
		}
	}
	w := &window{from: i}
	st.open = append([]*window{w}, st.open[:min(len(st.open), windowsOpen-1)]...)
	return w
}
