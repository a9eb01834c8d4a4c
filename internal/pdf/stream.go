package pdf

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// finish has gopdf write its streams and hands every page's content over, in
// order. The bytes are only lent.
func (c *composer) finish(each func(d draft, content []byte) error) error {
	objects, err := c.theirs()
	if err != nil {
		return fmt.Errorf("compose: %w", err)
	}
	for _, d := range c.pages {
		c.content = c.content[:0]
		for _, p := range d.parts {
			if p.code > 0 {
				code := c.codes[p.code-1]
				c.content = code.qr(c.content, code.QR, &c.tiles)
				continue
			}
			if p.own() {
				c.content = append(c.content, c.own[p.from:p.to]...)
				continue
			}
			stream, err := objects.stream(p.object)
			if err != nil {
				return fmt.Errorf("compose: %w", err)
			}
			c.content = c.renamed(c.content, stream)
		}
		if err := each(d, c.content); err != nil {
			return err
		}
	}
	return nil
}

// theirs are the objects of what gopdf composed, if anything.
func (c *composer) theirs() (o objects, err error) {
	if c.doc == nil {
		return o, nil
	}
	c.out.Reset()
	if _, err := c.doc.WriteTo(&c.out); err != nil { // a buffer does not fail
		return o, err
	}
	return splitObjects(c.out.Bytes())
}

// renamed copies a gopdf stream, giving the fonts their names in the file. A
// slash stands nowhere else in what gopdf writes for text.
func (c *composer) renamed(b, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, '/')
		if i < 0 {
			return append(b, s...)
		}
		b, s = append(b, s[:i]...), s[i:]
		n := 1
		for _, r := range c.names {
			if bytes.HasPrefix(s, r.local) {
				b, n = append(b, r.name...), len(r.local)
				break
			}
		}
		if n == 1 {
			b = append(b, '/')
		}
		s = s[n:]
	}
}

// utf16Hex writes a text string as PDF has it outside streams of text.
func utf16Hex(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
	}
	return append(b, '>')
}

// safely turns a panic of a library into an error.
func safely(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return f()
}
