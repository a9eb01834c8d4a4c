package qr

import qrcode "github.com/skip2/go-qrcode"

// Reference makes the symbol with go-qrcode alone: the yardstick for Encode,
// forty times slower.
func Reference(text string) (Code, error) {
	q, err := qrcode.New(text, qrcode.Medium)
	if err != nil || q.VersionNumber > MaxVersion {
		return Code{}, TooDense.With("length", len(text)).Err()
	}
	level := M
	for _, higher := range []qrcode.RecoveryLevel{qrcode.High, qrcode.Highest} {
		h, err := qrcode.NewWithForcedVersion(text, q.VersionNumber, higher)
		if err != nil {
			break
		}
		q = h
		level++
	}
	q.DisableBorder = true
	grid := q.Bitmap()
	c := Code{Version: q.VersionNumber, Level: level, N: len(grid), rows: make([]row, len(grid))}
	for y, line := range grid {
		for x, black := range line {
			if black {
				c.rows[y].set(uint8(x), 1)
			}
		}
	}
	return c, nil
}
