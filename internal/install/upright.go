package install

import (
	"encoding/binary"
	"image"
	"image/draw"
)

// orientation reads from a JPEG how the camera was held: 1 to 8 as Exif counts
// them, 1 when it does not say.
func orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		marker, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) || marker == 0xDA {
			return 1
		}
		if body := data[at+4 : at+2+size]; marker == 0xE1 && len(body) > 14 && string(body[:6]) == "Exif\x00\x00" {
			return tiffOrientation(body[6:])
		}
		at += 2 + size
	}
	return 1
}

// tiffOrientation finds tag 0x0112 in the first directory.
func tiffOrientation(b []byte) int {
	var order binary.ByteOrder = binary.BigEndian
	if string(b[:2]) == "II" {
		order = binary.LittleEndian
	}
	dir := int(order.Uint32(b[4:]))
	if dir < 8 || dir+2 > len(b) {
		return 1
	}
	for i := range int(order.Uint16(b[dir:])) {
		at := dir + 2 + 12*i
		if at+12 > len(b) {
			return 1
		}
		if order.Uint16(b[at:]) == 0x0112 {
			if o := int(order.Uint16(b[at+8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
	}
	return 1
}

// upright turns a picture as its orientation asks.
func upright(img image.Image, o int) image.Image {
	if o == 1 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	from := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(from, from.Rect, img, b.Min, draw.Src)
	tw, th := w, h
	if o >= 5 {
		tw, th = h, w
	}
	to := image.NewRGBA(image.Rect(0, 0, tw, th))
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch o {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			copy(to.Pix[to.PixOffset(tx, ty):][:4], from.Pix[from.PixOffset(x, y):][:4])
		}
	}
	return to
}
