package publish

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"ocoprint/internal/seal"
)

// Manifest is v/manifest.json.
type Manifest struct {
	Schema     string            `json:"schema"`
	Base       string            `json:"base"`
	Sequence   uint64            `json:"sequence"`
	Made       string            `json:"made"` // RFC 3339, UTC
	Next       string            `json:"next"`
	Roots      [][]byte          `json:"roots"`
	Prefixes   []string          `json:"prefixes"`
	Checkpoint Checkpoint        `json:"checkpoint"`
	Files      map[string]string `json:"files"` // path → SHA-256
}

const (
	manifestName   = "v/manifest.json"
	manifestSchema = "ocop-site/1"
)

// Files gives the whole publication in memory, path → content. previous is
// the manifest of the last publication, nil for the first.
func Files(ctx context.Context, source Source, site Site, previous *Manifest) (map[string][]byte, Report, error) {
	b := &builder{site: site, files: map[string][]byte{}}
	if err := b.begin(ctx, source, previous); err != nil {
		return nil, Report{}, err
	}
	entries, err := source.Entries(ctx)
	if err != nil {
		return nil, Report{}, fmt.Errorf("publish: read certificates: %w", err)
	}
	b.scopes(entries)
	statuses, err := source.Statuses(ctx)
	if err != nil {
		return nil, Report{}, fmt.Errorf("publish: read statuses: %w", err)
	}
	if err := b.lists(entries, statuses); err != nil {
		return nil, Report{}, err
	}
	b.scripts()
	b.pages()
	b.manifest()
	b.report.Certificates, b.report.Statuses = len(entries), len(statuses)
	return b.files, b.report, nil
}

// builder gathers one publication.
type builder struct {
	site     Site
	head     seal.Head
	keys     seal.KeyList
	prefixes []string
	files    map[string][]byte
	report   Report
}

// begin checks what must hold before anything is made.
func (b *builder) begin(ctx context.Context, source Source, previous *Manifest) error {
	if err := seal.CheckBase(b.site.Base); err != nil {
		return err
	}
	if err := b.openKeys(); err != nil {
		return err
	}
	checkpoint, err := source.Checkpoint(ctx)
	if err != nil {
		return fmt.Errorf("publish: read checkpoint: %w", err)
	}
	b.report.Checkpoint = checkpoint
	life := b.site.Life
	if life == 0 {
		life = seal.DefaultLife
	}
	made := b.site.Made.UTC().Truncate(1e9)
	b.head = seal.Head{Sequence: max(b.site.Sequence, 1), Made: made, Next: made.Add(life)}
	if previous != nil {
		return b.after(ctx, source, *previous)
	}
	return nil
}

// after refuses a publication that would rewind the last one.
func (b *builder) after(ctx context.Context, source Source, previous Manifest) error {
	if err := source.Extends(ctx, previous.Checkpoint); err != nil {
		return NotPrefix.With("size", previous.Checkpoint.Size).Wrap(err)
	}
	if previous.Checkpoint.Size > b.report.Checkpoint.Size {
		return NotPrefix.With("size", previous.Checkpoint.Size).Err()
	}
	if before, err := parseTime(previous.Made); err == nil && b.head.Made.Before(before) {
		return ClockBack.With("made", b.head.Made.Format(timeLayout), "before", previous.Made).Err()
	}
	if b.site.Sequence == 0 {
		b.head.Sequence = previous.Sequence + 1
	}
	if b.head.Sequence <= previous.Sequence {
		return SequenceBack.With("sequence", b.head.Sequence, "before", previous.Sequence).Err()
	}
	return nil
}

func (b *builder) openKeys() (err error) {
	if b.keys, err = seal.OpenKeys(b.site.KeysFile, b.site.Roots...); err != nil {
		return KeysBad.With("what", "root").Wrap(err)
	}
	if b.keys.Sample && !seal.SampleHost(b.site.Base) {
		return seal.KeySample.With("base", b.site.Base).Err()
	}
	kid, signer, certs := b.site.Status.Entry.KID(), false, false
	for _, e := range b.keys.Keys {
		signer = signer || e.Role == seal.RoleStatus && e.KID() == kid && e.State == seal.Active
		certs = certs || e.Role == seal.RoleCert
	}
	if !signer {
		return KeysBad.With("what", "status").Err()
	}
	if !certs {
		return KeysBad.With("what", "cert").Err()
	}
	return nil
}

// scopes lists the prefixes that get a status list: the scopes of the cert
// keys and, where a sample key has none, the beginnings of the ids.
func (b *builder) scopes(entries []Entry) {
	found := map[string]bool{}
	for _, e := range b.keys.Keys {
		if e.Role == seal.RoleCert && e.Scope != "" {
			found[e.Scope] = true
		} else if e.Role == seal.RoleCert {
			for _, x := range entries {
				first, _, _ := strings.Cut(x.Row.ID, "-")
				found[first+"-"] = true
			}
		}
	}
	b.prefixes = slices.Sorted(maps.Keys(found))
}

// lists makes the signed list files.
func (b *builder) lists(entries []Entry, statuses []seal.StatusEntry) error {
	b.put("keys.bin", b.site.KeysFile)
	for _, prefix := range b.prefixes {
		list := seal.StatusList{Head: b.head, Prefix: prefix}
		for _, e := range statuses {
			if strings.HasPrefix(e.ID, prefix) || e.ID == "" {
				list.Entries = append(list.Entries, e)
			}
		}
		if err := b.sign(seal.StatusFile(prefix))(seal.SignStatus(list, b.site.Status)); err != nil {
			return err
		}
	}
	ids := make([][32]byte, len(entries))
	for i, e := range entries {
		ids[i] = e.Identity
	}
	for _, shard := range seal.Shards(b.head, ids) {
		if err := b.sign(seal.ShardFile(shard.Number))(seal.SignShard(shard, b.site.Status)); err != nil {
			return err
		}
	}
	for _, part := range seal.SplitRows(b.head, current(entries, statuses)) {
		if err := b.sign(seal.PublicFile(part.Part))(seal.SignPublic(part, b.site.Status)); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) put(name string, content []byte) { b.files["v/"+name] = content }

func (b *builder) sign(name string) func([]byte, error) error {
	return func(file []byte, err error) error {
		if err != nil {
			return fmt.Errorf("publish %s: %w", name, err)
		}
		b.put(name, file)
		return nil
	}
}

// current keeps the highest revision of each id, with what happened to it.
func current(entries []Entry, statuses []seal.StatusEntry) []seal.Row {
	at := map[string]int{}
	var kept []Entry
	for _, e := range entries {
		i, there := at[e.Row.ID]
		if !there {
			at[e.Row.ID] = len(kept)
			kept = append(kept, e)
		} else if e.Row.Revision > kept[i].Row.Revision {
			kept[i] = e
		}
	}
	rows := make([]seal.Row, len(kept))
	for i, e := range kept {
		rows[i] = e.Row
		rows[i].Status = seal.NoStatus
	}
	for _, s := range statuses { // few: the latest line counts
		for i, e := range kept {
			if s.Applies(seal.Body{ID: e.Row.ID, Revision: e.Row.Revision, Serial: e.Serial}) {
				rows[i].Status = s.Code
			}
		}
	}
	return rows
}

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
