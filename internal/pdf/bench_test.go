package pdf

import (
	"context"
	"fmt"
	"io"
	"testing"

	"ocoprint/internal/layout"
)

type counter int64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			pages := make([]layout.Page, n)
			for i := range pages {
				pages[i] = certificate(i)
			}
			b.ReportAllocs()
			var size counter
			for b.Loop() {
				size = 0
				err := WriteEach(context.Background(), io.MultiWriter(&size), n,
					func(i int) ([]layout.Page, error) { return pages[i : i+1], nil }, Options{Workers: 1})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "certs/s")
			b.ReportMetric(float64(size)/float64(n), "B/cert")
		})
	}
}
