package verify

import (
	"context"
	"slices"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// check is one verification under way.
type check struct {
	ctx    context.Context
	lookup Lookup
	now    time.Time
	asOf   ocop.Date
	text   seal.Text
	frame  seal.Frame
	body   seal.Body
	key    seal.KeyEntry
	keys   *source[seal.KeyList]
	made   []time.Time // of the lists that were used
	out    Outcome
}

// place: whose code is it? N · F
func (c *check) place() Code {
	if c.text.Bare {
		return c.read()
	}
	if !c.text.Web {
		return N
	}
	for _, base := range c.lookup.Bases() {
		if c.text.Base != "" && seal.SamePlace(c.text.Base, base) {
			if c.text.Digits == "" {
				c.out.Row = c.row(c.text.ID)
				return F
			}
			return c.read()
		}
	}
	return c.foreign()
}

// foreign is a code of another address: named, not opened. A sample printed
// for a reserved host is still shown as the sample it is.
func (c *check) foreign() Code {
	if code := c.read(); c.out.Sample && seal.SampleHost(c.text.Base) {
		return code
	}
	inside := c.out.Key != nil
	c.out = Outcome{Host: c.text.Host, ID: c.text.ID, Inside: inside}
	if inside {
		c.note(NoteInside.With("host", c.text.Host))
	}
	return N
}

// read: U (digits, length) · V (unknown form) · A (a list's form)
func (c *check) read() Code {
	raw, err := seal.DecodeDigits(c.text.Digits)
	if err != nil {
		return U
	}
	if c.frame, err = seal.ParseFrame(raw); err != nil {
		return U
	}
	switch {
	case c.frame.Form.List():
		return A
	case !c.frame.Form.Certificate():
		return V
	}
	c.out.Identity = c.frame.Identity()
	return c.signer()
}

// signer: K (no cert key with that id; V when the key list is stale) · A
func (c *check) signer() Code {
	c.keys = load(c, func() (seal.KeyList, error) { return c.lookup.Keys(c.ctx) }, func(l seal.KeyList) seal.Head { return l.Head })
	candidates := c.keys.list.With(c.frame.KID, seal.RoleCert)
	if len(candidates) == 0 {
		if !c.keys.fresh {
			return V
		}
		return K
	}
	var signed []seal.KeyEntry
	for _, e := range candidates {
		if pub, err := seal.ParsePublic(e.Public); err == nil && c.frame.Verify(pub) == nil {
			signed = append(signed, e)
		}
	}
	if len(signed) == 0 {
		return A
	}
	return c.content(signed)
}

// content: U (body not canonical) · V (unknown key) · A (query differs) · K
// (outside scope or period)
func (c *check) content(signed []seal.KeyEntry) Code {
	c.key = signed[0]
	c.out.Sample = c.key.Sample
	c.out.Key = &c.key
	var err error
	if c.body, err = c.frame.Body(); err != nil {
		if isNewer(err) {
			return V
		}
		c.note(NoteIssuerBug.With())
		return U
	}
	if c.text.ID != "" && c.text.ID != c.body.ID {
		return A
	}
	c.out.ID = c.body.ID
	for _, e := range signed {
		if e.Covers(c.body.ID, c.body.IssueDay()) {
			c.key = e
			return c.life()
		}
	}
	return K
}

// life: C · R · S · X · E · P · O · G
func (c *check) life() Code {
	status := load(c, func() (seal.StatusList, error) { return c.lookup.Status(c.ctx, c.prefix(), c.body.ID) },
		func(l seal.StatusList) seal.Head { return l.Head })
	shard := load(c, func() (seal.Shard, error) { return c.lookup.Shard(c.ctx, c.out.Identity[0]) },
		func(l seal.Shard) seal.Head { return l.Head })
	c.out.Unchecked = !status.fresh || !c.keys.fresh
	registered := shard.ok && shard.list.Has(c.out.Identity)
	if c.key.State == seal.Compromised {
		if !registered {
			return C
		}
		c.note(NoteKeyCompromised.With("day", c.key.Since))
	}
	c.out.Body = &c.body
	c.full()
	if e := applying(status.list.Entries, c.body); e != nil {
		c.out.Status = e
		if e.Code == seal.Superseded {
			return S
		}
		return R
	}
	if shard.ok && !registered && dayOf(shard.list.Made) > c.body.IssueDay()+graceDays {
		return X
	}
	today := c.today()
	switch {
	case today > c.body.LastDay:
		return E
	case today < c.body.IssueDay():
		return P
	case shard.fresh && !registered:
		c.note(NoteGrace.With("day", dayOf(shard.list.Made)))
		return O
	case c.out.Unchecked || !shard.fresh:
		c.out.Unchecked = true
		return O
	}
	return G
}

// prefix is the key's scope, or the id up to its first dash.
func (c *check) prefix() string {
	if c.key.Scope != "" {
		return c.key.Scope
	}
	return firstPart(c.body.ID)
}

// note adds a remark once.
func (c *check) note(m message.Message) {
	same := func(o message.Message) bool { return o.Code() == m.Code() && o.String() == m.String() }
	if !slices.ContainsFunc(c.out.Notes, same) {
		c.out.Notes = append(c.out.Notes, m)
	}
}
