package workbook

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Records of BIFF8 ([MS-XLS] 2.3) that are looked at.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	rec1904       = 0x0022
	recFilePass   = 0x002F
	recFont       = 0x0031
	recContinue   = 0x003C
	recColInfo    = 0x007D
	recBoundSheet = 0x0085
	recFilterMode = 0x009B
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recObProj     = 0x00D3
	recXF         = 0x00E0
	recMerged     = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

// biff reads the Workbook stream of an .xls of Excel 97-2003.
type biff struct {
	data    []byte
	bud     *budget
	book    *Book
	fonts   []Run
	formats map[int]string
	pairs   [][2]int // font and number format of each XF
	styles  []*Style
	strings sharedStrings
	sheets  []boundSheet
	records int

	password string
	unlocked bool
}

type boundSheet struct {
	at      int
	name    string
	visible byte
	kind    byte
}

// record is one record; more holds the CONTINUE records behind it.
type record struct {
	id   uint16
	body []byte
}

func readBIFF(data []byte, password string, bud *budget) (*Book, error) {
	b := &biff{data: data, password: password, bud: bud, book: &Book{Format: XLS}, formats: map[int]string{}}
	if err := b.globals(); err != nil {
		return nil, err
	}
	if len(b.sheets) == 0 {
		return nil, damaged("no sheet")
	}
	b.styles = styleTable(b.pairs, b.fonts, b.formats, b.book.Date1904)
	seen := map[int]bool{}
	names := map[string]bool{}
	for _, s := range b.sheets {
		if seen[s.at] || names[s.name] || s.name == "" {
			return nil, damaged("sheet %.40q twice or without a name", s.name)
		}
		seen[s.at], names[s.name] = true, true
		if s.kind == 1 && len(b.book.Notes) == 0 {
			b.book.note(MacroIgnored, false, msgMacroIgnored.With())
		}
		if s.kind != 0 {
			continue
		}
		if err := b.readSheet(s); err != nil {
			return nil, err
		}
	}
	return b.book, nil
}

// record reads the record at a place and gives the place of the next.
func (b *biff) record(at int) (record, int, error) {
	if at+4 > len(b.data) {
		return record{}, 0, damaged("the stream ends without EOF")
	}
	n := int(binary.LittleEndian.Uint16(b.data[at+2:]))
	end := at + 4 + n
	if end > len(b.data) {
		return record{}, 0, damaged("a record of %d bytes runs over the end", n)
	}
	if b.records++; b.records&0xFFF == 0 {
		if err := b.bud.alive(); err != nil {
			return record{}, 0, err
		}
	}
	return record{binary.LittleEndian.Uint16(b.data[at:]), b.data[at+4 : end]}, end, nil
}

// continued collects the CONTINUE records from a place on.
func (b *biff) continued(first []byte, at int) ([][]byte, int, error) {
	all := [][]byte{first}
	for at+4 <= len(b.data) && binary.LittleEndian.Uint16(b.data[at:]) == recContinue {
		r, next, err := b.record(at)
		if err != nil {
			return nil, 0, err
		}
		all, at = append(all, r.body), next
	}
	return all, at, nil
}

// globals reads the first substream: fonts, formats, strings, list of sheets.
func (b *biff) globals() error {
	r, at, err := b.record(0)
	if err != nil {
		return err
	}
	if r.id != recBOF || len(r.body) < 4 || u16(r.body, 0) != 0x0600 {
		return damaged("no BOF of BIFF8")
	}
	for {
		if r, at, err = b.record(at); err != nil {
			return err
		}
		if r.id == recEOF {
			return nil
		}
		if r.id == recSST {
			var segs [][]byte
			if segs, at, err = b.continued(r.body, at); err == nil {
				err = b.readSST(segs)
			}
		} else {
			err = b.global(r)
		}
		if err != nil {
			return err
		}
	}
}

var errShort = errors.New("a record is too short")

func (b *biff) global(r record) error {
	d := r.body
	need := map[uint16]int{rec1904: 2, recFont: 16, recFormat: 5, recXF: 4, recBoundSheet: 8}[r.id]
	if len(d) < need {
		return damagedPart(fmt.Sprintf("record %04X", r.id), errShort)
	}
	most := b.bud.lim.Styles
	switch r.id {
	case recFilePass:
		if b.unlocked {
			return damaged("encrypted twice")
		}
		b.unlocked = true
		return b.unlock(d)
	case recBOF:
		return damaged("a substream inside the globals")
	case recObProj:
		if len(b.book.Notes) == 0 {
			b.book.note(MacroIgnored, false, msgMacroIgnored.With())
		}
	case rec1904:
		b.book.Date1904 = u16(d, 0) == 1
	case recFont:
		name, _, ok := shortString(d[14:], 1)
		if !ok || len(b.fonts) > most {
			return damaged("font name")
		}
		b.fonts = append(b.fonts, Run{Font: name, Bold: u16(d, 6) >= 600, Strike: u16(d, 2)&0x08 != 0, own: true})
		if len(b.fonts) == 4 { // there is no font number 4
			b.fonts = append(b.fonts, b.fonts[0])
		}
	case recFormat:
		code, _, ok := shortString(d[2:], 2)
		if !ok || len(b.formats) > most {
			return damaged("number format")
		}
		b.formats[int(u16(d, 0))] = code
	case recXF:
		if b.pairs = append(b.pairs, [2]int{int(u16(d, 0)), int(u16(d, 2))}); len(b.pairs) > most {
			return tooComplex("XF", errors.New("too many cell formats"))
		}
	case recBoundSheet:
		name, _, ok := shortString(d[6:], 1)
		if !ok {
			return damaged("sheet name")
		}
		if len(b.sheets) >= b.bud.lim.Sheets {
			return refuse(FileTooComplex, msgTooManySheets.With("limit", b.bud.lim.Sheets), nil)
		}
		at := binary.LittleEndian.Uint32(d)
		if uint64(at) >= uint64(len(b.data)) {
			return damaged("sheet %.40q lies beyond the end", name)
		}
		b.sheets = append(b.sheets, boundSheet{int(at), name, d[4] & 3, d[5]})
	}
	return nil
}

func u16(b []byte, at int) uint16 { return binary.LittleEndian.Uint16(b[at:]) }

// shortString reads a string whose length has one or two bytes, inside one
// record, and gives how many bytes it took.
func shortString(d []byte, lenBytes int) (s string, took int, ok bool) {
	if len(d) < lenBytes+1 {
		return "", 0, false
	}
	n := int(d[0])
	if lenBytes == 2 {
		n = int(u16(d, 0))
	}
	seg := &segments{all: [][]byte{d[lenBytes+1:]}}
	s = seg.chars(n, d[lenBytes]&1 != 0)
	return s, lenBytes + 1 + seg.at, !seg.bad
}
