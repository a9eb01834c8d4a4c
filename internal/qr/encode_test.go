package qr

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// payload is a text of the shape that certificates carry.
func payload(r *rand.Rand, digits int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "https://ocop%d.example/v/?LC-%d-%d-%03d#", r.IntN(100), 2020+r.IntN(9), r.IntN(4), r.IntN(999))
	for range digits {
		b.WriteByte(byte('0' + r.IntN(10)))
	}
	return b.String()
}

func mixed(r *rand.Rand) string {
	const kinds = "0123456789|ABC-/:$ |abcdé#?|00000000000000000000"
	parts := strings.Split(kinds, "|")
	var b strings.Builder
	for range 1 + r.IntN(12) {
		set := parts[r.IntN(len(parts))]
		for range r.IntN(30) {
			b.WriteByte(set[r.IntN(len(set))])
		}
	}
	return b.String()
}

// Every module is go-qrcode's: thousands of certificates and of odd texts.
func TestEncodeEqualsReference(t *testing.T) {
	n := 1500
	if testing.Short() {
		n = 200
	}
	r := rand.New(rand.NewPCG(1, 2))
	versions := map[string]int{}
	for i := range n {
		text := payload(r, 340+r.IntN(330))
		if i%3 == 0 {
			text = mixed(r)
		}
		want, errWant := Reference(text)
		got, err := Encode(text)
		if (err == nil) != (errWant == nil) {
			t.Fatalf("%q: %v, reference %v", text, err, errWant)
		}
		if got.Version != want.Version || got.Level != want.Level || !slices.Equal(got.rows, want.rows) {
			t.Fatalf("%q: %d-%v, reference %d-%v, modules equal %v", text, got.Version, got.Level, want.Version, want.Level, slices.Equal(got.rows, want.rows))
		}
		if n, err := Size(text); n != got.N || (err == nil) != (errWant == nil) {
			t.Fatalf("%q: Size %d, %v; the code has %d", text, n, err, got.N)
		}
		versions[fmt.Sprintf("%d-%v", got.Version, got.Level)]++
	}
	t.Log(versions)
	if versions["13-M"] == 0 || versions["11-M"] == 0 {
		t.Error("the usual versions did not occur")
	}
}

func TestEncodeLimits(t *testing.T) {
	prefix := "https://ocop-lai-chau.example/v/?LC-23-2-017#" // 45 bytes
	longest, err := Encode(prefix + strings.Repeat("7", 682))
	if err != nil || longest.Version != 13 || longest.Level != M || longest.N != 69 {
		t.Errorf("longest: %+v %v", longest.Version, err)
	}
	for _, text := range []string{"", prefix + strings.Repeat("7", 683)} {
		if _, err := Encode(text); err == nil {
			t.Errorf("a text of %d bytes encodes", len(text))
		}
	}
}

func TestModulesAreTheSymbol(t *testing.T) {
	for _, text := range []string{"https://ocop.example", strings.Repeat("a", 300)} { // versions below and above 64 modules
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		rows := c.Modules()
		if len(rows) != c.N {
			t.Fatalf("%d rows of %d", len(rows), c.N)
		}
		for y, row := range rows {
			if len(row) != c.N {
				t.Fatalf("row %d has %d modules of %d", y, len(row), c.N)
			}
			for x, black := range row {
				if black != c.Black(x, y) {
					t.Fatalf("version %d: module %d, %d is %v", c.Version, x, y, black)
				}
			}
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		version int
		box     float64
		ok      bool
	}{{11, 30, true}, {11, 29, false}, {12, 31, true}, {12, 30, false}, {13, 33, true}, {13, 32, false}, {11, 33, true}, {1, 33, true}} {
		p, err := Fit(17+4*c.version, c.box)
		if (err == nil) != c.ok {
			t.Errorf("version %d in %v mm: %v", c.version, c.box, err)
		}
		if err != nil {
			continue
		}
		dots := p.Module / dot
		if p.Module < MinModule || dots-float64(int(dots+0.5)) > 1e-6 || p.Offset < 4*p.Module-1e-9 || p.Side+2*p.Offset > c.box+1e-9 {
			t.Errorf("version %d in %v mm: %+v", c.version, c.box, p)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	text := payload(rand.New(rand.NewPCG(3, 4)), 430)
	for b.Loop() {
		Encode(text)
	}
}

func BenchmarkReference(b *testing.B) {
	text := payload(rand.New(rand.NewPCG(3, 4)), 430)
	for b.Loop() {
		Reference(text)
	}
}
