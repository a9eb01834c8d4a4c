package seal

import (
	"bytes"
	"errors"
	"fmt"
	"time"
)

// Head is common to all signed lists: keys 1, 2 and 3 of their CBOR map.
// Times are whole seconds, stored as Unix time.
type Head struct {
	Sequence uint64    // grows with each publication; an older one is refused
	Made     time.Time // UTC
	Next     time.Time // next update, UTC; afterwards the list is stale
}

// DefaultLife is the time from made-at to next-update.
const DefaultLife = 100 * 24 * time.Hour

// Stale tells whether the list is past its next update.
func (h Head) Stale(now time.Time) bool { return now.After(h.Next) }

// KeyList is keys.bin: {1–3 head, 4: [entry …]}. The file is one frame of
// form 0x10 per root that signed it, all with the same body: after a root
// rotation the old and the new root sign together, and a verifier takes the
// first frame whose root it pins.
type KeyList struct {
	Head
	Keys   []KeyEntry
	Sample bool // it was signed by the sample root: everything under it is MẪU
}

// SignKeys makes keys.bin. The first root is the one in force.
func SignKeys(list KeyList, roots ...Key) ([]byte, error) {
	var entries []any
	for _, e := range list.Keys {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("sign keys: %w", err)
		}
		entries = append(entries, []any{e.Public, uint64(e.Role), e.Scope, uint64(e.From), uint64(e.To),
			uint64(e.State), uint64(e.Since), bit(e.Sample), e.Holder})
	}
	var file []byte
	for _, root := range roots {
		if root.Entry.Role != RoleRoot {
			return nil, KeyRole.Err()
		}
		f, err := signList(FormKeys, list.Head, map[uint64]any{4: entries}, root)
		if err != nil {
			return nil, fmt.Errorf("sign keys: %w", err)
		}
		file = append(file, f...)
	}
	if len(file) == 0 {
		return nil, errors.New("sign keys: no root")
	}
	return file, nil
}

// OpenKeys opens keys.bin with the pinned roots (SubjectPublicKeyInfo each).
// A list by any other root, with a key that is not P-256 or a broken
// signature is refused as a whole.
func OpenKeys(file []byte, roots ...[]byte) (KeyList, error) {
	for rest := file; len(rest) > 0; {
		f, next, err := nextFrame(rest)
		if err != nil || f.Form != FormKeys {
			return KeyList{}, badList("keys.bin", ErrLength)
		}
		for _, root := range roots {
			if pub, err := ParsePublic(root); err == nil && f.KID == KID(root) && f.Verify(pub) == nil {
				list, err := decodeKeys(f.Payload)
				list.Sample = bytes.Equal(root, SampleRoot().Entry.Public)
				for i := range list.Keys {
					list.Keys[i].Sample = list.Keys[i].Sample || list.Sample
				}
				return list, badList("keys.bin", err)
			}
		}
		rest = next
	}
	return KeyList{}, badList("keys.bin", ErrSignature)
}

func decodeKeys(payload []byte) (KeyList, error) {
	m, head, err := decodeList(payload, 4)
	if err != nil {
		return KeyList{}, err
	}
	list := KeyList{Head: head}
	rows, ok := m[4].([]any)
	for _, row := range rows {
		c := cells{row: row, want: 9}
		e := KeyEntry{Public: c.bytes(), Role: Role(c.number()), Scope: c.text(), From: Day(c.number()), To: Day(c.number()),
			State: State(c.number()), Since: Day(c.number()), Sample: c.number() != 0, Holder: c.text()}
		if err := e.check(); c.bad() || err != nil {
			return KeyList{}, errors.Join(ErrCanonical, err)
		}
		list.Keys = append(list.Keys, e)
	}
	if !ok {
		return KeyList{}, ErrCanonical
	}
	return list, nil
}

// With gives the entries of a role with that KID. The built-in sample key is
// among the cert keys of every list.
func (l KeyList) With(kid [4]byte, role Role) []KeyEntry {
	var found []KeyEntry
	for _, e := range l.Keys {
		if e.Role == role && e.KID() == kid {
			found = append(found, e)
		}
	}
	if s := SampleCert("").Entry; role == RoleCert && s.KID() == kid && len(found) == 0 {
		found = append(found, s)
	}
	return found
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func badList(name string, err error) error {
	if err == nil {
		return nil
	}
	return ListBad.With("list", name, "why", err).Wrap(err)
}
