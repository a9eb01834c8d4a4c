package viet

// Compare orders a and b as a Vietnamese list does: syllable by syllable, in
// each the letters first (a ă â b c d đ e ê ... o ô ơ ... u ư), then the tone
// (ngang huyền hỏi ngã sắc nặng). Case and tone place decide nothing before the
// rest is equal; 0 means equal texts. It returns -1, 0 or 1.
func Compare(a, b string) int { return 0 }

// CompareNames orders two persons' names: given name (last word), then family
// name, then middle names.
func CompareNames(a, b string) int { return 0 }

// SortKey returns a key whose byte order is the order of [Compare]; databases
// store it. It is printable ASCII.
func SortKey(s string) string { return s }

// NameSortKey is [SortKey] for [CompareNames].
func NameSortKey(s string) string { return s }
