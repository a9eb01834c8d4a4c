package papers

import "ocoprint/internal/layout"

// onOnePage lays a letter at ease, and closer where that saves a page: what is
// sent to a commune or a producer should be one sheet, not a sheet and a stamp.
func onOnePage(lay func(close bool) ([]layout.Page, []layout.Problem)) ([]layout.Page, []layout.Problem) {
	pages, problems := lay(false)
	if len(pages) < 2 || len(problems) > 0 {
		return pages, problems
	}
	if fewer, bad := lay(true); len(fewer) < len(pages) && len(bad) == 0 {
		return fewer, nil
	}
	return pages, problems
}

// closeStyle is bodyStyle with lines and paragraphs as near as Decree 30 lets
// them: single spacing, and 6 pt between paragraphs as ever.
var closeStyle = layout.Para{Align: layout.Justify, FirstIndent: 10, Before: 2.1, Leading: 1.1}

func bodyOf(close bool) layout.Para {
	if close {
		return closeStyle
	}
	return bodyStyle
}

// closer sets a list in smaller letters with less room about them.
func (l *list) closer(close bool) {
	if close {
		l.size, l.padY = l.size-1, 0.3
	}
}

// stays is a paragraph that takes what follows along.
func stays(p layout.Para) layout.Para {
	p.KeepNext = true
	return p
}
