package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// slugLength is how much of a product's name goes into a file name: with the
// numbers before it the name stays short enough for a path on Windows.
const slugLength = 48

// CertificateFileName is the name of the file of one certificate, for example
// 01_GCN_3sao_dot2-2023_mat-ong-hoa-rung.pdf: sorted as they are awarded,
// without accents, and good on every system. total is the number of
// certificates of the batch and gives the width of the number.
func CertificateFileName(c ocop.Certificate, total int) string {
	n := c.Order
	if n == 0 {
		n = c.Seq
	}
	width := max(2, len(fmt.Sprint(total)))
	parts := []string{fmt.Sprintf("%0*d", width, n), "GCN", fmt.Sprintf("%dsao", int(c.Stars))}
	if r := roundSlug(c.Round); r != "" {
		parts = append(parts, r)
	}
	if s := slug(c.Product.Name, slugLength); s != "" {
		parts = append(parts, s)
	}
	return strings.Join(parts, "_") + ".pdf"
}

func roundSlug(r ocop.Round) string {
	switch {
	case r.No > 0 && r.Year > 0:
		return fmt.Sprintf("dot%d-%d", r.No, r.Year)
	case r.No > 0:
		return fmt.Sprintf("dot%d", r.No)
	case r.Year > 0:
		return fmt.Sprint(r.Year)
	}
	return ""
}

// slug is a text in small letters without accents, its words joined by dashes,
// cut between words at most limit bytes.
func slug(s string, limit int) string {
	words := strings.FieldsFunc(strings.ToLower(viet.ASCII(s)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	out := ""
	for _, w := range words {
		switch {
		case out == "" && len(w) > limit:
			return w[:limit]
		case out == "":
			out = w
		case len(out)+1+len(w) > limit:
			return out
		default:
			out += "-" + w
		}
	}
	return out
}
