package registertest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// Now is the fixed clock of the suite: 08:30 on 20/12/2025 in Viet Nam.
var Now = time.Date(2025, 12, 20, 1, 30, 0, 0, time.UTC)

// Office is an invented issuer that may recognise three stars.
func Office() ocop.Authority {
	return ocop.Authority{Code: "tp-vi-du", Name: "Ủy ban nhân dân thành phố Ví Dụ", Above: "Tỉnh Minh Họa", Level: ocop.District,
		Place: "Ví Dụ", Province: "tỉnh Minh Họa", To: ocop.Date{Year: 2025, Month: 6, Day: 30}, Successor: "tinh-minh-hoa",
		BaseURL: "https://ocop.example", Prefix: "VD", NumberPattern: register.DefaultPattern}
}

// Decision is the invented decision of the suite's results.
var Decision = ocop.Decision{Number: "0000/QĐ-UBND", Date: ocop.Date{Year: 2023, Month: 11, Day: 20}}

// Options are the usual ones: issued on 19/12/2023.
func Options() register.PrepareOptions {
	day := ocop.Date{Year: 2023, Month: 12, Day: 19}
	return register.PrepareOptions{Authority: Office(), Signatory: ocop.Signatory{Lines: []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, Name: "MẪU"},
		IssueDate: day, AsOf: day, Layout: "gcn-mau@1", Sample: true}
}

var goods = []string{"Chè shan tuyết", "Miến dong", "Mật ong hoa rừng", "Gạo séng cù", "Hạt mắc-ca sấy", "Thịt trâu gác bếp", "Chẳm chéo", "Rượu ngô men lá", "Thổ cẩm dệt tay"}

// Result makes an invented result with that number; 150 of them share a
// decision.
func Result(n int) ocop.Result {
	decision := Decision
	decision.Number = fmt.Sprintf("%04d/QĐ-UBND", n/150)
	return ocop.Result{File: "mau.xlsx", Sheet: "Đợt 2", Row: 10 + n, No: fmt.Sprint(n),
		Product: ocop.Product{Name: fmt.Sprintf("%s mẫu %d", goods[n%len(goods)], n)},
		Producer: ocop.Producer{Name: fmt.Sprintf("HTX Minh Họa số %d", n), Commune: fmt.Sprintf("xã Ví Dụ %d", n%7),
			Address: fmt.Sprintf("Bản %d, xã Ví Dụ %d", n, n%7), Phone: fmt.Sprintf("0999%06d", n), Representative: "Người Đại Diện MẪU"},
		Score: ocop.Score{Micros: 50_000_000 + int64(n%190)*100_000, Known: true}, Stars: 3, Standing: ocop.Granted, Status: ocop.StatusReady,
		Round: ocop.Round{No: 2, Year: 2023}, Decision: decision}
}

// Results makes n of them, from number first on.
func Results(first, n int) []ocop.Result {
	var all []ocop.Result
	for i := range n {
		all = append(all, Result(first+i))
	}
	return all
}

// Seal is a stand-in signature: the same certificate, the same bytes.
var Seal = register.SealerFunc(func(c ocop.Certificate) (register.Sealed, error) {
	text := fmt.Sprintf("%s|%s|%d|%s|%s|%d|%s|%s", c.ID, c.Number, c.Revision, c.Product.Name, c.Producer.Name, c.Stars, c.IssuedOn.ISO(), c.Sheet)
	sum := sha256.Sum256([]byte(text))
	return register.Sealed{Payload: append([]byte{1}, sum[:]...), Identity: sum[:], Code: code(sum[:]),
		URL: fmt.Sprintf("https://ocop.example/v/?%s#%x", c.ID, sum[:8])}, nil
})

func code(identity []byte) string {
	const letters = "0123456789BCFGHKLMNPQRSTVXZ"
	n := binary.BigEndian.Uint64(identity)
	var out [6]byte
	for i := range out {
		out[i] = letters[n%27]
		n /= 27
	}
	return string(out[:])
}

// Random gives a repeatable source for salts and names.
func Random(seed uint64) *rand.ChaCha8 {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	return rand.NewChaCha8(key)
}

// Opening are options with the fixed clock.
func Opening() register.Options {
	return register.Options{Now: func() time.Time { return Now }, Random: Random(1), Who: "mẫu"}
}
