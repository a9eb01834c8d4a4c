package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"ocoprint/internal/seal"
)

// Check reads a publication back: every file and its digest, every signature,
// one sequence and one time in every list, the pages that every outcome
// needs. roots empty means those of the manifest, which then only shows that
// the publication is whole, not whose it is.
func Check(dir string, roots ...[]byte) (Report, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return Report{}, FileBad.With("file", manifestName, "why", "không có").Wrap(err)
	}
	if len(roots) == 0 {
		roots = m.Roots
	}
	c := &checker{dir: dir, manifest: m, report: Report{Files: len(m.Files) + 1, Sequence: m.Sequence, Checkpoint: m.Checkpoint}}
	if err := c.digests(); err != nil {
		return Report{}, err
	}
	return c.report, c.lists(roots)
}

type checker struct {
	dir      string
	manifest *Manifest
	report   Report
}

func bad(file, why string, err error) error { return FileBad.With("file", file, "why", why).Wrap(err) }

func (c *checker) read(name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, bad(name, "tên tệp lạ", nil)
	}
	b, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, bad(name, "không đọc được", err)
	}
	return b, nil
}

// digests compares every file with the manifest, and wants the pages.
func (c *checker) digests() error {
	for _, page := range []string{"index.html", "v/index.html", "v/quet.html", "v/danh-sach.html", "v/sw.js", "v/site.js", "v/keys.bin"} {
		if c.manifest.Files[page] == "" {
			return bad(page, "thiếu", nil)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.manifest.Files)) {
		b, err := c.read(name)
		if err != nil {
			return err
		}
		if digest(b) != c.manifest.Files[name] {
			return bad(name, "đã bị sửa", nil)
		}
		c.report.Bytes += int64(len(b))
	}
	return nil
}

// lists opens every signed list.
func (c *checker) lists(roots [][]byte) error {
	raw, err := c.read("v/keys.bin")
	if err != nil {
		return err
	}
	keys, err := seal.OpenKeys(raw, roots...)
	if err != nil {
		return err
	}
	for _, prefix := range c.manifest.Prefixes {
		list, err := open(c, seal.StatusFile(prefix), func(b []byte) (seal.StatusList, seal.Head, error) {
			l, err := seal.OpenStatus(b, prefix, keys)
			return l, l.Head, err
		})
		if err != nil {
			return err
		}
		c.report.Statuses += len(list.Entries)
	}
	for n := range 256 {
		shard, err := open(c, seal.ShardFile(byte(n)), func(b []byte) (seal.Shard, seal.Head, error) {
			s, err := seal.OpenShard(b, byte(n), keys)
			return s, s.Head, err
		})
		if err != nil {
			return err
		}
		c.report.Certificates += len(shard.Identities)
	}
	for part, parts := 1, 1; part <= parts; part++ {
		list, err := open(c, seal.PublicFile(part), func(b []byte) (seal.PublicList, seal.Head, error) {
			l, err := seal.OpenPublic(b, keys)
			return l, l.Head, err
		})
		if err != nil {
			return err
		}
		parts = list.Parts
	}
	return nil
}

// open reads one list and compares its head with the manifest.
func open[T any](c *checker, name string, read func([]byte) (T, seal.Head, error)) (list T, err error) {
	b, err := c.read("v/" + name)
	if err != nil {
		return list, err
	}
	list, head, err := read(b)
	if err != nil {
		return list, err
	}
	if head.Sequence != c.manifest.Sequence || head.Made.Format(timeLayout) != c.manifest.Made {
		return list, bad("v/"+name, "khác lần công bố", nil)
	}
	c.report.Made, c.report.Next = head.Made, head.Next
	return list, nil
}
