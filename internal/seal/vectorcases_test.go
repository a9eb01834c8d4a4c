package seal

import (
	"bytes"
	"compress/flate"
	"crypto/elliptic"
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"
)

// groups are the published files of cases.
func (w *world) groups() map[string]*vectorFile {
	all := map[string]*vectorFile{
		"genuine.json":  {About: "certificates that are what they say", Cases: w.genuineCases()},
		"altered.json":  {About: "one bit changed, cut off, or lengthened", Cases: w.alteredCases()},
		"text.json":     {About: "what apps, scanners and people make of the text", Cases: w.textCases()},
		"spelling.json": {About: "bodies and deflate streams that are signed but not canonical", Cases: w.spellingCases()},
		"keys.json":     {About: "keys: scope, period, state, strangers, rotation", Cases: w.keyCases()},
		"life.json": {About: "lists that are missing, stale, refused; what happened to a certificate; dates",
			Cases: append(w.lifeCases(), w.listCases()...)},
	}
	for _, g := range all {
		g.Format, g.Now, g.Bases = "ocop-vectors/1", vectorNow, []string{vectorBase, "https://www.ocop.example/lai-chau"}
		g.Roots = []string{hex.EncodeToString(w.root.Entry.Public)}
	}
	return all
}

func (w *world) genuineCases() (cases []vectorCase) {
	for i, s := range w.genuine {
		cases = append(cases, vectorCase{Name: fmt.Sprintf("genuine %02d", i+1), Text: s.URL, Lists: "fresh", Outcome: "G"})
	}
	base := sampleBodies()[5]
	n := 100
	add := func(name string, ref int, change func(*Body), notes ...string) {
		n++
		b := base
		b.ID = fmt.Sprintf("LC-2023-2-%03d", n)
		change(&b)
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: w.issue(b, w.cert).URL, Lists: "fresh", Outcome: "G", Notes: notes})
	}
	score := func(v int) *int { return &v }
	add("score 0", 55, func(b *Body) { b.Score = score(0) })
	add("score 100.00", 55, func(b *Body) { b.Score = score(10000) })
	add("no score", 55, func(b *Body) { b.Score = nil })
	add("one star", 55, func(b *Body) { b.Stars = 1 })
	add("five stars", 55, func(b *Body) { b.Stars = 5 })
	add("revision 2", 0, func(b *Body) { b.Revision = 2 })
	add("a sheet's serial", 0, func(b *Body) { b.Serial = "A 000123" })
	add("issued later than decided", 0, func(b *Body) { b.Issued = DayOf(2024, 1, 15) })
	add("optional key 20 text", 37, func(b *Body) { b.Extra = []Extra{{20, "Tiêu chí mới"}} })
	add("optional keys 15 and 23", 37, func(b *Body) { b.Extra = []Extra{{15, uint64(7)}, {23, []byte{1, 2}}} })
	add("a product called __proto__", 52, func(b *Body) { b.Product = "__proto__" })
	add("a producer called constructor", 52, func(b *Body) { b.Producer = "constructor" })
	add("empty place", 0, func(b *Body) { b.Place = "" })
	add("markup in a name is only text", 32, func(b *Body) { b.Product = "<script>alert(1)</script>" })
	add("quotes in a name", 0, func(b *Body) { b.Product = `Trà "Hồng" & 'Bạch' – 100% <b>` })
	add("shortened names", 62, func(b *Body) {
		b.Product = strings.TrimSpace(strings.Repeat("Thịt lợn gác bếp ướp mắc khén ", 5))
		b.Producer = strings.TrimSpace(strings.Repeat("Hợp tác xã chăn nuôi đại gia súc ", 6))
		b.Place = strings.TrimSpace(strings.Repeat("bản Nà Khuy, xã Bản Bo ", 7))
	}, "verify-note-short")
	add("shortened names, another text in the public list", 62, func(b *Body) {
		b.Place = strings.TrimSpace(strings.Repeat("bản Nà Khuy, xã Bản Bo ", 7))
	}, "verify-note-short", "verify-note-differs")
	w.rows[len(w.rows)-1].Place = "nơi khác"
	short := Body{ID: "LC-1", Product: "Trà", Producer: "Q", Stars: 3, Decision: "9", Decided: 8800, LastDay: 9999}
	cases = append(cases, vectorCase{Name: "short body, raw CBOR", Text: w.issue(short, w.cert).URL, Lists: "fresh", Outcome: "G"})
	db := base
	db.ID = "DB-2023-001"
	cases = append(cases, vectorCase{Name: "another office's prefix and key", Text: w.issue(db, w.certDB).URL, Lists: "fresh", Outcome: "G"})
	return cases
}

func (w *world) alteredCases() (cases []vectorCase) {
	s := w.genuine[5]
	add := func(name string, ref int, frame []byte, outcome string) {
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: URL(vectorBase, s.Body.ID, frame), Lists: "fresh", Outcome: outcome})
	}
	flip := func(i int, bit uint) []byte {
		f := bytes.Clone(s.Frame)
		f[i] ^= 1 << bit
		return f
	}
	for bit := range uint(8) {
		outcome := "V"
		if f := Form(s.Frame[0] ^ 1<<bit); f.Certificate() {
			outcome = "A"
		} else if f.List() {
			outcome = "U" // measured by the longer length field
		}
		add(fmt.Sprintf("F bit %d", bit), 1, flip(0, bit), outcome)
		add(fmt.Sprintf("L bit %d", bit), 1, flip(1, bit), "U")
		add(fmt.Sprintf("KID bit %d", bit), 3, flip(2+int(bit)/2, bit), "K")
	}
	end := len(s.Frame) - sigSize
	for i := headCert; i < end; i++ {
		add(fmt.Sprintf("body byte %d", i-headCert), 1, flip(i, uint(i)%8), "A")
	}
	for i := 0; i < sigSize; i += 2 {
		add(fmt.Sprintf("signature byte %d", i), 2, flip(end+i, uint(i/2)%8), "A")
	}
	nine := bytes.Clone(s.Frame)
	nine[0] = 9
	add("form 9", 4, nine, "V")
	w.signatureCases(s, add)
	digits := EncodeDigits(s.Frame)
	for i := 1; i < len(digits); i += 9 {
		cases = append(cases, vectorCase{Name: fmt.Sprintf("cut after %d digits", i), Ref: 30, Text: vectorBase + "/v/?" + s.Body.ID + "#" + digits[:i], Lists: "fresh", Outcome: "U"})
	}
	for _, more := range []string{"0", "000", "00000", "001", digits[:17], strings.Repeat("0", 800)} {
		cases = append(cases, vectorCase{Name: fmt.Sprintf("%d digits after the end, %.3s", len(more), more), Ref: 31, Text: s.URL + more, Lists: "fresh", Outcome: "U"})
	}
	return cases
}

// signatureCases change r and s as a whole.
func (w *world) signatureCases(s Sealed, add func(string, int, []byte, string)) {
	n := elliptic.P256().Params().N
	end := len(s.Frame) - sigSize
	put := func(r, v *big.Int) []byte {
		f := bytes.Clone(s.Frame)
		r.FillBytes(f[end : end+32])
		v.FillBytes(f[end+32:])
		return f
	}
	r, v := new(big.Int).SetBytes(s.Frame[end:end+32]), new(big.Int).SetBytes(s.Frame[end+32:])
	zero, big256 := new(big.Int), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
	add("n−s", 5, put(r, new(big.Int).Sub(n, v)), "G")
	add("r = 0", 6, put(zero, v), "A")
	add("s = 0", 6, put(r, zero), "A")
	add("r = n", 6, put(n, v), "A")
	add("s = n", 6, put(r, n), "A")
	add("r and s all ones", 6, put(big256, big256), "A")
	add("signature all zero", 8, put(zero, zero), "A")
	add("r and s exchanged", 2, put(v, r), "A")
	der := append(bytes.Clone(s.Frame[:end]), append([]byte{0x30, 0x44, 0x02, 0x20}, append(append(bytes.Clone(s.Frame[end:end+32]), 0x02, 0x20), s.Frame[end+32:]...)...)...)
	add("signature in DER", 7, der, "U")
}

func (w *world) textCases() (cases []vectorCase) {
	s := w.genuine[7]
	d, id := EncodeDigits(s.Frame), s.Body.ID
	b := vectorBase
	add := func(name string, ref int, text, outcome string, inside ...bool) {
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: text, Lists: "fresh", Outcome: outcome, Inside: len(inside) > 0})
	}
	add("http", 45, "http://ocop.example/v/?"+id+"#"+d, "G")
	add("upper case", 45, "HTTPS://OCOP.EXAMPLE/V/?"+id+"#"+d, "G")
	add("spaces around", 45, " \t"+s.URL+"\r\n", "G")
	add("second address of ours", 45, "https://www.ocop.example/lai-chau/v/?"+id+"#"+d, "G")
	add("no query", 34, b+"/v/#"+d, "G")
	add("empty query", 34, b+"/v/?#"+d, "G")
	add("query with one trailing =", 34, b+"/v/?"+id+"=#"+d, "G")
	add("query percent-encoded", 34, b+"/v/?LC%2D2023-2%2d"+id[10:]+"#"+d, "G")
	add("query and utm", 35, b+"/v/?"+id+"&utm_source=zalo#"+d, "G")
	add("query is only fbclid", 35, b+"/v/?fbclid=IwAR0#"+d, "G")
	add("query then ?fbclid", 35, b+"/v/?"+id+"?fbclid=IwAR0#"+d, "G")
	add("another id in the query", 34, b+"/v/?LC-2023-2-999#"+d, "A")
	add("id in small letters in the query", 34, b+"/v/?"+strings.ToLower(id)+"#"+d, "A")
	add("broken escape in the query", 34, b+"/v/?LC%2#"+d, "A")
	add("fragment missing", 29, b+"/v/?"+id, "F")
	add("fragment empty", 30, b+"/v/?"+id+"#", "F")
	add("fragment and query missing", 29, b+"/v/", "F")
	add("second #", 35, s.URL+"#"+d, "U")
	add("utm in the fragment", 35, s.URL+"&utm_source=x", "U")
	add("only the digits", 0, d, "G")
	add("# and the digits", 0, "#"+d, "G")
	add("letter in the digits", 32, b+"/v/?"+id+"#"+d[:30]+"O"+d[31:], "U")
	add("space in the digits", 32, b+"/v/?"+id+"#"+d[:30]+" "+d[30:], "U")
	add("full-width digit", 32, b+"/v/?"+id+"#"+d[:30]+"０"+d[31:], "U")
	add("Arabic digit", 32, b+"/v/?"+id+"#"+d[:30]+"\u0660"+d[31:], "U")
	add("percent-encoded digits", 32, b+"/v/?"+id+"#%30"+d[1:], "U")
	add("script in the fragment", 32, b+"/v/?"+id+"#%3Cscript%3Ealert(1)%3C/script%3E", "U")
	add("minus in the digits", 32, b+"/v/?"+id+"#-"+d[1:], "U")
	add("plus in the digits", 32, b+"/v/?"+id+"#+"+d[1:], "U")
	add("chunk over 2^56−1", 33, b+"/v/#99999999999999999"+d[17:], "U")
	add("chunk of 2^56", 33, b+"/v/#72057594037927936"+d[17:], "U")
	add("tail over its byte", 33, b+"/v/#256", "U")
	for i, name := range []string{"first", "second", "third"} { // the same bytes again, 2^56 further
		v, _ := number(d[17*i : 17*i+17])
		if more := fmt.Sprintf("%017d", v+1<<56); len(more) == 17 {
			add("chunk of a genuine code plus 2^56, "+name, 33, b+"/v/#"+d[:17*i]+more+d[17*i+17:], "U")
		}
	}
	tail := len(s.Frame) % 7
	if v, _ := number(d[len(d)-tailDigits[tail]:]); tail > 0 {
		if more := fmt.Sprintf("%0*d", tailDigits[tail], v+1<<(8*tail)); len(more) == tailDigits[tail] {
			add("tail of a genuine code plus 2^8n", 33, b+"/v/#"+d[:len(d)-tailDigits[tail]]+more, "U")
		}
	}
	for _, n := range []int{1, 2, 4, 6, 7, 9, 11, 12, 14, 16, 18} {
		add(fmt.Sprintf("impossible tail of %d", n), 33, b+"/v/#"+strings.Repeat("0", n), "U")
	}
	add("look-alike host", 43, "https://0cop.example/v/?"+id+"#"+d, "N", true)
	add("our host in front of another", 43, "https://ocop.example.evil.example/v/?"+id+"#"+d, "N", true)
	add("our host as user name", 43, "https://ocop.example@evil.example/v/?"+id+"#"+d, "N", true)
	add("homograph host", 43, "https://осоp.example/v/?"+id+"#"+d, "N", true)
	add("another port", 43, "https://ocop.example:8443/v/?"+id+"#"+d, "N", true)
	add("look-alike host, altered code", 43, "https://0cop.example/v/?"+id+"#1"+d[1:], "N")
	add("look-alike host, stranger's key", 44, strings.Replace(w.unregistered(sampleBodies()[0], w.stranger).URL, "ocop.", "0cop.", 1), "N")
	add("our host, another path", 43, b+"/x/?"+id+"#"+d, "N", true)
	add("our host, longer path", 43, b+"/x/v/?"+id+"#"+d, "N", true)
	for name, text := range map[string]string{
		"VietQR": "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN63048A4C",
		"Wi-Fi":  "WIFI:T:WPA;S:quan-cafe;P:12345678;;", "vCard": "BEGIN:VCARD\nVERSION:3.0\nN:MẪU\nEND:VCARD",
		"HC1": "HC1:6BF+70790T9WJWG.FKY*4GO0", "shc": "shc:/5676290952432060346029243740", "empty": "", "plain text": "Sản phẩm OCOP 3 sao",
		"javascript": "javascript:alert(1)", "ftp": "ftp://ocop.example/v/?LC-1#001", "a barcode": "8936000000017",
		"no scheme": "ocop.example/v/?" + id + "#" + d, "no host": "https:///v/?" + id + "#" + d,
	} {
		add(name, 46, text, "N")
	}
	for i := range cases { // the last two carry a genuine code inside
		if n := cases[i].Name; n == "no host" {
			cases[i].Inside = true
		}
	}
	sortCases(cases)
	return cases
}

func (w *world) spellingCases() (cases []vectorCase) {
	small := Body{ID: "LC-2023-500", Product: "Trà xanh", Producer: "HTX Hua Nà", Place: "xã San Thàng, tỉnh Lai Châu", Stars: 4,
		Decision: "1422/QĐ-UBND", Decided: DayOf(2023, 11, 20), LastDay: DayOf(2026, 11, 20), Round: "Đợt 2"}
	good, err := small.encode()
	if err != nil {
		w.t.Fatal(err)
	}
	add := func(name string, ref int, raw []byte, outcome string, notes ...string) {
		if outcome == "U" {
			notes = append(notes, "verify-note-issuer")
		}
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: w.forge(FormRaw, raw, w.cert).URL, Lists: "fresh", Outcome: outcome, Notes: notes})
	}
	add("the good body", 0, good, "G")
	m, _ := decodeMap(good, false)
	edit := func(name string, ref int, outcome string, change func(map[uint64]any)) {
		copied := map[uint64]any{}
		for k, v := range m {
			copied[k] = v
		}
		change(copied)
		raw, err := encodeMap(copied)
		if err != nil {
			w.t.Fatal(err)
		}
		add(name, ref, raw, outcome)
	}
	for _, k := range []uint64{1, 2, 3, 4, 5, 7, 8, 9} {
		edit(fmt.Sprintf("key %d missing", k), 36, "U", func(m map[uint64]any) { delete(m, k) })
		edit(fmt.Sprintf("key %d of another type", k), 36, "U", func(m map[uint64]any) { m[k] = []byte{1} })
	}
	for name, c := range map[string]struct {
		key uint64
		v   any
	}{
		"stars 6": {5, uint64(6)}, "stars 0": {5, uint64(0)}, "score 100.01": {6, uint64(10001)}, "revision 1": {11, uint64(1)},
		"issue day equal to the decision's": {13, m[8]}, "hash of 7 bytes": {14, make([]byte, 7)}, "key 0": {0, uint64(1)},
		"day beyond 2200": {9, uint64(80000)}, "integer over 2^53": {20, uint64(1 << 53)}, "product too long": {2, strings.Repeat("a", 121)},
		"empty product": {2, ""}, "empty serial": {10, ""}, "id in small letters": {1, "lc-2023"}, "id __proto__": {1, "__proto__"},
		"id without a prefix": {1, "2023"}, "id with a slash": {1, "LC-1/2"}, "negative score": {6, -1}, "boolean": {20, true}, "null": {20, nil},
		"float": {20, 1.5}, "array": {20, []any{uint64(1)}}, "nested map": {20, map[uint64]any{1: uint64(2)}},
		"text not NFC": {2, "Che\u0300"}, "bidi override": {2, "Chè \u202e"}, "zero-width": {2, "Ch\u200bè"}, "NUL": {2, "Chè\x00"},
		"byte order mark": {2, "\ufeffChè"}, "soft hyphen": {2, "Ch\u00adè"}, "line separator": {2, "Chè\u2028"}, "tag character": {2, "Chè\U000e0041"},
		"control C1": {2, "Chè\u0085"},
	} {
		edit(name, 36, "U", func(m map[uint64]any) { m[c.key] = c.v })
	}
	edit("unknown key 24", 37, "V", func(m map[uint64]any) { m[24] = uint64(1) })
	edit("unknown key 30", 37, "V", func(m map[uint64]any) { m[30] = "x" })
	edit("unknown key 30 and no product", 37, "V", func(m map[uint64]any) { m[30] = "x"; delete(m, 2) })
	w.rawSpellings(good, add)
	w.deflateCases(good, func(name string, packed []byte, outcome string) {
		c := vectorCase{Name: name, Ref: 39, Text: w.forge(FormDeflated, packed, w.cert).URL, Lists: "fresh", Outcome: outcome}
		if outcome == "U" {
			c.Notes = []string{"verify-note-issuer"}
		}
		cases = append(cases, c)
	})
	sortCases(cases)
	return cases
}

// rawSpellings are other spellings of a good body.
func (w *world) rawSpellings(good []byte, add func(string, int, []byte, string, ...string)) {
	n := good[0] & 0x1f
	entry := func(more ...byte) []byte { // one more pair at the end
		b := append([]byte{0xa0 | n + 1}, good[1:]...)
		return append(b, more...)
	}
	add("trailing byte", 36, append(bytes.Clone(good), 0), "U")
	add("trailing item", 36, append(bytes.Clone(good), 0xa0), "U")
	add("indefinite map", 36, append(append([]byte{0xbf}, good[1:]...), 0xff), "U")
	add("long map length", 36, append([]byte{0xb8, n}, good[1:]...), "U")
	add("duplicate key", 36, entry(0x0c, 0x61, 'x'), "U")
	add("keys not ascending", 36, entry(0x0a, 0x61, 'x'), "U")
	add("key in two bytes", 36, entry(0x18, 0x14, 0x01), "U")
	add("integer in two bytes", 36, entry(0x14, 0x18, 0x01), "U")
	add("text length in two bytes", 36, entry(0x14, 0x78, 0x01, 'x'), "U")
	add("indefinite text", 36, entry(0x14, 0x7f, 0x61, 'x', 0xff), "U")
	add("tag", 36, entry(0x14, 0xc1, 0x01), "U")
	add("half float", 36, entry(0x14, 0xf9, 0x3c, 0x00), "U")
	add("undefined", 36, entry(0x14, 0xf7), "U")
	add("simple value", 36, entry(0x14, 0xf8, 0xff), "U")
	add("text key", 36, entry(0x61, 'x', 0x01), "U")
	add("negative key", 36, entry(0x20, 0x01), "U")
	add("not UTF-8", 38, entry(0x14, 0x62, 0xc3, 0x28), "U")
	add("surrogate in UTF-8", 38, entry(0x14, 0x63, 0xed, 0xa0, 0x80), "U")
	add("overlong UTF-8", 38, entry(0x14, 0x62, 0xc0, 0x80), "U")
	add("text longer than the body", 36, entry(0x14, 0x78, 0xff), "U")
	add("text of 2^64 bytes", 36, entry(0x14, 0x7b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), "U")
	add("deep arrays", 36, entry(append([]byte{0x14}, append(bytes.Repeat([]byte{0x81}, 60), 0x01)...)...), "U")
	add("empty body", 36, nil, "U")
	add("an array", 36, []byte{0x80}, "U")
	add("an empty map", 36, []byte{0xa0}, "U")
	add("map that promises more", 36, append([]byte{0xa0 | n + 1}, good[1:]...), "U")
}

func (w *world) deflateCases(good []byte, add func(string, []byte, string)) {
	squeeze := func(dict string, level int, raw []byte) []byte {
		var out bytes.Buffer
		fw, err := flate.NewWriterDict(&out, level, []byte(dict))
		if err != nil {
			w.t.Fatal(err)
		}
		fw.Write(raw)
		fw.Close()
		return out.Bytes()
	}
	packed := deflate(good)
	add("the good body deflated", packed, "G")
	add("deflated with an empty last block", squeeze(D1, flate.BestCompression, good), "G")
	add("deflate: stored block", squeeze(D1, flate.NoCompression, good), "G")
	add("deflate: wrong dictionary", squeeze(strings.ToUpper(D1), flate.BestCompression, append(good[:len(good):len(good)], []byte(D1)[:40]...))[:60], "U")
	add("deflate: trailing byte", append(bytes.Clone(packed), 0), "U")
	add("deflate: trailing block", append(bytes.Clone(packed), 0x03, 0x00), "U")
	add("deflate: cut off", packed[:len(packed)-3], "U")
	add("deflate: nothing", nil, "U")
	add("deflate: reserved block type", []byte{0x07}, "U")
	add("deflate: bomb", squeeze(D1, flate.BestCompression, make([]byte, 60000)), "U")
	add("deflate: 1,025 bytes", squeeze(D1, flate.BestCompression, bytes.Repeat([]byte{0xa0}, 1025)), "U")
	add("deflate: stored length wrong", []byte{0x01, 0x05, 0x00, 0x00, 0x00, 1, 2, 3, 4, 5}, "U")
	add("deflate: distance before the dictionary", []byte{0x4b, 0x04, 0xf2, 0xff, 0xff, 0x00}, "U")
	add("deflate: no canonical body inside", deflate(append(bytes.Clone(good), 0)), "U")
}
