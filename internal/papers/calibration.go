package papers

import (
	"fmt"
	"math"
	"strconv"

	"ocoprint/internal/layout"
)

// crossAt is how far the crosses of the test page stand from the edges, mm.
const crossAt = 25.0

// Crosses are where the four crosses of the test page are meant to be on a
// sheet of w × h mm: upper left, upper right, lower left, lower right, mm from
// the left and the upper edge.
func Crosses(w, h float64) [4][2]float64 {
	return [4][2]float64{{crossAt, crossAt}, {w - crossAt, crossAt}, {crossAt, h - crossAt}, {w - crossAt, h - crossAt}}
}

// CalibrationSheet is the test page of a printer (trang canh máy): four crosses
// to measure from the edges of the paper, and pairs of scales that tell a tenth
// of a millimetre when the second page is printed onto the first. The zero
// calibration is for measuring; another one moves the second page, to see
// whether it is right.
func CalibrationSheet(w, h float64, c layout.Calibration, name string) []layout.Page {
	first := &testSheet{page: layout.Page{W: w, H: h}}
	second := &testSheet{page: layout.Page{W: w, H: h}, calibration: c}
	for i, at := range Crosses(w, h) {
		first.cross(at[0], at[1], strconv.Itoa(i+1))
		second.cross(at[0], at[1], "")
	}
	for _, at := range verniers(w, h) {
		first.scale(at, 1)
		second.scale(at, 0.9)
	}
	first.says(w/2, h*0.22, []string{
		"TRANG CANH MÁY IN – TỜ 1", "",
		"In tỷ lệ 100 % (Actual size), một mặt, đúng khay và loại giấy sẽ in phôi.",
		"Đo từ mép trái và mép trên của tờ giấy tới tâm bốn dấu chữ thập 1, 2, 3, 4 (mm).",
		fmt.Sprintf("Đúng là: 1 = %s; 2 = %s; 3 = %s; 4 = %s.", crossPlace(0, w, h), crossPlace(1, w, h), crossPlace(2, w, h), crossPlace(3, w, h)),
		"Đo được: 1 = ……… ; 2 = ……… ; 3 = ……… ; 4 = ………", "",
		"ocoprint template calibrate --printer TÊN --measured \"x1,y1; x2,y2; x3,y3; x4,y4\"",
		"hay ghi thẳng độ lệch khi in: --offset DX,DY (in lệch sang phải 1,2 mm thì DX = -1.2).",
	})
	under := []string{"Chưa canh: dấu của tờ này phải trùng tờ 1, lệch bao nhiêu là máy kéo giấy không đều.",
		"Thước trên chia 1 mm, thước dưới chia 0,9 mm. Hai vạch 0 trùng nhau là đúng.",
		"Vạch thứ n trùng: lệch n phần mười mi-li-mét về phía số ấy."}
	if c != (layout.Calibration{}) {
		under = []string{fmt.Sprintf("Đã canh %s: DX %+.2f mm, DY %+.2f mm, tỷ lệ %.4f × %.4f, lệch góc %+.5f.", name, c.DX, c.DY, orOne(c.SX), orOne(c.SY), c.K),
			"Đo lại bốn dấu của tờ này từ mép giấy: phải đúng như ghi ở tờ 1.",
			"Thước cho biết đã dời bao nhiêu: vạch thứ n trùng là n phần mười mi-li-mét."}
	}
	second.says(w/2, h*0.62, append([]string{"TRANG CANH MÁY IN – TỜ 2: in chồng lên tờ 1", ""}, under...))
	return []layout.Page{first.page, second.page}
}

func orOne(x float64) float64 {
	if x == 0 {
		return 1
	}
	return x
}

func crossPlace(i int, w, h float64) string {
	at := Crosses(w, h)[i]
	return fmt.Sprintf("%g,%g", at[0], at[1])
}

// vernier is a pair of scales: its zero stands at x, y.
type vernier struct {
	x, y float64
	down bool // along y
}

func verniers(w, h float64) []vernier {
	return []vernier{{w / 2, crossAt, false}, {w / 2, h - crossAt, false}, {crossAt, h / 2, true}, {w - crossAt, h / 2, true}}
}

type testSheet struct {
	page        layout.Page
	calibration layout.Calibration
}

const testBox = "canh-may"

func (s *testSheet) line(x1, y1, x2, y2, width float64) {
	c := s.calibration
	x1, y1 = c.Point(x1, y1)
	x2, y2 = c.Point(x2, y2)
	s.page.Marks = append(s.page.Marks, layout.Line{Box: testBox, X1: x1, Y1: y1, X2: x2, Y2: y2, Width: width, Color: layout.Black})
}

func (s *testSheet) cross(x, y float64, label string) {
	s.line(x-8, y, x+8, y, 0.1)
	s.line(x, y-8, x, y+8, 0.1)
	for i := -7; i <= 7; i++ {
		s.line(x+float64(i), y-0.6, x+float64(i), y+0.6, 0.08)
		s.line(x-0.6, y+float64(i), x+0.6, y+float64(i), 0.08)
	}
	if label != "" {
		s.text(label, x+2, y-2.4, 11, true)
	}
}

// scale draws ten divisions to each side of zero: of 1 mm before the line of
// the pair, of 0.9 mm behind it.
func (s *testSheet) scale(v vernier, pitch float64) {
	const ticks = 10
	side := -1.0
	if pitch < 1 {
		side = 1
	}
	for i := -ticks; i <= ticks; i++ {
		at, long := float64(i)*pitch, 2.5
		if i%5 == 0 {
			long = 4
		}
		if v.down {
			s.line(v.x, v.y+at, v.x+side*long, v.y+at, 0.1)
		} else {
			s.line(v.x+at, v.y, v.x+at, v.y+side*long, 0.1)
		}
		if i%5 == 0 {
			label := strconv.Itoa(int(math.Abs(float64(i))))
			if v.down {
				s.text(label, v.x+side*5.6-0.8, v.y+at+0.8, 6, false)
			} else {
				s.text(label, v.x+at-0.6, v.y+side*5.6+0.8, 6, false)
			}
		}
	}
}

func (s *testSheet) text(text string, x, base, size float64, bold bool) {
	face := "BeVietnamPro-Regular.ttf"
	if bold {
		face = "BeVietnamPro-SemiBold.ttf"
	}
	faces := layout.DefaultFaces()
	m := faces.Metrics(face, size)
	x, base = s.calibration.Point(x, base)
	s.page.Marks = append(s.page.Marks, layout.Text{Box: testBox, X: x, Baseline: base, Face: face, Size: size, Color: layout.Black,
		String: text, Width: faces.Measure(face, size, text), Ascent: m.Ascent, Descent: m.Descent})
}

// says sets lines centred about x, the first one bold.
func (s *testSheet) says(x, y float64, lines []string) {
	faces := layout.DefaultFaces()
	for i, l := range lines {
		if l == "" {
			continue
		}
		face, size := "BeVietnamPro-Regular.ttf", 9.5
		if i == 0 {
			face, size = "BeVietnamPro-SemiBold.ttf", 12
		}
		s.text(l, x-faces.Measure(face, size, l)/2, y+float64(i)*5.6, size, i == 0)
	}
}
