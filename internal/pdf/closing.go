package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// resources writes the pictures that a stream draws, each at its first use.
func (d *document) resources(s flat) error {
	for _, fade := range s.fades {
		d.fades[fade] = true
	}
	for _, name := range s.names {
		a, err := d.k.asset(name, d.pages+1)
		if err != nil {
			return err
		}
		if _, written := d.assets[a.name]; written {
			if d.called[a.name] != name {
				return fmt.Errorf("pictures %q and %q are both called %s in the file", name, d.called[a.name], a.name)
			}
			continue
		}
		d.called[a.name] = name
		if a.form != nil {
			d.assets[a.name], err = a.form.write(d.f)
		} else {
			d.assets[a.name] = a.pic.write(d.f)
		}
		if err != nil {
			return PictureUnusable.With("name", name).Wrap(err)
		}
	}
	return nil
}

// close writes what comes last: fonts, page tree, outline, attachments, catalog.
func (d *document) close() error {
	if d.pages == 0 {
		return errNoPages
	}
	d.closeNode()
	d.f.object(treeObject, "<< /Type /Pages /Count %d /Kids [%s] /Resources %d 0 R >>", d.pages, refs(d.nodes), resourcesObject)
	for _, key := range slices.Sorted(maps.Keys(d.used)) {
		if _, written := d.fonts[key]; written {
			continue
		}
		if err := d.font(key, d.used[key]); err != nil {
			return err
		}
	}
	fonts := map[string]int{}
	for _, key := range slices.Sorted(maps.Keys(d.fonts)) {
		if _, taken := fonts[faceName(key)]; taken {
			return fmt.Errorf("two fonts are called %s in the file", faceName(key))
		}
		fonts[faceName(key)] = d.fonts[key]
	}
	d.writeResources(fonts)
	if err := d.writeCatalog(); err != nil {
		return err
	}
	return d.f.close(d.writeInfo())
}

func (d *document) writeResources(fonts map[string]int) {
	var b strings.Builder
	b.WriteString("<< /Font <<")
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		b.WriteString(" /" + name + " " + ref(fonts[name]))
	}
	b.WriteString(" >> /XObject <<")
	for _, name := range slices.Sorted(maps.Keys(d.assets)) {
		b.WriteString(" /" + name + " " + ref(d.assets[name]))
	}
	b.WriteString(" >> /ExtGState <<")
	for _, fade := range slices.Sorted(maps.Keys(d.fades)) {
		b.WriteString(" /G" + decimal(fade) + " << /ca " + string(num(nil, float64(fade)/100, 2)) + ">>")
	}
	b.WriteString(" >> >>")
	d.f.object(resourcesObject, "%s", b.String())
}
