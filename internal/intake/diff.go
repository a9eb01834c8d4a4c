package intake

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// Change is one difference between two readings of the same results.
type Change struct {
	Kind   string // new | changed | missing | renamed
	Before ocop.Result
	After  ocop.Result
	Fields []FieldChange // of changed and renamed rows
	Text   message.Message
}

// FieldChange is a value that is another now.
type FieldChange struct {
	Field       ocop.Field
	Before, Now string
}

// Difference is what a second import changes.
type Difference struct {
	Unchanged int
	Changes   []Change
	Held      []ocop.Finding // renamed rows: "sửa tên hay sản phẩm khác?"
}

// Diff compares an earlier reading with the one now. Rows are the same by
// ocop.ResultKey. A new and a vanished row of one decision that share producer,
// row number or score are Renamed: held, never guessed (design.md §2).
func Diff(authorityCode string, before, now []ocop.Result) Difference { return Difference{} }
