package seal

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"
)

// Role of a key.
type Role int

// The roles. Whoever steals a cert key can neither un-revoke a certificate
// nor add one to the register: that takes a status key.
const (
	RoleRoot   Role = iota + 1 // signs key lists, is kept offline
	RoleCert                   // signs certificates
	RoleStatus                 // signs status lists, register shards, the public list
)

// State of a key.
type State int

// The states of a key.
const (
	Active      State = iota
	Retired           // listed for ever: what it signed stays good
	Compromised       // only certificates in the register stay genuine
)

// KeyEntry is one public key of keys.bin. In CBOR it is the array
// [SPKI, role, scope, from, to, state, since, sample 0|1, holder].
type KeyEntry struct {
	Public   []byte // SubjectPublicKeyInfo, DER, P-256 only, 91 bytes
	Role     Role
	Scope    string // id prefix with its dash: LC-; empty (all) for root, status and sample keys only
	From, To Day    // issue days the key may sign, both included
	State    State
	Since    Day    // day of compromise or retirement, 0 when neither
	Sample   bool   // verifies as MẪU, never as genuine
	Holder   string // who keeps it, for people; no personal name
}

// KID is the id of the entry's key.
func (e KeyEntry) KID() [4]byte { return KID(e.Public) }

// covers tells whether an id is in the key's scope.
func (e KeyEntry) covers(id string) bool { return strings.HasPrefix(id, e.Scope) }

// Covers tells whether the key may sign that id on that issue day.
func (e KeyEntry) Covers(id string, day Day) bool {
	return e.covers(id) && e.From <= day && day <= e.To
}

// check refuses what must not stand in a list.
func (e KeyEntry) check() error {
	if _, err := ParsePublic(e.Public); err != nil {
		return err
	}
	switch {
	case e.Role < RoleRoot || e.Role > RoleStatus, e.State < Active || e.State > Compromised:
		return errors.New("key entry with unknown role or state")
	case e.Scope == "" && e.Role == RoleCert && !e.Sample, e.Scope != "" && !ValidScope(e.Scope):
		return fmt.Errorf("key entry with scope %q", e.Scope)
	case e.From > e.To, e.To > maxDay, e.From < 0:
		return errors.New("key entry without a period")
	}
	return nil
}

// KID is the first 4 bytes of SHA-256 of the SubjectPublicKeyInfo.
func KID(public []byte) (kid [4]byte) {
	sum := sha256.Sum256(public)
	copy(kid[:], sum[:])
	return kid
}

// spkiHead is the fixed beginning of every P-256 SubjectPublicKeyInfo with an
// uncompressed point.
var spkiHead = []byte{
	0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
	0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
}

// ParsePublic reads a SubjectPublicKeyInfo: P-256, uncompressed, on the
// curve, nothing else.
func ParsePublic(spki []byte) (*ecdsa.PublicKey, error) {
	if len(spki) != len(spkiHead)+64 || !bytes.HasPrefix(spki, spkiHead) {
		return nil, errors.New("not a P-256 public key")
	}
	return ecdsa.ParseUncompressedPublicKey(elliptic.P256(), spki[len(spkiHead)-1:])
}

// MarshalPublic is the reverse of ParsePublic.
func MarshalPublic(pub crypto.PublicKey) ([]byte, error) {
	key, ok := pub.(*ecdsa.PublicKey)
	if !ok || key.Curve != elliptic.P256() {
		return nil, errors.New("signer is not a P-256 key")
	}
	point, err := key.Bytes()
	if err != nil {
		return nil, err
	}
	return append(spkiHead[:len(spkiHead)-1:len(spkiHead)-1], point...), nil
}

// GenerateKey makes a P-256 key from a reader of randomness: 40 bytes reduced
// modulo n−1, so the same bytes give the same key.
func GenerateKey(random io.Reader) (*ecdsa.PrivateKey, error) {
	var seed [40]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return nil, fmt.Errorf("generate key: %w", err)
	}
	n1 := new(big.Int).Sub(elliptic.P256().Params().N, big.NewInt(1))
	d := new(big.Int).SetBytes(seed[:])
	d.Mod(d, n1).Add(d, big.NewInt(1))
	return ecdsa.ParseRawPrivateKey(elliptic.P256(), d.FillBytes(make([]byte, coordSize)))
}

// NewKey pairs a signer with its entry: role, scope and period of issue days.
func NewKey(signer crypto.Signer, role Role, scope string, from, to Day) (Key, error) {
	pub, err := MarshalPublic(signer.Public())
	if err != nil {
		return Key{}, err
	}
	k := Key{Signer: signer, Entry: KeyEntry{Public: pub, Role: role, Scope: scope, From: from, To: to}}
	return k, k.Entry.check()
}
