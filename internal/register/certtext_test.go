package register

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"ocoprint/internal/ocop"
)

// strange are texts that JSON has to escape, or that no JSON should hold.
var strange = []string{"", "Miến dong", `Chè “Shan” "tuyết"`, `a\b`, "hai\ndòng", "\u2028", "<&>", "e\u0301", "😀", "null", "true", "2023-11-20", "\u007f"}

func randomCert(random *rand.Rand) (c ocop.Certificate) {
	pick := func() string {
		if random.IntN(40) > 0 {
			return []string{"", "Miến dong", "Hợp tác xã Mẫu", "true", "2023-11-20"}[random.IntN(5)]
		}
		return strange[random.IntN(len(strange))]
	}
	c = ocop.Certificate{ID: pick(), Number: pick(), Seq: random.IntN(9) - 2, Series: pick(), Revision: random.IntN(3), Order: random.IntN(1e6),
		Product:  ocop.Product{Name: pick(), Group: pick(), Code: pick(), Pack: pick(), Unit: pick()},
		Producer: ocop.Producer{Name: pick(), Kind: pick(), Address: pick(), Commune: pick(), Phone: []string{"", "x"}[random.IntN(20)/19]},
		Place:    pick(), Stars: ocop.Stars(random.IntN(6)), Score: ocop.Score{Micros: random.Int64N(1e8), Known: random.IntN(2) == 0},
		Round: ocop.Round{No: random.IntN(4), Year: 2020 + random.IntN(4)}, Decision: ocop.Decision{Number: pick()},
		Authority: ocop.Authority{Name: pick(), Place: pick()}, Signatory: ocop.Signatory{Name: pick(), Lines: []string{pick(), pick()}},
		Sheet: pick(), Layout: pick(), Sample: random.IntN(2) == 0, URL: pick(), Code: pick()}
	for _, d := range []*ocop.Date{&c.IssuedOn, &c.ValidFrom, &c.LastDay} {
		if random.IntN(5) > 0 {
			*d = ocop.Date{Year: 1990 + random.IntN(60), Month: 1 + random.IntN(12), Day: 1 + random.IntN(28)}
		}
	}
	for _, b := range []*[]byte{&c.Payload, &c.Identity} {
		if random.IntN(5) > 0 {
			*b = []byte(pick())
		}
	}
	return c
}

// TestCertificatesAreReadAsJSON reads certificates, sound and damaged ones, as
// encoding/json does.
func TestCertificatesAreReadAsJSON(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 2026))
	var reader certReader
	quick, broken := 0, 0
	for i := range 30000 {
		ev := Event{Kind: KindIssue, At: 1, ID: "x", Key: strange[random.IntN(len(strange))]}
		if random.IntN(50) > 0 {
			c := randomCert(random)
			if i%3 == 0 { // as a batch does
				c.Authority, c.Signatory, c.Decision, c.Round, c.Series, c.Layout = reader.authority.value, reader.signatory.value, reader.decision.value, reader.round.value, reader.series, reader.layout
			}
			ev.Cert = &c
		}
		body, err := ev.encode()
		if err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 { // one byte of the certificate in place of another, anywhere
			if raw := certIn(body); len(raw) > 0 {
				raw[random.IntN(len(raw))] = []byte(`"\,:{}[]0a-. ` + "\x00\xff")[random.IntN(15)]
			}
		}
		if raw := certIn(body); raw != nil {
			if _, ok := reader.quick(raw); ok {
				quick++
			}
		}
		want, wantErr := Entry{Seq: 7, Body: body}.Event()
		got, gotErr := reader.read(Entry{Seq: 7, Body: body})
		if bad := wantErr != nil || want.Cert == nil; bad != (gotErr != nil) {
			t.Fatalf("%s\nerror %v, encoding/json: %v", body, gotErr, wantErr)
		} else if bad {
			broken++
			continue
		}
		if !reflect.DeepEqual(got, *want.Cert) {
			t.Fatalf("%s\ngot  %+v\nwant %+v", body, got, *want.Cert)
		}
		found := Found{body: body, reader: &reader}
		if layout, product, producer, err := found.Outline(); err != nil || layout != got.Layout || product != got.Product || producer != got.Producer {
			t.Fatalf("%s\noutline %q %+v %+v, %v", body, layout, product, producer, err)
		}
	}
	if quick < 2000 || broken < 2000 {
		t.Errorf("%d were read quickly and %d are broken: the test shows little", quick, broken)
	}
}

func BenchmarkCertificate(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	c := randomCert(random)
	for c.Product.Name != "Miến dong" || c.Product.Group != "" || c.Producer.Name != "Miến dong" {
		c = randomCert(random)
	}
	c.Number, c.ID, c.Place, c.URL, c.Sheet = "07/2023", "VD-2023-2-007", "xã Ví Dụ", "https://ocop.example/v/?VD-2023-2-001#0066", ""
	c.Producer.Kind, c.Producer.Address, c.Producer.Commune, c.Producer.Phone, c.Code, c.Seq = "", "Bản 1", "xã Ví Dụ", "", "XT9SF3", 1
	c.Product.Code, c.Product.Pack, c.Product.Unit, c.Series, c.Layout, c.Payload, c.Identity = "", "", "", "s", "l", []byte("p"), []byte("i")
	body, err := Event{Kind: KindIssue, Cert: &c}.encode()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("reader", func(b *testing.B) {
		var reader certReader
		for b.Loop() {
			if _, ok := reader.quick(certIn(body)); !ok {
				b.Fatal("not read quickly")
			}
		}
	})
	b.Run("json", func(b *testing.B) {
		for b.Loop() {
			var ev Event
			if err := json.Unmarshal(body, &ev); err != nil {
				b.Fatal(err)
			}
		}
	})
}
