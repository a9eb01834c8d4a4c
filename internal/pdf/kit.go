package pdf

import (
	"bytes"
	"errors"
	"io/fs"
	"sync"
	"sync/atomic"

	"ocoprint/internal/layout"
)

// kit is what the composers of one file share: fonts, pictures and the static
// layers of templates, each made once.
type kit struct {
	o     Options
	faces *layout.Faces

	mu     sync.Mutex
	assets map[string]*asset
	layers map[string]*layer

	fonts     map[string]*openFont
	standards map[string]*runeSet // by face
	openings  map[string]*opening // of files that stand alone; one goroutine writes these

	// What a batch has in common, decided by its first chunk: see common.go.
	shareOnce  sync.Once
	shareReady chan struct{}
	commons    map[string]*common
}

func newKit(o Options) *kit {
	k := &kit{o: o, faces: o.Faces, assets: map[string]*asset{}, layers: map[string]*layer{},
		fonts: map[string]*openFont{}, standards: map[string]*runeSet{}, openings: map[string]*opening{},
		shareReady: make(chan struct{}), commons: map[string]*common{}}
	if k.faces == nil {
		k.faces = layout.DefaultFaces()
	}
	return k
}

// asset is a picture or background that pages name.
type asset struct {
	name string // of the resource
	once sync.Once
	pic  *picture
	form *form
	err  error
}

// draw places the asset in a rectangle given by its lower left corner, in pt.
func (a *asset) draw(b []byte, x, y, w, h float64) []byte {
	if a.form != nil {
		w, h = w/a.form.w, h/a.form.h
	}
	b = num(b, w, 5)
	b = append(b, "0 0 "...)
	b = num(b, h, 5)
	b = append(num(num(b, x, 3), y, 3), "cm\n/"...)
	return append(append(b, a.name...), " Do\n"...)
}

func (k *kit) asset(name string, page int) (*asset, error) {
	k.mu.Lock()
	a := k.assets[name]
	if a == nil {
		a = &asset{name: pictureName(name)}
		k.assets[name] = a
	}
	k.mu.Unlock()
	a.once.Do(func() { a.err = k.load(a, name, page) })
	return a, a.err
}

func (k *kit) load(a *asset, name string, page int) error {
	if k.o.Files == nil {
		return PictureMissing.With("name", name, "page", page).Err()
	}
	data, err := k.o.Files(name)
	if errors.Is(err, fs.ErrNotExist) {
		return PictureMissing.With("name", name, "page", page).Wrap(err)
	}
	if err != nil {
		return PictureUnusable.With("name", name).Wrap(err)
	}
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		a.form, err = readForm(data)
	} else {
		a.pic, err = readPicture(data)
	}
	if err != nil {
		return PictureUnusable.With("name", name).Wrap(err)
	}
	return nil
}

// layer is the static layer of a template's page: background and the marks
// that are the same on every page, composed and compressed once.
type layer struct {
	once sync.Once
	flat
	used usage
	err  error
}

// flat is a content stream ready for the file.
type flat struct {
	data  []byte // compressed
	names []string
	fades []int
}

func (k *kit) layer(p layout.Page, at int) (*layer, error) {
	k.mu.Lock()
	l := k.layers[p.StaticKey]
	if l == nil {
		l = &layer{}
		k.layers[p.StaticKey] = l
	}
	k.mu.Unlock()
	l.once.Do(func() { l.err = k.compose(l, p, p.Background, p.Marks[:p.Static], at) })
	return l, l.err
}

func (k *kit) compose(l *layer, p layout.Page, bg *layout.Background, marks []layout.Mark, at int) error {
	c := newComposer(k)
	c.at, c.batch = at, true
	if err := c.page(p, bg, marks); err != nil {
		return err
	}
	press := newPress(thorough)
	err := c.finish(func(d draft, content []byte) error {
		l.flat = flat{press.squeeze(isolated(content)), d.names, d.fades}
		return nil
	})
	l.used = c.used
	return err
}

// isolated keeps a layer's colours and widths from the page above it.
func isolated(content []byte) []byte {
	return append(append([]byte("q\n"), content...), "Q\n"...)
}

// leanFonts are kept for the life of the program: they depend on the font only.
var (
	leanFonts sync.Map // *byte of the font's first byte → []byte or error
	leanCount atomic.Int64
)

func (k *kit) leanFace(key string) ([]byte, error) {
	ttf := k.faces.TTF(key)
	if len(ttf) == 0 {
		return nil, errors.New("no such face " + key)
	}
	if kept, ok := leanFonts.Load(&ttf[0]); ok {
		return kept.([]byte), nil
	}
	slim, err := lean(ttf)
	if err == nil && leanCount.Add(1) <= 256 {
		leanFonts.Store(&ttf[0], slim)
	}
	return slim, err
}
