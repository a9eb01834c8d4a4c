package templates

import (
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"testing"
)

// The folder, the id inside the file and the list name the same layouts.
func TestEveryLayoutIsListedUnderItsOwnID(t *testing.T) {
	folders, err := fs.ReadDir(files, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) != len(IDs()) {
		t.Errorf("%d folders, %d ids", len(folders), len(IDs()))
	}
	for _, id := range IDs() {
		data, err := Layout(id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		var head struct{ Schema, ID string }
		if err := json.Unmarshal(data, &head); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		if head.Schema != "ocop-layout/1" || head.ID != id {
			t.Errorf("%s: schema %q, id %q", id, head.Schema, head.ID)
		}
		if !slices.Contains(Files(id), "layout.json") {
			t.Errorf("%s: files %q", id, Files(id))
		}
	}
	if IDs()[0] != Default {
		t.Error("the default is not first")
	}
}

func TestUnknownAndCraftedNamesAreNotFound(t *testing.T) {
	for _, q := range [][2]string{{"gcn-vang", "layout.json"}, {"", "layout.json"}, {"../fonts", "fonts.go"},
		{Formal, "../templates.go"}, {Formal, "nen.pdf"}, {".", "templates.go"}} {
		if _, err := File(q[0], q[1]); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("File(%q, %q): %v", q[0], q[1], err)
		}
	}
}
