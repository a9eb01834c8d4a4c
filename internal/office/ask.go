package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"ocoprint/internal/ocop"
)

// A layout may ask the office for values of its own (a second line, a logo's
// name). The answers belong to the page, so they are frozen with it: they are
// kept by hash, and the hash stands behind the layout's name in the
// certificate, "gcn-cua-toi/2#<hash>". Without answers there is no hash.

// withAnswers gives the layout's name with the hash of the answers.
func withAnswers(name string, ask map[string]string) string {
	if len(ask) == 0 {
		return name
	}
	_, hash := answersBlob(ask)
	return name + "#" + hash
}

// layoutOnly is the name without the answers' hash.
func layoutOnly(name string) string {
	name, _, _ = strings.Cut(name, "#")
	return name
}

func answersBlob(ask map[string]string) (data []byte, hash string) {
	data, err := json.Marshal(ask) // keys in order: the same answers, the same hash
	if err != nil {
		panic(err) // a map of texts can always be written
	}
	sum := sha256.Sum256(data)
	return data, hex.EncodeToString(sum[:])
}

// frozenAnswers are the answers that a certificate was issued with.
func (o *Office) frozenAnswers(ctx context.Context, c ocop.Certificate) (map[string]string, error) {
	_, hash, ok := strings.Cut(c.Layout, "#")
	if !ok {
		return nil, nil
	}
	data, err := o.Register.Blob(ctx, hash)
	if err != nil {
		return nil, err
	}
	var ask map[string]string
	return ask, json.Unmarshal(data, &ask)
}
