package ocop

import (
	"sync"

	"ocoprint/internal/viet"
)

// Unit is a commune-level unit (xã, phường) with the days on which it exists.
// A name alone does not name a place: after 1/7/2025 two new wards of Lai Châu
// took the names of old ones.
type Unit struct {
	Name     string // phường Đoàn Kết
	Province string
	From, To Date   // zero To: still exists
	Now      string // the unit of today that holds it, when it was merged
}

var reform = Date{2025, 7, 1} // two-level government begins

// units are those the program knows; a place it does not know is never called
// wrong. Another province is a few more lines.
var units = func() (all []Unit) {
	until := reform.AddDays(-1)
	old := func(now string, names ...string) {
		for _, n := range names {
			all = append(all, Unit{Name: n, Province: "tỉnh Lai Châu", To: until, Now: now})
		}
	}
	old("phường Tân Phong", "phường Tân Phong", "phường Đông Phong", "xã San Thàng", "xã Nùng Nàng", "xã Bản Giang")
	old("phường Đoàn Kết", "phường Đoàn Kết", "phường Quyết Tiến", "phường Quyết Thắng", "xã Lản Nhì Thàng", "xã Sùng Phài")
	for _, n := range []string{"phường Tân Phong", "phường Đoàn Kết", "xã Bình Lư", "xã Sin Suối Hồ", "xã Tả Lèng",
		"xã Bản Bo", "xã Khun Há", "xã Bum Tở", "xã Nậm Hàng", "xã Thu Lũm", "xã Pa Ủ", "xã Mường Tè", "xã Mù Cả",
		"xã Hua Bum", "xã Tà Tổng", "xã Bum Nưa", "xã Mường Mô", "xã Sìn Hồ", "xã Lê Lợi", "xã Pa Tần", "xã Hồng Thu",
		"xã Nậm Tăm", "xã Tủa Sín Chải", "xã Pu Sam Cáp", "xã Nậm Mạ", "xã Nậm Cuổi", "xã Phong Thổ", "xã Sì Lở Lầu",
		"xã Dào San", "xã Khổng Lào", "xã Than Uyên", "xã Tân Uyên", "xã Mường Khoa", "xã Nậm Sỏ", "xã Pắc Ta",
		"xã Mường Than", "xã Mường Kim", "xã Khoen On"} {
		all = append(all, Unit{Name: n, Province: "tỉnh Lai Châu", From: reform})
	}
	return all
}()

// unitsOf gives the units by the key of their name, in the order of units.
var unitsOf = sync.OnceValue(func() map[string][]Unit {
	by := map[string][]Unit{}
	for _, u := range units {
		key := viet.Key(u.Name)
		by[key] = append(by[key], u)
	}
	return by
})

// UnitOn finds the commune or ward of that name as it stood on a day.
func UnitOn(name string, d Date) (Unit, bool) {
	for _, u := range unitsOf()[viet.Key(name)] {
		if (u.From.IsZero() || !d.Before(u.From)) && (u.To.IsZero() || !d.After(u.To)) {
			return u, true
		}
	}
	return Unit{}, false
}

// UnitNow gives the unit that holds today what bore the name on day then; ok
// is false when nothing changed by day now, or the name is not known.
func UnitNow(name string, then, now Date) (today string, ok bool) {
	u, found := UnitOn(name, then)
	if !found || u.To.IsZero() || !now.After(u.To) || u.Now == "" || viet.Key(u.Now) == viet.Key(name) {
		return "", false
	}
	return u.Now, true
}
