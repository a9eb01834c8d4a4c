package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/signintech/gopdf"
)

// subset is a font as a file embeds it: four objects that gopdf made and our
// own map from glyphs back to letters. gopdf's map is one block however long
// and says a wrong code range, which some readers take at its word.
type subset struct {
	program   []byte // dictionary and stream of FontFile2
	data      []byte
	dicts     [3]withRefs // descriptor, CID font, font
	toUnicode []byte      // compressed
}

// withRefs is a dictionary cut at its references, so that new numbers cost
// nothing: pieces[0], refs[0], pieces[1], … Files that share a subset write it
// thousands of times.
type withRefs struct {
	pieces [][]byte
	refs   []int
}

func (w withRefs) write(f *file, ids map[int]int) {
	for i, p := range w.pieces {
		f.write(p)
		if i < len(w.refs) {
			f.printf("%d 0 R", ids[w.refs[i]])
		}
	}
}

var refInDict = regexp.MustCompile(`\b(\d+) 0 R\b`)

// cutAtRefs takes a dictionary that gopdf wrote for a font: no strings in it.
func cutAtRefs(dict []byte) (w withRefs) {
	at := 0
	for _, m := range refInDict.FindAllSubmatchIndex(dict, -1) {
		id, _ := strconv.Atoi(string(dict[m[2]:m[3]])) // digits
		w.pieces, w.refs = append(w.pieces, dict[at:m[0]]), append(w.refs, id)
		at = m[1]
	}
	w.pieces = append(w.pieces, dict[at:])
	return w
}

// subsets are kept for the life of the program: the same face with the same
// letters gives the same objects.
var subsets = struct {
	sync.Mutex
	made map[subsetKey]*subset
}{made: map[subsetKey]*subset{}}

type subsetKey struct {
	font  *byte
	runes string
}

const keptSubsets = 64

func subsetOf(key string, ttf []byte, runes []rune) (*subset, error) {
	if len(ttf) == 0 {
		return nil, fmt.Errorf("no such face")
	}
	id := subsetKey{&ttf[0], string(runes)}
	subsets.Lock()
	s := subsets.made[id]
	subsets.Unlock()
	if s != nil {
		return s, nil
	}
	err := safely(func() (err error) {
		s, err = makeSubset(key, ttf, runes)
		return err
	})
	if err != nil {
		return nil, err
	}
	subsets.Lock()
	defer subsets.Unlock()
	if len(subsets.made) >= keptSubsets {
		clear(subsets.made)
	}
	subsets.made[id] = s
	return s, nil
}

func makeSubset(key string, ttf []byte, runes []rune) (*subset, error) {
	var doc gopdf.GoPdf
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4, Unit: gopdf.UnitPT})
	family := subsetName(key, ttf, runes)
	if err := doc.AddTTFFontData(family, ttf); err != nil {
		return nil, err
	}
	doc.AddPage()
	if err := doc.SetFont(family, "", 10); err != nil {
		return nil, err
	}
	if err := doc.Text(string(runes)); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if _, err := doc.WriteTo(&out); err != nil {
		return nil, err
	}
	o, err := splitObjects(out.Bytes())
	if err != nil {
		return nil, err
	}
	return readSubset(o)
}

// subsetName tags the font's name as PDF asks of a subset: six capitals, here
// made of its content.
func subsetName(key string, ttf []byte, runes []rune) string {
	h := sha256.New()
	h.Write(ttf)
	h.Write([]byte(string(runes)))
	tag := make([]byte, 6)
	for i, c := range h.Sum(nil)[:6] {
		tag[i] = 'A' + c%26
	}
	name := strings.TrimSuffix(strings.TrimSuffix(key, ".ttf"), ".TTF")
	clean := strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7F && !strings.ContainsRune("()<>[]{}/%#+", r) {
			return r
		}
		return '-'
	}, name)
	return string(tag) + "+" + clean
}

func readSubset(o objects) (*subset, error) {
	var s subset
	var err error
	if s.program, s.data, err = o.streamWithDict(gopdfProgram); err != nil {
		return nil, err
	}
	s.program, s.data = bytes.Clone(bytes.TrimSpace(s.program)), bytes.Clone(s.data)
	for i, n := range fontDicts {
		dict, err := o.dict(n)
		if err != nil {
			return nil, err
		}
		if n == gopdfCID { // said outright, as archives want it
			dict = bytes.Replace(dict, []byte("/Type /Font\n"), []byte("/CIDToGIDMap /Identity\n/Type /Font\n"), 1)
		}
		s.dicts[i] = cutAtRefs(bytes.Clone(dict))
	}
	theirs, err := o.stream(gopdfMap)
	if err != nil {
		return nil, err
	}
	s.toUnicode = thoroughly(toUnicode(theirs))
	return &s, nil
}
