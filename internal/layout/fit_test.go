package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"ocoprint/internal/viet"
)

// tenNames are product names of 16 to 178 letters, invented.
var tenNames = []string{
	"Chè ô long Ví Dụ",
	"Mật ong hoa rừng San Thàng",
	"Miến dong nguyên chất túi 500 g (2 túi)",
	"Thịt trâu gác bếp ướp mắc khén, hạt dổi rừng",
	"Gạo séng cù hữu cơ Mẫu Họa đóng túi hút chân không 5 kg (hộp 2 túi)",
	"Bộ sản phẩm chè shan tuyết cổ thụ Ví Dụ: hồng trà, bạch trà và trà xanh (hộp quà 3 loại)",
	"Rượu ngô men lá Mẫu Họa chưng cất thủ công, ủ chum sành trên 12 tháng, chai thủy tinh 500 ml (hộp 2 chai)",
	"Tinh dầu sả chanh nguyên chất và cao dược liệu Ví Dụ của Hợp tác xã Minh Họa San Thàng (bộ gồm 1 chai 10 ml và 2 lọ 50 g)",
	"Dịch vụ du lịch cộng đồng bản Ví Dụ – trải nghiệm dệt thổ cẩm, hái chè cổ thụ, thưởng thức ẩm thực truyền thống và lưu trú tại nhà dân (gói 2 ngày 1 đêm)",
	"Bộ quà tặng đặc sản vùng cao Mẫu Họa gồm: mắc-ca sấy nứt vỏ 500 g, mật ong bạc hà 350 ml, chẳm chéo hạt dổi 100 g, chè ô long 200 g và khăn dệt thổ cẩm thủ công (đợt 02 năm 2023)",
}

func letters(s string) int { return len([]rune(s)) }

func TestTheTenNamesSpanTheirLengths(t *testing.T) {
	if a, z := letters(tenNames[0]), letters(tenNames[9]); a != 16 || z != 178 {
		t.Errorf("from %d to %d letters, want 16 to 178", a, z)
	}
}

// styles are ways in which a certificate or a plate sets a name.
var styles = map[string]struct {
	spec  fitSpec
	face  string
	upper bool
}{
	"formal":  {fitSpec{w: 200, h: 26, size: 30, min: 12, step: 0.5, leading: 1.18, keep: 22, maxLines: 3, shrink: true, wrap: true}, "LiberationSerif-Bold.ttf", true},
	"festive": {fitSpec{w: 190, h: 30, size: 34, min: 12, step: 0.5, leading: 1.15, keep: 24, maxLines: 3, shrink: true, wrap: true}, "PlayfairDisplay-Bold.ttf", false},
	"label":   {fitSpec{w: 92, h: 34, size: 20, min: 9, step: 0.5, leading: 1.2, maxLines: 5, shrink: true, wrap: true}, "BeVietnamPro-Bold.ttf", false},
	"spaced":  {fitSpec{w: 230, h: 32, size: 24, min: 11, step: 0.5, leading: 1.3, maxLines: 3, charSpace: 0.6, shrink: true, wrap: true}, "EBGaramond-Bold.ttf", true},
	"wrapped": {fitSpec{w: 150, h: 60, size: 22, min: 12, step: 1, leading: 1.2, maxLines: 6, shrink: true, wrap: true, wrapFirst: true}, "LiberationSerif-Regular.ttf", false},
}

func measured(name, face string, upper bool) *prose {
	if upper {
		name = viet.Upper(name)
	}
	return newProse(DefaultFaces(), []span{{text: name}}, face, face)
}

// wellSet checks what every fitted text must hold.
func wellSet(t *testing.T, p *prose, s fitSpec, f fitting) {
	t.Helper()
	allowed := map[int]viet.BreakClass{}
	for _, b := range viet.Breaks(p.text) {
		allowed[b.Next] = b.Class
	}
	if f.size > s.size+1e-9 || f.size < s.min-1e-9 {
		t.Errorf("size %v outside %v–%v", f.size, s.min, s.size)
	}
	if len(f.lines) > s.maxLines {
		t.Errorf("%d lines, at most %d", len(f.lines), s.maxLines)
	}
	if h := p.heightOf(len(f.lines), f.size, s.leading); h > s.h+0.06 {
		t.Errorf("%.2f mm high, the box %.2f", h, s.h)
	}
	for i, l := range f.lines {
		line := p.text[l.from:l.to]
		if w := p.width(l.from, l.to, s.charSpace*1000/f.size) * f.size / 1000 * MM; w > s.w+1e-3 {
			t.Errorf("line %q is %.2f mm, the box %.2f", line, w, s.w)
		}
		if len(f.lines) > 1 && !strings.Contains(line, " ") && letters(line) <= longestSyllable {
			t.Errorf("%q stands alone in %q", line, p.text)
		}
		if i > 0 {
			if c, ok := allowed[l.from]; !ok || c == viet.Forbidden {
				t.Errorf("forbidden break before %q in %q", line, p.text)
			}
		}
	}
	if p.text != "" {
		if f.lines[0].from != 0 || f.lines[len(f.lines)-1].to != len(p.text) {
			t.Errorf("part of %q is lost: %v", p.text, f.lines)
		}
	}
}

func TestTheTenNamesFitInEveryStyle(t *testing.T) {
	for style, s := range styles {
		for _, name := range tenNames {
			t.Run(style+"/"+name[:12], func(t *testing.T) {
				p := measured(name, s.face, s.upper)
				f := p.fit(s.spec)
				if !f.ok {
					t.Fatalf("%q does not fit %+v", name, s.spec)
				}
				wellSet(t, p, s.spec, f)
			})
		}
	}
}

// Golden: the sizes and breaks themselves, to be read by a person.
func TestTheBreaksOfTheTenNames(t *testing.T) {
	var b strings.Builder
	for _, style := range []string{"festive", "formal", "label", "spaced", "wrapped"} {
		s := styles[style]
		b.WriteString("# " + style + "\n")
		for _, name := range tenNames {
			p := measured(name, s.face, s.upper)
			f := p.fit(s.spec)
			b.WriteString(two(f.size) + " pt\n")
			for _, l := range f.lines {
				b.WriteString("    " + p.text[l.from:l.to] + "\n")
			}
		}
	}
	golden(t, "ten-names.txt", b.String())
}

// Whatever syllables come, a text that is said to fit is well set.
func TestAnyFittedTextIsWellSet(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields(strings.Join(tenNames, " ") + " và của (hộp 20 gói) , ; đợt 2 xã San Thàng, 1422/QĐ-UBND A – B")
	fitted := 0
	for range 400 {
		n := 1 + rng.IntN(34)
		picked := make([]string, n)
		for i := range picked {
			picked[i] = words[rng.IntN(len(words))]
		}
		s := fitSpec{w: 40 + 200*rng.Float64(), h: 8 + 40*rng.Float64(), size: 14 + 20*rng.Float64(), min: 9, step: 0.5,
			leading: 1 + rng.Float64()/2, maxLines: 1 + rng.IntN(5), shrink: true, wrap: true, wrapFirst: rng.IntN(2) == 0}
		p := measured(viet.Clean(strings.Join(picked, " ")), "LiberationSerif-Bold.ttf", rng.IntN(2) == 0)
		if f := p.fit(s); f.ok {
			fitted++
			wellSet(t, p, s, f)
		}
	}
	if fitted < 100 {
		t.Errorf("only %d of 400 fitted: the test says too little", fitted)
	}
}

func TestOneLineIsKeptAsLongAsAsked(t *testing.T) {
	p := measured("Mật ong hoa rừng San Thàng", "LiberationSerif-Bold.ttf", true)
	s := fitSpec{w: 120, h: 40, size: 30, min: 10, step: 0.5, leading: 1.2, maxLines: 3, shrink: true, wrap: true}
	if f := p.fit(s); len(f.lines) < 2 {
		t.Errorf("without keep: %d lines at %v, want more", len(f.lines), f.size)
	}
	s.keep = 15
	f := p.fit(s)
	if len(f.lines) != 1 || f.size < 15 {
		t.Errorf("with keep_one_line_to 15: %d lines at %v, want 1", len(f.lines), f.size)
	}
}

func TestANewlineIsAlwaysALine(t *testing.T) {
	p := measured("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "LiberationSerif-Bold.ttf", false)
	f := p.fit(fitSpec{w: 100, h: 30, size: 13, min: 13, leading: 1.2, maxLines: 4, wrap: true})
	if !f.ok || len(f.lines) != 3 || p.text[f.lines[1].from:f.lines[1].to] != "KT. CHỦ TỊCH" {
		t.Errorf("%+v", f)
	}
}

func TestWhatCannotFitSaysSo(t *testing.T) {
	p := measured(tenNames[9], "LiberationSerif-Bold.ttf", true)
	s := fitSpec{w: 60, h: 10, size: 20, min: 14, step: 0.5, leading: 1.2, maxLines: 2, shrink: true, wrap: true}
	f := p.fit(s)
	if f.ok {
		t.Fatal("178 letters in 60 × 10 mm at 14 pt?")
	}
	if n := p.lettersThatFit(s); n < 8 || n > 40 {
		t.Errorf("about %d letters would fit", n)
	}
}

func BenchmarkFit(b *testing.B) {
	for style, s := range styles {
		b.Run(style, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				measured(tenNames[i%10], s.face, s.upper).fit(s.spec)
			}
		})
	}
}

// Where only a forbidden break or a lone syllable would make a text fit, it
// does not fit: better a sentence than a bad page.
func TestNoBadBreakMakesATextFit(t *testing.T) {
	for _, c := range []struct{ text, line string }{
		{"rượu ngô 500 g loại một", "rượu ngô 500"}, // 500 | g
		{"Ong mật", "mật"}, // two lone syllables
	} {
		face := "LiberationSerif-Bold.ttf"
		s := fitSpec{w: DefaultFaces().Measure(face, 16, c.line) + 0.5, h: 40, size: 16, min: 16, leading: 1.2, maxLines: 2, wrap: true}
		if f := measured(c.text, face, false).fit(s); f.ok {
			t.Errorf("%q was set as %d lines", c.text, len(f.lines))
		}
	}
}
