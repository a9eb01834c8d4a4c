package office

// HoldMost sets how many certificates a stack holds, until what it gives is
// called.
func HoldMost(n int) (end func()) {
	was := holdMost
	holdMost = n
	return func() { holdMost = was }
}
