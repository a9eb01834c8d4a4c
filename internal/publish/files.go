package publish

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ocoprint/internal/seal"
)

// Manifest is v/manifest.json.
type Manifest struct {
	Schema     string            `json:"schema"`
	Base       string            `json:"base"`
	Sequence   uint64            `json:"sequence"`
	Made       string            `json:"made"` // RFC 3339, UTC
	Next       string            `json:"next"`
	Roots      [][]byte          `json:"roots"`
	Prefixes   []string          `json:"prefixes"`
	Checkpoint Checkpoint        `json:"checkpoint"`
	Files      map[string]string `json:"files"` // path → SHA-256
}

const (
	manifestName   = "v/manifest.json"
	manifestSchema = "ocop-site/1"
)

// Files gives the whole publication in memory, path → content. previous is
// the manifest of the last publication, nil for the first.
func Files(ctx context.Context, source Source, site Site, previous *Manifest) (map[string][]byte, Report, error) {
	b := &builder{site: site, files: map[string][]byte{}}
	if err := b.begin(ctx, source, previous); err != nil {
		return nil, Report{}, err
	}
	entries, err := source.Entries(ctx)
	if err != nil {
		return nil, Report{}, fmt.Errorf("publish: read certificates: %w", err)
	}
	b.scopes(entries)
	statuses, err := source.Statuses(ctx)
	if err != nil {
		return nil, Report{}, fmt.Errorf("publish: read statuses: %w", err)
	}
	if err := b.lists(entries, statuses); err != nil {
		return nil, Report{}, err
	}
	b.scripts()
	b.pages()
	b.manifest()
	b.report.Certificates, b.report.Statuses = len(entries), len(statuses)
	return b.files, b.report, nil
}

// builder gathers one publication.
type builder struct {
	site     Site
	head     seal.Head
	keys     seal.KeyList
	prefixes []string
	files    map[string][]byte
	report   Report
}

// begin checks what must hold before anything is made.
func (b *builder) begin(ctx context.Context, source Source, previous *Manifest) error {
	if err := seal.CheckBase(b.site.Base); err != nil {
		return err
	}
	if err := b.openKeys(); err != nil {
		return err
	}
	checkpoint, err := source.Checkpoint(ctx)
	if err != nil {
		return fmt.Errorf("publish: read checkpoint: %w", err)
	}
	b.report.Checkpoint = checkpoint
	life := b.site.Life
	if life == 0 {
		life = seal.DefaultLife
	}
	made := b.site.Made.UTC().Truncate(1e9)
	b.head = seal.Head{Sequence: max(b.site.Sequence, 1), Made: made, Next: made.Add(life)}
	if previous != nil {
		return b.after(ctx, source, *previous)
	}
	return nil
}

// after refuses a publication that would rewind the last one.
func (b *builder) after(ctx context.Context, source Source, previous Manifest) error {
	if err := source.Extends(ctx, previous.Checkpoint); err != nil {
		return NotPrefix.With("size", previous.Checkpoint.Size).Wrap(err)
	}
	if previous.Checkpoint.Size > b.report.Checkpoint.Size {
		return NotPrefix.With("size", previous.Checkpoint.Size).Err()
	}
	if before, err := parseTime(previous.Made); err == nil && b.head.Made.Before(before) {
		return ClockBack.With("made", b.head.Made.Format(timeLayout), "before", previous.Made).Err()
	}
	if b.site.Sequence == 0 {
		b.head.Sequence = previous.Sequence + 1
	}
	if b.head.Sequence <= previous.Sequence {
		return SequenceBack.With("sequence", b.head.Sequence, "before", previous.Sequence).Err()
	}
	return nil
}

func (b *builder) openKeys() (err error) {
	if b.keys, err = seal.OpenKeys(b.site.KeysFile, b.site.Roots...); err != nil {
		return KeysBad.With("what", "root").Wrap(err)
	}
	if b.keys.Sample && !seal.SampleHost(b.site.Base) {
		return seal.KeySample.With("base", b.site.Base).Err()
	}
	kid, signer, certs := b.site.Status.Entry.KID(), false, false
	for _, e := range b.keys.Keys {
		signer = signer || e.Role == seal.RoleStatus && e.KID() == kid && e.State == seal.Active
		certs = certs || e.Role == seal.RoleCert
	}
	if !signer {
		return KeysBad.With("what", "status").Err()
	}
	if !certs {
		return KeysBad.With("what", "cert").Err()
	}
	return nil
}

// scopes lists the prefixes that get a status list: the scopes of the cert
// keys and, where a sample key has none, the beginnings of the ids.
func (b *builder) scopes(entries []Entry) {
	found := map[string]bool{}
	for _, e := range b.keys.Keys {
		if e.Role == seal.RoleCert && e.Scope != "" {
			found[e.Scope] = true
		} else if e.Role == seal.RoleCert {
			for _, x := range entries {
				first, _, _ := strings.Cut(x.Row.ID, "-")
				found[first+"-"] = true
			}
		}
	}
	b.prefixes = slices.Sorted(maps.Keys(found))
}
