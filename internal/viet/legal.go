package viet

import "strings"

// legalForms spells out the abbreviations that name the legal form of a
// producer. Those after a bar count only behind a legal form: "TP" or "CP" on
// its own may be anything.
var legalForms = formTable(`
htx=hợp tác xã
htxnn=hợp tác xã nông nghiệp
htxdvnn=hợp tác xã dịch vụ nông nghiệp
lhhtx=liên hiệp hợp tác xã
tht=tổ hợp tác
hkd=hộ kinh doanh
hộ kd=hộ kinh doanh
hộ sxkd=hộ sản xuất kinh doanh
hộ sx=hộ sản xuất
hsxkd=hộ sản xuất kinh doanh
cty=công ty
c ty=công ty
ct tnhh=công ty trách nhiệm hữu hạn
ct cp=công ty cổ phần
ctcp=công ty cổ phần
tnhh=trách nhiệm hữu hạn
tnhhmtv=trách nhiệm hữu hạn một thành viên
dntn=doanh nghiệp tư nhân
dn tn=doanh nghiệp tư nhân
cssx=cơ sở sản xuất
cs sx=cơ sở sản xuất
cssxkd=cơ sở sản xuất kinh doanh
cskd=cơ sở kinh doanh
csxs=cơ sở sản xuất
dlcđ=du lịch cộng đồng
|mtv=một thành viên
|1 tv=một thành viên
|1 thành viên=một thành viên
|2 tv=hai thành viên
|2 thành viên=hai thành viên
|cp=cổ phần
|nn=nông nghiệp
|dv=dịch vụ
|dvnn=dịch vụ nông nghiệp
|tm=thương mại
|tmdv=thương mại dịch vụ
|dvtm=dịch vụ thương mại
|sx=sản xuất
|kd=kinh doanh
|sxkd=sản xuất kinh doanh
|sxtm=sản xuất thương mại
|xd=xây dựng
|xnk=xuất nhập khẩu
|đt=đầu tư
|đtpt=đầu tư phát triển`)

type form struct {
	from, to []string
	behind   bool // only behind a legal form
}

// formTable indexes the forms by their first word, longest first; both sides go
// through foldWord, as the words of a key do.
func formTable(text string) map[string][]form {
	m := map[string][]form{}
	for line := range strings.Lines(strings.TrimSpace(text)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), "=")
		f := form{behind: strings.HasPrefix(from, "|")}
		f.from = foldAll(strings.TrimPrefix(from, "|"))
		f.to = foldAll(to)
		head := f.from[0]
		list := m[head]
		at := 0
		for at < len(list) && len(list[at].from) >= len(f.from) {
			at++
		}
		m[head] = append(list[:at], append([]form{f}, list[at:]...)...)
	}
	return m
}

func foldAll(s string) []string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return words
}

// plainForms is legalForms for words without marks.
var plainForms = plainTable(legalForms)

func plainTable(m map[string][]form) map[string][]form {
	p := map[string][]form{}
	for head, list := range m {
		for _, f := range list {
			g := form{from: plainAll(f.from), to: plainAll(f.to), behind: f.behind}
			p[ASCII(head)] = append(p[ASCII(head)], g)
		}
	}
	return p
}

func plainAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = foldPlainY(ASCII(w))
	}
	return out
}

func expandLegal(words []string) []string { return expandForms(words, legalForms) }
func expandPlain(words []string) []string { return expandForms(words, plainForms) }

func expandForms(words []string, table map[string][]form) []string {
	out := make([]string, 0, len(words)+4)
	legal := false
	for i := 0; i < len(words); {
		f, ok := matchForm(words[i:], table, legal)
		if !ok {
			legal = legal || i+1 < len(words) && legalStart(words[i], words[i+1])
			out = append(out, words[i])
			i++
			continue
		}
		legal = true
		out = append(out, f.to...)
		i += len(f.from)
	}
	return out
}

func matchForm(words []string, table map[string][]form, legal bool) (form, bool) {
next:
	for _, f := range table[words[0]] {
		if f.behind && !legal || len(f.from) > len(words) {
			continue
		}
		for i, w := range f.from {
			if words[i] != w {
				continue next
			}
		}
		return f, true
	}
	return form{}, false
}

// legalStart: the spelled-out forms, with marks or without.
func legalStart(a, b string) bool {
	if a == "" || strings.IndexByte("hctdlHCTDL", a[0]) < 0 {
		return false
	}
	switch ASCII(a) + " " + ASCII(b) {
	case "hop tac", "cong ty", "cong ti", "to hop", "ho kinh", "ho san", "doanh nghiep", "co so", "lien hiep":
		return true
	}
	return false
}
