// Package fonts holds the letters ocoprint prints with, inside the program:
// Liberation Serif for everything that follows Decree 30 (it has the measure of
// Times New Roman), Playfair Display and EB Garamond for the large lines of a
// certificate, Be Vietnam Pro for small text and labels.
//
// Every file is under the SIL Open Font License, whose text stands beside it
// (Licences), is pinned by its hash in the tests, and has been checked for all
// 134 Vietnamese letters and against composites of composites, on which
// subsetters lose tone marks.
//
// Begin with Names and Read.
package fonts

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

//go:embed *-OFL.txt
var licences embed.FS

// The shipped faces by the name a layout calls them.
const (
	SerifRegular    = "LiberationSerif-Regular.ttf"
	SerifBold       = "LiberationSerif-Bold.ttf"
	SerifItalic     = "LiberationSerif-Italic.ttf"
	SerifBoldItalic = "LiberationSerif-BoldItalic.ttf"
	Display         = "PlayfairDisplay-Bold.ttf"
	Book            = "EBGaramond-Medium.ttf"
	BookItalic      = "EBGaramond-MediumItalic.ttf"
	BookBold        = "EBGaramond-Bold.ttf"
	SansRegular     = "BeVietnamPro-Regular.ttf"
	SansItalic      = "BeVietnamPro-Italic.ttf"
	SansSemiBold    = "BeVietnamPro-SemiBold.ttf"
	SansBold        = "BeVietnamPro-Bold.ttf"
)

// Names lists the shipped font files, sorted.
func Names() []string { return slices.Sorted(maps.Keys(ttfs)) }

// Licences lists the licence files, sorted; Read gives their text.
func Licences() []string {
	entries, _ := licences.ReadDir(".") // an embedded root can be read; ReadDir sorts
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Shared gives the bytes of a shipped font where they lie, nil for an unknown
// name. They must not be changed.
func Shared(name string) []byte { return slices.Clip(ttfs[name]) }

// Read gives the bytes of a shipped font or licence file. The bytes are the
// caller's own copy. An unknown name is an error that lists the names.
func Read(name string) ([]byte, error) {
	if ttf := ttfs[name]; ttf != nil {
		return bytes.Clone(ttf), nil
	}
	data, err := licences.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("font %q is not shipped (there are %s): %w", name, strings.Join(Names(), ", "), fs.ErrNotExist)
	}
	return data, nil
}
