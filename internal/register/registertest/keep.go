package registertest

import (
	"bytes"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

func keeps(p *proof) {
	s := ocop.Settings{Authority: Office(), Conference: ocop.Conference{Place: "Hội trường MẪU"}}
	v1, err := p.r.PutSettings(p.ctx, s, 0)
	p.must(err)
	_, err = p.r.PutSettings(p.ctx, s, 0)
	p.refused(err, register.SettingsChanged)
	s.Conference.Place = "Nhà văn hóa MẪU"
	v2, err := p.r.PutSettings(p.ctx, s, v1)
	p.must(err)
	got, version, err := p.r.Settings(p.ctx)
	if err != nil || version != v2 || got.Conference.Place != s.Conference.Place || got.Authority != s.Authority {
		p.Errorf("settings: version %d, %+v, %v", version, got, err)
	}
	if first, err := p.r.SettingsAt(p.ctx, v1); err != nil || first.Conference.Place != "Hội trường MẪU" {
		p.Errorf("first version: %+v, %v", first, err)
	}
	p.must(p.r.EraseOldSettings(p.ctx, "xong hội nghị"))
	if first, err := p.r.SettingsAt(p.ctx, v1); err != nil || first.Conference.Place != "" {
		p.Errorf("erased version: %+v, %v", first, err)
	}
	if got, _, err := p.r.Settings(p.ctx); err != nil || got.Conference.Place != s.Conference.Place {
		p.Errorf("the version in force stays: %+v, %v", got, err)
	}

	next := Office()
	next.Code, next.Name, next.Level, next.From, next.To = "tinh-minh-hoa", "Ủy ban nhân dân tỉnh Minh Họa", ocop.Province, day(2025, 7, 1), ocop.Date{}
	p.must(p.r.PutProfile(p.ctx, Office()))
	p.must(p.r.PutProfile(p.ctx, next))
	before, _ := p.r.Head(p.ctx)
	p.must(p.r.PutProfile(p.ctx, next))
	if after, _ := p.r.Head(p.ctx); after.Seq != before.Seq {
		p.Error("the same profile again added an entry")
	}
	if a, err := p.r.ProfileOn(p.ctx, "tp-vi-du", day(2025, 7, 6)); err != nil || a.Code != next.Code {
		p.Errorf("successor: %s, %v", a.Code, err)
	}
	if a, err := p.r.ProfileOn(p.ctx, "tp-vi-du", day(2025, 6, 30)); err != nil || a.Code != "tp-vi-du" {
		p.Errorf("last day of the first: %s, %v", a.Code, err)
	}
	_, err = p.r.ProfileOn(p.ctx, "khác", asOf)
	p.refused(err, register.ProfileUnknown)

	data := bytes.Repeat([]byte("phông chữ "), 1000)
	hash, err := p.r.KeepBlob(p.ctx, "font", "mau.ttf", data)
	p.must(err)
	same, err := p.r.KeepBlob(p.ctx, "font", "mau-2.ttf", data)
	if back, err2 := p.r.Blob(p.ctx, hash); err != nil || err2 != nil || same != hash || !bytes.Equal(back, data) {
		p.Errorf("content: %v, %v", err, err2)
	}
	if all, err := p.r.Blobs(p.ctx); err != nil || len(all) != 1 || all[0].Size != int64(len(data)) {
		p.Errorf("contents: %+v, %v", all, err)
	}

	p.must(p.r.Remember(p.ctx, "mapping", "b", []byte("2")))
	p.must(p.r.Remember(p.ctx, "mapping", "a", nil))
	p.must(p.r.Remember(p.ctx, "mapping", "b", []byte("3")))
	p.must(p.r.Forget(p.ctx, "mapping", "a"))
	if all, err := p.r.Remembered(p.ctx, "mapping"); err != nil || len(all) != 1 || string(all["b"]) != "3" {
		p.Errorf("remembered: %q, %v", all, err)
	}
	if err := p.r.Remember(p.ctx, "register", "place", nil); err == nil {
		p.Error("the register's own space can be written")
	}

	p.must(p.r.PutUser(p.ctx, register.User{Name: "mau", Role: "viewer", Password: "argon2:x"}))
	p.must(p.r.PutUser(p.ctx, register.User{Name: "mau", Role: "issuer", Password: "argon2:y"}))
	if u, ok, err := p.r.FindUser(p.ctx, "mau"); err != nil || !ok || u.Role != "issuer" {
		p.Errorf("account: %+v, %v", u, err)
	}
	if _, ok, err := p.r.FindUser(p.ctx, "khac"); err != nil || ok {
		p.Errorf("unknown account: %v, %v", ok, err)
	}
	for _, what := range []string{"một", "hai"} {
		p.now.at = p.now.at.Add(1e9)
		p.must(p.r.As("mau").Refuse(p.ctx, register.Refusal{What: what, Code: "not-allowed"}))
	}
	if last, err := p.r.Refusals(p.ctx, 1); err != nil || len(last) != 1 || last[0].What != "hai" || last[0].Who != "mau" {
		p.Errorf("refusals, newest first: %+v, %v", last, err)
	}
}

// personal looks for a canary in everything that is hashed, listed or given out.
func personal(p *proof) {
	const canary = "0987654321"
	rows := Results(1, 3)
	for i := range rows {
		rows[i].Producer.Phone, rows[i].Producer.TaxID, rows[i].Producer.Representative = canary, canary, canary
	}
	c := p.issue(rows, Options())
	p.must(p.r.HandOver(p.ctx, c[0].ID, register.Handover{Day: asOf, To: canary}))
	p.must(p.r.PutUser(p.ctx, register.User{Name: "mau", Password: canary}))
	p.must(p.store.View(p.ctx, func(tx register.Tx) error {
		all, err := tx.Entries(1, 0)
		for _, e := range all {
			if bytes.Contains(e.Body, []byte(canary)) {
				p.Errorf("entry %d holds personal data: %s", e.Seq, e.Body)
			}
		}
		rows, _ := tx.Rows(register.Query{})
		for _, r := range rows {
			if strings.Contains(r.Search+r.Marks, canary) {
				p.Errorf("row %s holds personal data", r.ID)
			}
		}
		return err
	}))
	record, err := p.r.RecordOf(p.ctx, c[0].ID)
	if err != nil || bytes.Contains(record, []byte(canary)) {
		p.Errorf("record: %s, %v", record, err)
	}
	kept, err := p.r.PersonalOf(p.ctx, c[0].ID)
	if err != nil || kept.Phone != canary {
		p.Errorf("kept beside: %+v, %v", kept, err)
	}
	p.must(p.r.ErasePersonal(p.ctx, c[0].ID, "theo yêu cầu"))
	if kept, err = p.r.PersonalOf(p.ctx, c[0].ID); err != nil || kept.Phone != "" {
		p.Errorf("after erasing: %+v, %v", kept, err)
	}
	if to, err := p.r.ReceiverOf(p.ctx, c[0].ID); err != nil || to != "" {
		p.Errorf("receiver after erasing: %q, %v", to, err)
	}
	if kept, err = p.r.PersonalOf(p.ctx, c[1].ID); err != nil || kept.Phone != canary {
		p.Errorf("another's is kept: %+v, %v", kept, err)
	}
}
