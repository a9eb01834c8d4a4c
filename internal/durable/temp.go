package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// createTemp takes the first free name. It begins with a dot (hidden on Unix),
// says whose it is, and is known to [Folder.Sweep].
func createTemp(d dir, base string, perm fs.FileMode) (string, file, error) {
	short := strings.ToValidUTF8(base[:min(len(base), 100)], "")
	for i := range 1000 {
		name := fmt.Sprintf(".%s.%d-%d.tmp", short, os.Getpid(), i)
		f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
		if err == nil {
			return name, f, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", nil, err
		}
	}
	return "", nil, errors.New("no free temporary name")
}

// osDir is a folder named by its path.
type osDir struct{ path string }

func (d osDir) OpenFile(name string, flag int, perm fs.FileMode) (file, error) {
	return os.OpenFile(filepath.Join(d.path, name), flag, perm)
}

func (d osDir) Rename(from, to string) error {
	return os.Rename(filepath.Join(d.path, from), filepath.Join(d.path, to))
}

func (d osDir) Remove(name string) error { return os.Remove(filepath.Join(d.path, name)) }

func (d osDir) Sync() error { return SyncDir(d.path) }
