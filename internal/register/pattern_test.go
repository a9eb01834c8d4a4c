package register_test

import (
	"fmt"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

func specimen() ocop.Certificate {
	return ocop.Certificate{Authority: registertest.Office(), Round: ocop.Round{No: 2, Year: 2023}, Stars: 3,
		Decision: ocop.Decision{Number: "1422/QĐ-UBND", Date: ocop.Date{Year: 2023, Month: 11, Day: 20}},
		IssuedOn: ocop.Date{Year: 2024, Month: 1, Day: 5}}
}

func TestPatterns(t *testing.T) {
	for pattern, want := range map[string]string{
		"":                                   "07/2024/GCN-UBND",
		"{stt:02}/{nam}/GCN-UBND":            "07/2024/GCN-UBND",
		"{stt}/GCN-OCOP":                     "7/GCN-OCOP",
		"Số {stt:03}/{nam:2}":                "Số 007/24",
		"{ma}-{nam_dot}-{dot:02}-{stt:4}":    "VD-2023-02-0007",
		"{stt}/{nam_qd}/{qd}/{sao}S/{thang}": "7/2023/1422/3S/1",
	} {
		p, err := register.ParsePattern(pattern)
		if err != nil {
			t.Errorf("%q: %v", pattern, err)
			continue
		}
		if got := p.Number(specimen(), 7); got != want {
			t.Errorf("%q gives %q, want %q", pattern, got, want)
		}
		if seq, ok := p.Seq(specimen(), want); !ok || seq != 7 {
			t.Errorf("%q reads %q as %d, %v", pattern, want, seq, ok)
		}
	}
	for _, bad := range []string{"07/2024", "{stt}{stt}", "{stt}/{stt}", "{stt}{nam}", "{nam}{stt}", "1{stt}", "{stt}0", "{số}", "{stt", "stt}", "{stt:x}",
		"{stt:99}", "{}", "{stt}/{nam}/\n", "{stt}/" + fmt.Sprintf("%080d", 0)} {
		if _, err := register.ParsePattern(bad); err == nil {
			t.Errorf("%q was taken", bad)
		} else {
			refused(t, err, register.PatternBad)
		}
	}
	p, _ := register.ParsePattern("")
	if got := fmt.Sprint(p.Preview(specimen(), 0, 3), " ", p.Series(specimen())); got != "[01/2024/GCN-UBND 02/2024/GCN-UBND 03/2024/GCN-UBND] tp-vi-du|#/2024/GCN-UBND" {
		t.Errorf("preview and series: %s", got)
	}
	for _, number := range []string{"", "/2024/GCN-UBND", "x/2024/GCN-UBND", "-1/2024/GCN-UBND", "+1/2024/GCN-UBND", "0/2024/GCN-UBND", "01/2023/GCN-UBND"} {
		if seq, ok := p.Seq(specimen(), number); ok {
			t.Errorf("%q was read as %d", number, seq)
		}
	}
}

func FuzzPattern(f *testing.F) {
	for _, s := range []string{"", "{stt:02}/{nam}/GCN-UBND", "{stt", "}{", "{stt}{nam}", "Số {stt}/{ma}", "{stt:02}\x00"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		p, err := register.ParsePattern(s)
		if err != nil || n < 1 || n > 1e9 {
			return
		}
		a, b := p.Number(specimen(), n), p.Number(specimen(), n+1)
		if seq, ok := p.Seq(specimen(), a); a == b || !ok || seq != n {
			t.Errorf("%q: %d gives %q, %d gives %q, read back %d %v", s, n, a, n+1, b, seq, ok)
		}
	})
}

func FuzzRecord(f *testing.F) {
	r := fresh(f)
	c := issue(f, r, 1, 1)
	b, err := r.RecordOf(f.Context(), c[0].ID)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(`{"format":"ocop-record/1","cert":{"id":"X","seq":1,"series":"a|#","revision":1}}`))
	f.Add([]byte(`{"format":"ocop-record/1","cert":null}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		rec, err := register.ParseRecord(b)
		if err != nil {
			return
		}
		// Whatever it says, rebuilding ends and leaves a whole register or an error.
		r := fresh(t)
		if rec.Cert.Seq > 100000 {
			return
		}
		_, _, err = r.Rebuild(t.Context(), []register.Record{rec}, func(ocop.Certificate) error { return nil })
		if rep, err2 := r.Audit(t.Context()); err2 != nil || (err == nil && !rep.OK()) {
			t.Errorf("rebuilt %q: %v, audit %+v %v", b, err, rep.Problems, err2)
		}
	})
}
