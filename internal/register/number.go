package register

import (
	"maps"

	"ocoprint/internal/ocop"
)

// numbering gives the next numbers and ids, from the head's tops on: in a
// draft as a proposal, in Issue for good.
type numbering struct {
	tops    map[string]int
	pattern Pattern
	start   int // first number of the office's first series, from its settings
	begun   bool
	starts  []Event // declared starts that Issue must enter first
}

func newNumbering(tx Tx, h Head, a ocop.Authority) (*numbering, error) {
	p, err := ParsePattern(a.NumberPattern)
	if err != nil {
		return nil, err
	}
	n := &numbering{tops: maps.Clone(h.Tops), pattern: p, start: a.NumberStart}
	if n.tops == nil {
		n.tops = map[string]int{}
	}
	for name := range n.tops {
		if seriesAuthority(name) == a.Code && name != a.Code {
			n.begun = true // the declared start holds for the first series only
		}
	}
	return n, nil
}

// give sets id, number, seq and series of a certificate.
func (n *numbering) give(c *ocop.Certificate) error {
	group, err := idGroup(*c)
	if err != nil {
		return err
	}
	c.Series = n.pattern.Series(*c)
	if _, known := n.tops[c.Series]; !known && !n.begun && n.start > 1 {
		n.tops[c.Series] = n.start - 1
		n.starts = append(n.starts, Event{Kind: KindStart, Day: c.IssuedOn, Series: c.Series, From: n.start, Reason: "NumberStart"})
	}
	n.begun = true
	n.tops[c.Series]++
	n.tops[group]++
	c.Seq, c.Number = n.tops[c.Series], n.pattern.Number(*c, n.tops[c.Series])
	if c.ID = makeID(group, n.tops[group]); !idForm.MatchString(c.ID) {
		return PrefixBad.With("prefix", c.Authority.Prefix).Err()
	}
	return nil
}
