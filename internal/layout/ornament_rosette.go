package layout

import "math"

func init() {
	RegisterOrnament(Ornament{
		Name: "rosette", Doc: "Hoa thị nhiều lớp đường mảnh đan nhau, như trên giấy tờ có giá",
		Params: []Param{{"petals", 12, 3, 36, "số cánh (đếm)"}, {"lines", 8, 1, 40, "số đường của một lớp (đếm)"},
			{"rings", 3, 1, 6, "số lớp (đếm)"}, {"hole", 0.14, 0, 0.8, "bán kính lỗ giữa (phần của bán kính)"}, {"width", 0.09, 0.05, 1, "nét"}},
		Colors: []string{"các lớp, từ ngoài vào, lần lượt"},
		Draw:   rosette,
	})
	RegisterOrnament(Ornament{
		Name: "corner", Doc: "Góc khung: nan quạt và búp sen mở vào trong; xoay hộp để đặt bốn góc",
		Params: []Param{{"ribs", 9, 3, 40, "số nan (đếm)"}, {"width", 0.2, 0.05, 2, "nét"}},
		Colors: []string{"nét", "búp sen", "nửa tối của búp sen"},
		Draw:   cornerFan,
	})
	RegisterOrnament(Ornament{
		Name: "lotus", Doc: "Hoa sen nhìn ngang trên mặt nước",
		Params: []Param{{"petals", 9, 3, 15, "số cánh hàng trước (đếm, lẻ)"}, {"water", 3, 0, 8, "số gợn nước (đếm)"}, {"width", 0.18, 0.05, 2, "nét gân và nước"}},
		Colors: []string{"cánh trước", "cánh sau", "gân cánh", "nước"},
		Draw:   lotus,
	})
}

// rosette is rings of closed waves that cross one another; each ring has more
// petals than the one inside it, so that the crossings make a net without seams.
func rosette(o Canvas) []Mark {
	cx, cy, r := o.W/2, o.H/2, math.Min(o.W, o.H)/2
	rings, lines := o.N("rings"), o.N("lines")
	hole := o.P("hole")
	var out []Mark
	for ring := range rings {
		outer := r * (1 - (1-hole)*float64(ring)/float64(rings))
		inner := r * (hole + (1-hole)*float64(rings-ring-1)/float64(rings)*0.86)
		petals := o.N("petals") + 6*(rings-1-ring)
		net := &pen{}
		for i := range lines {
			rosetteWave(net, cx, cy, inner, outer, petals, float64(i)/float64(lines))
		}
		out = append(out, Path{Segs: net.segs, Stroke: o.Color(ring), Width: o.P("width"), Join: RoundJoin})
	}
	return out
}

// rosetteWave adds one closed wave between two circles. A sine through eight
// points a petal is smoother than the eye and the printer can tell.
func rosetteWave(l *pen, cx, cy, inner, outer float64, petals int, phase float64) {
	n := 8 * petals
	mid, swing := (outer+inner)/2, (outer-inner)/2
	at := func(i int) [2]float64 {
		turn := float64(i) / float64(n)
		x, y := polar(cx, cy, turn, mid+swing*math.Sin(2*math.Pi*(turn*float64(petals)+phase)))
		return [2]float64{x, y}
	}
	for i := range n {
		a, b, c, d := at(i-1), at(i), at(i+1), at(i+2)
		if i == 0 {
			l.to(b[0], b[1])
		}
		l.curve(b[0]+(c[0]-a[0])/6, b[1]+(c[1]-a[1])/6, c[0]-(d[0]-b[0])/6, c[1]-(d[1]-b[1])/6, c[0], c[1])
	}
	l.close()
}

// petal adds one petal from its foot towards an angle (turns from the top):
// both halves, or one of them (half -1 left, 1 right).
func petal(l *pen, fx, fy, turn, long, wide float64, half int) {
	tx, ty := polar(fx, fy, turn, long)
	dx, dy := tx-fx, ty-fy
	nx, ny := -dy*wide/long, dx*wide/long // to the right of the direction
	l.to(fx, fy)
	side := func(s float64, back bool) {
		ax, ay := fx+dx*0.18+s*nx*1.15, fy+dy*0.18+s*ny*1.15
		bx, by := fx+dx*0.72+s*nx*0.95, fy+dy*0.72+s*ny*0.95
		if back {
			l.curve(bx, by, ax, ay, fx, fy)
		} else {
			l.curve(ax, ay, bx, by, tx, ty)
		}
	}
	switch half {
	case -1:
		side(-1, false)
	case 1:
		side(1, false)
	default:
		side(-1, false)
		side(1, true)
	}
	l.close()
}

// cornerFan sits in the top left corner of its box: ribs of a fan between two
// arcs, a scalloped rim, and a lotus bud that points to the middle of the page.
func cornerFan(o Canvas) []Mark {
	r := math.Min(o.W, o.H)
	ribs := o.N("ribs")
	lines, rim := &pen{}, &pen{}
	for _, at := range []float64{0.30, 0.33, 0.62, 0.64} {
		quarter(lines, r*at)
	}
	for i := 1; i < ribs; i++ {
		turn := 0.25 + 0.25*float64(i)/float64(ribs)
		x1, y1 := polar(0, 0, turn, r*0.33)
		x2, y2 := polar(0, 0, turn, r*0.62)
		lines.to(x1, y1)
		lines.line(x2, y2)
	}
	for i := range ribs { // scallops outside the fan
		a := 0.25 + 0.25*float64(i)/float64(ribs)
		b := 0.25 + 0.25*float64(i+1)/float64(ribs)
		x1, y1 := polar(0, 0, a, r*0.655)
		x2, y2 := polar(0, 0, b, r*0.655)
		c1x, c1y := polar(0, 0, a+(b-a)*0.12, r*0.765)
		c2x, c2y := polar(0, 0, b-(b-a)*0.12, r*0.765)
		rim.to(x1, y1)
		rim.curve(c1x, c1y, c2x, c2y, x2, y2)
		dx, dy := polar(0, 0, (a+b)/2, r*0.685)
		rim.circle(dx, dy, r*0.009)
	}
	w := o.P("width")
	out := []Mark{lines.stroke(o.Color(0), w), rim.stroke(o.Color(0), w)}
	fx, fy := polar(0, 0, 0.375, r*0.05)
	for _, p := range []struct{ turn, long, wide float64 }{{0.255, 0.165, 0.026}, {0.495, 0.165, 0.026}, {0.31, 0.20, 0.03}, {0.44, 0.20, 0.03}, {0.375, 0.225, 0.036}} {
		out = append(out, shadedPetal(o, fx, fy, p.turn, r*p.long, r*p.wide)...)
	}
	bx, by := polar(0, 0, 0.375, r*0.80) // a bud beyond the rim
	for _, p := range []struct{ turn, long float64 }{{0.335, 0.07}, {0.415, 0.07}, {0.375, 0.10}} {
		out = append(out, shadedPetal(o, bx, by, p.turn, r*p.long, r*0.019)...)
	}
	return out
}

// shadedPetal is a petal of a light and a dark half.
func shadedPetal(o Canvas, fx, fy, turn, long, wide float64) []Mark {
	light, dark := &pen{}, &pen{}
	petal(light, fx, fy, turn, long, wide, -1)
	petal(dark, fx, fy, turn, long, wide, 1)
	return []Mark{light.fill(o.Color(1)), dark.fill(o.Color(2))}
}

// quarter adds a quarter circle around the corner.
func quarter(l *pen, r float64) {
	const k = 0.55228475
	l.to(r, 0)
	l.curve(r, k*r, k*r, r, 0, r)
}

// lotus stands on the bottom of its box: a row of petals behind, one in front,
// the middle petal last, and ripples of water.
func lotus(o Canvas) []Mark {
	n := o.N("petals") | 1
	water := 0.0
	if o.N("water") > 0 {
		water = o.H * 0.16
	}
	fx, fy := o.W/2, o.H-water
	long := math.Min(fy/1.02, o.W/2/1.05)
	var out []Mark
	row := func(count int, spread, length, wide float64, fill Color) {
		for i := range count { // from the outside in, left and right in turn
			k := i / 2
			t := 1 - float64(2*k)/float64(count-1)
			if i%2 == 0 {
				t = -t
			}
			if i == count-1 {
				t = 0
			}
			size := length * (1 - 0.30*math.Abs(t))
			one := &pen{}
			petal(one, fx, fy, spread*t, size, wide*size, 0)
			p := one.fill(fill)
			p.Stroke, p.Width, p.Join = o.Color(2), o.P("width"), RoundJoin
			out = append(out, p)
			out = append(out, vein(o, fx, fy, spread*t, size))
		}
	}
	row(n-1|1, 0.225, long, 0.15, o.Color(1))
	row(n, 0.20, long*0.86, 0.19, o.Color(0))
	return append(out, ripples(o, fx, fy, water, long)...)
}

// vein is the fine line up the middle of a petal.
func vein(o Canvas, fx, fy, turn, long float64) Mark {
	l := &pen{}
	x1, y1 := polar(fx, fy, turn, long*0.35)
	x2, y2 := polar(fx, fy, turn, long*0.86)
	l.to(x1, y1)
	l.line(x2, y2)
	p := l.stroke(o.Color(2), o.P("width")*0.7)
	p.Cap = RoundCap
	return p
}

func ripples(o Canvas, fx, fy, water, long float64) []Mark {
	var out []Mark
	for i := range o.N("water") {
		l := &pen{}
		half := long * (1.02 - 0.24*float64(i))
		y := fy + water*(float64(i)+0.5)/float64(o.N("water"))
		if half <= 0 {
			break
		}
		bow := water * 0.22
		l.to(fx-half, y)
		l.curve(fx-half*0.5, y+bow, fx-half*0.2, y+bow, fx, y)
		l.curve(fx+half*0.2, y-bow, fx+half*0.5, y-bow, fx+half, y)
		p := l.stroke(o.Color(3), o.P("width")*1.6)
		p.Cap = RoundCap
		out = append(out, p)
	}
	return out
}
