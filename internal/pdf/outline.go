package pdf

import "fmt"

// outline lists the bookmarked pages. An entry names the next one, so it is
// written when that comes: a hundred thousand titles need not be held.
type outline struct {
	f           *file
	root        int // number of its dictionary, 0 while there is no entry
	first, last int
	count       int
	open        bookmark // the entry that waits for its next
}

type bookmark struct {
	id, prev int
	title    string
	page     int
}

// add enters a page whose object is known.
func (o *outline) add(title string, page int) {
	if o.root == 0 {
		o.root = o.f.reserve()
	}
	id := o.f.reserve()
	if o.count == 0 {
		o.first = id
	} else {
		o.write(id)
	}
	o.open = bookmark{id, o.last, title, page}
	o.last = id
	o.count++
}

// write writes the waiting entry; next is 0 behind the last.
func (o *outline) write(next int) {
	m, links := o.open, ""
	if m.prev > 0 {
		links += fmt.Sprintf(" /Prev %d 0 R", m.prev)
	}
	if next > 0 {
		links += fmt.Sprintf(" /Next %d 0 R", next)
	}
	o.f.object(m.id, "<< /Title %s /Parent %d 0 R%s /Dest [%d 0 R /Fit] >>", literal(m.title), o.root, links, m.page)
}

// close ends the list and gives the number of its dictionary, 0 for none.
func (o *outline) close() int {
	if o.count > 0 {
		o.write(0)
		o.f.object(o.root, "<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>", o.first, o.last, o.count)
	}
	return o.root
}
