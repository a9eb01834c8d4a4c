package publish

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/seal"
	"ocoprint/internal/verify"
)

//go:embed static
var static embed.FS

// script gives a file of static/ as it is served: seal.js carries the frozen
// dictionary of package seal.
func script(name string) []byte {
	b, err := static.ReadFile("static/" + name)
	if err != nil {
		panic(err) // embedded above
	}
	if name == "seal.js" {
		b = []byte(strings.Replace(string(b), "'@@D1@@'", jsString(seal.D1), 1))
	}
	return b
}

// jsString is a string literal of JavaScript.
func jsString(s string) string {
	b, err := json.Marshal(s) // escapes <, >, & and U+2028 as well
	if err != nil {
		panic(err)
	}
	return string(b)
}

// sentence is a text in both languages, Vietnamese first.
type sentence [2]string

func both(t *message.Text) sentence { return sentence{t.In(message.Vi), t.In(message.En)} }

// outcomeJS is a line of the table of outcomes for the page.
type outcomeJS struct {
	Sentence sentence            `json:"sentence"`
	Advice   sentence            `json:"advice"`
	Colour   string              `json:"colour"`
	Icon     string              `json:"icon"`
	Show     verify.Show         `json:"show"`
	ByStatus map[string]sentence `json:"byStatus,omitempty"` // R: the words for each status code
}

// siteJS is what site.js tells the scripts: addresses, pinned roots, the key
// list at the time of publication, every word.
type siteJS struct {
	Bases    []string             `json:"bases"`
	Host     string               `json:"host"`
	Office   string               `json:"office"`
	Hotline  string               `json:"hotline"`
	Roots    []string             `json:"roots"`
	Sample   []string             `json:"sample"` // root and cert key that everybody has
	Keys     string               `json:"keys"`   // keys.bin, base64
	Sequence uint64               `json:"sequence"`
	Made     int64                `json:"made"` // ms
	Next     int64                `json:"next"`
	Outcomes map[string]outcomeJS `json:"outcomes"`
	Notes    map[string]sentence  `json:"notes"`
	Labels   map[string]sentence  `json:"labels"`
	Words    map[string]sentence  `json:"words"`
}

// siteScript is site.js.
func siteScript(site Site, head seal.Head) []byte {
	s := siteJS{
		Bases: append([]string{site.Base}, site.Also...), Host: hostOf(site.Base), Office: site.Office, Hotline: site.Hotline,
		Keys: base64.StdEncoding.EncodeToString(site.KeysFile), Sequence: head.Sequence,
		Made: head.Made.UnixMilli(), Next: head.Next.UnixMilli(),
		Sample:   []string{hex.EncodeToString(seal.SampleRoot().Entry.Public), hex.EncodeToString(seal.SampleCert("").Entry.Public)},
		Outcomes: outcomes(), Notes: notes(), Labels: texts(verify.Labels), Words: texts(words),
	}
	for _, r := range site.Roots {
		s.Roots = append(s.Roots, hex.EncodeToString(r))
	}
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return []byte(fmt.Sprintf("self.ocopSite = %s;\n", b))
}

func outcomes() map[string]outcomeJS {
	all := map[string]outcomeJS{"sample": outcomeOf(verify.SampleInfo)}
	for _, i := range verify.Table {
		all[string(i.Code)] = outcomeOf(i)
	}
	r := all["R"]
	r.ByStatus = map[string]sentence{
		fmt.Sprint(int(seal.Suspended)): both(verify.SuspendedText),
		fmt.Sprint(int(seal.LostSheet)): both(verify.LostText),
	}
	all["R"] = r
	return all
}

func outcomeOf(i verify.Info) outcomeJS {
	return outcomeJS{Sentence: both(i.Sentence), Advice: both(i.Advice), Colour: i.Colour, Icon: i.Icon, Show: i.Show}
}

func notes() map[string]sentence {
	m := texts(verify.Notes)
	m[seal.ListBad.Code] = both(listRefused)
	return m
}

func texts(list []*message.Text) map[string]sentence {
	m := map[string]sentence{}
	for _, t := range list {
		m[t.Code] = both(t)
	}
	return m
}

// hostOf is the host of a base, as it is printed on the paper.
func hostOf(base string) string { return strings.TrimPrefix(base, "https://") }

// digest is the hex of SHA-256.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
