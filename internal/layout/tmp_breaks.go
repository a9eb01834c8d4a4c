package layout

import "ocoprint/internal/viet"

func lineBreaks(s string) []viet.Break {
	if b := viet.Breaks(s); b != nil {
		return b
	}
	var out []viet.Break
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' {
			out = append(out, viet.Break{Offset: i, Next: i + 1, Class: viet.Normal})
		}
	}
	return out
}
