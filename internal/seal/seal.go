// Package seal signs what a certificate says and opens what a phone scanned.
// It holds the whole printed format: what is printed lives at least 36
// months, so nothing here changes after the first release.
//
// # The text of the code
//
//	https://<host>[/<path>]/v/?<id>#<decimal digits>
//
// The query holds the public id only. The fragment holds the proof; it never
// reaches a server. The digits are the frame in chunks of 7 bytes → 17 digits
// (a tail of 1–6 bytes → 3, 5, 8, 10, 13, 15), big endian, leading zeros kept.
//
//	Frame = F(1) | L(1) | KID(4) | BODY(L) | SIG(64)
//
// F is 0x01 for a raw CBOR body, 0x02 for one deflated with the frozen
// dictionary D1, 0x10–0x13 for the signed list files, whose L has 4 bytes.
// KID is the start of SHA-256 of the signer's SubjectPublicKeyInfo. SIG is
// ES256, r‖s, over the signed bytes:
//
//	"OCOP-CERT-1" 0x00 | F | L | KID | BODY
//
// Identity is SHA-256 of the signed bytes, never of the signature: s and n−s
// sign the same certificate. BODY is a canonical CBOR map, see Body for its
// keys. Lists (keys.bin, s/<prefix>.bin, r/<hh>.bin, l.bin) are described at
// KeyList, StatusList, Shard and PublicList.
//
// # A worked example
//
// ExampleSeal signs this body with the well-known sample key; CBOR on the
// right, one map of eight pairs (a8):
//
//	1  id        LC-2023-2-017                01 6d 4c432d323032332d322d303137
//	2  product   Chè cổ thụ Sin Hồ            02 78 18 4368c3a820 63e1bb9520 7468e1bba520 53696e20 48e1bb93
//	3  producer  HTX MẪU                      03 69 48545820 4de1baaa55
//	4  place     xã San Thàng, tỉnh Lai Châu  04 78 20 78c3a320 … 4368c3a275
//	5  stars     3                            05 03
//	7  decision  1422/QĐ-UBND                 07 6d 313432322f51c490 2d55424e44
//	8  decided   20/11/2023                   08 19 2214   (day 8724)
//	9  last day  20/11/2026                   09 19 265c   (day 9820)
//
// Deflated with D1 it is 71 (47) bytes instead of 114, so F is 02 and the
// frame begins 02 47 5b76bc9c: F, L, and the KID of the sample key. The
// example's expected output holds the whole frame, the text and the code; it
// is part of the format. testdata/vectors holds more than 300 further cases,
// each with one outcome, which every verifier has to reproduce.
//
// # Promises
//
// The same body, key and base give the same bytes. Opening never panics,
// allocates at most about 1 KiB beyond its input for a certificate, and
// accepts exactly one spelling of each payload. No clock, no randomness of
// its own, no network. Begin with Seal, ReadText, DecodeDigits, ParseFrame,
// Frame.Verify and Frame.Body.
package seal

import (
	"crypto"
	"fmt"
)

// Key is what signs: a P-256 signer with the entry that keys.bin carries for it.
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
// bytes each time (RFC 6979), so a reprint carries the same code. Errors are
// messages: a field outside its bounds, a key that may not sign this id or
// day, a text that cannot be shortened enough.
func Seal(base string, body Body, key Key) (Sealed, error) {
	if err := CheckBase(base); err != nil {
		return Sealed{}, err
	}
	body, err := body.clean()
	if err != nil {
		return Sealed{}, err
	}
	if err := key.maySign(base, body); err != nil {
		return Sealed{}, err
	}
	body, form, raw, err := fit(base, body)
	if err != nil {
		return Sealed{}, err
	}
	frame, err := signFrame(form, raw, key.Signer)
	if err != nil {
		return Sealed{}, fmt.Errorf("sign certificate %s: %w", body.ID, err)
	}
	signed := frame.SignedBytes()
	identity := frame.Identity()
	return Sealed{
		Body: body, Frame: frame.Bytes(), SignedBytes: signed, Identity: identity,
		Code: Code(identity), URL: URL(base, body.ID, frame.Bytes()),
	}, nil
}

// maySign refuses what verifiers would refuse later.
func (k Key) maySign(base string, b Body) error {
	e := k.Entry
	day := b.IssueDay()
	switch {
	case k.Signer == nil || e.Role != RoleCert:
		return KeyRole.Err()
	case e.State != Active:
		return KeyState.Err()
	case !e.covers(b.ID):
		return KeyScope.With("id", b.ID, "scope", e.Scope).Err()
	case day < e.From || day > e.To:
		return KeyPeriod.With("day", day, "from", e.From, "to", e.To).Err()
	case e.Sample && !SampleHost(base):
		return KeySample.With("base", base).Err()
	}
	return nil
}
