package seal

import (
	"crypto"
	"crypto/ecdsa"
	"errors"
	"io"
	"time"
)

var errTODO = errors.New("seal: not written yet")

// Key is what signs: a signer (P-256) with the entry that keys.bin carries for it.
type Key struct {
	Signer crypto.Signer
	Entry  KeyEntry
}

// Sealed is a signed certificate, ready for paper.
type Sealed struct {
	Body        Body     // as signed: shortened when it had to be
	Frame       []byte   // F | L | KID | BODY | SIG
	SignedBytes []byte   // what the signature is over
	Identity    [32]byte // SHA-256 of SignedBytes; register shards and Code use it
	Code        string   // 6 symbols, printed under the QR
	URL         string   // text of the QR
}

// Seal signs a certificate. base is the public address without “/v/”, for
// example https://ocop.example. The same body, key and base give the same
// bytes each time (RFC 6979).
func Seal(base string, body Body, key Key) (Sealed, error) { return Sealed{}, errTODO }

// URL is the text of the QR code of a frame.
func URL(base, id string, frame []byte) string { return "" }

// Role of a key.
type Role int

// The roles; a root signs only key lists.
const (
	RoleRoot Role = iota + 1
	RoleCert
	RoleStatus
)

// State of a key.
type State int

// The states of a key.
const (
	Active State = iota
	Retired
	Compromised
)

// KeyEntry is one public key of keys.bin.
type KeyEntry struct {
	Public    []byte // SubjectPublicKeyInfo, DER, P-256 only
	Role      Role
	Scope     string // id prefix with its dash: LC-
	From, To  Day    // issue days the key may sign, both included
	State     State
	Since     Day  // day of compromise
	Sample    bool // verifies as MẪU, never as genuine
	Holder    string
	publicKey *ecdsa.PublicKey
}

// KID is the first 4 bytes of SHA-256 of the SubjectPublicKeyInfo.
func KID(public []byte) [4]byte { return [4]byte{} }

// GenerateKey makes a P-256 key from a reader of randomness.
func GenerateKey(random io.Reader) (*ecdsa.PrivateKey, error) { return nil, errTODO }

// EncodeKey gives a private key as PEM “ENCRYPTED PRIVATE KEY”, opened by
// openssl pkey.
func EncodeKey(key *ecdsa.PrivateKey, passphrase []byte) ([]byte, error) { return nil, errTODO }

// DecodeKey opens what EncodeKey made.
func DecodeKey(pem, passphrase []byte) (*ecdsa.PrivateKey, error) { return nil, errTODO }

// Head is common to all signed lists.
type Head struct {
	Sequence   uint64
	Made, Next time.Time // whole seconds, UTC
}

// KeyList is keys.bin.
type KeyList struct {
	Head
	Keys []KeyEntry
}

// StatusCode says what happened to a certificate.
type StatusCode int

// The closed list of status codes.
const (
	Revoked StatusCode = iota + 1
	Superseded
	Suspended
	LostSheet
)

// StatusEntry is one line of a status list. It applies to the certificates of
// ID with a revision up to Revision (0: all of them).
type StatusEntry struct {
	ID       string
	Revision int
	Code     StatusCode
	Day      Day
	Ref      string // decision, new id, or serial of the lost sheet
}

// StatusList is s/<prefix>.bin.
type StatusList struct {
	Head
	Prefix  string // with its dash
	Entries []StatusEntry
}

// Shard is r/<hh>.bin: the first 8 bytes of each identity that begins with hh.
type Shard struct {
	Head
	Number     byte
	Identities [][8]byte // ascending
}

// Row is one certificate of the public list: nothing personal.
type Row struct {
	ID, Product, Producer, Place string
	Stars                        int
	Decision                     string
	Decided, Issued, LastDay     Day
	Revision                     int
	Status                       StatusCode // 0: none
}

// PublicList is l.bin, one part of it when it is long.
type PublicList struct {
	Head
	Part, Parts int
	Rows        []Row
}
