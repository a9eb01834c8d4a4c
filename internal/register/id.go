package register

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// PrefixBad: a public id begins with the authority's prefix.
var PrefixBad = message.Define("prefix-bad",
	"Tiền tố mã công khai “{prefix}” của cơ quan cấp không dùng được.",
	"The prefix “{prefix}” of public ids cannot be used.").
	Hint("Đặt tiền tố 1 đến 10 chữ hoa không dấu hoặc chữ số, ví dụ LC.", "Set a prefix of 1 to 10 capital letters or digits, for example LC.")

var (
	prefixForm = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.]{0,9}$`)
	idForm     = regexp.MustCompile(`^[-A-Z0-9.]{4,24}$`)
)

// idGroup names the ids that are counted together: prefix, year and round.
// Groups stand among the series in Head.Tops, marked with "id:".
func idGroup(c ocop.Certificate) (string, error) {
	if !prefixForm.MatchString(c.Authority.Prefix) {
		return "", PrefixBad.With("prefix", c.Authority.Prefix).Err()
	}
	year := c.Round.Year
	if year == 0 {
		year = c.Decision.Date.Year
	}
	return fmt.Sprintf("id:%s-%04d-%d", c.Authority.Prefix, year, c.Round.No), nil
}

// makeID gives the public id with number n of a group: LC-2023-2-017.
func makeID(group string, n int) string {
	return fmt.Sprintf("%s-%03d", strings.TrimPrefix(group, "id:"), n)
}

// splitID gives the group of an id and its number there.
func splitID(id string) (group string, n int) {
	cut := strings.LastIndexByte(id, '-')
	if cut < 0 {
		return "id:" + id, 0
	}
	n, _ = strconv.Atoi(id[cut+1:])
	return "id:" + id[:cut], n
}
