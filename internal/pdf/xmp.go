package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// xmp is the description that catalogues and search engines read.
func (d *document) xmp() []byte {
	o := d.o
	var b bytes.Buffer
	esc := func(s string) string {
		var e bytes.Buffer
		xml.EscapeText(&e, []byte(s)) // writing to memory does not fail
		return e.String()
	}
	alt := func(tag, s string) {
		if s != "" {
			fmt.Fprintf(&b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n", tag, esc(s), tag)
		}
	}
	b.WriteString("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n<dc:format>application/pdf</dc:format>\n")
	alt("dc:title", o.Title)
	alt("dc:description", o.Subject)
	if o.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", esc(o.Author))
	}
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", esc(o.language()))
	if !o.Created.IsZero() {
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate>\n", o.Created.Format("2006-01-02T15:04:05Z07:00"))
	}
	id := d.f.fingerprint()
	fmt.Fprintf(&b, "<xmp:CreatorTool>ocoprint</xmp:CreatorTool>\n<pdf:Producer>ocoprint</pdf:Producer>\n"+
		"<xmpMM:DocumentID>uuid:%x-%x-%x-%x-%x</xmpMM:DocumentID>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
		id[:4], id[4:6], id[6:8], id[8:10], id[10:])
	return b.Bytes()
}
