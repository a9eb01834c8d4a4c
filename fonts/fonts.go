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
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.ttf *-OFL.txt
var files embed.FS

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
func Names() []string { return list(".ttf") }

// Licences lists the licence files, sorted; Read gives their text.
func Licences() []string { return list("-OFL.txt") }

// Read gives the bytes of a shipped font or licence file. The bytes are the
// caller's own copy. An unknown name is an error that lists the names.
func Read(name string) ([]byte, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("font %q is not shipped (there are %s): %w", name, strings.Join(Names(), ", "), fs.ErrNotExist)
	}
	return data, nil
}

func list(suffix string) []string {
	entries, _ := files.ReadDir(".") // an embedded root can be read; ReadDir sorts
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), suffix) {
			names = append(names, e.Name())
		}
	}
	return names
}
