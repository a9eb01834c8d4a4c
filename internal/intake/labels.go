package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// weights of the fields when a header is looked for (intake.md).
var weights = map[ocop.Field]float64{
	ocop.FieldProduct: 3, ocop.FieldProducer: 2.5, ocop.FieldStars: 2.5, ocop.FieldScore: 2.5, fieldTick: 2.5,
	ocop.FieldNo: 1.5, ocop.FieldCommune: 1.5, ocop.FieldAddress: 1, ocop.FieldRound: 1, ocop.FieldDecision: .8,
	ocop.FieldGroup: .7, ocop.FieldProductCode: .7, ocop.FieldCertNo: .7, ocop.FieldYear: .5, ocop.FieldNote: .5,
}

func weight(f ocop.Field) float64 {
	if w, ok := weights[f]; ok {
		return w
	}
	return .4
}

// hit is one field that a heading could name.
type hit struct {
	field ocop.Field
	score float64 // 1 exact, .6–.95 words of it, .8 a slip of the keyboard
	rank  int     // average 3 > total 2 > plain 1, for scores
	fuzzy bool
	stars ocop.Stars // of a tick column
}

type term struct {
	field ocop.Field
	fold  string
	toks  []string
}

// exactNames gives the fields of a folded heading, terms all headings in words.
var exactNames, terms = func() (map[string][]ocop.Field, []term) {
	exact, all := map[string][]ocop.Field{}, []term{}
	for _, s := range synonyms {
		for _, name := range strings.Split(s.names, ";") {
			f := fold(name)
			if !hasField(exact[f], s.field) {
				exact[f] = append(exact[f], s.field)
				all = append(all, term{s.field, f, strings.Fields(f)})
			}
		}
	}
	return exact, all
}()

func hasField(list []ocop.Field, f ocop.Field) bool {
	for _, g := range list {
		if g == f {
			return true
		}
	}
	return false
}

// fold gives a heading its key: no marks, no punctuation, single blanks.
func fold(s string) string {
	return viet.Fold(joints.Replace(s))
}

var joints = strings.NewReplacer("-", " ", "/", " ", "_", " ")

var (
	bracketed  = regexp.MustCompile(`\s*[(\[{][^)\]}]*[)\]}]?`)
	starHead   = regexp.MustCompile(`^(?:so |hang |dat |san pham |sp |ocop |xep hang |cong nhan |hang sao )*(?:0?([1-5])|mot|hai|ba|bon|nam) (?:sao|star|stars)$`)
	starGlyphs = regexp.MustCompile(`^[1-5]?\s*[★⭐*]+$`)
	failHead   = regexp.MustCompile(`^(?:khong dat|chua dat|khong xep hang|khong phan hang|khong dat hang|khong cong nhan)$`)
	partHead   = regexp.MustCompile(`^(?:diem )?(?:phan |nhom |muc |tieu chi |diem )?([abc])(?: \d+)?(?: diem)?(?: .*)?$`)
	memberHead = regexp.MustCompile(`^(?:diem )?(?:cua )?(?:thanh vien|tv|giam khao|gk|uy vien|phieu|uv)(?: so)? ?\d+|^(?:chu tich|pho chu tich|thu ky|uy vien|thanh vien|giam khao|ong|ba|dong chi) `)
)

// otherWords in a heading of stars or scores say that it is not the result.
var otherWords = []string{
	" cu ", " dang ky ", " dang ki ", " de nghi ", " de xuat ", " tu danh gia ", " tu cham ", " muc tieu ", " du kien ", " toi da ",
	" chuan ", " thanh vien ", " giam khao ", " truoc ", " ke hoach ", " phan dau ", " tiem nang ", " tu xep ", " co so cham ",
	" to giup viec ", " cap xa cham ", " nang hang len ", " so bo ", " tham dinh ", " registered ", " proposed ", " old ", " self ",
	" previous ", " max ", " maximum ", " toi thieu ", " thuong ", " tru ", " lech ", " chenh lech ", " ky truoc ", " thap nhat ", " cao nhat ", " chu the cham ", " chu the tu ",
}

// labelHits lists the fields that a heading could name, best first.
func labelHits(label string) []hit {
	if label == "" || len(label) > 240 {
		return nil
	}
	full := fold(label)
	bare := fold(bracketed.ReplaceAllString(label, " "))
	if full == "" {
		if starGlyphs.MatchString(strings.TrimSpace(label)) {
			if r := parseStars(label); r.stars.Valid() {
				return []hit{{field: fieldTick, score: 1, stars: r.stars}}
			}
		}
		return nil
	}
	if m := starHead.FindStringSubmatch(full); m != nil {
		if r := parseStars(label); r.stars.Valid() && r.standing == ocop.Granted {
			return []hit{{field: fieldTick, score: 1, stars: r.stars}}
		}
		return []hit{{field: fieldTick, score: 1, stars: ocop.Stars(atoi(m[1]))}}
	}
	if failHead.MatchString(full) {
		return []hit{{field: fieldFail, score: 1}}
	}
	hits := exactHits(full, 1)
	if bare != "" && bare != full {
		hits = append(hits, exactHits(bare, .98)...)
	}
	if len(hits) == 0 {
		hits = append(special(full, bare), wordHits(full)...)
	}
	if len(hits) == 0 {
		hits = slipHits(full)
	}
	return vetoed(hits, full, bare)
}

func exactHits(f string, score float64) (hits []hit) {
	for _, field := range exactNames[f] {
		hits = append(hits, hit{field: field, score: score, rank: scoreRank(f)})
	}
	return hits
}

// special finds what has no fixed wording: parts and council members.
func special(full, bare string) (hits []hit) {
	if memberHead.MatchString(full) {
		return []hit{{field: fieldOtherScore, score: .95}}
	}
	for _, f := range []string{bare, full} {
		if m := partHead.FindStringSubmatch(f); m != nil && len(strings.Fields(f)) <= 5 {
			field := map[string]ocop.Field{"a": ocop.FieldPartA, "b": ocop.FieldPartB, "c": ocop.FieldPartC}[m[1]]
			return []hit{{field: field, score: .9}}
		}
	}
	return nil
}

// wordHits finds headings that hold all the words of a known one.
func wordHits(full string) (hits []hit) {
	toks := strings.Fields(full)
	if len(toks) > 14 {
		return nil
	}
	for _, t := range terms {
		if len(t.toks) == 1 && (len(t.toks[0]) < 3 || weakWords[t.toks[0]]) || len(t.toks) > len(toks) {
			continue
		}
		if len(t.toks) == 1 && !phraseIn(full, t.fold) || !allIn(t.toks, toks) {
			continue
		}
		s := .6 + .35*float64(len(t.toks))/float64(len(toks))
		hits = better(hits, hit{field: t.field, score: s, rank: scoreRank(full)})
	}
	return hits
}

// weakWords mean nothing inside a longer heading.
var weakWords = map[string]bool{
	"ban": true, "thon": true, "khu": true, "gian": true, "khac": true, "nam": true, "lan": true, "nhom": true, "nganh": true, "ky": true, "dat": true,
	"ma": true, "gia": true, "anh": true, "hang": true, "luot": true, "tinh": true, "total": true, "unit": true, "name": true, "star": true, "mark": true,
	"rank": true, "code": true, "date": true, "year": true, "group": true, "status": true, "result": true, "ocop": true, "sao": false, "xa": true, "huyen": true,
}

func allIn(want, have []string) bool {
	for _, w := range want {
		if !contains(have, w) {
			return false
		}
	}
	return true
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

func phraseIn(full, phrase string) bool { return strings.Contains(" "+full+" ", " "+phrase+" ") }
