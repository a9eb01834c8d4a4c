package ocop

import "testing"

func TestThirtySixMonthsEndOnTheCorrespondingDay(t *testing.T) {
	for _, c := range []struct{ from, last, exclusive string }{
		{"2023-11-20", "2026-11-20", "2026-11-19"},
		{"2020-02-29", "2023-02-28", "2023-02-27"}, // no such day: the last of the month
		{"2021-02-28", "2024-02-28", "2024-02-27"},
		{"2019-12-23", "2022-12-23", "2022-12-22"}, // Thanh Hóa: expired from 24/12/2022
		{"2023-12-31", "2026-12-31", "2026-12-30"},
	} {
		d, err := ParseDate(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if _, last := (ValidityRule{}).Period(d, Date{}, Date{}, RulesOn(d)); last.ISO() != c.last {
			t.Errorf("from %s: last day %s, want %s", c.from, last.ISO(), c.last)
		}
		if _, last := (ValidityRule{LastDay: "exclusive"}).Period(d, Date{}, Date{}, RulesOn(d)); last.ISO() != c.exclusive {
			t.Errorf("from %s exclusive: last day %s, want %s", c.from, last.ISO(), c.exclusive)
		}
	}
}

func TestBandsReadTheRawScore(t *testing.T) {
	for _, c := range []struct {
		points float64
		stars  Stars
	}{{100, 5}, {90, 5}, {89.99, 4}, {70, 4}, {69.996, 3}, {69.5, 3}, {50, 3}, {49.9, 2}, {30, 2}, {29.999999, 1}, {0, 1}} {
		if got := StarsFor(ScoreOf(c.points)); got != c.stars {
			t.Errorf("%v points: %d stars, want %d", c.points, got, c.stars)
		}
	}
	if s := ScoreOf(69.996).String(); s != "69,99" {
		t.Errorf("69.996 shows as %q: it must not look like four stars", s)
	}
	if StarsFor(Score{}) != 0 {
		t.Error("no score has no stars")
	}
	if from, below := Band(3); from != 50 || below != 70 {
		t.Errorf("band of three stars: %d to %d", from, below)
	}
}

func TestWhoRecognisesThreeStars(t *testing.T) {
	for _, c := range []struct {
		date  string
		level Level
		may   bool
	}{
		{"2022-06-01", Province, true}, {"2022-06-01", District, false},
		{"2023-11-20", District, true}, {"2023-11-20", Province, false},
		{"2025-07-05", District, true}, {"2025-07-06", Province, true}, {"2025-07-06", Commune, false},
	} {
		d, _ := ParseDate(c.date)
		if got := RulesOn(d).May(c.level, 3); got != c.may {
			t.Errorf("%s on %s may recognise 3 stars: %v, want %v", c.level, c.date, got, c.may)
		}
	}
}

func TestDatesAsDecree30WritesThem(t *testing.T) {
	for iso, want := range map[string]string{
		"2024-01-05": "ngày 05 tháng 01 năm 2024",
		"2024-06-29": "ngày 29 tháng 6 năm 2024",
		"2023-11-20": "ngày 20 tháng 11 năm 2023",
	} {
		d, err := ParseDate(iso)
		if err != nil || d.Long() != want {
			t.Errorf("%s: %q, %v", iso, d.Long(), err)
		}
		if back := DateFromDays(d.Days()); back != d {
			t.Errorf("%s: %v after a round trip by days", iso, back)
		}
	}
	for _, bad := range []string{"2023-02-29", "31/04/2023", "2023-1-5x", "", "20231120", "2023-13-01", "20/11/23"} {
		if d, err := ParseDate(bad); err == nil {
			t.Errorf("%q was read as %v", bad, d)
		}
	}
}

func TestAnOldWardsNameNeedsADate(t *testing.T) {
	then, now := Date{2023, 11, 20}, Date{2026, 11, 25}
	if today, ok := UnitNow("xã San Thàng", then, now); !ok || today != "phường Tân Phong" {
		t.Errorf("San Thàng: %q %v", today, ok)
	}
	if _, ok := UnitNow("phường Đoàn Kết", then, now); ok {
		t.Error("Đoàn Kết keeps its name: nothing to hint")
	}
	if _, ok := UnitOn("xã San Thàng", now); ok {
		t.Error("San Thàng is no unit of 2026")
	}
}
