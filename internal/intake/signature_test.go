package intake

import (
	"context"
	"testing"

	"ocoprint/internal/workbook"
	"ocoprint/samples"
)

// The signatories of the clean sample stand under the columns of product and
// score: they are no rows of the table.
func TestSignatoriesUnderTheColumnsAreNoRows(t *testing.T) {
	ctx := context.Background()
	book, err := workbook.Open(ctx, samples.Annex, samples.Read(samples.Annex), workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(ctx, book, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Results) != 23 {
		t.Errorf("%d rows were read, want 23", len(r.Results))
	}
	for _, f := range r.Findings {
		if f.Holds() {
			t.Errorf("%s: %s", f.Code, f.Message)
		}
	}
}
