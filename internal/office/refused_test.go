package office_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/papers"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

// A paper that must not be printed keeps none of the others back.
func TestRefusedPaperKeepsNoneBack(t *testing.T) {
	o := benchOffice(t, t.TempDir())
	defer o.Close()
	benchIssue(t, o, 3, "")
	s := benchSettings
	s.Conference.Groups = []ocop.GuestGroup{{Name: "Khách", Guests: []ocop.Attendee{{Name: strings.Repeat("Mẫu ", 200)}}}}
	ctx, out := context.Background(), t.TempDir()
	b, err := o.BatchOf(ctx, register.Filter{}, s, registertest.Options().AsOf)
	if err != nil {
		t.Fatal(err)
	}
	files, err := o.Print(ctx, b, office.PrintOptions{Out: out, Only: []string{papers.NamePlates.Name, papers.PublicList.Name}})
	if err == nil || !strings.Contains(err.Error(), "office-paper-refused") {
		t.Errorf("the plates were not refused: %v", err)
	}
	if len(files) == 0 || !strings.HasPrefix(files[0].Name, papers.PublicList.File) {
		t.Errorf("files: %+v", files)
	}
	if _, err := os.Stat(filepath.Join(out, papers.PublicList.File+".pdf")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(out, papers.NamePlates.File+".pdf")); err == nil {
		t.Error("the plates were written")
	}
}
