package install

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"ocoprint/internal/layout"
)

// fontKinds are forms of fonts that are recognised only to be named.
var fontKinds = []struct{ head, kind string }{
	{"OTTO", "OpenType CFF (.otf)"}, {"ttcf", "bộ nhiều phông (.ttc)"}, {"wOFF", "WOFF"}, {"wOF2", "WOFF2"},
	{"true", "TrueType của máy Mac đời cũ"}, {"typ1", "PostScript Type 1"}, {"%!PS", "PostScript Type 1"},
}

func font(ttf []byte, try func([]byte) error) (answer, error) {
	for _, k := range fontKinds {
		if bytes.HasPrefix(ttf, []byte(k.head)) {
			return answer{}, FontKind.With("kind", k.kind).Err()
		}
	}
	rep, err := layout.Examine(ttf)
	if err != nil {
		return answer{Report: rep}, NotFont.With().Wrap(err)
	}
	a := answer{Report: rep}
	if rep.Family == "" {
		return a, NotFont.With().Wrap(errors.New("the font has no name"))
	}
	switch {
	case len(rep.Missing) > 0:
		return a, FontLetters.With("family", rep.Family, "count", len(rep.Missing), "letters", some(rep.Missing)).Err()
	case len(rep.Nested) > 0:
		return a, FontNested.With("family", rep.Family, "letters", some(rep.Nested)).Err()
	case !rep.Embeddable:
		return a, FontLocked.With("family", rep.Family).Err()
	}
	if err := measured(ttf); err != nil {
		return a, NotFont.With().Wrap(err)
	}
	if try != nil {
		if err := try(ttf); err != nil {
			return a, NotFont.With().Wrap(err)
		}
	}
	return a, nil
}

// measured draws every letter that papers use once, as the preview does.
func measured(ttf []byte) error {
	faces := layout.NewFaces()
	if err := faces.Add("x", ttf); err != nil {
		return err
	}
	for r := rune('!'); r < 0x1F00; r++ {
		if !faces.HasGlyph("x", r) {
			continue
		}
		if shape, advance := faces.Outline("x", r); advance <= 0 && len(shape) > 0 && r < 0x300 {
			return fmt.Errorf("letter U+%04X has no width", r)
		}
	}
	if shape, advance := faces.Outline("x", 'ế'); len(shape) == 0 || advance <= 0 {
		return fmt.Errorf("letter U+1EBF draws nothing")
	}
	return nil
}

// some lists letters, not more than a person wants to read.
func some(letters []rune) string {
	const most = 16
	var list []string
	for _, r := range letters[:min(most, len(letters))] {
		list = append(list, string(r))
	}
	s := strings.Join(list, " ")
	if len(letters) > most {
		s += " …"
	}
	return s
}
