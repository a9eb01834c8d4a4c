package register

import (
	"encoding/json"
	"testing"
)

func TestEachField(t *testing.T) {
	good := map[string]string{
		`{}`:        ``,
		`{"a":1}`:   `a=1;`,
		`{"a":"}"}`: `a="}";`,
		`{"a":"\"}","b":{"c":[1,{"d":"]"}]},"e":null}`: `a="\"}";b={"c":[1,{"d":"]"}]};e=null;`,
		`{"tên":"Chè, “Shan”: tuyết\\","b":[]}`:        `tên="Chè, “Shan”: tuyết\\";b=[];`,
	}
	for in, want := range good {
		got := ""
		err := eachField([]byte(in), func(name, value []byte) {
			if !json.Valid(value) {
				t.Errorf("%s: %s is no value", in, value)
			}
			got += string(name) + "=" + string(value) + ";"
		})
		if err != nil || got != want {
			t.Errorf("%s: got %s, %v, want %s", in, got, err, want)
		}
	}
	for _, in := range []string{``, `[]`, `{`, `}`, `{"a"}`, `{"a":}`, `{"a":1,}`, `{a:1}`, `{"a":"}`, `{"a":[1}`, `{"a":1 "b":"2}`, `{"a`} {
		if err := eachField([]byte(in), func(_, _ []byte) {}); err == nil {
			t.Errorf("%s: no error", in)
		}
	}
}

// A record is what JSON makes of the same fields.
func TestRecordIsJSON(t *testing.T) {
	bodies := []string{
		`{"kind":"issue","at":5,"id":"LC-1","refs":["a","b"],"key":"k","source":{"file":"tệp \"x\".xlsx","row":3},"cert":{"id":"LC-1","product":{"name":"Chè {Shan}, [1]"}},"personal":"ff"}`,
		`{"kind":"correct","cert":{"id":"LC-2"},"replaces":"LC-1"}`,
	}
	for _, body := range bodies {
		got, err := Entry{Seq: 7, Body: []byte(body)}.record()
		if err != nil {
			t.Fatal(err)
		}
		var rec recordWith[json.RawMessage]
		if err := json.Unmarshal([]byte(body), &rec); err != nil {
			t.Fatal(err)
		}
		rec.Format, rec.Entry = recordFormat, 7
		want, err := json.Marshal(rec)
		if err != nil || string(got) != string(want) {
			t.Errorf("got  %s\nwant %s (%v)", got, want, err)
		}
	}
	if _, err := (Entry{Seq: 8, Body: []byte(`{"kind":"print"}`)}).record(); err == nil {
		t.Error("an entry without a certificate gave a record")
	}
}
