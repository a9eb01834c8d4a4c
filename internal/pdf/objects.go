package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// objects are the indirect objects of a file that gopdf wrote, found through
// its own cross-reference table, never by searching in streams.
type objects struct {
	file []byte
	at   []int // offset of object i, 0 when free
}

func splitObjects(file []byte) (objects, error) {
	i := bytes.LastIndex(file, []byte("startxref\n"))
	if i < 0 {
		return objects{}, fmt.Errorf("no startxref")
	}
	num, _, _ := bytes.Cut(file[i+len("startxref\n"):], []byte("\n"))
	at, err := strconv.Atoi(string(num))
	if err != nil || at < 0 || at > i {
		return objects{}, fmt.Errorf("startxref %q", num)
	}
	var first, n int
	if _, err := fmt.Sscanf(string(file[at:min(len(file), at+40)]), "xref\n%d %d\n", &first, &n); err != nil {
		return objects{}, fmt.Errorf("cross-reference table: %w", err)
	}
	rows := file[at+len(fmt.Sprintf("xref\n%d %d\n", first, n)):]
	if first != 0 || n < 1 || len(rows) < 20*n {
		return objects{}, fmt.Errorf("cross-reference table cut short")
	}
	o := objects{file: file, at: make([]int, n)}
	for k := range n {
		row := rows[20*k:]
		if row[17] == 'n' {
			o.at[k], err = strconv.Atoi(string(row[:10]))
			if err != nil || o.at[k] >= at {
				return objects{}, fmt.Errorf("object %d: offset %q", k, row[:10])
			}
		}
	}
	return o, nil
}

// body gives what stands between "N 0 obj" and the end of the file's next
// object; the caller knows its shape.
func (o objects) body(id int) ([]byte, error) {
	if id < 1 || id >= len(o.at) || o.at[id] == 0 {
		return nil, fmt.Errorf("no object %d", id)
	}
	head := fmt.Appendf(nil, "%d 0 obj\n", id)
	b := o.file[o.at[id]:]
	if !bytes.HasPrefix(b, head) {
		return nil, fmt.Errorf("object %d is not where the table says", id)
	}
	return b[len(head):], nil
}

// stream gives the bytes of a stream object.
func (o objects) stream(id int) ([]byte, error) {
	_, data, err := o.streamWithDict(id)
	return data, err
}

func (o objects) streamWithDict(id int) (dict, data []byte, err error) {
	b, err := o.body(id)
	if err != nil {
		return nil, nil, err
	}
	dict, data, ok := bytes.Cut(b, []byte("stream\n"))
	if !ok {
		return nil, nil, fmt.Errorf("object %d is no stream", id)
	}
	i := bytes.Index(dict, []byte("/Length "))
	if i < 0 {
		return nil, nil, fmt.Errorf("object %d has no length", id)
	}
	digits := dict[i+len("/Length "):]
	end := 0
	for end < len(digits) && digits[end] >= '0' && digits[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(digits[:end]))
	if err != nil || n > len(data) {
		return nil, nil, fmt.Errorf("object %d: length %q", id, digits[:end])
	}
	return dict, data[:n], nil
}

// dict gives a dictionary object that has no stream.
func (o objects) dict(id int) ([]byte, error) {
	b, err := o.body(id)
	if err != nil {
		return nil, err
	}
	d, _, ok := bytes.Cut(b, []byte("endobj"))
	if !ok {
		return nil, fmt.Errorf("object %d does not end", id)
	}
	return bytes.TrimSpace(d), nil
}
