// Package viet knows Vietnamese text: how it is normalised, decoded from old
// fonts, checked syllable by syllable, turned into keys for identity and for
// search, sorted, counted and dated in official style, and where its lines may
// break.
//
// Promises: every function is pure (no clock, no randomness, no files), never
// panics whatever bytes it is given, and returns NFC. A key ([Key], [SearchKey],
// [SortKey]) may be stored: its meaning does not change between versions.
//
// Begin with [Clean] for text that came from outside, [Key] for "is it the
// same?", [SearchKey] for "did they mean this?", [Compare] for lists, and
// [Breaks] for lines.
package viet
