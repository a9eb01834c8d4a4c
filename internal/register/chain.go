package register

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

var (
	entryDomain    = []byte("OCOP-ENTRY-1\x00")
	personalDomain = []byte("OCOP-PERSONAL-1\x00")
	noHash         = make([]byte, sha256.Size) // hash(0)
)

// chainHash is the hash of entry seq with that body after an entry with hash prev.
func chainHash(seq int64, prev, body []byte) []byte {
	h := sha256.New()
	h.Write(entryDomain)
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(seq))
	h.Write(n[:])
	if len(prev) == 0 {
		prev = noHash
	}
	h.Write(prev)
	h.Write(body)
	return h.Sum(nil)
}

// personalHash is what an entry carries of the personal data beside it, hex.
func personalHash(salt, data []byte) string {
	h := sha256.New()
	h.Write(personalDomain)
	h.Write(salt)
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// grow adds the hash of the next entry to a compact Merkle range that covers
// seq-1 entries: the range keeps the roots of the full subtrees, largest first.
func grow(ranges [][]byte, seq int64, hash []byte) [][]byte {
	leaf := tlog.RecordHash(hash)
	out := append(append([][]byte(nil), ranges...), leaf[:])
	for range bits.TrailingZeros64(uint64(seq)) {
		n := len(out)
		node := tlog.NodeHash(asHash(out[n-2]), asHash(out[n-1]))
		out = append(out[:n-2], node[:])
	}
	return out
}

// Root is the hash of the whole tree, the same that tlog.TreeHash gives.
func (h Head) Root() tlog.Hash {
	if len(h.Range) == 0 {
		return tlog.Hash(sha256.Sum256(nil))
	}
	root := asHash(h.Range[len(h.Range)-1])
	for i := len(h.Range) - 2; i >= 0; i-- {
		root = tlog.NodeHash(asHash(h.Range[i]), root)
	}
	return root
}

func asHash(b []byte) (h tlog.Hash) {
	copy(h[:], b)
	return h
}
