package pdf

import (
	"bytes"
	"context"
	"os"
	"testing"
)

func TestScratch(t *testing.T) {
	var b bytes.Buffer
	if err := Write(context.Background(), &b, certificates(3), Options{Title: "Giấy chứng nhận"}); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/gpx/a.pdf", b.Bytes(), 0o644)
}
