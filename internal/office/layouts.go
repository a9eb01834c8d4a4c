package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/templates"
)

// A layout is kept in the register by its hash when a certificate is issued
// with it, under its name "id/version" in the space "layout". Reprints read it
// from there: a newer program cannot change an issued page.

const layoutSpace = "layout"

// keptLayout is how a layout stands in the register.
type keptLayout struct {
	Hash  string            `json:"hash"`            // of layout.json
	Files map[string]string `json:"files,omitempty"` // picture name → hash
	Fonts map[string]string `json:"fonts,omitempty"` // font file → hash
	Title string            `json:"title,omitempty"`
	From  string            `json:"from,omitempty"` // shipped | office
}

var (
	NoLayout = message.Define("office-layout-none", "Không có mẫu giấy “{name}”.", "There is no layout “{name}”.").
			Hint("Xem các mẫu bằng “ocoprint template list”.", "See the layouts with “ocoprint template list”.")
	layoutShipped = message.Define("office-layout-shipped", "“{name}” là tên của mẫu có sẵn.", "“{name}” is the name of a shipped layout.").
			Hint("Đặt “id” khác trong layout.json.", "Give another “id” in layout.json.")
	layoutTaken = message.Define("office-layout-taken", "Mẫu “{name}” đã có với nội dung khác.", "The layout “{name}” exists with other content.").
			Hint("Tăng “version” trong tệp layout.json rồi cài lại: giấy đã cấp giữ mẫu cũ.", "Raise “version” in layout.json and install it again: issued certificates keep the old one.")
)

// layoutName resolves a setting ("", "gcn-le-hoi", "gcn-cua-toi/2") to the
// exact name that certificates are issued with: id/version.
func (o *Office) layoutName(ctx context.Context, setting string) (string, error) {
	if setting == "" {
		setting = templates.Default
	}
	t, err := o.Layout(ctx, setting)
	if err != nil {
		return "", err
	}
	return nameOf(t), nil
}

func nameOf(t *layout.Template) string { return fmt.Sprintf("%s/%d", t.ID, t.Version) }

// Layout finds a layout by name: as installed or kept in the register, else as
// shipped. Without a version it is the newest installed one.
func (o *Office) Layout(ctx context.Context, name string) (*layout.Template, error) {
	name = layoutOnly(name)
	data, err := o.LayoutSource(ctx, name)
	if err != nil {
		return nil, err
	}
	return loadLayout(name, data)
}

// LayoutSource gives the layout.json behind a name.
func (o *Office) LayoutSource(ctx context.Context, name string) ([]byte, error) {
	kept, ok, err := o.keptLayout(ctx, name)
	if err != nil {
		return nil, err
	}
	if ok {
		return o.Register.Blob(ctx, kept.Hash)
	}
	id, _, _ := strings.Cut(name, "/")
	data, err := templates.Layout(id)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, NoLayout.With("name", name).Err()
	}
	return data, err
}

func (o *Office) keptLayout(ctx context.Context, name string) (kept keptLayout, ok bool, err error) {
	name = layoutOnly(name)
	if !strings.Contains(name, "/") {
		return o.newestInstalled(ctx, name)
	}
	data, ok, err := o.Register.Recall(ctx, layoutSpace, name)
	if err == nil && ok {
		err = json.Unmarshal(data, &kept)
	}
	return kept, ok, err
}

// newestInstalled finds the office's own layout of that id with the highest
// version.
func (o *Office) newestInstalled(ctx context.Context, id string) (best keptLayout, ok bool, err error) {
	all, err := o.Register.Remembered(ctx, layoutSpace)
	if err != nil {
		return best, false, err
	}
	top := -1
	for name, data := range all {
		var version int
		before, after, _ := strings.Cut(name, "/")
		if before != id {
			continue
		}
		if _, err := fmt.Sscan(after, &version); err != nil || version <= top {
			continue
		}
		var kept keptLayout
		if err := json.Unmarshal(data, &kept); err != nil {
			return best, false, err
		}
		if kept.From == "office" {
			best, ok, top = kept, true, version
		}
	}
	return best, ok, nil
}

// keepLayout keeps what the layout needs in the register, by hash, before the
// first certificate is issued with it.
func (o *Office) keepLayout(ctx context.Context, name string, ask map[string]string) (refs []string, err error) {
	name = layoutOnly(name)
	if len(ask) > 0 {
		data, _ := answersBlob(ask)
		hash, err := o.Register.KeepBlob(ctx, "ask", name, data)
		if err != nil {
			return nil, err
		}
		refs = append(refs, hash)
	}
	kept, ok, err := o.keptLayout(ctx, name)
	if err != nil {
		return nil, err
	}
	if !ok {
		if kept, err = o.keepShipped(ctx, name); err != nil {
			return nil, err
		}
	}
	refs = append(refs, kept.Hash)
	for _, file := range sortedKeys(kept.Files) {
		refs = append(refs, kept.Files[file])
	}
	for _, file := range sortedKeys(kept.Fonts) {
		refs = append(refs, kept.Fonts[file])
	}
	return refs, nil
}

func (o *Office) keepShipped(ctx context.Context, name string) (kept keptLayout, err error) {
	id, _, _ := strings.Cut(name, "/")
	kept = keptLayout{From: "shipped", Files: map[string]string{}}
	for _, file := range templates.Files(id) {
		data, err := templates.File(id, file)
		if err != nil {
			return kept, err
		}
		hash, err := o.Register.KeepBlob(ctx, layoutSpace, id+"/"+file, data)
		if err != nil {
			return kept, err
		}
		if file == "layout.json" {
			kept.Hash = hash
		} else {
			kept.Files[file] = hash
		}
	}
	return kept, o.rememberJSON(ctx, layoutSpace, name, kept)
}

// InstallLayout is InstallAssets for a layout that brings pictures alone.
func (o *Office) InstallLayout(ctx context.Context, source []byte, pictures map[string][]byte) (*layout.Template, error) {
	return o.InstallAssets(ctx, source, Assets{Pictures: pictures})
}

// InstallAssets checks a layout of the office's own and keeps it with its
// pictures and fonts, which were checked and normalised before. The same
// version with other content is refused: issued certificates name it.
func (o *Office) InstallAssets(ctx context.Context, source []byte, a Assets) (*layout.Template, error) {
	t, err := layout.LoadTemplate("layout.json", source)
	if err != nil {
		return nil, err
	}
	if slices.Contains(templates.IDs(), t.ID) {
		return nil, layoutShipped.With("name", t.ID).Err()
	}
	if err := o.checkInstalled(ctx, t, a); err != nil {
		return nil, err
	}
	kept := keptLayout{From: "office", Title: t.Title, Files: map[string]string{}, Fonts: map[string]string{}}
	if kept.Hash, err = o.Register.KeepBlob(ctx, layoutSpace, t.ID+"/layout.json", source); err != nil {
		return nil, err
	}
	if kept.Files, err = o.keepAll(ctx, "picture", a.Pictures); err != nil {
		return nil, err
	}
	if kept.Fonts, err = o.keepAll(ctx, "font", a.Fonts); err != nil {
		return nil, err
	}
	before, ok, err := o.keptLayout(ctx, nameOf(t))
	switch {
	case err != nil:
		return nil, err
	case ok && (before.Hash != kept.Hash || !maps.Equal(before.Files, kept.Files) || !maps.Equal(before.Fonts, kept.Fonts)):
		return nil, layoutTaken.With("name", nameOf(t)).Err()
	}
	return t, o.rememberJSON(ctx, layoutSpace, nameOf(t), kept)
}

func (o *Office) keepAll(ctx context.Context, kind string, files map[string][]byte) (map[string]string, error) {
	kept := map[string]string{}
	for _, name := range sortedKeys(files) {
		hash, err := o.Register.KeepBlob(ctx, kind, name, files[name])
		if err != nil {
			return nil, err
		}
		kept[name] = hash
	}
	return kept, nil
}

// checkInstalled refuses what would stop every batch: a font name that means
// another font, or a fault of the layout whatever the rows say.
func (o *Office) checkInstalled(ctx context.Context, t *layout.Template, a Assets) error {
	known, err := o.ownFonts(ctx)
	if err != nil {
		return err
	}
	for _, name := range sortedKeys(a.Fonts) {
		sum := sha256.Sum256(a.Fonts[name])
		if hash, ok := known[name]; ok && hash != hex.EncodeToString(sum[:]) {
			return fontTaken.With("name", name).Err()
		}
	}
	faces, err := a.Faces()
	if err != nil {
		return err
	}
	if worst := layout.Errors(t.Check(nil, layout.Options{QR: encodeQR, Faces: faces, Pictures: &a})); len(worst) > 0 {
		return worst[0].Err()
	}
	return nil
}

// LayoutInfo is one layout that can be chosen.
type LayoutInfo struct {
	Name, ID, Title string
	Version         int
	Shipped         bool
}

// Layouts lists what can be chosen: shipped layouts first, then the office's.
func (o *Office) Layouts(ctx context.Context) (list []LayoutInfo, err error) {
	for _, id := range templates.IDs() {
		data, err := templates.Layout(id)
		if err != nil {
			return nil, err
		}
		t, err := loadLayout(id, data)
		if err != nil {
			return nil, err
		}
		list = append(list, LayoutInfo{Name: nameOf(t), ID: t.ID, Title: t.Title, Version: t.Version, Shipped: true})
	}
	if o == nil {
		return list, nil
	}
	all, err := o.Register.Remembered(ctx, layoutSpace)
	if err != nil {
		return nil, err
	}
	for _, name := range sortedKeys(all) {
		var kept keptLayout
		if err := json.Unmarshal(all[name], &kept); err != nil {
			return nil, err
		}
		if kept.From == "office" {
			id, version, _ := strings.Cut(name, "/")
			info := LayoutInfo{Name: name, ID: id, Title: kept.Title}
			_, _ = fmt.Sscan(version, &info.Version) // a name without a number shows as version 0
			list = append(list, info)
		}
	}
	return list, nil
}

// layouts is how the papers find a certificate's layout.
func (o *Office) layouts(ctx context.Context) func(string) (*layout.Template, error) {
	var known sync.Map // those already asked for: one batch asks again and again
	return func(name string) (*layout.Template, error) {
		if name == "" {
			name = templates.Default
		}
		if t, ok := known.Load(name); ok {
			return t.(*layout.Template), nil
		}
		t, err := o.Layout(ctx, name)
		if err == nil {
			known.Store(name, t)
		}
		return t, err
	}
}

// loaded keeps parsed layouts by their content: a layout does not change.
var loaded sync.Map

func loadLayout(name string, data []byte) (*layout.Template, error) {
	if t, ok := loaded.Load(string(data)); ok {
		return t.(*layout.Template), nil
	}
	t, err := layout.LoadTemplate(name, data)
	if err == nil {
		loaded.Store(string(data), t)
	}
	return t, err
}
