package office

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	_ "image/jpeg" // sizes of the pictures that install keeps
	_ "image/png"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"ocoprint/internal/install"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/papers"
	"ocoprint/internal/register"
	"ocoprint/templates"
)

// Assets are the files that a layout of the office's own brings: pictures and
// backgrounds, normalised, and fonts, each by the name the layout gives it.
type Assets struct {
	Pictures map[string][]byte
	Fonts    map[string][]byte
	pages    map[string]install.Page // backgrounds, for their size
}

var (
	fontTaken = message.Define("office-font-taken", "Tên phông “{name}” đã dùng cho một phông khác.", "The font name “{name}” belongs to another font.").
			Hint("Đổi tên tệp phông (ví dụ thêm số phiên bản) và ghi tên mới trong layout.json: giấy đã cấp giữ phông cũ.",
			"Rename the font file and write the new name in layout.json: issued certificates keep the old font.")
	backgroundSize = message.Define("office-background-size", "Nền “{name}” là {w} × {h} mm, mẫu cần {want_w} × {want_h} mm (kể cả tràn lề).",
		"The background “{name}” is {w} × {h} mm; the layout needs {want_w} × {want_h} mm, bleed included.").
		Hint("Xuất lại nền đúng khổ, hoặc sửa page trong layout.json.", "Export the background at that size, or mend page in layout.json.")
	logoKept = message.Define("office-logo-taken", "Đã có ảnh “{name}” với nội dung khác.", "There is a picture “{name}” with other content.").
			Hint("Đổi tên tệp ảnh rồi cài lại: giấy đã cấp giữ ảnh cũ.", "Rename the file and install it again: issued certificates keep the old picture.")
)

// Beside reads the files that a layout names from its folder. Each is checked
// and normalised in a child process first.
func Beside(ctx context.Context, t *layout.Template, folder string) (Assets, error) {
	a := Assets{Pictures: map[string][]byte{}, Fonts: map[string][]byte{}, pages: map[string]install.Page{}}
	for _, name := range t.PictureFiles() {
		data, err := LoadFile(filepath.Join(folder, filepath.Base(name)))
		if err != nil {
			return a, err
		}
		if err := a.picture(ctx, name, data); err != nil {
			return a, err
		}
	}
	for _, name := range t.FontFiles() {
		if err := a.font(ctx, name, filepath.Join(folder, filepath.Base(name))); err != nil {
			return a, err
		}
	}
	return a, a.fitPage(t)
}

func (a *Assets) picture(ctx context.Context, name string, data []byte) error {
	if strings.HasPrefix(string(data[:min(len(data), 5)]), "%PDF") {
		page, err := install.Background(ctx, data)
		a.Pictures[name], a.pages[name] = page.Data, page
		return err
	}
	img, err := install.Picture(ctx, data)
	a.Pictures[name] = img.Data
	return err
}

// font takes the file beside the layout; a shipped font needs none.
func (a *Assets) font(ctx context.Context, name, path string) error {
	shipped := layout.DefaultFaces()
	if _, err := os.Stat(path); err != nil && shipped.Has(name) {
		return nil
	}
	data, err := LoadFile(path)
	if err != nil {
		return err
	}
	if shipped.Has(name) {
		if shipped.Same(name, data) {
			return nil
		}
		return fontTaken.With("name", name).Err()
	}
	if _, err := install.Font(ctx, data); err != nil {
		return err
	}
	a.Fonts[name] = data
	return nil
}

// fitPage refuses a background that would be stretched.
func (a *Assets) fitPage(t *layout.Template) error {
	for _, name := range sortedKeys(a.pages) {
		p, w, h := a.pages[name], t.W+2*t.Bleed, t.H+2*t.Bleed
		if math.Abs(p.W-w) > 1 || math.Abs(p.H-h) > 1 {
			mm := func(x float64) string { return fmt.Sprintf("%.1f", x) }
			return backgroundSize.With("name", name, "w", mm(p.W), "h", mm(p.H), "want_w", mm(w), "want_h", mm(h)).Err()
		}
	}
	return nil
}

// Faces are the shipped fonts and these; nil when nothing was brought.
func (a Assets) Faces() (*layout.Faces, error) {
	if len(a.Fonts) == 0 {
		return nil, nil
	}
	faces := layout.ShippedFaces()
	for _, name := range sortedKeys(a.Fonts) {
		if err := faces.Add(name, a.Fonts[name]); err != nil {
			return nil, err
		}
	}
	return faces, nil
}

// Size is how layouts learn the size of a picture, pixels.
func (a *Assets) Size(name string) (w, h int, ok bool) { return sizeOf(a.Pictures[name]) }

// File gives the bytes of a picture, as pdf asks for them.
func (a *Assets) File(name string) ([]byte, error) {
	if data, ok := a.Pictures[name]; ok {
		return data, nil
	}
	return nil, fmt.Errorf("picture %q: %w", name, fs.ErrNotExist)
}

func sizeOf(data []byte) (w, h int, ok bool) {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	return cfg.Width, cfg.Height, err == nil
}

// keptPictures finds what the register keeps for layouts. Two of the same
// register are equal, so that a page's static layer is made once.
type keptPictures struct{ reg *register.Register }

// Size gives the size of a picture that a layout names.
func (k keptPictures) Size(name string) (w, h int, ok bool) {
	data, err := k.file(context.Background(), name)
	if err != nil {
		return 0, 0, false
	}
	return sizeOf(data)
}

// logoSpace keeps the office's own pictures, for layouts that ask for a logo.
const logoSpace = "logo"

// file finds a picture: that of the layout, then the office's own, then what a
// shipped layout brings.
func (k keptPictures) file(ctx context.Context, name string) ([]byte, error) {
	room, file, inRoom := strings.Cut(name, papers.PictureMark)
	if !inRoom {
		room, file = "", name
	}
	all, err := k.reg.Remembered(ctx, layoutSpace)
	if err != nil {
		return nil, err
	}
	for _, key := range sortedKeys(all) {
		var kept keptLayout
		if err := json.Unmarshal(all[key], &kept); err != nil {
			return nil, err
		}
		if hash, ok := kept.Files[file]; ok && (key == room || !inRoom) {
			return k.reg.Blob(ctx, hash)
		}
	}
	if hash, ok, err := k.reg.Recall(ctx, logoSpace, file); err != nil {
		return nil, err
	} else if ok {
		return k.reg.Blob(ctx, string(hash))
	}
	id, _, _ := strings.Cut(room, "/")
	for _, shipped := range templates.IDs() {
		if data, err := templates.File(shipped, file); err == nil && (shipped == id || !inRoom) {
			return data, nil
		}
	}
	return nil, fmt.Errorf("picture %q: %w", name, fs.ErrNotExist)
}

// pictures gives the bytes of a picture that a layout names.
func (o *Office) pictures() func(name string) ([]byte, error) {
	kept := keptPictures{o.Register}
	return func(name string) ([]byte, error) { return kept.file(context.Background(), name) }
}

// InstallLogo keeps a picture of the office, normalised, under the name of its
// file: layouts that ask for a logo are answered with it.
func (o *Office) InstallLogo(ctx context.Context, path string) (name string, err error) {
	data, err := LoadFile(path)
	if err != nil {
		return "", err
	}
	img, err := install.Picture(ctx, data)
	if err != nil {
		return "", err
	}
	name = filepath.Base(path)
	hash, err := o.Register.KeepBlob(ctx, "picture", name, img.Data)
	if err != nil {
		return "", err
	}
	before, ok, err := o.Register.Recall(ctx, logoSpace, name)
	switch {
	case err != nil:
		return "", err
	case ok && string(before) != hash:
		return "", logoKept.With("name", name).Err()
	}
	return name, o.Register.Remember(ctx, logoSpace, name, []byte(hash))
}

// ownFaces keeps the registries of office fonts by the fonts in them: they are
// the same for every certificate of a batch.
var ownFaces sync.Map

// faces are the shipped fonts with those the office installed; nil when it
// installed none. A font keeps its name for ever, so that a reprint finds it.
func (o *Office) faces(ctx context.Context) (*layout.Faces, error) {
	fonts, err := o.ownFonts(ctx)
	if err != nil || len(fonts) == 0 {
		return nil, err
	}
	key := ""
	for _, name := range sortedKeys(fonts) {
		key += name + "=" + fonts[name] + ";"
	}
	if f, ok := ownFaces.Load(key); ok {
		return f.(*layout.Faces), nil
	}
	a := Assets{Fonts: map[string][]byte{}}
	for name, hash := range fonts {
		if a.Fonts[name], err = o.Register.Blob(ctx, hash); err != nil {
			return nil, err
		}
	}
	f, err := a.Faces()
	if err == nil {
		ownFaces.Store(key, f)
	}
	return f, err
}

// ownFonts are the fonts of the office's layouts: name to hash.
func (o *Office) ownFonts(ctx context.Context) (map[string]string, error) {
	all, err := o.Register.Remembered(ctx, layoutSpace)
	if err != nil {
		return nil, err
	}
	fonts := map[string]string{}
	for _, data := range all {
		var kept keptLayout
		if err := json.Unmarshal(data, &kept); err != nil {
			return nil, err
		}
		for name, hash := range kept.Fonts {
			fonts[name] = hash
		}
	}
	return fonts, nil
}
