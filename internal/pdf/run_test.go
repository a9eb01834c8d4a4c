package pdf

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"ocoprint/internal/layout"
)

// TestRunsAreGopdfs composes thousands of runs both ways.
func TestRunsAreGopdfs(t *testing.T) {
	faces := layout.DefaultFaces()
	random := rand.New(rand.NewPCG(4021, 1489))
	letters := append(slices.Clone(standardRunes), '😀', 'ﬁ', 0x301)
	colors := []layout.Color{{}, layout.Black, {Kind: layout.RGB, R: 200, G: 16, B: 46}, {Kind: layout.RGB, R: 1, G: 254, B: 128},
		{Kind: layout.CMYK, C: 0, M: 95, Y: 100, K: 4.6}, {Kind: layout.CMYK, C: 33.3, M: 0.4, Y: 99.5, K: 0}}
	text := func(face string) string {
		var s []rune
		for range 1 + random.IntN(60) {
			if r := letters[random.IntN(len(letters))]; faces.HasGlyph(face, r) {
				s = append(s, r)
			}
			if random.IntN(6) == 0 {
				s = append(s, ' ')
			}
		}
		return string(s)
	}
	pages := make([]layout.Page, 120)
	for i := range pages {
		pages[i] = layout.Page{W: 297, H: 210, Bleed: float64(random.IntN(2)) * 3}
		for range 1 + random.IntN(30) {
			face := faces.Keys()[random.IntN(len(faces.Keys()))]
			m := layout.Text{X: random.Float64()*320 - 10, Baseline: random.Float64()*230 - 10, String: text(face), Face: face, Size: 4 + 40*random.Float64(),
				Color: colors[random.IntN(len(colors))]}
			if random.IntN(4) == 0 {
				m.CharSpace = random.Float64() - 0.3
			}
			if random.IntN(4) == 0 {
				m.WordSpace = random.Float64()
			}
			if random.IntN(9) == 0 {
				m.Rotate = random.IntN(4)
			}
			if random.IntN(9) == 0 {
				m.ActualText = "đ\U0001F600"
			}
			m.Invisible = random.IntN(15) == 0
			pages[i].Marks = append(pages[i].Marks, m)
		}
	}
	contents := func(batch bool) (all [][]byte) {
		c := newComposer(newKit(Options{}))
		c.batch = batch
		for _, p := range pages {
			if err := c.page(p, nil, p.Marks); err != nil {
				t.Fatal(err)
			}
		}
		err := c.finish(func(_ draft, content []byte) error {
			all = append(all, bytes.Clone(content))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	ours, theirs := contents(true), contents(false)
	if len(ours) != len(pages) || len(theirs) != len(pages) {
		t.Fatalf("%d and %d pages, want %d", len(ours), len(theirs), len(pages))
	}
	for i := range ours {
		if !bytes.Equal(ours[i], theirs[i]) {
			t.Fatalf("page %d:\n%s\nwant what gopdf writes:\n%s", i, ours[i], theirs[i])
		}
	}
}
