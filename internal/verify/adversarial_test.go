package verify

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// elsewhere names the test of each adversarial case that is no vector.
var elsewhere = map[int][2]string{
	41: {"adversarial_test.go", "TestPastedOnAnotherPaper"},
	42: {"../qr/decode_test.go", "TestDecode"},
	47: {"../publish/e2e/browser.mjs", "scan: two codes"},
	48: {"outcomes_test.go", "TestBatch"},
	49: {"outcomes_test.go", "TestBatch"},
	50: {"../publish/e2e/browser.mjs", "no javascript"},
	56: {"../register/registertest/tamper.go", "stars of a row"},
	57: {"../publish/publish_test.go", "shrunk by one row"},
	58: {"../qr/printsim_test.go", "TestPrintFaults"},
	59: {"../seal/seal_test.go", "TestEveryCutIsUnreadable"},
}

// All 63 adversarial cases have a vector or a test.
func TestAdversarialCasesAreCovered(t *testing.T) {
	covered := map[int]bool{}
	for _, name := range vectorFiles {
		var file vectorFile
		readJSON(t, name, &file)
		for _, c := range file.Cases {
			covered[c.Ref] = true
		}
	}
	for n, where := range elsewhere {
		raw, err := os.ReadFile(filepath.FromSlash(where[0]))
		if covered[n] = err == nil && strings.Contains(string(raw), where[1]); !covered[n] {
			t.Errorf("case %d: %s has no %q (%v)", n, where[0], where[1], err)
		}
	}
	for n := 1; n <= 63; n++ {
		if !covered[n] {
			t.Errorf("adversarial case %d has neither vector nor test", n)
		}
	}
}

// Case 41: a genuine code pasted on another product's paper is G, and the
// answer lists what to compare, the sheet's serial and the code among it.
func TestPastedOnAnotherPaper(t *testing.T) {
	s := newSite(t, 1)
	b := s.sealed[0].Body
	b.ID, b.Serial = "LC-2023-2-777", "A 000123"
	sealed, err := seal.Seal("https://ocop.example", b, s.cert)
	if err != nil {
		t.Fatal(err)
	}
	o := Check(context.Background(), sealed.URL, s.lists, ocop.Date{}, s.now)
	want := map[string]string{"field-product": b.Product, "field-producer": b.Producer, "field-serial": "A 000123", "field-code": sealed.Code}
	for _, f := range o.Fields("vi") {
		if v, ok := want[f.Name]; ok && v == f.Value {
			delete(want, f.Name)
		}
	}
	if len(want) > 0 || !strings.Contains(GenuineAdvice.In("vi"), "So từng dòng với giấy") {
		t.Errorf("the answer does not list %v", want)
	}
}
