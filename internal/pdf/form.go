package pdf

import (
	"bytes"
	"fmt"
)

// form is a background page that install.Background normalised: a small PDF of
// known shape. Objects 1 to 4 make it a file that viewers open, object 5 is the
// drawing as a form XObject, the rest is what the drawing needs. The dictionary
// of a stream begins with its length; no other dictionary does.
type form struct {
	w, h    float64 // pt
	objects objects
}

// FormHeader is the second line of a normalised background.
const FormHeader = "%ocoprint-background/1"

// formObject is the number of the drawing in a normalised background.
const formObject = 5

func readForm(data []byte) (*form, error) {
	lines := bytes.SplitN(data, []byte("\n"), 3)
	if len(lines) < 3 || string(lines[1]) != FormHeader {
		return nil, fmt.Errorf("not a normalised background")
	}
	o, err := splitObjects(data)
	if err != nil {
		return nil, err
	}
	dict, _, err := o.streamWithDict(formObject)
	if err != nil {
		return nil, err
	}
	f := &form{objects: o}
	_, box, ok := bytes.Cut(dict, []byte("/BBox [0 0 "))
	if !ok {
		return nil, fmt.Errorf("background has no box")
	}
	if _, err := fmt.Sscanf(string(box), "%g %g", &f.w, &f.h); err != nil || f.w <= 0 || f.h <= 0 {
		return nil, fmt.Errorf("background box %q", box[:min(len(box), 20)])
	}
	return f, nil
}

// write copies the objects into the file under new numbers and gives the
// number of the drawing.
func (f *form) write(out *file) (int, error) {
	ids := map[int]int{}
	for id := formObject; id < len(f.objects.at); id++ {
		ids[id] = out.reserve()
	}
	for id := formObject; id < len(f.objects.at); id++ {
		body, err := f.objects.body(id)
		if err != nil {
			return 0, err
		}
		var dict, data []byte
		isStream := bytes.HasPrefix(body, []byte("<< /Length "))
		if isStream {
			dict, data, err = f.objects.streamWithDict(id)
		} else {
			dict, err = f.objects.dict(id)
		}
		if err != nil {
			return 0, err
		}
		dict, err = renumber(dict, ids)
		if err != nil {
			return 0, err
		}
		out.begin(ids[id])
		out.write(bytes.TrimSpace(dict))
		if isStream {
			out.printf("\nstream\n")
			out.write(data)
			out.printf("\nendstream")
		}
		out.end()
	}
	return ids[formObject], nil
}

// renumber rewrites the references of a dictionary, leaving strings and names
// alone. A reference to an object that is not copied is an error.
func renumber(dict []byte, ids map[int]int) ([]byte, error) {
	var out []byte
	for i := 0; i < len(dict); {
		switch c := dict[i]; {
		case c == '(':
			n := stringEnd(dict[i:])
			out = append(out, dict[i:i+n]...)
			i += n
		case c == '/' || isRegular(c):
			n := 1
			for i+n < len(dict) && isRegular(dict[i+n]) {
				n++
			}
			if id, used, ok := reference(dict[i:]); ok {
				to, known := ids[id]
				if !known {
					return nil, fmt.Errorf("reference to object %d, which is not there", id)
				}
				out = fmt.Appendf(out, "%d 0 R", to)
				i += used
				continue
			}
			out = append(out, dict[i:i+n]...)
			i += n
		default:
			out = append(out, c)
			i++
		}
	}
	return out, nil
}

func isRegular(c byte) bool { return regular[c] }

// regular are the bytes that names and numbers are made of.
var regular = func() (is [256]bool) {
	for c := range is {
		is[c] = c > ' ' && !bytes.ContainsRune([]byte("()<>[]{}/%"), rune(c))
	}
	return is
}()

// reference reads "12 0 R" at the start of b.
func reference(b []byte) (id, n int, ok bool) {
	for n < len(b) && n < 9 && b[n] >= '0' && b[n] <= '9' {
		id = id*10 + int(b[n]-'0')
		n++
	}
	if n == 0 || !bytes.HasPrefix(b[n:], []byte(" 0 R")) {
		return 0, 0, false
	}
	n += len(" 0 R")
	return id, n, n == len(b) || !isRegular(b[n])
}

// stringEnd gives the length of the literal string at the start of b.
func stringEnd(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}
