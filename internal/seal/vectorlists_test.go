package seal

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

func sortCases(cases []vectorCase) {
	slices.SortFunc(cases, func(a, b vectorCase) int { return strings.Compare(a.Name, b.Name) })
}

func (w *world) keyCases() (cases []vectorCase) {
	add := func(name string, ref int, text, lists, outcome string, notes ...string) {
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: text, Lists: lists, Outcome: outcome, Notes: notes})
	}
	n := 200
	body := func() Body {
		n++
		b := sampleBodies()[2]
		b.ID = fmt.Sprintf("LC-2023-2-%03d", n)
		return b
	}
	sealed := func(b Body) []byte {
		raw, err := b.encode()
		if err != nil {
			w.t.Fatal(err)
		}
		return raw
	}
	other := body()
	other.ID = "DB-2023-2-001"
	add("key outside its prefix", 13, w.forge(FormRaw, sealed(other), w.cert).URL, "fresh", "K")
	early, late := body(), body()
	early.Decided, late.Decided = DayOf(2019, 12, 31), DayOf(2030, 1, 2)
	early.Issued, late.Issued = 0, 0
	add("issued before the key's period", 14, w.forge(FormRaw, sealed(early), w.cert).URL, "fresh", "K")
	add("issued after the key's period", 14, w.forge(FormRaw, sealed(late), w.cert).URL, "fresh", "K")
	backdated := body()
	backdated.Issued = DayOf(2024, 3, 1)
	add("issued after the key was retired", 14, w.forge(FormRaw, sealed(backdated), w.retired).URL, "fresh", "K")
	add("retired key, old certificate", 15, w.issue(body(), w.retired).URL, "fresh", "G")
	add("compromised key, in the register", 16, w.issue(body(), w.leaky).URL, "fresh", "G", "verify-note-key")
	stolen := w.unregistered(body(), w.leaky)
	add("compromised key, not in the register", 17, stolen.URL, "fresh", "C")
	registeredLeaky := w.issue(body(), w.leaky)
	add("compromised key, register not loadable", 17, registeredLeaky.URL, "keys only", "C")
	add("compromised key, register stale, in it", 16, w.issue(body(), w.leaky).URL, "stale", "O", "verify-note-key")
	add("stranger's key", 44, w.unregistered(body(), w.stranger).URL, "fresh", "K")
	add("stranger's key, altered", 44, flipLast(w.unregistered(body(), w.stranger).URL), "fresh", "K")
	fake := body()
	fake.Product = "Сhè cổ thụ" // Cyrillic С
	add("homograph product by a stranger", 40, w.unregistered(fake, w.stranger).URL, "fresh", "K")
	add("signed by a status key", 10, w.forge(FormRaw, sealed(body()), w.status).URL, "fresh", "K")
	add("signed by the root", 10, w.forge(FormRaw, sealed(body()), w.root).URL, "fresh", "K")
	add("two keys with one KID, the first signed", 12, w.issue(body(), w.twin1).URL, "fresh", "G")
	add("two keys with one KID, the second signed", 12, w.issue(body(), w.twin2).URL, "fresh", "G")
	kidOf := w.unregistered(body(), w.cert).Frame
	kid := KID(w.twin1.Entry.Public)
	copy(kidOf[2:6], kid[:])
	add("KID changed to that of another key", 3, URL(vectorBase, "", kidOf), "fresh", "A")
	w.domainCases(sealed(body()), add)
	w.sampleCases(body(), &cases)
	add("key list missing", 0, w.genuine[1].URL, "none", "V")
	add("key list is HTML", 19, w.genuine[1].URL, "html keys", "V")
	add("key list with a P-384 key", 9, w.genuine[1].URL, "p384", "V", "seal-list-bad")
	add("key list with an Ed25519 key", 9, w.genuine[1].URL, "ed25519", "V", "seal-list-bad")
	add("key list by a stranger's root, nothing baked in", 53, w.genuine[1].URL, "stranger root", "V", "seal-list-bad")
	add("key list by a stranger's root, the page's own is used", 53, w.genuine[1].URL, "stranger root, baked", "G")
	add("key list by a stranger's root, the stranger's certificate", 53, w.unregistered(body(), w.stranger).URL, "stranger root, baked", "K")
	add("root rotated, page still pins the old one", 54, w.genuine[1].URL, "rotated", "V", "seal-list-bad")
	add("root rotated, list cross-signed", 54, w.genuine[1].URL, "cross-signed", "G")
	add("unknown key, key list stale", 51, w.unregistered(body(), w.stranger).URL, "stale", "V")
	return cases
}

func flipLast(s string) string {
	return s[:len(s)-1] + string('0'+(s[len(s)-1]-'0'+1)%10)
}

// domainCases are signatures over something else.
func (w *world) domainCases(raw []byte, add func(string, int, string, string, string, ...string)) {
	status := must(SignStatus(StatusList{Head: headAt(1, "2024-05-28T02:00:00Z"), Prefix: "LC-"}, w.status))
	add("a status list as a certificate", 10, vectorBase+"/v/#"+EncodeDigits(status), "fresh", "A")
	keys := must(SignKeys(KeyList{Head: headAt(1, "2024-05-28T02:00:00Z")}, w.root))
	add("a key list as a certificate", 10, vectorBase+"/v/#"+EncodeDigits(keys), "fresh", "A")
	add("a status list cut off", 10, vectorBase+"/v/#"+EncodeDigits(status[:len(status)-7]), "fresh", "U")
	add("no domain prefix", 10, vectorBase+"/v/#"+EncodeDigits(w.withoutDomain(raw)), "fresh", "A")
}

func (w *world) sampleCases(b Body, cases *[]vectorCase) {
	s := w.unregistered(b, SampleCert("LC-"))
	add := func(name, text, lists, outcome string) {
		*cases = append(*cases, vectorCase{Name: name, Ref: 63, Text: text, Lists: lists, Outcome: outcome, Sample: true})
	}
	add("sample key, not in the register", s.URL, "fresh", "X")
	add("sample key, no list of its prefix", strings.ReplaceAll(s.URL, "?"+b.ID, ""), "keys only", "O")
	add("sample key without any list", s.URL, "none", "O")
	add("sample key at another sample address", strings.Replace(s.URL, "ocop.example", "thu.test", 1), "fresh", "X")
	add("sample site: its keys, its lists", w.sampleURL(), "sample site", "G")
	*cases = append(*cases, vectorCase{Name: "sample key at a real address", Ref: 63, Inside: true,
		Text: strings.Replace(s.URL, "ocop.example", "ocop.vn", 1), Lists: "fresh", Outcome: "N"})
}

// sampleURL is registered by the sample site.
func (w *world) sampleURL() string {
	b := sampleBodies()[4]
	b.ID = "LC-2023-2-900"
	return w.issue(b, SampleCert("LC-")).URL
}

func (w *world) lifeCases() (cases []vectorCase) {
	n := 300
	add := func(name string, ref int, outcome string, change func(*Body), entries ...StatusEntry) *vectorCase {
		n++
		b := sampleBodies()[9]
		b.ID = fmt.Sprintf("LC-2023-2-%03d", n)
		if change != nil {
			change(&b)
		}
		for _, e := range entries {
			if e.ID == "" {
				e.ID = b.ID
			}
			w.entries = append(w.entries, e)
		}
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: w.issue(b, w.cert).URL, Lists: "fresh", Outcome: outcome})
		return &cases[len(cases)-1]
	}
	day := DayOf(2024, 3, 5)
	add("revoked", 23, "R", nil, StatusEntry{Code: Revoked, Day: day, Ref: "77/QĐ-UBND"})
	add("suspended", 23, "R", nil, StatusEntry{Code: Suspended, Day: day, Ref: "78/QĐ-UBND"})
	add("sheet lost, by serial", 25, "R", func(b *Body) { b.Serial = "A000777" }, StatusEntry{ID: "LC-2023-2-000", Code: LostSheet, Day: day, Ref: "A000777"})
	add("sheet lost, another serial", 25, "G", func(b *Body) { b.Serial = "A000778" }, StatusEntry{ID: "LC-2023-2-000", Code: LostSheet, Day: day, Ref: "A000779"})
	add("sheet lost, certificate without a serial", 25, "R", nil, StatusEntry{Code: LostSheet, Day: day, Ref: "A000780"})
	add("replaced by a new id", 24, "S", nil, StatusEntry{Code: Superseded, Day: day, Ref: "LC-2024-1-001"})
	add("revision 1 when 2 exists", 24, "S", nil, StatusEntry{Revision: 1, Code: Superseded, Day: day, Ref: "LC-2023-2-307"})
	add("revision 2 when 2 exists", 24, "G", func(b *Body) { b.Revision = 2 }, StatusEntry{Revision: 1, Code: Superseded, Day: day, Ref: "LC-2023-2-308"})
	add("replaced and revoked", 23, "R", nil, StatusEntry{Code: Revoked, Day: day, Ref: "79/QĐ-UBND"}, StatusEntry{Code: Superseded, Day: day + 9, Ref: "LC-2024-1-002"})
	add("revoked and expired", 23, "R", func(b *Body) { b.LastDay = DayOf(2024, 1, 1) }, StatusEntry{Code: Revoked, Day: day, Ref: "80/QĐ-UBND"})
	for _, c := range []struct {
		name, now, outcome string
	}{
		{"last second of the last day in Vietnam", "2024-06-10T16:59:59Z", "G"},
		{"first second of the next day in Vietnam", "2024-06-10T17:00:00Z", "E"},
		{"last day, clock in Honolulu", "2024-06-10T06:00:00-10:00", "G"},
		{"next day, clock in Auckland", "2024-06-11T05:00:01+12:00", "E"},
	} {
		e := add(c.name, 26, c.outcome, func(b *Body) { b.LastDay = DayOf(2024, 6, 10) })
		// Auckland's 05:00 is 17:00 UTC of the 10th: the 11th in Vietnam.
		e.Now = c.now
	}
	add("expired", 26, "E", func(b *Body) { b.LastDay = DayOf(2024, 5, 31) })
	add("expires today", 26, "G", func(b *Body) { b.LastDay = DayOf(2024, 6, 1) })
	add("issued tomorrow", 28, "P", func(b *Body) { b.Issued = DayOf(2024, 6, 2) })
	add("issued today, in the register", 61, "G", func(b *Body) { b.Issued = DayOf(2024, 6, 1) })
	add("expired, lists stale", 26, "E", func(b *Body) { b.LastDay = DayOf(2024, 1, 31) }).Lists = "stale"
	cases[len(cases)-1].Notes = []string{"verify-note-unchecked"}
	add("expired, lists missing", 26, "E", func(b *Body) { b.LastDay = DayOf(2024, 1, 31) }).Lists = "keys only"
	cases[len(cases)-1].Notes = []string{"verify-note-unchecked"}
	add("revoked, list stale", 23, "R", nil, StatusEntry{Code: Revoked, Day: DayOf(2024, 1, 3), Ref: "81/QĐ-UBND"}).Lists = "stale"
	cases[len(cases)-1].Notes = []string{"verify-note-unchecked"}
	w.registerCases(&cases)
	return cases
}

func (w *world) registerCases(cases *[]vectorCase) {
	n := 400
	add := func(name string, ref int, issued Day, lists, outcome string, notes ...string) {
		n++
		b := sampleBodies()[10]
		b.ID, b.Issued = fmt.Sprintf("LC-2023-2-%03d", n), issued
		*cases = append(*cases, vectorCase{Name: name, Ref: ref, Text: w.unregistered(b, w.cert).URL, Lists: lists, Outcome: outcome, Notes: notes})
	}
	add("not in the register", 18, DayOf(2024, 1, 8), "fresh", "X")
	add("not in the register, list made 8 days after issue", 18, DayOf(2024, 5, 20), "fresh", "X")
	add("not in the register, list made 7 days after issue", 18, DayOf(2024, 5, 21), "fresh", "O", "verify-note-grace")
	add("issued today, list of last week", 61, DayOf(2024, 6, 1), "fresh", "O", "verify-note-grace")
	add("not in a stale register", 18, DayOf(2024, 1, 8), "stale late", "X", "")
	add("issued after a stale register", 18, DayOf(2024, 2, 20), "stale", "O")
	(*cases)[len(*cases)-2].Notes = nil
}

func (w *world) listCases() (cases []vectorCase) {
	s := w.genuine[11]
	add := func(name string, ref int, lists, now, outcome string, notes ...string) *vectorCase {
		cases = append(cases, vectorCase{Name: name, Ref: ref, Text: s.URL, Lists: lists, Now: now, Outcome: outcome, Notes: notes})
		return &cases[len(cases)-1]
	}
	add("only the key list", 19, "keys only", "", "O")
	add("status list missing", 19, "no status", "", "O")
	add("status list is a login page", 19, "html", "", "O", "seal-list-bad")
	add("status list of 0 bytes", 19, "empty", "", "O", "seal-list-bad")
	add("register shard missing", 19, "no shards", "", "O")
	add("register shard is a login page", 19, "html shards", "", "O", "seal-list-bad")
	add("a certificate served as the status list", 11, "certificate as status", "", "O", "seal-list-bad")
	add("status list of another prefix served", 11, "other prefix", "", "O", "seal-list-bad")
	add("status list with a broken signature", 22, "broken", "", "O", "seal-list-bad")
	add("status list signed by a cert key", 60, "status by cert", "", "O", "seal-list-bad")
	add("register shard signed by a cert key", 60, "shards by cert", "", "O", "seal-list-bad")
	add("status list signed by the sample key", 60, "status by sample", "", "O", "seal-list-bad")
	add("status list signed by a status key of another prefix", 60, "status by DB", "", "O", "seal-list-bad")
	add("all lists past next-update", 21, "stale", "", "O")
	add("status list past next-update", 21, "stale status", "", "O")
	add("key list past next-update", 21, "stale keys", "", "O")
	add("status list older than seen", 20, "fresh", "", "O", "verify-note-old").Seen = map[string]uint64{"s/LC.bin": 99}
	add("all lists as seen", 20, "fresh", "", "G").Seen = map[string]uint64{"s/LC.bin": 50, "keys.bin": 50}
	add("key list older than seen", 20, "fresh", "", "V", "verify-note-old").Seen = map[string]uint64{"keys.bin": 99}
	add("clock in 2015", 27, "fresh", "2015-01-01T00:00:00Z", "G", "verify-note-clock")
	add("clock one hour before the list", 27, "fresh", "2024-05-28T01:00:00Z", "G", "verify-note-clock")
	add("clock in 2099", 27, "fresh", "2099-01-01T00:00:00Z", "E", "verify-note-clock", "verify-note-unchecked")
	add("one second past next-update", 21, "fresh", "2024-09-05T02:00:01Z", "O")
	add("at next-update", 21, "fresh", "2024-09-05T02:00:00Z", "G")
	return cases
}

// withoutDomain signs F | L | KID | BODY without the domain string.
func (w *world) withoutDomain(raw []byte) []byte {
	return signWithoutDomain(w.t, raw, w.cert)
}

// sets are the published files that cases are checked against.
func (w *world) sets() map[string]map[string][]byte {
	const made = "2024-05-28T02:00:00Z"
	fresh := w.site(50, made, w.status, w.root)
	stale := w.site(10, "2024-01-05T02:00:00Z", w.status, w.root)
	late := w.site(11, "2024-02-05T02:00:00Z", w.status, w.root)
	keys := without(fresh)
	for name := range fresh {
		if name != "keys.bin" {
			delete(keys, name)
		}
	}
	html := []byte("<!doctype html><title>Đăng nhập</title><form method=post>")
	shards := func(files map[string][]byte, change func(string) []byte) map[string][]byte {
		out := without(files)
		for name := range files {
			if strings.HasPrefix(name, "r/") {
				if b := change(name); b != nil {
					out[name] = b
				} else {
					delete(out, name)
				}
			}
		}
		return out
	}
	byCert := w.site(50, made, asStatus(w.cert), w.root)
	broken := bytes.Clone(fresh["s/LC.bin"])
	broken[len(broken)-1] ^= 1
	badKey := func(spki []byte) []byte {
		row := []any{spki, uint64(2), "LC-", uint64(1), uint64(9000), uint64(0), uint64(0), uint64(0), ""}
		return must(signList(FormKeys, headAt(50, made), map[uint64]any{4: []any{row}}, w.root))
	}
	strangers := must(SignKeys(KeyList{Head: headAt(60, made), Keys: []KeyEntry{w.stranger.Entry, w.status.Entry}}, w.strangerRoot))
	sample := w.entriesForSample(made)
	sets := map[string]map[string][]byte{
		"fresh": fresh, "stale": stale, "stale late": late, "keys only": keys, "none": {}, "sample site": sample,
		"html keys": with(fresh, "keys.bin", html), "p384": with(fresh, "keys.bin", badKey(append([]byte{0x30, 0x76}, make([]byte, 118)...))),
		"ed25519":              with(fresh, "keys.bin", badKey(append([]byte{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00}, make([]byte, 32)...))),
		"stranger root":        with(fresh, "keys.bin", strangers),
		"stranger root, baked": with(with(fresh, "keys.bin", strangers), "baked", fresh["keys.bin"]),
		"rotated":              with(with(fresh, "keys.bin", w.site(60, made, w.status, w.root2)["keys.bin"]), "baked", nil),
		"cross-signed":         with(fresh, "keys.bin", w.site(60, made, w.status, w.root2, w.root)["keys.bin"]),
		"no status":            without(fresh, "s/LC.bin"), "html": with(fresh, "s/LC.bin", html), "empty": with(fresh, "s/LC.bin", []byte{}),
		"no shards":             shards(fresh, func(string) []byte { return nil }),
		"html shards":           shards(fresh, func(string) []byte { return html }),
		"certificate as status": with(fresh, "s/LC.bin", w.genuine[0].Frame),
		"other prefix":          with(fresh, "s/LC.bin", fresh["s/DB.bin"]), "broken": with(fresh, "s/LC.bin", broken),
		"status by cert":   with(fresh, "s/LC.bin", byCert["s/LC.bin"]),
		"shards by cert":   shards(fresh, func(name string) []byte { return byCert[name] }),
		"status by sample": with(fresh, "s/LC.bin", w.site(50, made, SampleStatus(), w.root)["s/LC.bin"]),
		"status by DB":     with(fresh, "s/LC.bin", w.site(50, made, w.statusDB, w.root)["s/LC.bin"]),
		"stale status":     with(fresh, "s/LC.bin", stale["s/LC.bin"]), "stale keys": with(fresh, "keys.bin", stale["keys.bin"]),
	}
	delete(sets["rotated"], "baked")
	return sets
}

// asStatus lets a thief's key pretend to be a status key.
func asStatus(k Key) Key {
	k.Entry.Role = RoleStatus
	return k
}

// entriesForSample is a site whose root is the sample root; its files are
// opened with “roots” of the case file plus the sample root.
func (w *world) entriesForSample(made string) map[string][]byte {
	h := headAt(50, made)
	files := map[string][]byte{"keys.bin": must(SignKeys(KeyList{Head: h, Keys: []KeyEntry{SampleCert("").Entry, SampleStatus().Entry}}, SampleRoot()))}
	files["s/LC.bin"] = must(SignStatus(StatusList{Head: h, Prefix: "LC-"}, SampleStatus()))
	for _, s := range Shards(h, w.registered) {
		files[ShardFile(s.Number)] = must(SignShard(s, SampleStatus()))
	}
	files["l.bin"] = must(SignPublic(SplitRows(h, w.rows)[0], SampleStatus()))
	return files
}
