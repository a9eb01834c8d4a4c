package seal

import (
	"strings"
	"testing"

	"ocoprint/internal/qr"
)

// Room is counted here as the encoder counts it: for each address the largest
// frame that fits is the largest one that package qr draws at version 13.
func TestFits(t *testing.T) {
	for _, c := range []struct {
		base, id string
		frame    int
	}{
		{"https://ocop-lai-chau.example", "LC-23-2-017", 280},
		{"https://ocop.example", "LC-2023-2-017", 285},
		{"https://ocop2023.example/2024", "LC-2023-2-0000017", 266},
	} {
		largest := 0
		for size := 150; size < 325; size++ {
			fit := fits(c.base, c.id, make([]byte, size-headCert-sigSize))
			if fit {
				largest = size
			}
			text := c.base + "/v/?" + c.id + "#" + strings.Repeat("7", size/7*17+tailDigits[size%7])
			if _, err := qr.Encode(text); (err == nil) != fit {
				t.Fatalf("%s %s: a frame of %d bytes fits: %v, drawn: %v", c.base, c.id, size, fit, err)
			}
		}
		if largest != c.frame {
			t.Errorf("%s %s: %d bytes, want %d", c.base, c.id, largest, c.frame)
		}
	}
}
