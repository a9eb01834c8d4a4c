package register

import (
	"testing"

	"ocoprint/internal/ocop"
)

// TestKeysAreTheProgrammes: the remembered key is ocop's own.
func TestKeysAreTheProgrammes(t *testing.T) {
	for _, r := range []ocop.Result{
		{},
		{Product: ocop.Product{Name: "Mắc-ca sấy"}, Producer: ocop.Producer{Name: "HTX Minh Hoạ"},
			Decision: ocop.Decision{Number: "0000/QĐ-UBND", Date: ocop.Date{Year: 2023, Month: 11, Day: 20}}},
	} {
		for range 2 { // made, then remembered
			if got := keyOfResult(r, "a"); got != r.Key("a") {
				t.Errorf("%q, want %q", got, r.Key("a"))
			}
		}
		c := ocop.Certificate{Product: r.Product, Producer: r.Producer, Decision: r.Decision}
		if keyOfCert(&c) != c.Key() {
			t.Errorf("%q, want %q", keyOfCert(&c), c.Key())
		}
	}
}

func TestAMemoIsBounded(t *testing.T) {
	m := &memo{f: func(s string) string { return s + "!" }, known: map[string]string{}}
	for i := range 3 * memoLimit {
		if s := string(rune(i)); m.of(s) != s+"!" {
			t.Fatal(i)
		}
	}
	if len(m.known) > memoLimit {
		t.Errorf("holds %d", len(m.known))
	}
}
