package layout

import (
	"math"
	"testing"
)

// TestCalibrate: a printer that shifts, stretches and turns the page is put
// right by what was measured on four crosses.
func TestCalibrate(t *testing.T) {
	meant := [4][2]float64{{25, 25}, {272, 25}, {25, 185}, {272, 185}}
	for name, printer := range map[string]Calibration{
		"straight": {}, "shifted": {DX: 1.2, DY: -0.7}, "stretched": {SX: 1.004, SY: 0.997},
		"turned": {K: 0.004}, "all at once": {DX: -2, DY: 3, SX: 0.998, SY: 1.003, K: -0.002},
	} {
		var measured [4][2]float64
		for i, p := range meant {
			measured[i][0], measured[i][1] = printer.Point(p[0], p[1])
		}
		c, left := Calibrate(meant, measured)
		if !(left < 0.01) {
			t.Errorf("%s: %.3f mm stay", name, left)
		}
		for _, p := range [][2]float64{{40, 60}, {150, 100}, {260, 190}} {
			x, y := printer.Point(c.Point(p[0], p[1]))
			if d := math.Hypot(x-p[0], y-p[1]); !(d < 0.02) {
				t.Errorf("%s: %v is printed %.3f mm off", name, p, d)
			}
		}
	}
}

// TestCalibrateLine: four measures on one line say nothing; no number comes out.
func TestCalibrateLine(t *testing.T) {
	meant := [4][2]float64{{25, 25}, {272, 25}, {25, 185}, {272, 185}}
	c, _ := Calibrate(meant, [4][2]float64{{1, 1}, {1, 1}, {1, 1}, {1, 1}})
	if !math.IsNaN(c.SX) && !math.IsInf(c.SX, 0) && math.Abs(c.SX-1) < 0.05 {
		t.Errorf("measures on one point gave %+v", c)
	}
}

// TestCalibrationKeepsCodes: what is printed on stock is moved, a code keeps
// its size.
func TestCalibrationKeepsCodes(t *testing.T) {
	c := Calibration{DX: 2, DY: -1, SX: 1.01, SY: 0.99, K: 0.002}
	before := QR{X: 20, Y: 150, Size: 33}
	after, ok := c.move(before).(QR)
	if !ok || after.Size != before.Size || after.X == before.X || after.Y == before.Y {
		t.Errorf("%+v became %+v", before, after)
	}
}
