package papers

import "testing"

// BenchmarkCertificate draws one certificate of a long batch, its code included.
func BenchmarkCertificate(b *testing.B) {
	batch, problems := NewBatch(input(60))
	if len(problems) > 0 {
		b.Log(problems[0].In("en"))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if pages, _ := batch.Pages(i % batch.Len()); len(pages) == 0 {
			b.Fatal("no page")
		}
	}
}

// BenchmarkNewBatch checks sixty certificates before the first page.
func BenchmarkNewBatch(b *testing.B) {
	in := input(60)
	b.ReportAllocs()
	for b.Loop() {
		NewBatch(in)
	}
}

// BenchmarkRoster lays out a list of several pages.
func BenchmarkRoster(b *testing.B) {
	in := input(60)
	b.ReportAllocs()
	for b.Loop() {
		Roster.Pages(in)
	}
}
