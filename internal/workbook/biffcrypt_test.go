package workbook

import (
	"context"
	"crypto/md5"
	"crypto/sha1"
	"slices"
	"testing"
)

// filePass is the record of a lock with a fixed salt and verifier.
func filePass(password string, modern bool) []byte {
	l := biffLock{salt: []byte("muoi bit la muoi"), new: modern, size: 16}
	k := l.keys(password)
	verifier := []byte("mau kiem tra 16b")
	plain := md5.Sum(verifier)
	hash := plain[:]
	if modern {
		sum := sha1.Sum(verifier)
		hash = sum[:]
	}
	c := k.block(0)
	v, h := make([]byte, len(verifier)), make([]byte, len(hash))
	c.XORKeyStream(v, verifier)
	c.XORKeyStream(h, hash)
	if !modern {
		return rec(recFilePass, le16(1, 1, 1), l.salt, v, h)
	}
	header := slices.Concat(le32(4), le32(0), le32(0x6801), le32(0x8004), le32(128), le32(1), le32(0), le32(0), le16('C', 0))
	return rec(recFilePass, le16(1, 4, 2), le32(4), le32(len(header)), header, le32(16), l.salt, v, le32(20), h)
}

// lockXLS encrypts the stream of a workbook whose globals hold the FILEPASS
// record: RC4 is its own opposite.
func lockXLS(x xls, password string, modern bool) []byte {
	stream := x.stream()
	b := &biff{data: stream, password: password}
	if err := b.unlock(filePass(password, modern)[4:]); err != nil {
		panic(err)
	}
	return cfb("Workbook", b.data)
}

func TestXLSPassword(t *testing.T) {
	rows := [][]byte{}
	for i := range 300 { // several blocks of 1,024 bytes
		rows = append(rows, rec(recLabel, le16(i, 0, 0), uni("Chè Ô long", 2)), rec(recNumber, le16(i, 1, 0), leFloat(float64(i)+.5)))
	}
	for _, modern := range []bool{false, true} {
		plain := mustOpen(t, "a.xls", xls{globals: xlsLooks(), sheet: rows}.bytes())
		data := lockXLS(xls{globals: append([][]byte{filePass("bí mật", modern)}, xlsLooks()...), sheet: rows}, "bí mật", modern)
		for password, code := range map[string]string{"": FileEncrypted, "sai": FileEncrypted, "bí mật": ""} {
			b, err := Open(context.Background(), "a.xls", data, Options{Password: password})
			if CodeOf(err) != code {
				t.Errorf("modern %v, password %q: %v", modern, password, err)
			} else if code == "" && dump(b.Sheets[0]) != dump(plain.Sheets[0]) {
				t.Errorf("modern %v: other cells than the plain file", modern)
			}
		}
		everybody := lockXLS(xls{globals: append([][]byte{filePass(everybodys, modern)}, xlsLooks()...), sheet: rows}, everybodys, modern)
		mustOpen(t, "a.xls", everybody)
	}
}
