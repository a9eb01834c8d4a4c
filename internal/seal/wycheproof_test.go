package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/c2sp/wycheproof"
)

type wycheproofFile struct {
	NumberOfTests int `json:"numberOfTests"`
	TestGroups    []struct {
		PublicKeyDER string `json:"publicKeyDer"`
		Tests        []struct {
			ID      int    `json:"tcId"`
			Comment string `json:"comment"`
			Msg     string `json:"msg"`
			Sig     string `json:"sig"`
			Result  string `json:"result"`
		} `json:"tests"`
	} `json:"testGroups"`
}

// Wycheproof's P-256 vectors: r‖s as we verify it, and the DER that a foreign
// signer might give us.
func TestWycheproof(t *testing.T) {
	for _, c := range []struct {
		file string
		der  bool
	}{{"ecdsa_secp256r1_sha256_p1363_test.json", false}, {"ecdsa_secp256r1_sha256_test.json", true}} {
		t.Run(c.file, func(t *testing.T) {
			raw, err := fs.ReadFile(wycheproof.TestVectors, c.file)
			if err != nil {
				t.Fatal(err)
			}
			var file wycheproofFile
			if err := json.Unmarshal(raw, &file); err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, g := range file.TestGroups {
				spki, _ := hex.DecodeString(g.PublicKeyDER)
				key, err := ParsePublic(spki)
				if err != nil {
					t.Fatalf("key %s: %v", g.PublicKeyDER, err)
				}
				for _, v := range g.Tests {
					n++
					msg, _ := hex.DecodeString(v.Msg)
					sig, _ := hex.DecodeString(v.Sig)
					if c.der {
						var f Frame
						if f.setSig(sig) != nil {
							sig = nil
						} else {
							sig = f.Sig[:]
						}
					}
					digest := sha256.Sum256(msg)
					if got := verify(key, digest[:], sig); got != (v.Result == "valid") {
						t.Errorf("%d %s: accepted %v, want %s", v.ID, v.Comment, got, v.Result)
					}
				}
			}
			if n < 200 || n != file.NumberOfTests {
				t.Errorf("ran %d of %d vectors", n, file.NumberOfTests)
			}
		})
	}
}
