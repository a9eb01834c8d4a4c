package web

import (
	"reflect"
	"testing"

	"ocoprint/internal/office"
)

// TestStatisticsByName: what is written in two ways is one bar.
func TestStatisticsByName(t *testing.T) {
	var b statsBody
	b.group("xã", []office.Tally{{Commune: "Xã San Thàng", Products: 4}, {Commune: "xã San Thàng", Products: 75}, {Commune: "phường Tân Phong", Products: 79},
		{Commune: "–", Products: 1}}, func(t office.Tally) string { return t.Commune })
	want := []statsBar{{"phường Tân Phong", 79, 300}, {"xã San Thàng", 79, 300}, {"–", 1, 3}}
	if !reflect.DeepEqual(b.Groups[0].Bars, want) {
		t.Errorf("got %v, want %v", b.Groups[0].Bars, want)
	}
}
