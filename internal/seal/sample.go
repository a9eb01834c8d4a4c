package seal

import (
	"crypto/sha256"
	"sync"
)

// The sample keys are derived from fixed words: everybody has them. They sign
// for .example, .test and .invalid addresses only, and what they sign always
// verifies as “MẪU – KHÔNG CÓ GIÁ TRỊ”, whatever else is known about it.

// SampleRoot is the well-known root of sample sites.
func SampleRoot() Key { return sampleKeys().root }

// SampleCert is the well-known cert key for a scope. The empty scope is for
// verifiers: a sample of any office is a sample.
func SampleCert(scope string) Key {
	k := sampleKeys().cert
	k.Entry.Scope = scope
	return k
}

// SampleStatus is the well-known status key, for every prefix.
func SampleStatus() Key { return sampleKeys().status }

type samples struct{ root, cert, status Key }

var sampleKeys = sync.OnceValue(func() samples {
	return samples{
		root:   sampleKey("root", RoleRoot, ""),
		cert:   sampleKey("cert", RoleCert, "LC-"),
		status: sampleKey("status", RoleStatus, ""),
	}
})

// sampleKey derives a key from SHA-256 of its name, twice for 40 bytes.
func sampleKey(name string, role Role, scope string) Key {
	signer, err := GenerateKey(&stretch{name: "ocoprint sample key " + name})
	if err != nil {
		panic(err)
	}
	key, err := NewKey(signer, role, scope, DayOf(2018, 1, 1), maxDay)
	if err != nil {
		panic(err)
	}
	key.Entry.Sample = true
	key.Entry.Holder = "MẪU"
	return key
}

// stretch is a reader of SHA-256(name ‖ counter): for fixed keys only.
type stretch struct {
	name string
	n    byte
	rest []byte
}

func (s *stretch) Read(p []byte) (int, error) {
	for i := range p {
		if len(s.rest) == 0 {
			sum := sha256.Sum256(append([]byte(s.name), s.n))
			s.n++
			s.rest = sum[:]
		}
		p[i], s.rest = s.rest[0], s.rest[1:]
	}
	return len(p), nil
}
