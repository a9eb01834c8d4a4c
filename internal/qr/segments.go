package qr

import "rsc.io/qr/coding"

// mode of a segment; each holds the characters of the ones before it.
type mode int

const (
	numeric mode = iota
	alpha
	byteMode
)

type segment struct {
	mode mode
	text string
}

// class is the range of versions that share the width of the length fields.
type class struct {
	from, to int
	width    [3]int // bits of the length field, by mode
}

var classes = [2]class{{1, 9, [3]int{10, 9, 8}}, {10, MaxVersion, [3]int{12, 11, 16}}}

// bits of a segment of n characters; not ok when its length does not fit.
func (c class) bits(m mode, n int) (int, bool) {
	head := 4 + c.width[m]
	ok := n < 1<<c.width[m]
	switch m {
	case numeric:
		return head + (10*n+2)/3, ok
	case alpha:
		return head + (11*n+1)/2, ok
	}
	return head + 8*n, ok
}

func modeOf(b byte) mode {
	switch {
	case b >= '0' && b <= '9':
		return numeric
	case b >= 'A' && b <= 'Z', b == ' ', b == '$', b == '%', b == '*', b == '+', b == '-', b == '.', b == '/', b == ':':
		return alpha
	}
	return byteMode
}

// split cuts a text into segments exactly as go-qrcode does: runs of one mode,
// a run swallows the lower ones after it while that is shorter, and one
// segment for everything when nothing is gained. Not ok when a length does
// not fit its field.
func (c class) split(text string) (segments []segment, total int, ok bool) {
	runs, highest := runsOf(text)
	for i := 0; i < len(runs); {
		m, n, j := runs[i].mode, len(runs[i].text), i+1
		for ; j < len(runs) && runs[j].mode <= m; j++ {
			next := len(runs[j].text)
			joined, ok0 := c.bits(m, n+next)
			first, ok1 := c.bits(m, n)
			second, ok2 := c.bits(runs[j].mode, next)
			if !ok0 || !ok1 || !ok2 {
				return nil, 0, false
			}
			if joined >= first+second {
				break
			}
			n += next
		}
		bits, ok := c.bits(m, n)
		if !ok {
			return nil, 0, false
		}
		total += bits
		segments = append(segments, segment{m, text[:n]})
		text = text[n:]
		i = j
	}
	return c.orSingle(segments, total, runs, highest)
}

func (c class) orSingle(segments []segment, total int, runs []segment, highest mode) ([]segment, int, bool) {
	n := 0
	for _, r := range runs {
		n += len(r.text)
	}
	single, ok := c.bits(highest, n)
	if ok && single <= total {
		all := ""
		for _, r := range runs {
			all += r.text
		}
		return []segment{{highest, all}}, single, true
	}
	return segments, total, ok
}

func runsOf(text string) (runs []segment, highest mode) {
	runs = make([]segment, 0, 32) // of an address and its proof
	for from := 0; from < len(text); {
		m, to := modeOf(text[from]), from+1
		for to < len(text) && modeOf(text[to]) == m {
			to++
		}
		runs = append(runs, segment{m, text[from:to]})
		highest = max(highest, m)
		from = to
	}
	return runs, highest
}

func (s segment) encoding() coding.Encoding {
	switch s.mode {
	case numeric:
		return coding.Num(s.text)
	case alpha:
		return coding.Alpha(s.text)
	}
	return coding.String(s.text)
}
