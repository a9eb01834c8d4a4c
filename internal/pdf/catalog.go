package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

var errNoPages = errors.New("no pages to draw")

func decimal(n int) string { return strconv.Itoa(n) }
func ref(id int) string    { return strconv.Itoa(id) + " 0 R" }

func refs(ids []int) string {
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(ref(id))
	}
	return b.String()
}

// text writes a string as a PDF dictionary holds it.
func text(s string) string { return string(utf16Hex(nil, s)) }

// literal is the same string with half the bytes: a bookmark per page counts.
func literal(s string) string {
	b := []byte("(\xFE\xFF")
	for _, u := range utf16.Encode([]rune(s)) {
		for _, c := range []byte{byte(u >> 8), byte(u)} {
			switch c {
			case '(', ')', '\\':
				b = append(b, '\\', c)
			case '\r': // a reader would take it for \n
				b = append(b, '\\', 'r')
			default:
				b = append(b, c)
			}
		}
	}
	return string(append(b, ')'))
}

// writeCatalog writes the root of the file and what hangs on it.
func (d *document) writeCatalog() error {
	var b strings.Builder
	o := d.o
	fmt.Fprintf(&b, "<< /Type /Catalog /Pages %d 0 R /Lang %s", treeObject, text(o.language()))
	// A certificate printed at 97 % misses its stock; the back of a blank stays blank.
	duplex := "/Simplex"
	if o.Duplex {
		duplex = "/DuplexFlipLongEdge"
	}
	fmt.Fprintf(&b, " /ViewerPreferences << /PrintScaling /None /Duplex %s /DisplayDocTitle %t >>", duplex, o.Title != "")
	if list := d.outline.close(); list > 0 {
		fmt.Fprintf(&b, " /Outlines %s /PageMode /UseOutlines", ref(list))
	}
	if d.labels != nil {
		fmt.Fprintf(&b, " /PageLabels %d 0 R", d.writeLabels())
	}
	files, err := d.writeAttachments()
	if err != nil {
		return err
	}
	b.WriteString(files)
	meta := d.f.reserve()
	d.f.stream(meta, "/Type /Metadata /Subtype /XML ", d.xmp())
	fmt.Fprintf(&b, " /Metadata %d 0 R >>", meta)
	d.f.object(catalogObject, "%s", b.String())
	return d.f.err
}

// writeInfo says title and author the old way, for programs that know no XMP.
func (d *document) writeInfo() int {
	id := d.f.reserve()
	var b strings.Builder
	o := d.o
	for _, e := range []struct{ key, value string }{{"Title", o.Title}, {"Author", o.Author}, {"Subject", o.Subject},
		{"Creator", "ocoprint"}, {"Producer", "ocoprint"}} {
		if e.value != "" {
			b.WriteString("/" + e.key + " " + text(e.value) + " ")
		}
	}
	if !o.Created.IsZero() {
		b.WriteString("/CreationDate (D:" + o.Created.UTC().Format("20060102150405Z") + ") ")
	}
	d.f.object(id, "<< %s>>", b.String())
	return id
}

func (o Options) language() string {
	if o.Language == "" {
		return "vi-VN"
	}
	return o.Language
}

// writeLabels says how every page is called. Once one page is not called by its
// number, all are listed.
func (d *document) writeLabels() int {
	id := d.f.reserve()
	d.f.begin(id)
	d.f.printf("<< /Nums [")
	for i, label := range d.labels {
		d.f.printf(" %d << /P %s >>", i, text(label))
	}
	d.f.printf(" ] >>")
	d.f.end()
	return id
}

// writeAttachments embeds the files; the catalog lists them in the order given
// (/AF) and by name.
func (d *document) writeAttachments() (string, error) {
	list := d.o.Attachments
	if len(list) == 0 {
		return "", nil
	}
	press := takePress()
	defer press.giveBack()
	specs := make([]int, len(list))
	byName := map[string]int{}
	for i, a := range list {
		if _, twice := byName[a.Name]; twice || a.Name == "" {
			return "", fmt.Errorf("attachment name %q is empty or used twice", a.Name)
		}
		data := d.f.reserve()
		packed, size := []byte(nil), len(a.Data)
		if a.Fill == nil {
			packed = press.squeeze(a.Data)
		} else {
			var err error
			if packed, size, err = press.pour(a.Fill); err != nil {
				return "", err
			}
		}
		d.f.stream(data, fmt.Sprintf("/Type /EmbeddedFile /Subtype %s /Params << /Size %d >> %s",
			pdfName(a.MIME), size, flate), packed)
		specs[i] = d.f.reserve()
		d.f.object(specs[i], "<< /Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Data /EF << /F %d 0 R /UF %d 0 R >> >>",
			text(a.Name), text(a.Name), text(a.Description), data, data)
		byName[a.Name] = specs[i]
	}
	// A name tree is sorted by the bytes of its keys.
	keys := make([]string, 0, len(byName))
	for name := range byName {
		keys = append(keys, name)
	}
	slices.SortFunc(keys, func(a, b string) int { return strings.Compare(text(a), text(b)) })
	var b strings.Builder
	fmt.Fprintf(&b, " /AF [%s] /Names << /EmbeddedFiles << /Names [", refs(specs))
	for _, name := range keys {
		b.WriteString(text(name) + " " + ref(byName[name]) + " ")
	}
	b.WriteString("] >> >>")
	return b.String(), nil
}

// pdfName writes a name, escaping what a name may not hold.
func pdfName(s string) string {
	if s == "" {
		s = "application/octet-stream"
	}
	b := []byte{'/'}
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || strings.IndexByte("#()<>[]{}/%", c) >= 0 {
			b = fmt.Appendf(b, "#%02X", c)
			continue
		}
		b = append(b, c)
	}
	return string(b)
}
