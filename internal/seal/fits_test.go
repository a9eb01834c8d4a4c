package seal

import "testing"

// The largest frames that package qr still draws at version 13, level M, for
// addresses whose digits are split off by the encoder, or not. The figures
// come from qr.Encode.
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
		for n := 150; n < 330; n++ {
			if fits(c.base, c.id, make([]byte, n-headCert-sigSize)) {
				largest = n
			}
		}
		if largest != c.frame {
			t.Errorf("%s %s: %d bytes, want %d", c.base, c.id, largest, c.frame)
		}
	}
}
