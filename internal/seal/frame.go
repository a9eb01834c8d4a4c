package seal

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
)

// Form is F, the first byte of a frame.
type Form byte

// The forms of this version of the format.
const (
	FormRaw      Form = 0x01 // certificate, raw CBOR
	FormDeflated Form = 0x02 // certificate, CBOR deflated with D1
	FormKeys     Form = 0x10
	FormStatus   Form = 0x11
	FormShard    Form = 0x12
	FormPublic   Form = 0x13
)

// Certificate tells whether the form is one of a certificate.
func (f Form) Certificate() bool { return f == FormRaw || f == FormDeflated }

// List tells whether the form is one of a list file.
func (f Form) List() bool { return f >= FormKeys && f <= FormPublic }

const (
	domain    = "OCOP-CERT-1\x00"
	sigSize   = 64
	maxList   = 1 << 20 // bytes of a list's body
	maxBody   = 255     // bytes of a certificate's body as transmitted
	headCert  = 6       // F, L, KID
	headList  = 9       // F, L of 4 bytes, KID
	coordSize = 32
)

// Errors of the layers; verifiers turn them into outcomes.
var (
	ErrLength    = errors.New("frame has not the length it states")
	ErrSignature = errors.New("signature does not verify")
	ErrCanonical = errors.New("body is not canonical")
	ErrNewer     = errors.New("body needs a newer verifier")
)

// Frame is the taken-apart frame; nothing in it has been checked but lengths.
type Frame struct {
	Form    Form
	KID     [4]byte
	Payload []byte // BODY as transmitted
	Sig     [sigSize]byte
}

// ParseFrame takes a certificate's frame apart. A frame that is not exactly
// as long as it states is ErrLength: a cut-off code must not look like a
// fake. A list's frame is measured by its own 4-byte length; an unknown form
// by the 1-byte one.
func ParseFrame(b []byte) (Frame, error) {
	if len(b) < 2 {
		return Frame{}, ErrLength
	}
	if Form(b[0]).List() {
		f, rest, err := nextFrame(b)
		if err == nil && len(rest) > 0 {
			err = ErrLength
		}
		return f, err
	}
	n := int(b[1])
	if len(b) != headCert+n+sigSize {
		return Frame{}, ErrLength
	}
	return cut(b, headCert, n), nil
}

// nextFrame takes one list frame from the front of a file.
func nextFrame(b []byte) (f Frame, rest []byte, err error) {
	if len(b) < headList+sigSize || !Form(b[0]).List() {
		return f, nil, ErrLength
	}
	n := binary.BigEndian.Uint32(b[1:5])
	if n > maxList || uint64(len(b)) < uint64(headList)+uint64(n)+sigSize {
		return f, nil, ErrLength
	}
	end := headList + int(n) + sigSize
	return cut(b[:end], headList, int(n)), b[end:], nil
}

func cut(b []byte, head, n int) Frame {
	f := Frame{Form: Form(b[0]), Payload: b[head : head+n]}
	copy(f.KID[:], b[head-4:head])
	copy(f.Sig[:], b[head+n:])
	return f
}

func (f Frame) head() []byte {
	h := []byte{byte(f.Form), byte(len(f.Payload))}
	if f.Form.List() {
		h = binary.BigEndian.AppendUint32(h[:1], uint32(len(f.Payload)))
	}
	return append(h, f.KID[:]...)
}

// Bytes puts the frame together again.
func (f Frame) Bytes() []byte {
	b := append(f.head(), f.Payload...)
	return append(b, f.Sig[:]...)
}

// SignedBytes is what the signature is over: nothing is re-encoded.
func (f Frame) SignedBytes() []byte {
	b := append([]byte(domain), f.head()...)
	return append(b, f.Payload...)
}

// Identity is SHA-256 of the signed bytes.
func (f Frame) Identity() [32]byte { return sha256.Sum256(f.SignedBytes()) }

// Verify checks the signature with a key: nil or ErrSignature.
func (f Frame) Verify(key *ecdsa.PublicKey) error {
	if digest := f.Identity(); !verify(key, digest[:], f.Sig[:]) {
		return ErrSignature
	}
	return nil
}

// verify checks r‖s; ecdsa.Verify wants both in 1…n−1.
func verify(key *ecdsa.PublicKey, digest, sig []byte) bool {
	if key == nil || len(sig) != sigSize {
		return false
	}
	r := new(big.Int).SetBytes(sig[:coordSize])
	s := new(big.Int).SetBytes(sig[coordSize:])
	return ecdsa.Verify(key, digest, r, s)
}

// signFrame signs a payload deterministically (RFC 6979 for keys of the
// standard library: the reader of randomness is nil).
func signFrame(form Form, payload []byte, signer crypto.Signer) (Frame, error) {
	pub, err := MarshalPublic(signer.Public())
	if err != nil {
		return Frame{}, err
	}
	limit := maxBody
	if form.List() {
		limit = maxList
	}
	if len(payload) > limit {
		return Frame{}, fmt.Errorf("body of %d bytes is over %d", len(payload), limit)
	}
	f := Frame{Form: form, KID: KID(pub), Payload: payload}
	digest := f.Identity()
	der, err := signer.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		return Frame{}, err
	}
	return f, f.setSig(der)
}

// setSig turns a DER signature into r‖s.
func (f *Frame) setSig(der []byte) error {
	var sig struct{ R, S *big.Int }
	_, err := asn1.Unmarshal(der, &sig)
	if err != nil {
		return errors.New("signer gave no DER signature")
	}
	if again, err := asn1.Marshal(sig); err != nil || !bytes.Equal(again, der) || sig.R.Sign() <= 0 || sig.S.Sign() <= 0 || sig.R.BitLen() > 256 || sig.S.BitLen() > 256 {
		return errors.New("signer gave no P-256 signature")
	}
	sig.R.FillBytes(f.Sig[:coordSize])
	sig.S.FillBytes(f.Sig[coordSize:])
	return nil
}
