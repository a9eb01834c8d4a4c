package install

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

func drawnPicture() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 120, 160))
	for y := range 160 {
		for x := range 120 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x * 2), uint8(y), 90, uint8(255 - x)})
		}
	}
	return img
}

func pngFile(t testing.TB) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, drawnPicture()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFile(t testing.TB) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, drawnPicture(), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pngOf builds a PNG from chunks, each with a right checksum.
func pngOf(chunks ...[]byte) []byte {
	return append([]byte("\x89PNG\r\n\x1a\n"), bytes.Join(chunks, nil)...)
}

func pngChunk(kind string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

func ihdr(w, h uint32, rest ...byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, w)
	return pngChunk("IHDR", append(binary.BigEndian.AppendUint32(b, h), rest...))
}

var packedFiles = map[[2]int][]byte{}

// packed deflates n equal bytes.
func packed(n int, b byte) []byte {
	key := [2]int{n, int(b)}
	if packedFiles[key] == nil {
		var z bytes.Buffer
		w, _ := zlib.NewWriterLevel(&z, zlib.BestSpeed)
		block := bytes.Repeat([]byte{b}, 1<<16)
		for left := n; left > 0; left -= len(block) {
			w.Write(block[:min(left, len(block))])
		}
		w.Close()
		packedFiles[key] = z.Bytes()
	}
	return packedFiles[key]
}

func hostilePictures(t *testing.T) []hostile {
	const broken, pixels, kind = "install-picture-broken", "install-picture-pixels", "install-picture-kind"
	p, j := pngFile(t), jpegFile(t)
	end := pngChunk("IEND", nil)
	change := func(b []byte, at int, v ...byte) []byte {
		c := bytes.Clone(b)
		copy(c[at:], v)
		return c
	}
	sof := bytes.Index(j, []byte{0xFF, 0xC0})
	sos := bytes.Index(j, []byte{0xFF, 0xDA})
	dht := bytes.Index(j, []byte{0xFF, 0xC4})
	return []hostile{
		{"a good PNG", verbPicture, p, ""},
		{"a good JPEG", verbPicture, j, ""},
		{"text", verbPicture, []byte("không phải hình"), "install-not-picture"},
		{"zeros", verbPicture, make([]byte, 5000), "install-not-picture"},
		{"GIF", verbPicture, []byte("GIF89a\x01\x00\x01\x00"), kind},
		{"BMP", verbPicture, []byte("BM\x00\x00\x00\x00"), kind},
		{"TIFF", verbPicture, []byte("II*\x00\x08\x00\x00\x00"), kind},
		{"TIFF, big end first", verbPicture, []byte("MM\x00*\x00\x00\x00\x08"), kind},
		{"WebP", verbPicture, []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), kind},
		{"HEIC", verbPicture, []byte("\x00\x00\x00\x18ftypheic"), kind},
		{"SVG", verbPicture, []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), kind},
		{"SVG with entities", verbPicture, []byte(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>`), kind},
		{"PDF", verbPicture, []byte("%PDF-1.7"), kind},
		{"Photoshop", verbPicture, []byte("8BPS\x00\x01"), kind},
		{"EPS", verbPicture, []byte("%!PS-Adobe-3.0 EPSF"), kind},
		{"PNG signature alone", verbPicture, p[:8], broken},
		{"PNG cut in the header", verbPicture, p[:20], broken},
		{"PNG cut in the rows", verbPicture, p[:len(p)/2], broken},
		{"PNG without its end", verbPicture, p[:len(p)-16], broken},
		{"PNG with a wrong checksum", verbPicture, change(p, 30, 0, 0), broken},
		{"PNG without rows", verbPicture, pngOf(ihdr(10, 10, 8, 2, 0, 0, 0), end), broken},
		{"PNG of no width", verbPicture, pngOf(ihdr(0, 10, 8, 2, 0, 0, 0), end), broken},
		{"PNG of negative width", verbPicture, pngOf(ihdr(0xFFFFFFFF, 10, 8, 2, 0, 0, 0), end), broken},
		{"PNG of 2^31 pixels across", verbPicture, pngOf(ihdr(0x7FFFFFFF, 1, 8, 2, 0, 0, 0), end), pixels},
		{"PNG of 60000 × 60000 pixels in 60 bytes", verbPicture, pngOf(ihdr(60000, 60000, 8, 6, 0, 0, 0), pngChunk("IDAT", packed(1000, 0)), end), pixels},
		{"PNG bomb inside the limit", verbPicture, pngOf(ihdr(6000, 4000, 16, 6, 0, 0, 0), pngChunk("IDAT", packed(192_010_000, 0)), end), "install-"},
		{"PNG with more rows than it says", verbPicture, pngOf(ihdr(10, 10, 8, 2, 0, 0, 0), pngChunk("IDAT", packed(5_000_000, 0)), end), broken},
		{"PNG of an unknown colour", verbPicture, pngOf(ihdr(10, 10, 8, 5, 0, 0, 0), end), broken},
		{"PNG of 3 bits", verbPicture, pngOf(ihdr(10, 10, 3, 0, 0, 0, 0), end), broken},
		{"PNG with an unknown interlace", verbPicture, pngOf(ihdr(10, 10, 8, 2, 0, 0, 9), end), broken},
		{"PNG of colours from no palette", verbPicture, pngOf(ihdr(10, 10, 8, 3, 0, 0, 0), pngChunk("IDAT", packed(1000, 0)), end), broken},
		{"PNG with a chunk of 2 GB", verbPicture, pngOf(ihdr(10, 10, 8, 2, 0, 0, 0), []byte{0x7F, 0xFF, 0xFF, 0xFF, 'I', 'D', 'A', 'T'}), broken},
		{"PNG with an unknown filter", verbPicture, pngOf(ihdr(10, 10, 8, 0, 0, 0, 0), pngChunk("IDAT", packed(1000, 9)), end), broken},
		{"PNG with rows that are not packed", verbPicture, pngOf(ihdr(10, 10, 8, 2, 0, 0, 0), pngChunk("IDAT", []byte("rows")), end), broken},
		{"JPEG start alone", verbPicture, []byte{0xFF, 0xD8, 0xFF}, broken},
		{"JPEG cut before the frame", verbPicture, j[:sof], broken},
		{"JPEG cut in the rows", verbPicture, j[:len(j)/2], broken},
		{"JPEG without rows", verbPicture, append(bytes.Clone(j[:sos]), 0xFF, 0xD9), broken},
		{"JPEG of 65535 × 65535 pixels", verbPicture, change(j, sof+5, 0xFF, 0xFF, 0xFF, 0xFF), pixels},
		{"JPEG of no height", verbPicture, change(j, sof+5, 0, 0), broken},
		{"JPEG of 12 bits", verbPicture, change(j, sof+4, 12), broken},
		{"JPEG of 9 colours", verbPicture, change(j, sof+9, 9), broken},
		{"JPEG with arithmetic coding", verbPicture, change(j, sof+1, 0xC9), broken},
		{"JPEG with a crooked code table", verbPicture, change(j, dht+5, bytes.Repeat([]byte{0xFF}, 16)...), broken},
		{"JPEG with a segment past its end", verbPicture, change(j, 4, 0xFF, 0xFF), broken},
	}
}
