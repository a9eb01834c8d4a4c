package workbook

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"unicode/utf16"
)

// biffKeys derives the RC4 keys of an encrypted .xls, one for each 1,024 bytes
// of the stream ([MS-OFFCRYPTO] 2.3.6 for Excel 97, 2.3.5 for Excel 2003).
// These ciphers protect nothing today; they are here to open old files.
type biffKeys struct {
	base []byte // hash of password and salt
	size int    // bytes of a key
	new  bool   // CryptoAPI with SHA-1, else MD5
}

const biffBlock = 1024

func (k biffKeys) block(n int) *rc4.Cipher {
	number := binary.LittleEndian.AppendUint32(nil, uint32(n))
	var key []byte
	if k.new {
		sum := sha1.Sum(append(bytes.Clone(k.base), number...))
		if key = sum[:k.size]; k.size == 5 {
			key = append(bytes.Clone(key), make([]byte, 11)...)
		}
	} else {
		sum := md5.Sum(append(bytes.Clone(k.base), number...))
		key = sum[:]
	}
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // only for a key of no or more than 256 bytes
	}
	return c
}

// fits tells whether the password is the right one: the hash of the verifier
// is stored beside it.
func (k biffKeys) fits(verifier, hash []byte) bool {
	c := k.block(0)
	v, h := make([]byte, len(verifier)), make([]byte, len(hash))
	c.XORKeyStream(v, verifier)
	c.XORKeyStream(h, hash)
	if k.new {
		sum := sha1.Sum(v)
		return bytes.Equal(h, sum[:])
	}
	sum := md5.Sum(v)
	return bytes.Equal(h, sum[:])
}

// biffLock is what a FILEPASS record says.
type biffLock struct {
	salt, verifier, hash []byte
	size                 int
	new                  bool
}

// lockOf reads a FILEPASS record; ok is false for the older XOR obfuscation
// and for ciphers that Excel never wrote.
func lockOf(d []byte) (l biffLock, ok bool) {
	if len(d) < 6 || u16(d, 0) != 1 {
		return l, false
	}
	if u16(d, 2) == 1 {
		if len(d) < 6+48 {
			return l, false
		}
		return biffLock{salt: d[6:22], verifier: d[22:38], hash: d[38:54]}, true
	}
	if len(d) < 14 || u16(d, 4) != 2 {
		return l, false
	}
	header := int(binary.LittleEndian.Uint32(d[10:]))
	if header < 32 || header > len(d)-14 || len(d)-14-header < 4+16+16+4+20 {
		return l, false
	}
	h, v := d[14:14+header], d[14+header:]
	bits := int(binary.LittleEndian.Uint32(h[16:]))
	if bits == 0 {
		bits = 40
	}
	if bits < 40 || bits > 128 || bits%8 != 0 {
		return l, false
	}
	return biffLock{salt: v[4:20], verifier: v[20:36], hash: v[40:60], size: bits / 8, new: true}, true
}

// keys derives the keys for a password.
func (l biffLock) keys(password string) biffKeys {
	var p []byte
	for _, u := range utf16.Encode([]rune(password)) {
		p = append(p, byte(u), byte(u>>8))
	}
	if l.new {
		sum := sha1.Sum(append(bytes.Clone(l.salt), p...))
		return biffKeys{base: sum[:], size: l.size, new: true}
	}
	sum := md5.Sum(p)
	sum = md5.Sum(bytes.Repeat(append(bytes.Clone(sum[:5]), l.salt...), 16))
	return biffKeys{base: sum[:5]}
}

// unlock decrypts the whole stream in place of the encrypted one. Heads of
// records are not encrypted, nor are some records, nor the places of sheets.
func (b *biff) unlock(filePass []byte) error {
	l, ok := lockOf(filePass)
	if !ok {
		return refuse(FileEncrypted, msgEncryptedOther.With("type", ".xls"), nil)
	}
	password := b.password
	if password == "" {
		password = everybodys
	}
	k := l.keys(password)
	if !k.fits(l.verifier, l.hash) {
		return (&file{password: b.password}).encrypted()
	}
	out := make([]byte, len(b.data))
	for n, at := 0, 0; at < len(out); n, at = n+1, at+biffBlock {
		end := min(at+biffBlock, len(out))
		k.block(n).XORKeyStream(out[at:end], b.data[at:end])
	}
	for at := 0; at+4 <= len(out); {
		id, n := u16(b.data, at), int(u16(b.data, at+2))
		plain := 4
		switch id {
		case recBOF, recFilePass, 0x00E1, 0x0194, 0x0195, 0x0196, 0x0138: // InterfaceHdr, UsrExcl, FileLock, RRDInfo, RRDHead
			plain += n
		case recBoundSheet:
			plain += min(n, 4)
		}
		copy(out[at:], b.data[at:min(at+plain, len(out))])
		at += 4 + n
	}
	b.data = out
	return nil
}
