package publish

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	crand "crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/qr"
	"ocoprint/internal/seal"
	"ocoprint/internal/verify"
)

// outcomeStep is one page that the browser has to show.
type outcomeStep struct {
	Name     string `json:"name"`
	URL      string `json:"url"`
	Colour   string `json:"colour"`
	Sentence string `json:"sentence"`
	English  string `json:"english"`
	Reason   string `json:"reason"`
	Fields   bool   `json:"fields"`
	Contains string `json:"contains,omitempty"`
	Block    string `json:"block,omitempty"` // requests that fail
	Now      string `json:"now,omitempty"`
}

// TestInChromium drives the pages in the real browser: vectors, every outcome
// with its colours and words, axe, offline, file://, http, camera, pictures.
// OCOPRINT_SHOTS=folder keeps the screenshots, STEPS=a,b runs some parts.
func TestInChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("the browser is left out of short tests")
	}
	node := nodeTool(t, "playwright-core", "axe-core")
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	plan := browserPlan(t)
	plan["chromium"] = browser
	if shots := os.Getenv("OCOPRINT_SHOTS"); shots != "" {
		plan["shots"] = abs(t, shots)
	}
	raw, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", runNode(t, node, "browser.mjs", path))
}

// browserPlan builds two publications, certificates for every outcome and
// pictures of codes.
func browserPlan(t *testing.T) map[string]any {
	r, site, k := newSite(t)
	steps := outcomeSteps(t, r, k)
	older, newer, tmp := t.TempDir(), t.TempDir(), t.TempDir()
	for _, dir := range []string{older, newer} {
		site.Sequence++
		site.Made = testMade.Add(time.Duration(site.Sequence) * time.Hour)
		if _, err := Build(context.Background(), dir, r, site); err != nil {
			t.Fatal(err)
		}
	}
	m, err := ReadManifest(newer)
	if err != nil {
		t.Fatal(err)
	}
	headers := map[string]map[string]string{}
	for name := range m.Files {
		headers[name] = Headers(name)
	}
	url := func(n int) string { return r.sealed[fmt.Sprintf("LC-2023-2-%03d", n)].URL }
	genuine := url(5)
	cert, key := selfSigned(t, tmp)
	id := "LC-2023-2-005"
	good := seal.WithCheck(id)
	wrong := id + "/" + strings.Trim("0123456789A", string(seal.CheckChar(id)))[:1]
	return map[string]any{
		"site": newer, "older": older, "tmp": tmp, "vectors": abs(t, "../seal/testdata/vectors"), "headers": headers, "cert": cert, "key": key,
		"outcomes": steps, "count": len(rowsOf(r)), "genuine": genuine, "other": url(6), "revoked": url(1), "altered": genuine[:len(genuine)-3] + "777",
		"typed": [][]any{{good, true}, {strings.ToLower(good), true}, {" " + strings.ReplaceAll(good, "-", "–"), true}, {id, true}, {wrong, false}, {"LC-2023-2-999", false}, {"__proto__", false}, {"<script>", false}},
		"video": video(t, tmp, genuine),
		"pictures": map[string]string{
			"genuine": picture(t, tmp, "genuine.png", genuine), "lookalike": picture(t, tmp, "lookalike.png", strings.Replace(genuine, "ocop.", "0cop.", 1)),
			"two": picture(t, tmp, "two.png", genuine, url(7)), "none": picture(t, tmp, "none.png"), "wifi": picture(t, tmp, "wifi.png", "WIFI:T:WPA;S:quan;P:12345678;;"),
			"pdf": scannedPDF(t, tmp, genuine),
		},
	}
}

// outcomeSteps issues what each outcome needs.
func outcomeSteps(t *testing.T, r *register, k testKeys) []outcomeStep {
	url := func(n int) string { return r.sealed[fmt.Sprintf("LC-2023-2-%03d", n)].URL }
	n := 200
	issue := func(k seal.Key, registered bool, change func(*seal.Body)) string {
		n++
		b := body(n)
		if change != nil {
			change(&b)
		}
		return r.issue(t, b, k, registered).URL
	}
	genuine, stranger := url(5), testKey(t, 77, seal.RoleCert, "LC-")
	frame := bytes.Clone(r.sealed["LC-2023-2-005"].Frame)
	frame[0] = 9
	step := func(code verify.Code, name, url string, fields bool) outcomeStep {
		i := verify.InfoOf(code)
		vi, _, _ := strings.Cut(i.Sentence.In("vi"), "{")
		en, _, _ := strings.Cut(i.Sentence.In("en"), "{")
		return outcomeStep{Name: name, URL: url, Colour: i.Colour, Sentence: vi, English: en, Reason: string(code), Fields: fields}
	}
	with := func(s outcomeStep, change func(*outcomeStep)) outcomeStep { change(&s); return s }
	sample := with(step(verify.X, "sample", issue(seal.SampleCert("LC-"), false, nil), true), func(s *outcomeStep) {
		s.Colour, s.Sentence, s.English, s.Reason = "grey", "MẪU – KHÔNG CÓ GIÁ TRỊ", "SAMPLE – NO VALUE", "X·MẪU"
	})
	return []outcomeStep{
		with(step(verify.G, "G", genuine, true), func(s *outcomeStep) { s.Contains = "So từng dòng với giấy" }),
		step(verify.E, "E", issue(k.cert, true, func(b *seal.Body) { b.LastDay = seal.DayOf(2024, 5, 31) }), true),
		step(verify.P, "P", issue(k.cert, true, func(b *seal.Body) { b.Issued = seal.DayOf(2024, 6, 2) }), true),
		step(verify.S, "S", url(2), true), step(verify.R, "R", url(1), true),
		step(verify.X, "X", issue(k.cert, false, nil), true), step(verify.C, "C", issue(k.leaky, false, nil), false),
		step(verify.K, "K", issue(stranger, false, nil), false), step(verify.A, "A", genuine[:len(genuine)-3]+"777", false),
		step(verify.V, "V", seal.URL(testBase, "LC-2023-2-005", frame), false), step(verify.F, "F", testBase+"/v/?LC-2023-2-005", true),
		step(verify.U, "U", genuine[:len(genuine)-40], false),
		with(step(verify.O, "O", genuine, true), func(s *outcomeStep) { s.Block = `/v/[sr]/` }),
		with(step(verify.G, "clock", genuine, true), func(s *outcomeStep) { s.Now, s.Contains = "2015-01-01T00:00:00Z", "Đồng hồ" }),
		with(step(verify.G, "markup", issue(k.cert, true, func(b *seal.Body) { b.Product = "<img src=x onerror=alert(1)> & <script>alert(1)</script>" }), true),
			func(s *outcomeStep) { s.Contains = "<img src=x onerror=alert(1)>" }),
		with(step(verify.G, "shortened", issue(k.cert, true, func(b *seal.Body) {
			b.Product = strings.TrimSpace(strings.Repeat("Thịt lợn gác bếp ướp mắc khén ", 5))
			b.Place = strings.TrimSpace(strings.Repeat("bản Nà Khuy, xã Bản Bo ", 7))
		}), true), func(s *outcomeStep) { s.Contains = "Tên đầy đủ" }),
		sample,
	}
}

// selfSigned gives a certificate for the test server.
func selfSigned(t *testing.T, dir string) (cert, key string) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), crand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Unix(0, 0), NotAfter: time.Unix(1<<33, 0), DNSNames: []string{"ocop.example", "guong.test"}}
	der, err := x509.CreateCertificate(crand.Reader, template, template, &k.PublicKey, k)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	os.WriteFile(cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600)
	os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw}), 0o600)
	return cert, key
}

// canvas draws codes side by side on a grey ground, px pixels a module.
func canvas(t *testing.T, w, h, px int, texts ...string) *image.Gray {
	t.Helper()
	g := image.NewGray(image.Rect(0, 0, w, h))
	for i := range g.Pix {
		g.Pix[i] = 225
	}
	x0 := 40
	for _, text := range texts {
		c, err := qr.Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		side := (c.N + 8) * px
		y0 := max(0, (h-side)/2)
		for y := range side {
			for x := range side {
				v := byte(250)
				if c.Black(x/px-4, y/px-4) {
					v = 25
				}
				g.Pix[(y+y0)*w+x+x0] = v
			}
		}
		x0 += side + 30
	}
	return g
}

func picture(t *testing.T, dir, name string, texts ...string) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, canvas(t, 1100, 620, 6, texts...)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// video is a picture of a code for the fake camera, 1280 × 720.
func video(t *testing.T, dir, text string) string {
	t.Helper()
	const w, h = 1280, 720
	g := canvas(t, w, h, 8, text)
	var b bytes.Buffer
	fmt.Fprintf(&b, "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n", w, h)
	for range 3 {
		b.WriteString("FRAME\n")
		b.Write(g.Pix)
		b.Write(bytes.Repeat([]byte{128}, w*h/2))
	}
	path := filepath.Join(dir, "camera.y4m")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// scannedPDF is a page that is one JPEG, as scanners make them.
func scannedPDF(t *testing.T, dir, text string) string {
	t.Helper()
	var pic, b bytes.Buffer
	if err := jpeg.Encode(&pic, canvas(t, 1100, 620, 6, text), &jpeg.Options{Quality: 80}); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&b, "%%PDF-1.4\n1 0 obj\n<< /Type /XObject /Subtype /Image /Width 1100 /Height 620 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n", pic.Len())
	b.Write(pic.Bytes())
	b.WriteString("\nendstream\nendobj\n%%EOF\n")
	path := filepath.Join(dir, "scan.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rowsOf counts what the list for people shows.
func rowsOf(r *register) []seal.Row { return current(r.entries, r.statuses) }
