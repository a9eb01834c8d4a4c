package workbook

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

func testBudget() *budget {
	return &budget{ctx: context.Background(), lim: DefaultLimits}
}

// ourTokens writes what xmlScan finds, adjoining texts joined.
func ourTokens(data []byte) (string, error) {
	x := newXML(bytes.NewReader(data), testBudget(), "part")
	var b strings.Builder
	for {
		switch x.next() {
		case tokEOF:
			return b.String(), x.err
		case tokStart:
			fmt.Fprintf(&b, "\n<%s", x.local)
			for _, a := range x.attrs {
				fmt.Fprintf(&b, " %s=%q", a.local, a.value)
			}
			b.WriteString(">")
		case tokEnd:
			b.WriteString("\n</>")
		case tokText:
			b.WriteString("\x00" + string(x.text))
		}
	}
}

// theirTokens is the same by encoding/xml.
func theirTokens(data []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) { return r, nil }
	var b strings.Builder
	depth := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			fmt.Fprintf(&b, "\n<%s", t.Name.Local)
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
					continue
				}
				fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			depth--
			b.WriteString("\n</>")
		case xml.CharData:
			if depth > 0 {
				b.WriteString("\x00" + string(t))
			}
		}
	}
}

// agree compares both readings; what we refuse we may refuse alone.
func agree(t *testing.T, data []byte) {
	t.Helper()
	ours, err := ourTokens(data)
	if err != nil {
		return
	}
	theirs, err := theirTokens(data)
	if err != nil {
		t.Fatalf("encoding/xml refuses what we read: %v\n%q", err, data)
	}
	// Where a text is parted (CDATA, entities) is nobody's business.
	join := strings.NewReplacer("\x00", "")
	if join.Replace(ours) != join.Replace(theirs) {
		t.Fatalf("ours   %q\ntheirs %q", ours, theirs)
	}
}

var xmlSeeds = []string{
	`<a b="1" c='2'><d/>text &amp; &#x41;&#66;</a>`,
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- c --><a>\r\nx\ry<![CDATA[<z>]]></a>\n",
	`<p:a xmlns:p="u" xmlns="v" p:q="1"><p:b/><c xmlns="w"/></p:a>`,
	`<a><b></a></b>`, `<a>]]></a>`, `<a b="<"/>`, `<!DOCTYPE a><a/>`, `<a/><b/>`, `<a b=1/>`, `<a b="1"c="2"/>`, `<a>&nbsp;</a>`,
	"<a>\x01</a>", "<a>\xC3</a>", `<a><!-- -- --></a>`, `<a xml:space="preserve"> </a >`, `</a>`, `<`, `<a`, `<a>&#0;</a>`, `<a>&#xD800;</a>`, "\ufeff<a/>",
}

func TestXMLAgrees(t *testing.T) {
	for _, s := range xmlSeeds {
		agree(t, []byte(s))
	}
	for name, text := range xlsx(okRow).parts {
		if _, err := ourTokens([]byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		agree(t, []byte(text))
	}
}

func TestXMLRefuses(t *testing.T) {
	for _, s := range []string{"", " ", "<a>", "<a></b>", "<a/>x", "<a/><b/>", "<a b='1' b='2'/>", "<p:a/>", "<a b=\"1\"c=\"2\"/>", "<a>&x;</a>",
		"<!DOCTYPE a><a/>", "<a><!ELEMENT b></a>", "<a b='<'/>", "<a b=1/>", "<a b/>", "<1/>", "< a/>", "<a>\x0b</a>", "<a>\xff</a>", "<a>\uffff</a>", "<a:b:c/>", "<:a/>", "<ấ/>", "<??><a/>", "<?xml version='2.0'?><a/>", "<?xml?><a/>", "<a ơ='1'/>", "<a><![CDATA[</a>"} {
		if got, err := ourTokens([]byte(s)); CodeOf(err) != FileDamaged {
			t.Errorf("%q: %q, %v", s, got, err)
		}
	}
}

// TestXMLBorders reads a text whose tokens lie across the borders of the
// buffer at every place.
func TestXMLBorders(t *testing.T) {
	text := `<r>` + strings.Repeat(`<c a="x&amp;y">ấ&lt;<!-- k --><![CDATA[z]]></c>`, 40) + `</r>`
	expected, err := ourTokens([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for shift := range 80 {
		padded := "<!--" + strings.Repeat("k", xmlBuffer-700-shift) + "-->" + text
		got, err := ourTokens([]byte(padded))
		if err != nil || got != expected {
			t.Fatalf("shift %d: %v", shift, err)
		}
	}
	one, err := func() (string, error) {
		x := newXML(io.MultiReader(oneByOne(text)...), testBudget(), "part")
		n := 0
		for x.next() != tokEOF {
			n++
		}
		return fmt.Sprint(n), x.err
	}()
	if err != nil || one == "0" {
		t.Errorf("byte by byte: %s, %v", one, err)
	}
}

func oneByOne(s string) (all []io.Reader) {
	for i := range len(s) {
		all = append(all, strings.NewReader(s[i:i+1]))
	}
	return all
}
