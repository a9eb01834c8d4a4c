package office

import (
	"context"
	"path/filepath"

	"ocoprint/internal/ocop"
)

// RunOptions are the main job in one call.
type RunOptions struct {
	Name      string // of the file
	Data      []byte
	Read      ReadOptions
	Draft     DraftOptions
	Print     PrintOptions
	OnDraft   func(*Draft) error // shown before anything is issued; an error stops
	Remember  bool               // keep the settings in the register
	DraftOnly bool
}

// RunReport is what the main job did.
type RunReport struct {
	Draft *Draft
	Batch *Batch // nil when only drafted
	Files []File
}

// Run is the main job: read, draft, issue, print. It never waits for input:
// what a person must look at is held and listed, the rest carries on.
func (o *Office) Run(ctx context.Context, opt RunOptions) (*RunReport, error) {
	imp, err := o.Read(ctx, opt.Name, opt.Data, opt.Read)
	if err != nil {
		return nil, err
	}
	if err := imp.Refused(); err != nil {
		return nil, err
	}
	if err := CheckSettings(opt.Draft.Settings); err != nil {
		return nil, err
	}
	if _, err := choosePapers(opt.Print.Only); err != nil {
		return nil, err
	}
	if opt.Remember && !opt.DraftOnly {
		if err := o.RememberSettings(ctx, opt.Draft.Settings); err != nil {
			return nil, err
		}
	}
	rep := &RunReport{}
	if rep.Draft, err = o.Draft(ctx, imp, opt.Draft); err != nil {
		return nil, err
	}
	if opt.OnDraft != nil {
		if err := opt.OnDraft(rep.Draft); err != nil {
			return rep, err
		}
	}
	if opt.DraftOnly {
		return rep, nil
	}
	if err := CheckOut(opt.Print.Out); err != nil {
		return rep, err
	}
	if rep.Batch, err = o.Issue(ctx, rep.Draft); err != nil {
		return rep, err
	}
	rep.Files, err = o.Print(ctx, rep.Batch, opt.Print)
	return rep, err
}

// OutFolder is where the papers of a file go when nothing was said: beside
// the file, named after it.
func OutFolder(file string) string {
	return filepath.Join(filepath.Dir(file), "ket-qua-"+folderName(file))
}

// RememberSettings keeps settings in the register when they are new.
func (o *Office) RememberSettings(ctx context.Context, s ocop.Settings) error {
	if o.Register.Writable() != nil {
		return nil
	}
	kept, version, err := o.Register.Settings(ctx)
	if err != nil {
		return err
	}
	if version == 0 || !sameJSON(kept, s) {
		if _, err := o.Register.PutSettings(ctx, s, version); err != nil {
			return err
		}
	}
	return o.rememberProfile(ctx, s.Authority)
}

// rememberProfile keeps the issuer as a profile of its own, so that what it
// issued can be looked up when another has followed it.
func (o *Office) rememberProfile(ctx context.Context, a ocop.Authority) error {
	if a.Code == "" {
		return nil
	}
	profiles, err := o.Register.Profiles(ctx)
	if err != nil {
		return err
	}
	for _, p := range profiles {
		if sameJSON(p, a) {
			return nil
		}
	}
	return o.Register.PutProfile(ctx, a)
}
