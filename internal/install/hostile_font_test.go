package install

import (
	"bytes"
	"encoding/binary"
	"testing"

	"ocoprint/fonts"
)

// sfntFile is a font taken apart, to be put together with a fault.
type sfntFile struct {
	order  []string
	tables map[string][]byte
}

func takeApart(t *testing.T, name string) sfntFile {
	t.Helper()
	data, err := fonts.Read(name)
	if err != nil {
		t.Fatal(err)
	}
	f := sfntFile{tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		e := data[12+16*i:]
		tag := string(e[:4])
		at, n := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		f.order = append(f.order, tag)
		f.tables[tag] = bytes.Clone(data[at : at+n])
	}
	return f
}

// with gives the font after a change to one table; nil takes it away.
func (f sfntFile) with(tag string, change func([]byte) []byte) []byte {
	out := []byte{0, 1, 0, 0}
	var kept []string
	tables := map[string][]byte{}
	for _, name := range f.order {
		d := f.tables[name]
		if name == tag {
			if d = change(bytes.Clone(d)); d == nil {
				continue
			}
		}
		tables[name] = d
		kept = append(kept, name)
	}
	out = binary.BigEndian.AppendUint16(out, uint16(len(kept)))
	out = append(out, make([]byte, 6+16*len(kept))...)
	for i, name := range kept {
		e := out[12+16*i:]
		copy(e, name)
		binary.BigEndian.PutUint32(e[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(e[12:], uint32(len(tables[name])))
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func put16(at int, v uint16) func([]byte) []byte {
	return func(d []byte) []byte { binary.BigEndian.PutUint16(d[at:], v); return d }
}

func put32(at int, v uint32) func([]byte) []byte {
	return func(d []byte) []byte { binary.BigEndian.PutUint32(d[at:], v); return d }
}

func cut(n int) func([]byte) []byte { return func(d []byte) []byte { return d[:min(n, len(d))] } }
func gone([]byte) []byte            { return nil }

func fillWith(b byte) func([]byte) []byte {
	return func(d []byte) []byte { return bytes.Repeat([]byte{b}, len(d)) }
}

func same(d []byte) []byte { return d }

func hostileFonts(t *testing.T) []hostile {
	const no = "install-not-font"
	f := takeApart(t, fonts.SansRegular)
	good := f.with("", same)
	head := func(s string) []byte { return append([]byte(s), good[4:]...) }
	list := []hostile{
		{"a good font", verbFont, good, ""},
		{"text", verbFont, []byte("Đây là văn bản, không phải phông chữ."), no},
		{"web page", verbFont, []byte("<!DOCTYPE html><html></html>"), no},
		{"four bytes", verbFont, []byte{0, 1, 0, 0}, no},
		{"CFF", verbFont, head("OTTO"), "install-font-kind"},
		{"collection", verbFont, head("ttcf"), "install-font-kind"},
		{"WOFF", verbFont, head("wOFF"), "install-font-kind"},
		{"WOFF2", verbFont, head("wOF2"), "install-font-kind"},
		{"Type 1", verbFont, []byte("%!PS-AdobeFont-1.0"), "install-font-kind"},
		{"old Mac", verbFont, head("true"), "install-font-kind"},
		{"cut after the directory", verbFont, good[:300], no},
		{"cut in half", verbFont, good[:len(good)/2], no},
		{"zeros", verbFont, make([]byte, 100_000), no},
		{"65535 tables", verbFont, put16(4, 0xFFFF)(bytes.Clone(good)), no},
		{"table far outside", verbFont, put32(12+8, 0x7FFFFFF0)(bytes.Clone(good)), no},
		{"table longer than the file", verbFont, put32(12+12, 0x7FFFFFF0)(bytes.Clone(good)), no},
		{"offset and length that wrap around", verbFont, put32(12+12, 0xFFFFFFFF)(put32(12+8, 0xFFFFFFF0)(bytes.Clone(good))), no},
		{"no units per em", verbFont, f.with("head", put16(18, 0)), no},
		{"head cut", verbFont, f.with("head", cut(20)), no},
		{"head of ones", verbFont, f.with("head", fillWith(0xFF)), no},
		{"other loca format", verbFont, f.with("head", func(d []byte) []byte { d[51] ^= 1; return d }), no},
		{"65535 glyphs", verbFont, f.with("maxp", put16(4, 0xFFFF)), no},
		{"no glyphs", verbFont, f.with("maxp", put16(4, 0)), no},
		{"maxp cut", verbFont, f.with("maxp", cut(4)), no},
		{"no metrics", verbFont, f.with("hhea", put16(34, 0)), no},
		{"65535 metrics", verbFont, f.with("hhea", put16(34, 0xFFFF)), no},
		{"hmtx cut", verbFont, f.with("hmtx", cut(10)), no},
		{"loca of ones", verbFont, f.with("loca", fillWith(0xFF)), "install-"},
		{"loca of zeros", verbFont, f.with("loca", fillWith(0)), no},
		{"loca cut", verbFont, f.with("loca", cut(100)), no},
		{"glyf of ones", verbFont, f.with("glyf", fillWith(0xFF)), "install-"},
		{"glyf cut", verbFont, f.with("glyf", cut(1000)), "install-"},
		{"cmap of zeros", verbFont, f.with("cmap", fillWith(0)), no},
		{"cmap of ones", verbFont, f.with("cmap", fillWith(0xFF)), no},
		{"cmap cut", verbFont, f.with("cmap", cut(40)), no},
		{"name of ones", verbFont, f.with("name", fillWith(0xFF)), no},
		{"post cut", verbFont, f.with("post", cut(6)), no},
		{"OS/2 cut", verbFont, f.with("OS/2", cut(6)), no},
		{"embedding forbidden", verbFont, f.with("OS/2", put16(8, 0x0002)), "install-font-locked"},
		{"only as a bitmap", verbFont, f.with("OS/2", put16(8, 0x0200)), "install-font-locked"},
		{"Vietnamese letters taken out", verbFont, f.with("cmap", withoutLetters(0x1EA0, 0x1EF9)), "install-font-letters"},
		{"one letter taken out", verbFont, f.with("cmap", withoutLetters(0x1EF5, 0x1EF5)), "install-font-letters"},
	}
	for _, tag := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post"} {
		list = append(list, hostile{"without " + tag, verbFont, f.with(tag, gone), "install-"})
	}
	return append(list, crossedParts(t)...)
}

// withoutLetters sends a range of letters to glyph 0 in the Unicode table of
// format 4: a delta that cancels the code, one segment at a time.
func withoutLetters(from, to int) func([]byte) []byte {
	return func(d []byte) []byte {
		for i := range int(binary.BigEndian.Uint16(d[2:])) {
			at := int(binary.BigEndian.Uint32(d[4+8*i+4:]))
			s := d[at:]
			if binary.BigEndian.Uint16(s) != 4 {
				continue
			}
			segs := int(binary.BigEndian.Uint16(s[6:])) / 2
			for k := range segs {
				end := int(binary.BigEndian.Uint16(s[14+2*k:]))
				start := int(binary.BigEndian.Uint16(s[16+2*segs+2*k:]))
				if end < from || start > to {
					continue
				}
				range4 := s[16+6*segs+2*k:]
				if off := int(binary.BigEndian.Uint16(range4)); off != 0 {
					for c := max(start, from); c <= min(end, to); c++ {
						binary.BigEndian.PutUint16(range4[off+2*(c-start):], 0)
					}
				} else {
					binary.BigEndian.PutUint16(s[14+2*k:], uint16(max(from-1, start))) // shorten the segment
				}
			}
		}
		return d
	}
}

// crossedParts are composites that lead into themselves or into composites.
func crossedParts(t *testing.T) []hostile {
	f := takeApart(t, fonts.SerifRegular)
	at := func(g int) int { return int(binary.BigEndian.Uint32(f.tables["loca"][4*g:])) }
	composite := 0
	for g := range len(f.tables["loca"])/4 - 1 {
		if d := f.tables["glyf"][at(g):at(g+1)]; len(d) > 14 && int16(binary.BigEndian.Uint16(d)) < 0 {
			composite = g
		}
	}
	if composite == 0 {
		t.Fatal("no composite glyph to spoil")
	}
	redirect := func(to int) []byte {
		return f.with("glyf", func(d []byte) []byte {
			for g := range len(f.tables["loca"])/4 - 1 {
				if len(d[at(g):at(g+1)]) > 14 && int16(binary.BigEndian.Uint16(d[at(g):])) < 0 {
					binary.BigEndian.PutUint16(d[at(g)+12:], uint16(to))
				}
			}
			return d
		})
	}
	return []hostile{
		{"letters made of a composite", verbFont, redirect(composite), "install-"},
		{"letters made of a glyph that is not there", verbFont, redirect(0xFFF0), "install-"},
	}
}
