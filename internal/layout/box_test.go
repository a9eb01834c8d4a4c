package layout

import "testing"

// A rectangle given as one step is the polygon of its corners, whichever two of
// them name it.
func TestABoxStepIsItsRectangle(t *testing.T) {
	polygon := &pen{}
	polygon.polygon(10, 20, 40, 20, 40, 50, 10, 50)
	want := polygon.fill(Gray(100))
	move := Calibration{DX: 1.5, DY: -2, SX: 1.01, SY: 0.98}
	for name, s := range map[string]Seg{
		"first to last":  {Op: BoxTo, X1: 10, Y1: 20, X: 40, Y: 50},
		"last to first":  {Op: BoxTo, X1: 40, Y1: 50, X: 10, Y: 20},
		"other diagonal": {Op: BoxTo, X1: 40, Y1: 20, X: 10, Y: 50},
	} {
		t.Run(name, func(t *testing.T) {
			p := Path{Segs: []Seg{s}, Fill: Gray(100)}
			if p.Bounds() != want.Bounds() {
				t.Errorf("covers %v, want %v", p.Bounds(), want.Bounds())
			}
			for zone, in := range map[Box4]bool{{15, 25, 5, 5}: false, {5, 30, 10, 5}: true, {20, 10, 2, 60}: true, {41, 20, 5, 5}: false} {
				if got := pathEnters(p, zone); got != in || got != pathEnters(want, zone) {
					t.Errorf("its outline enters %v: %v", zone, got)
				}
			}
			moved, polygonMoved := move.move(p).Bounds(), move.move(want).Bounds()
			if !moved.Inside(polygonMoved, 1e-9) || !polygonMoved.Inside(moved, 1e-9) {
				t.Errorf("moved to %v, want %v", moved, polygonMoved)
			}
			for quarters := range 4 {
				turn := turner{quarters, Box4{100, 100, 60, 80}}
				if got, want := turn.path(p).Bounds(), turn.path(want).Bounds(); got != want {
					t.Errorf("turned by %d quarters covers %v, want %v", quarters, got, want)
				}
			}
		})
	}
}

// A level rectangle stays level when the printer's skew is corrected, and keeps
// its size: as the mark of a rectangle does.
func TestSkewLeavesABoxStepLevel(t *testing.T) {
	c := Calibration{DX: 1, DY: 2, SX: 1, SY: 1, K: 0.004}
	path := c.move(Path{Segs: []Seg{{Op: BoxTo, X1: 10, Y1: 10, X: 287, Y: 200}}, Fill: Gray(100)}).Bounds()
	rect := c.move(Rect{X: 10, Y: 10, W: 277, H: 190, Fill: Gray(100)}).Bounds()
	if path != rect {
		t.Errorf("the step covers %v, the mark %v", path, rect)
	}
}
