package office

// HoldMost sets how many certificates a stack holds, until what it gives is
// called.
func HoldMost(n int) (end func()) { return set(&holdMost, n) }

// RecordsPart sets how many records one attachment holds.
func RecordsPart(n int) (end func()) { return set(&recordsPart, n) }

func set(value *int, n int) (end func()) {
	was := *value
	*value = n
	return func() { *value = was }
}
