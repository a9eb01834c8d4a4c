package ocop

import (
	"strings"

	"ocoprint/internal/viet"
)

// ResultKey recognises a result wherever and however it is written again: the
// authority, the decision's number and date, and the identity keys of product
// and producer (diacritics kept). Two results with one key are one result, and
// get one number (reliability P3).
func ResultKey(authorityCode string, d Decision, product, producer string) string {
	return strings.Join([]string{
		authorityCode, viet.Key(d.Number), d.Date.ISO(), viet.Key(product), viet.Key(producer),
	}, "\x1f")
}

// Key is the ResultKey of a row under an authority.
func (r Result) Key(authorityCode string) string {
	return ResultKey(authorityCode, r.Decision, r.Product.Name, r.Producer.Name)
}

// Key is the ResultKey of the result that the certificate proves.
func (c Certificate) Key() string {
	return ResultKey(c.Authority.Code, c.Decision, c.Product.Name, c.Producer.Name)
}
