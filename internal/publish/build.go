package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const timeLayout = time.RFC3339

func parseTime(s string) (time.Time, error) { return time.Parse(timeLayout, s) }

// Build writes the publication to a folder: lists and scripts first, pages
// next, the manifest last, each file aside and renamed, so that a visitor
// never meets half of it. It refuses when the checkpoint of the publication
// that is there is not a prefix of the register's journal. Files of a
// publication that are no longer made are taken away.
func Build(ctx context.Context, out string, source Source, site Site) (Report, error) {
	previous, err := ReadManifest(out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Report{}, err
	}
	files, report, err := Files(ctx, source, site, previous)
	if err != nil {
		return Report{}, err
	}
	for _, name := range order(files) {
		if err := ctx.Err(); err != nil {
			return Report{}, err
		}
		if err := writeAside(filepath.Join(out, filepath.FromSlash(name)), files[name]); err != nil {
			return Report{}, fmt.Errorf("publish %s: %w", name, err)
		}
	}
	if previous != nil {
		for name := range previous.Files {
			if _, kept := files[name]; !kept && fs.ValidPath(name) {
				os.Remove(filepath.Join(out, filepath.FromSlash(name)))
			}
		}
	}
	return report, nil
}

// order: what pages ask for comes before the pages, the manifest last.
func order(files map[string][]byte) []string {
	rank := func(name string) int {
		switch {
		case name == manifestName:
			return 2
		case strings.HasSuffix(name, ".html"):
			return 1
		}
		return 0
	}
	return slices.SortedFunc(maps.Keys(files), func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
}

// writeAside writes a temporary file beside, flushes it and renames it.
func writeAside(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".ocop-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(content)
	if err := errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// ReadManifest reads the manifest of a publication. A folder without one is
// fs.ErrNotExist.
func ReadManifest(dir string) (*Manifest, error) {
	raw, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestName)))
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(raw, &m); err != nil || m.Schema != manifestSchema {
		return nil, FileBad.With("file", manifestName, "why", "không đọc được").Wrap(errors.Join(err))
	}
	return &m, nil
}
