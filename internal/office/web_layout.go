package office

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// LayoutProof draws a layout with an invented row: the middling one, or the
// one with the longest name that a council wrote. Problems are what would not
// print.
func LayoutProof(source []byte, longest bool) (page layout.Page, boxes []layout.BoxInfo, problems []message.Message, err error) {
	t, err := layout.LoadTemplate("layout.json", source)
	if err != nil {
		return page, nil, nil, err
	}
	rows := previewRows()
	row := rows[0]
	for _, r := range rows {
		n, best := len([]rune(r.Place.Label)), len([]rune(row.Place.Label))
		if longest && n > best || !longest && abs(n-middling) < abs(best-middling) {
			row = r
		}
	}
	drawn, found := t.Render(row.Values, layout.Options{QR: encodeQR, Place: row.Place})
	for _, p := range found {
		problems = append(problems, p.Message)
	}
	if len(drawn) == 0 {
		if worst := layout.Errors(found); len(worst) > 0 {
			return page, nil, nil, worst[0].Err()
		}
		return page, nil, nil, NoLayout.With("name", t.ID).Err()
	}
	return drawn[0], t.Boxes(), problems, nil
}

// middling is the length of a product's name as most are.
const middling = 32

func abs(n int) int { return max(n, -n) }

// BoxArea is where a box stands, in mm.
type BoxArea struct{ X, Y, W, H float64 }

// EditLayout moves boxes of a layout and gives the source of a new version.
func EditLayout(source []byte, id, title string, version int, areas map[string]BoxArea) ([]byte, error) {
	var file map[string]any
	if err := json.Unmarshal(source, &file); err != nil {
		return nil, fmt.Errorf("read layout: %w", err)
	}
	moveBoxes(file, moved(source, areas))
	file["id"], file["version"] = id, version
	if title != "" {
		file["title"] = title
	}
	return json.MarshalIndent(file, "", " ")
}

// moved leaves out the boxes that stay where they are, so that the way in which
// the layout states their place stays too.
func moved(source []byte, areas map[string]BoxArea) map[string]BoxArea {
	t, err := layout.LoadTemplate("layout.json", source)
	if err != nil {
		return areas // the caller's own loading says what is wrong
	}
	changed := maps.Clone(areas)
	for _, b := range t.Boxes() {
		a, ok := areas[b.ID]
		same := func(x, y float64) bool { return math.Abs(x-y) < 0.006 }
		if ok && same(a.X, b.Area.X) && same(a.Y, b.Area.Y) && same(a.W, b.Area.W) && same(a.H, b.Area.H) {
			delete(changed, b.ID)
		}
	}
	return changed
}

func moveBoxes(v any, areas map[string]BoxArea) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			moveBoxes(x, areas)
		}
	case map[string]any:
		if id, ok := v["id"].(string); ok {
			if a, moved := areas[id]; moved && v["x"] != nil {
				v["x"], v["y"], v["w"], v["h"] = a.X, a.Y, a.W, a.H
			}
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			moveBoxes(v[key], areas)
		}
	}
}

// OwnLayoutID is the id under which an office keeps its variant of a layout.
func OwnLayoutID(id string) string {
	if strings.HasSuffix(id, "-rieng") {
		return id
	}
	return id + "-rieng"
}

// NextLayoutVersion is the version after the newest installed one.
func (o *Office) NextLayoutVersion(ctx context.Context, id string) (int, error) {
	list, err := o.Layouts(ctx)
	top := 0
	for _, l := range list {
		if l.ID == id {
			top = max(top, l.Version)
		}
	}
	return top + 1, err
}

// LayoutPictures gives the pictures that an installed layout carries, so that
// its next version carries them too.
func (o *Office) LayoutPictures(ctx context.Context, name string) (map[string][]byte, error) {
	kept, ok, err := o.keptLayout(ctx, name)
	if err != nil || !ok {
		return nil, err
	}
	files := map[string][]byte{}
	for _, file := range sortedKeys(kept.Files) {
		if files[file], err = o.Register.Blob(ctx, kept.Files[file]); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// SaveLayout keeps an edited layout with the pictures of the one it came from.
func (o *Office) SaveLayout(ctx context.Context, was string, source []byte) error {
	pictures, err := o.LayoutPictures(ctx, was)
	if err == nil {
		_, err = o.InstallLayout(ctx, source, pictures)
	}
	return err
}
