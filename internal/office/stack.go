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
// hundred thousand needs little more memory than one of a hundred. For such a
// stack, each (may be nil) is told of every certificate before the first is
// drawn; its error ends the printing.
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
	st, err := o.stackOf(ctx, f, s, asOf, each)
	if err != nil {
		return nil, err
	}
	p := &printer{office: o, batch: &Batch{Input: st.in}, folder: folder, opt: opt.withProgress()}
	run, problems := st.plan.Batch()
	st.plan = nil // the longest certificates are not needed any more
	err = p.together(ctx, run, problems, st.ids, st.at)
	return p.files, err
}

// stack is a batch of certificates too high to hold: their ids, and the few
// that are being drawn.
type stack struct {
	ctx    context.Context
	office *Office
	in     papers.Input // without certificates
	plan   *papers.Planner
	ids    []string
	held   []ocop.Certificate // all of a low stack

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
	windowSize  = 32
	windowsOpen = 8 // more than there are workers
)

// stackOf reads through the register once: what there is, and which layouts and
// sizes it needs.
func (o *Office) stackOf(ctx context.Context, f register.Filter, s ocop.Settings, asOf ocop.Date, each func(ocop.Certificate) error) (*stack, error) {
	st := &stack{ctx: ctx, office: o}
	for it, err := range o.Register.All(ctx, f) {
		if err != nil {
			return nil, err
		}
		if st.plan == nil {
			if s.Authority.Name == "" {
				s.Authority, s.Signatory = it.Authority, it.Signatory
			}
			st.in = o.input(ctx, s, nil, asOf)
			st.plan = papers.NewPlanner(st.in)
		}
		st.plan.Add(it.Certificate)
		st.ids = append(st.ids, it.ID)
		if len(st.ids) <= holdMost {
			st.held = append(st.held, it.Certificate)
		} else {
			st.held = nil
		}
		if each != nil {
			if err := each(it.Certificate); err != nil {
				return nil, err
			}
		}
	}
	if len(st.ids) == 0 {
		return nil, nothingChosen.Err()
	}
	return st, nil
}

// at gives certificate i. One that is not held is read with its neighbours: a
// worker asks for one after the other.
func (st *stack) at(i int) (ocop.Certificate, error) {
	if len(st.held) == len(st.ids) {
		return st.held[i], nil
	}
	w := st.window(i)
	w.once.Do(func() {
		w.certs, w.err = st.office.Register.Certificates(st.ctx, st.ids[w.from:min(w.from+windowSize, len(st.ids))])
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
