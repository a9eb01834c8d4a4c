package publish

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ocoprint/internal/seal"
)

// scripts makes the list files as scripts, for file:// and the service worker.
func (b *builder) scripts() {
	lists, public := map[string]string{}, map[string]string{}
	for name, content := range b.files {
		short := strings.TrimPrefix(name, "v/")
		if text := base64.StdEncoding.EncodeToString(content); strings.HasPrefix(short, "l") {
			public[short] = text
		} else {
			lists[short] = text
		}
	}
	b.put("lists.js", addScript(lists))
	b.put("l.js", addScript(public))
	b.put("site.js", siteScript(b.site, b.head))
}

func addScript(files map[string]string) []byte {
	raw, err := json.Marshal(files) // keys in order
	if err != nil {
		panic(err)
	}
	return slices.Concat([]byte("self.ocopAdd("), raw, []byte(");\n"))
}

// pages fills the pages and copies the scripts.
func (b *builder) pages() {
	data := map[string]any{
		"Policy": policy, "ScanPolicy": scanPolicy, "Host": hostOf(b.site.Base), "Office": b.site.Office, "Hotline": b.site.Hotline,
		"Made": seal.DayAt(b.head.Made).String(), "Next": seal.DayAt(b.head.Next).String(),
	}
	for file, page := range map[string]string{"v/index.html": "page.html", "v/quet.html": "scan.html", "v/danh-sach.html": "list.html", "index.html": "root.html"} {
		b.files[file] = render(page, data)
	}
	err := fs.WalkDir(static, "static", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(p) == ".html" {
			return err
		}
		name := strings.TrimPrefix(p, "static/")
		b.put(name, script(name))
		return nil
	})
	if err != nil {
		panic(err) // embedded
	}
}

func render(page string, data any) []byte {
	var out bytes.Buffer
	t := template.Must(template.New(page).ParseFS(static, "static/"+page))
	if err := t.Execute(&out, data); err != nil {
		panic(err) // a template of ours with our data
	}
	return out.Bytes()
}

func (b *builder) manifest() {
	m := Manifest{Schema: manifestSchema, Base: b.site.Base, Sequence: b.head.Sequence, Made: b.head.Made.Format(timeLayout),
		Next: b.head.Next.Format(timeLayout), Roots: b.site.Roots, Prefixes: b.prefixes, Checkpoint: b.report.Checkpoint, Files: map[string]string{}}
	for name, content := range b.files {
		m.Files[name] = digest(content)
		b.report.Bytes += int64(len(content))
	}
	raw, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		panic(err)
	}
	b.files[manifestName] = append(raw, '\n')
	b.report.Files, b.report.Sequence, b.report.Made, b.report.Next = len(b.files), b.head.Sequence, b.head.Made, b.head.Next
}
