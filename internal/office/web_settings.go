package office

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/plan"
	"ocoprint/internal/seal"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// SetField puts a value from a form into a setting; "" clears it.
func SetField(s *ocop.Settings, key, value string) error {
	if err := plan.Set(s, key, value); err != nil {
		return err
	}
	return nil
}

// GetField gives a setting as a form shows it.
func GetField(s ocop.Settings, key string) string { return plan.Get(s, key) }

// CheckPlan gathers what does not go together in settings.
func CheckPlan(s ocop.Settings) []error {
	err := plan.Check(s)
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()
	}
	return []error{err}
}

// PlanFile gives settings as a commented plan file.
func PlanFile(s ocop.Settings) []byte { return plan.Write(s) }

// PutSettings keeps settings unless somebody else changed them meanwhile, and
// their issuer among the profiles.
func (o *Office) PutSettings(ctx context.Context, s ocop.Settings, was int64) error {
	if _, err := o.Register.PutSettings(ctx, s, was); err != nil {
		return err
	}
	return o.rememberProfile(ctx, s.Authority)
}

// AuthorityCode makes the short key of a new profile from its name:
// "ubnd-tp-vi-du" for "Ủy ban nhân dân thành phố Ví Dụ".
func AuthorityCode(name string) string {
	code := viet.Slug(name)
	for _, short := range [][2]string{{"uy-ban-nhan-dan", "ubnd"}, {"thanh-pho", "tp"}} {
		code = strings.Replace(code, short[0], short[1], 1)
	}
	return strings.Trim(code, "-")
}

// AuthorityPrefix makes the prefix of public ids from a place: "LC" for Lai
// Châu, "HU" for Huế.
func AuthorityPrefix(place string) string {
	words := strings.Split(viet.Slug(place), "-")
	if len(words) == 1 {
		return strings.ToUpper(words[0][:min(2, len(words[0]))])
	}
	prefix := ""
	for _, w := range words {
		prefix += w[:min(1, len(w))]
	}
	return strings.ToUpper(prefix[:min(4, len(prefix))])
}

// AddGuestsFrom is AddGuests for bytes at hand; n is how many came new.
func AddGuestsFrom(ctx context.Context, s *ocop.Settings, name string, data []byte) (n int, err error) {
	name = filepath.Base(name)
	book, err := workbook.Open(ctx, name, data, workbook.Options{})
	if err != nil {
		return 0, err
	}
	list, err := intake.ReadGuests(ctx, book, intake.Options{FileName: name})
	if err != nil {
		return 0, err
	}
	for _, f := range list.Findings {
		if f.Severity == ocop.Refuse {
			return 0, &Refused{Code: f.Code, Err: aboutFile(f, name)}
		}
	}
	before := guestCount(s.Conference)
	plan.AddGuests(&s.Conference, list.Groups)
	return guestCount(s.Conference) - before, nil
}

func guestCount(c ocop.Conference) (n int) {
	for _, g := range c.Groups {
		n += len(g.Guests)
	}
	return n
}

// KeyLine is one key as people see it.
type KeyLine struct {
	ID, Scope string
	Role      *message.Text
	RoleCode  string
	From, To  ocop.Date
	State     *message.Text
	Active    bool
}

var keyWords = struct{ root, cert, status, active, retired, compromised *message.Text }{
	message.Define("key-role-root", "khóa gốc", "root key"),
	message.Define("key-role-cert", "khóa ký giấy", "certificate key"),
	message.Define("key-role-status", "khóa trạng thái", "status key"),
	message.Define("key-state-active", "đang dùng", "in use"),
	message.Define("key-state-retired", "thôi dùng", "retired"),
	message.Define("key-state-compromised", "bị lộ", "compromised"),
}

// KeyLines lists the keys of an address.
func (o *Office) KeyLines(base string) (lines []KeyLine, next time.Time, err error) {
	list, err := o.KeyBox(base).List(o.Now())
	if err != nil {
		return nil, next, err
	}
	for _, e := range list.Keys {
		kid := e.KID()
		line := KeyLine{ID: fmt.Sprintf("%x", kid[:]), Scope: e.Scope, RoleCode: RoleName(e.Role),
			From: ocop.DateFromDays(int(e.From)), To: ocop.DateFromDays(int(e.To)), Active: e.State == seal.Active}
		line.Role = map[seal.Role]*message.Text{seal.RoleRoot: keyWords.root, seal.RoleCert: keyWords.cert, seal.RoleStatus: keyWords.status}[e.Role]
		line.State = map[seal.State]*message.Text{seal.Active: keyWords.active, seal.Retired: keyWords.retired, seal.Compromised: keyWords.compromised}[e.State]
		lines = append(lines, line)
	}
	return lines, list.Next, nil
}

// MakeKeys makes the three keys of an authority's address.
func (o *Office) MakeKeys(a ocop.Authority, passphrase []byte) error {
	from, to := KeyPeriod(o.Today())
	return o.KeyBox(a.BaseURL).Create(passphrase, o.opt.Random, a.Name, a.Prefix, from, to, o.Now())
}

// RotateKey makes a new key of a role ("cert" or "status"); what the old one
// signed stays genuine.
func (o *Office) RotateKey(a ocop.Authority, role string, passphrase []byte) error {
	which := seal.RoleCert
	if role == "status" {
		which = seal.RoleStatus
	}
	from, to := KeyPeriod(o.Today())
	return o.KeyBox(a.BaseURL).Rotate(passphrase, o.opt.Random, which, a.Name, a.Prefix, from, to, o.Now())
}

// PlanBytes reads a plan file or workbook that was uploaded.
func PlanBytes(ctx context.Context, name string, data []byte) (ocop.Settings, error) {
	return ParsePlan(ctx, filepath.Base(name), bytes.Clone(data))
}
