package intake

import (
	"strings"

	"ocoprint/internal/ocop"
)

// slipHits finds headings with a slip of the keyboard: "Tên sản phẩn".
func slipHits(full string) (hits []hit) {
	if len(full) < 4 || len(full) > 40 {
		return nil
	}
	for _, t := range terms {
		max := max(1, len(t.fold)/8)
		if len(t.fold) < 4 || abs(len(t.fold)-len(full)) > max || t.fold[0] != full[0] && t.fold[len(t.fold)-1] != full[len(full)-1] {
			continue
		}
		if distance(t.fold, full) <= max {
			hits = better(hits, hit{field: t.field, score: .8, rank: scoreRank(t.fold), fuzzy: true})
		}
	}
	return hits
}

func better(hits []hit, h hit) []hit {
	for i := range hits {
		if hits[i].field == h.field {
			if h.score > hits[i].score {
				hits[i] = h
			}
			return hits
		}
	}
	return append(hits, h)
}

// scoreRank prefers average to total to plain.
func scoreRank(f string) int {
	switch {
	case phraseIn(f, "trung binh") || phraseIn(f, "tb") || phraseIn(f, "binh quan") || phraseIn(f, "bq") || phraseIn(f, "average") || phraseIn(f, "tbc") || f == "dtb" || phraseIn(f, "ket luan") || phraseIn(f, "cuoi cung") || phraseIn(f, "thong nhat"):
		return 3
	case phraseIn(f, "tong") || phraseIn(f, "total") || phraseIn(f, "hoi dong") || phraseIn(f, "hd"):
		return 2
	}
	return 1
}

// vetoed turns headings of other ranks and scores into columns that are only
// passed over, and sorts the hits.
func vetoed(hits []hit, full, bare string) []hit {
	if bare == "" {
		bare = full
	}
	for i := range hits {
		h := &hits[i]
		if !hasAny(" "+bare+" ", otherWords) && !hasAny(" "+full+" ", otherWords) || limitOnly(full, bare) {
			continue
		}
		switch h.field {
		case ocop.FieldStars, fieldTick, fieldOutcome:
			h.field = fieldOtherStars
		case ocop.FieldScore:
			h.field = fieldOtherScore
		}
	}
	sortHits(hits)
	return hits
}

// limitOnly: "Điểm (tối đa 100)" is the score; the brackets only say how far
// it goes.
func limitOnly(full, bare string) bool {
	return bare != full && !hasAny(" "+bare+" ", otherWords) && (phraseIn(full, "toi da") || phraseIn(full, "max")) &&
		!hasAny(" "+maximumWords.Replace(full)+" ", otherWords)
}

func sortHits(hits []hit) {
	for i := 1; i < len(hits); i++ {
		for j := i; j > 0 && hits[j].score > hits[j-1].score; j-- {
			hits[j], hits[j-1] = hits[j-1], hits[j]
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// distance is the edit distance of two short ASCII strings.
func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := prev[0]
		prev[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = prev[j]
			prev[j] = min(cost, prev[j]+1, prev[j-1]+1)
		}
	}
	return prev[len(b)]
}

var maximumWords = strings.NewReplacer("toi da", "", "maximum", "", "max", "")
