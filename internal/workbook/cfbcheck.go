package workbook

import (
	"encoding/binary"
	"errors"
)

// checkChains makes sure that every sector of a compound file belongs to one
// chain and no chain turns in a circle. mscfb reads on along whatever chain it
// is given, so a damaged table would give the wrong bytes without an error.
func checkChains(data []byte) error {
	le := binary.LittleEndian
	if len(data) < 512 {
		return errors.New("no header")
	}
	size := 512
	if le.Uint16(data[30:]) == 12 {
		size = 4096
	}
	sector := func(n uint32) []byte {
		at := (int64(n) + 1) * int64(size)
		if at >= int64(len(data)) {
			return nil
		}
		s := data[at:min(at+int64(size), int64(len(data)))]
		return append(s[:len(s):len(s)], make([]byte, size-len(s))...)
	}
	sectors := uint32((len(data) - 1) / size) // behind the header, the last may be short
	fat := fatOf(data, size, sectors, sector)
	seen := make([]bool, len(fat))
	for i, next := range fat {
		if next >= 0xFFFFFFFA || uint32(i) >= sectors {
			continue
		}
		if int(next) >= len(fat) || seen[next] {
			return errors.New("two chains meet, or one leaves the file")
		}
		seen[next] = true
	}
	starts := []uint32{le.Uint32(data[48:])}
	for n, left := le.Uint32(data[48:]), sectors; n < 0xFFFFFFFA && int(n) < len(fat) && left > 0; n, left = fat[n], left-1 {
		dir := sector(n)
		for at := 0; at+128 <= len(dir); at += 128 {
			big := le.Uint32(dir[at+120:]) >= 4096
			if kind := dir[at+66]; kind == 5 || kind == 2 && big { // small ones are in the mini stream
				starts = append(starts, le.Uint32(dir[at+116:]))
			}
		}
	}
	for _, n := range starts {
		if int64(n) < int64(len(seen)) && seen[n] {
			return errors.New("a chain begins inside another")
		}
	}
	return nil
}

// fatOf gathers the allocation table from the header and its further sectors.
func fatOf(data []byte, size int, sectors uint32, sector func(uint32) []byte) []uint32 {
	le := binary.LittleEndian
	var fat []uint32
	add := func(n uint32) {
		if n < sectors && len(fat) < int(sectors)+size {
			s := sector(n)
			for at := 0; at+4 <= len(s); at += 4 {
				fat = append(fat, le.Uint32(s[at:]))
			}
		}
	}
	for at := 76; at < 512; at += 4 {
		add(le.Uint32(data[at:]))
	}
	for n, left := le.Uint32(data[68:]), sectors; n < 0xFFFFFFFA && left > 0; left-- {
		s := sector(n)
		if s == nil {
			break
		}
		for at := 0; at+8 <= len(s); at += 4 {
			add(le.Uint32(s[at:]))
		}
		n = le.Uint32(s[size-4:])
	}
	return fat
}
