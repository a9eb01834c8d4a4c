package web

import (
	"context"
	"errors"
	"path/filepath"
	"sync"

	"ocoprint/internal/office"
)

// workshop prints papers in the background, one job an import. A job that was
// cut off is begun again: issuing is done, and the same files come out.
type workshop struct {
	folder string
	ctx    context.Context
	cancel context.CancelFunc
	wait   sync.WaitGroup

	mu   sync.Mutex
	jobs map[string]*job
}

// job is one printing. Its fields are read under the workshop's lock.
type job struct {
	Stage       string
	Done, Total int
	Running     bool
	Stopped     bool
	Err         error
	Files       []office.File
	cancel      context.CancelFunc
}

func newWorkshop(opt Options) *workshop {
	ctx, cancel := context.WithCancel(context.Background())
	return &workshop{folder: opt.Work, ctx: ctx, cancel: cancel, jobs: map[string]*job{}}
}

func (w *workshop) close() {
	w.cancel()
	w.wait.Wait()
}

// out is the folder of an import's papers.
func (w *workshop) out(id string) string { return filepath.Join(w.folder, id) }

// look gives a copy of a job's state, the zero job when there is none.
func (w *workshop) look(id string) job {
	w.mu.Lock()
	defer w.mu.Unlock()
	found := w.jobs[id]
	if found == nil {
		return job{}
	}
	return *found
}

// begin starts a job unless one is running.
func (w *workshop) begin(id string, print func(context.Context, func(stage string, done, total int)) ([]office.File, error), finished func(error)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if j := w.jobs[id]; j != nil && j.Running {
		return
	}
	ctx, cancel := context.WithCancel(w.ctx)
	j := &job{Running: true, cancel: cancel}
	w.jobs[id] = j
	w.wait.Go(func() {
		defer cancel()
		files, err := print(ctx, func(stage string, done, total int) {
			w.mu.Lock()
			defer w.mu.Unlock()
			j.Stage, j.Done, j.Total = stage, done, total
		})
		w.mu.Lock()
		j.Running, j.Files, j.Err = false, files, err
		if errors.Is(err, context.Canceled) {
			j.Stopped, j.Err = true, nil
		}
		w.mu.Unlock()
		finished(err)
	})
}

func (w *workshop) stop(id string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if j := w.jobs[id]; j != nil && j.cancel != nil {
		j.cancel()
	}
}
