// Package templates holds the page layouts that come with ocoprint, inside the
// program: one folder a layout, named by its id, with layout.json
// (ocop-layout/1, documented in the layout room) and the files it names.
//
// The shipped designs are drawn by us: no official OCOP logo, no emblem. An
// office puts its own logo into the slot that each design keeps for it.
//
// Begin with IDs and Layout.
package templates

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed gcn-*
var files embed.FS

// The shipped certificate designs, all A4 landscape.
const (
	Formal  = "gcn-trang-trong" // trang trọng: gold brocade frame, the default
	Festive = "gcn-le-hoi"      // lễ hội: colours of the highlands
	Stock   = "gcn-phoi"        // phôi in sẵn: only what varies
)

// Default is the design a new office starts with.
const Default = Formal

// IDs lists the shipped layouts, the default first.
func IDs() []string { return []string{Formal, Festive, Stock} }

// Layout gives the layout.json of a shipped layout. An unknown id is an error
// that wraps fs.ErrNotExist and lists the ids.
func Layout(id string) ([]byte, error) { return File(id, "layout.json") }

// File gives a file of a shipped layout.
func File(id, name string) ([]byte, error) {
	if id == "" || strings.ContainsAny(id, "/\\.") || strings.ContainsAny(name, "/\\") {
		return nil, fmt.Errorf("layout %q, file %q: %w", id, name, fs.ErrNotExist)
	}
	data, err := files.ReadFile(path.Join(id, name))
	if err != nil {
		return nil, fmt.Errorf("layout %q is not shipped with a file %q (layouts: %s): %w", id, name, strings.Join(IDs(), ", "), fs.ErrNotExist)
	}
	return data, nil
}

// Files lists the files of a shipped layout, sorted; none for an unknown id.
func Files(id string) []string {
	entries, err := fs.ReadDir(files, id)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
