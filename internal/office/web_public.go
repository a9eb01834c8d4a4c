package office

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/publish"
	"ocoprint/internal/seal"
)

// Publication is what the public server serves: the files, and the rows of the
// signed public list for typed look-ups. It holds no secret and nothing that
// the published decision does not say.
type Publication struct {
	Files      map[string][]byte
	Rows       map[string]PublicRow
	Base       string
	Made, Next time.Time
}

// PublicRow is one line of the public list.
type PublicRow struct {
	ID, Product, Producer, Place, Decision string
	Stars                                  int
	Decided, LastDay                       ocop.Date
	Revoked, Suspended, Replaced           bool
}

// Publish makes the publication in memory from the register. Where the address
// is a real one its status key must be unlocked, so a public machine serves a
// folder instead (ReadPublication).
func (o *Office) Publish(ctx context.Context, base string, asOf ocop.Date) (*Publication, error) {
	src, site, err := o.Site(ctx, base, asOf)
	if err != nil {
		return nil, err
	}
	site.Sequence = uint64(site.Made.Unix())
	files, _, err := publish.Files(ctx, src, site, nil)
	if err != nil {
		return nil, err
	}
	return publicationOf(files)
}

// ReadPublication reads a folder that `site build` wrote and checks it whole.
func ReadPublication(folder string) (*Publication, error) {
	manifest, err := publish.ReadManifest(folder)
	if err != nil {
		return nil, err
	}
	if manifest == nil {
		return nil, fileMissing.With("file", folder).Err()
	}
	if _, err := publish.Check(folder, manifest.Roots...); err != nil {
		return nil, err
	}
	files, root := map[string][]byte{}, os.DirFS(folder)
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if _, listed := manifest.Files[name]; !listed && name != manifestPath {
			return nil // a stray file beside the publication is nobody's business
		}
		files[name], err = fs.ReadFile(root, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	return publicationOf(files)
}

const manifestPath = "v/manifest.json"

var publicListBad = message.Define("office-public-list-bad", "Danh sách công bố không đọc được.", "The published list cannot be read.").
	Hint("Chạy lại “ocoprint site build”.", "Run “ocoprint site build” again.")

func publicationOf(files map[string][]byte) (*Publication, error) {
	var m publish.Manifest
	if err := json.Unmarshal(files[manifestPath], &m); err != nil {
		return nil, publicListBad.With().Wrap(err)
	}
	p := &Publication{Files: files, Base: m.Base, Rows: map[string]PublicRow{}}
	var err1, err2 error
	p.Made, err1 = time.Parse(time.RFC3339, m.Made)
	p.Next, err2 = time.Parse(time.RFC3339, m.Next)
	keys, err3 := seal.OpenKeys(files["v/keys.bin"], m.Roots...)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, publicListBad.With().Wrap(err)
	}
	for part, parts := 1, 1; part <= parts; part++ {
		list, err := seal.OpenPublic(files["v/"+seal.PublicFile(part)], keys)
		if err != nil {
			return nil, publicListBad.With().Wrap(err)
		}
		parts = list.Parts
		for _, r := range list.Rows {
			p.Rows[r.ID] = PublicRow{ID: r.ID, Product: r.Product, Producer: r.Producer, Place: r.Place, Decision: r.Decision, Stars: r.Stars,
				Decided: ocop.DateFromDays(int(r.Decided)), LastDay: ocop.DateFromDays(int(r.LastDay)),
				Revoked: r.Status == seal.Revoked, Suspended: r.Status == seal.Suspended, Replaced: r.Status == seal.Superseded}
		}
	}
	return p, nil
}

// TypedID reads the id that a person typed, undoing Vietnamese typing where its
// check character tells how.
func TypedID(text string) (id string, ok bool) {
	if len(text) > 80 {
		return "", false
	}
	if id, ok := seal.FindTyped(text); ok {
		return id, true
	}
	id = strings.ToUpper(strings.TrimSpace(text)) // without the check character: as it stands
	return id, id != ""
}
