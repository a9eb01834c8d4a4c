package layout

import "math"

func (m *imageBox) compile(l *loader, b *boxFormat) {
	m.said = l.phrase(m.File)
	l.within(b.node, "min_dpi", m.MinDPI, 1, 2400)
}

func (m *imageBox) reads() []string { return m.said.names() }

func (m *imageBox) draw(r *renderer, w, h float64) []Mark {
	name := unescape(r.text(m.said))
	if name == "" {
		return nil
	}
	known := name
	name = r.o.PictureRoom + name
	if r.o.Pictures == nil {
		r.problem(Error, pictureMissing.With("name", known))
		return nil
	}
	pw, ph, ok := r.o.Pictures.Size(name)
	if !ok || pw <= 0 || ph <= 0 {
		r.problem(Error, pictureMissing.With("name", known))
		return nil
	}
	img := m.fitted(name, float64(pw), float64(ph), w, h)
	shown := float64(pw)
	if img.Crop.W > 0 {
		shown *= img.Crop.W
	}
	if dpi := shown / (img.W / 25.4); dpi < m.MinDPI-0.5 {
		r.problem(r.t.level(r.t.file.Checks.ImageDPI), pictureCoarse.With("name", known,
			"dpi", int(dpi), "least", int(m.MinDPI), "px", int(math.Ceil(m.MinDPI*img.W/25.4))))
	}
	return []Mark{img}
}

// fitted places the picture: contain shows all of it, cover fills the box and
// crops the middle.
func (m *imageBox) fitted(name string, pw, ph, w, h float64) Image {
	img := Image{Name: name, W: w, H: h}
	if m.Fit == "cover" {
		if wide := pw / ph * h / w; wide > 1 {
			img.Crop = Box4{(1 - 1/wide) / 2, 0, 1 / wide, 1}
		} else if wide < 1 {
			img.Crop = Box4{0, (1 - wide) / 2, 1, wide}
		}
		return img
	}
	scale := math.Min(w/pw, h/ph)
	img.W, img.H = pw*scale, ph*scale
	img.X = side2(string(m.Align), "left", "right", w-img.W)
	img.Y = side2(string(m.VAlign), "top", "bottom", h-img.H)
	return img
}

// side2 is where something with room to spare stands.
func side2(where, first, last string, spare float64) float64 {
	switch where {
	case first:
		return 0
	case last, "baseline":
		return spare
	}
	return spare / 2
}
