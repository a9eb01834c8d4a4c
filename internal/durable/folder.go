package durable

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// Folder is a folder of results. Every name is looked up inside it: "..",
// absolute names and symbolic links that leave it are refused with ErrOutside.
// Use by several goroutines is safe.
type Folder struct {
	root   *os.Root
	series bool
}

// OpenFolder opens path, making it (and its parents) when missing.
func OpenFolder(path string) (*Folder, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, fail("create", path, err)
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, fail("open", path, err)
	}
	return &Folder{root: root}, nil
}

// Series opens a sub-folder, made when missing, for many files. Each still
// appears whole or not at all, but only Sync makes sure that all of them are
// there after a power cut: telling the disk after each costs as much as writing
// a small file.
func (f *Folder) Series(name string) (*Folder, error) {
	root, err := f.sub(name, filepath.Join(f.Path(), filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, series: true}, nil
}

// Sync waits until the disk knows the names of a series.
func (f *Folder) Sync() error {
	if err := (rootDir{f.root, false}).Sync(); err != nil {
		return fail("sync", f.Path(), err)
	}
	return nil
}

// Path is the folder's path as it was opened.
func (f *Folder) Path() string { return f.root.Name() }

// Close ends the use of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// WriteFile is [WriteFile] for a name inside the folder; sub-folders in name
// ("mot-to/01.pdf", always with /) are made.
func (f *Folder) WriteFile(name string, write func(io.Writer) error) error {
	shown := filepath.Join(f.Path(), filepath.FromSlash(name))
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.Contains(name, `\`) || path.Clean(name) == "." {
		return fail("create", name, ErrOutside)
	}
	sub, base := path.Split(path.Clean(name))
	root := f.root
	if sub != "" {
		r, err := f.sub(sub, shown)
		if err != nil {
			return err
		}
		defer r.Close()
		root = r
	}
	return writeIn(rootDir{root, f.series}, base, shown, 0o644, write)
}

// sub opens a sub-folder, made when missing; shown is what an error names.
func (f *Folder) sub(name, shown string) (*os.Root, error) {
	if err := f.root.MkdirAll(path.Clean(name), 0o755); err != nil {
		return nil, fail("create", shown, outside(err))
	}
	r, err := f.root.OpenRoot(path.Clean(name))
	if err != nil {
		return nil, fail("open", shown, outside(err))
	}
	return r, nil
}

// WriteBytes is [Folder.WriteFile] for bytes at hand.
func (f *Folder) WriteBytes(name string, data []byte) error {
	return f.WriteFile(name, bytesWriter(data))
}

// Open opens a file of the folder for reading.
func (f *Folder) Open(name string) (*os.File, error) {
	file, err := f.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, fail("open", filepath.Join(f.Path(), filepath.FromSlash(name)), outside(err))
	}
	return file, nil
}

// Remove removes one file of the folder; a missing one is no error.
func (f *Folder) Remove(name string) error {
	err := f.root.Remove(filepath.FromSlash(name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fail("remove", filepath.Join(f.Path(), name), outside(err))
	}
	return nil
}

// leftover is the name of a temporary file of ours.
var leftover = regexp.MustCompile(`^\..+\.\d+-\d+\.tmp$`)

// Sweep removes the temporary files that a killed process left in the folder
// (not in sub-folders) and says how many. Call it only while no other process
// writes there, for example under the register's [Lock].
func (f *Folder) Sweep() (int, error) {
	d, err := f.root.Open(".")
	if err != nil {
		return 0, fail("open", f.Path(), err)
	}
	defer d.Close()
	names, err := d.Readdirnames(-1)
	if err != nil {
		return 0, fail("read", f.Path(), err)
	}
	n := 0
	for _, name := range names {
		if !leftover.MatchString(name) {
			continue
		}
		if err := f.Remove(name); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// outside marks the refusal of os.Root, which has no exported error.
func outside(err error) error {
	if strings.Contains(err.Error(), "path escapes") {
		return errors.Join(ErrOutside, err)
	}
	return err
}

// rootDir is a folder that names cannot leave.
type rootDir struct {
	root   *os.Root
	series bool // its names are made safe together
}

func (d rootDir) OpenFile(name string, flag int, perm fs.FileMode) (file, error) {
	return d.root.OpenFile(name, flag, perm)
}

func (d rootDir) Rename(from, to string) error { return d.root.Rename(from, to) }
func (d rootDir) Remove(name string) error     { return d.root.Remove(name) }

func (d rootDir) Sync() error {
	if d.series {
		return nil
	}
	f, err := d.root.Open(".")
	if err != nil {
		return err
	}
	defer f.Close()
	return syncOpenDir(f)
}
