package seal

import (
	"crypto"
	"crypto/ecdsa"
	"encoding/pem"
	"errors"

	"github.com/youmark/pkcs8"
)

// pemType is the type of an encrypted key file.
const pemType = "ENCRYPTED PRIVATE KEY"

// iterations of PBKDF2-HMAC-SHA256 (formats.md §1, Keys).
const iterations = 600_000

// EncodeKey gives a private key as PEM “ENCRYPTED PRIVATE KEY” (PKCS#8,
// PBES2, PBKDF2-HMAC-SHA256 with 600,000 rounds, AES-256-CBC), which
// `openssl pkey` opens. Salt and IV come from the system's randomness.
func EncodeKey(key *ecdsa.PrivateKey, passphrase []byte) ([]byte, error) {
	if len(passphrase) == 0 {
		return nil, errors.New("encode key: empty passphrase")
	}
	der, err := pkcs8.MarshalPrivateKey(key, passphrase, &pkcs8.Opts{
		Cipher:  pkcs8.AES256CBC,
		KDFOpts: pkcs8.PBKDF2Opts{SaltSize: 16, IterationCount: iterations, HMACHash: crypto.SHA256},
	})
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: der}), nil
}

// DecodeKey opens what EncodeKey or openssl made. A wrong passphrase and a
// damaged file give the same message.
func DecodeKey(file, passphrase []byte) (*ecdsa.PrivateKey, error) {
	block, _ := pem.Decode(file)
	if block == nil || block.Type != pemType || len(block.Bytes) > 4096 {
		return nil, KeyFileBad.With().Wrap(errors.New("no encrypted private key in the file"))
	}
	if err := affordable(block.Bytes); err != nil {
		return nil, KeyFileBad.With().Wrap(err)
	}
	any, _, err := pkcs8.ParsePrivateKey(block.Bytes, passphrase)
	if err != nil {
		return nil, KeyFileBad.With().Wrap(err)
	}
	key, ok := any.(*ecdsa.PrivateKey)
	if !ok {
		return nil, KeyFileBad.With().Wrap(errors.New("not an ECDSA key"))
	}
	if _, err := MarshalPublic(key.Public()); err != nil {
		return nil, KeyFileBad.With().Wrap(err)
	}
	return key, nil
}
