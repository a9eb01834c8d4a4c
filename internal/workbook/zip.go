package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"net/url"
	"path"
	"strings"
)

// pack is an archive that passed the preflight. Parts are found by name,
// whatever their case, and counted and checked as they are read.
type pack struct {
	files map[string]*zip.File
	zr    *zip.Reader
	bud   *budget
}

// readZip opens an archive, finds out which document it holds and reads it.
func (f *file) readZip() (*Book, error) {
	p, err := openPack(f.data, f.bud)
	if err != nil {
		return nil, err
	}
	if p.files["[content_types].xml"] != nil {
		return f.readOOXML(p)
	}
	if p.files["mimetype"] != nil || p.files["meta-inf/manifest.xml"] != nil && p.files["content.xml"] != nil {
		return f.readODF(p)
	}
	for name := range p.files {
		if strings.HasSuffix(name, ".iwa") || name == "index.zip" {
			return nil, f.foreign(typeNumbers)
		}
		if strings.HasPrefix(name, "xl/") {
			return nil, damaged("no [Content_Types].xml")
		}
	}
	return nil, f.foreign(typeZip)
}

// openPack looks through the archive before anything is unpacked.
func openPack(data []byte, bud *budget) (*pack, error) {
	// Every entry has one such mark, so this bounds what zip.NewReader holds.
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > bud.lim.ZipEntries {
		return nil, tooManyParts(bud)
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damagedPart("zip", err)
	}
	if len(zr.File) > bud.lim.ZipEntries {
		return nil, tooManyParts(bud)
	}
	p := &pack{files: make(map[string]*zip.File, len(zr.File)), zr: zr, bud: bud}
	for _, f := range zr.File {
		if f.Flags&1 != 0 {
			return nil, refuse(FileEncrypted, msgEncrypted.With(), nil)
		}
		key := partKey(f.Name)
		if p.files[key] != nil {
			return nil, damaged("entry %.100q twice", f.Name)
		}
		p.files[key] = f
	}
	return p, nil
}

func tooManyParts(bud *budget) error {
	return refuse(FileTooManyParts, msgTooManyParts.With("limit", bud.lim.ZipEntries), nil)
}

// partKey is a part's name without regard to case and kind of slash.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p *pack) has(name string) bool { return p.files[partKey(name)] != nil }

// open begins to read a part. The reader refuses a part that is larger than
// allowed or declared, and at its end one whose size or checksum is wrong.
func (p *pack) open(name string) (io.Reader, error) {
	f := p.files[partKey(name)]
	if f == nil {
		return nil, damagedPart(name, errNoPart)
	}
	if f.UncompressedSize64 > uint64(p.bud.lim.PartBytes) || f.UncompressedSize64 > uint64(p.bud.lim.UnpackedBytes-p.bud.unpacked) {
		return nil, refuse(FileTooLargeUnpacked, msgTooLargeUnpacked.With("limit", megabytes(p.bud.lim.PartBytes)), nil)
	}
	raw, err := f.OpenRaw()
	if err != nil {
		return nil, damagedPart(name, err)
	}
	r := &partReader{f: f, bud: p.bud, name: name}
	switch f.Method {
	case zip.Store:
		r.src = raw
	case zip.Deflate:
		r.src = flate.NewReader(raw)
	default:
		return nil, damagedPart(name, fmt.Errorf("compression method %d", f.Method))
	}
	return r, nil
}

// partReader counts and checks what comes out of one part.
type partReader struct {
	f    *zip.File
	src  io.Reader
	bud  *budget
	name string
	n    uint64
	crc  uint32
	err  error
}

func (r *partReader) Read(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.src.Read(b)
	r.n += uint64(n)
	r.crc = crc32.Update(r.crc, crc32.IEEETable, b[:n])
	if r.n > r.f.UncompressedSize64 {
		r.err = damagedPart(r.name, errors.New("larger than declared"))
		if over := r.bud.unpack(int64(n)); over != nil {
			r.err = over
		}
		return 0, r.err
	}
	if over := r.bud.unpack(int64(n)); over != nil {
		r.err = over
		return 0, over
	}
	switch {
	case err == io.EOF && r.n != r.f.UncompressedSize64:
		r.err = damagedPart(r.name, errors.New("shorter than declared"))
	case err == io.EOF && r.crc != r.f.CRC32:
		r.err = damagedPart(r.name, zip.ErrChecksum)
	case err == io.EOF:
		r.err = io.EOF
	case err != nil:
		r.err = damagedPart(r.name, err)
	}
	return n, r.err
}

// xml begins to read a part as XML.
func (p *pack) xml(name string) (*xmlScan, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, err
	}
	return newXML(r, p.bud, name), nil
}

// bytes reads a whole part of at most limit bytes.
func (p *pack) bytes(name string, limit int64) ([]byte, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = tooComplex(name, errors.New("part too long"))
	}
	return b, err
}

const maxRels = 70_000 // Excel allows 65,530 links on a sheet

// rel is one relationship of a part.
type rel struct {
	id, kind, target string // kind is the last element of the type's URI
	external         bool
}

// rels reads the relationships of a part, "" for the package itself. A part
// without any has none.
func (p *pack) rels(part string) ([]rel, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if part != "" && !p.has(name) {
		return nil, nil
	}
	x, err := p.xml(name)
	if err != nil {
		return nil, err
	}
	var all []rel
	if x.root(spaceRels, "Relationships") {
		for x.child(1) {
			if x.is(spaceRels, "Relationship") {
				if err := p.bud.text(len(x.get("Id")) + len(x.get("Type")) + len(x.get("Target")) + 64); err != nil {
					return nil, err
				}
				if all = append(all, relOf(x, dir)); len(all) > maxRels {
					return nil, tooComplex(name, errors.New("too many relationships"))
				}
			}
			x.skip()
		}
	}
	return all, x.drain()
}

func relOf(x *xmlScan, dir string) rel {
	kind := x.str("Type")
	r := rel{id: x.str("Id"), kind: kind[strings.LastIndexByte(kind, '/')+1:], external: x.str("TargetMode") == "External"}
	target := strings.ReplaceAll(x.str("Target"), `\`, "/")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target, _, _ = strings.Cut(target, "#")
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	r.target = strings.TrimPrefix(path.Clean(target), "/")
	return r
}

// relOfKind finds the first internal relationship of a kind.
func relOfKind(all []rel, kind string) (rel, bool) {
	for _, r := range all {
		if r.kind == kind && !r.external {
			return r, true
		}
	}
	return rel{}, false
}
