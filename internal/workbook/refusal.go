package workbook

import (
	"errors"
	"fmt"

	"ocoprint/internal/message"
)

// The permanent codes of refusals and notes.
const (
	FileEmpty            = "FILE_EMPTY"
	FileTooLarge         = "FILE_TOO_LARGE"
	FileTooLargeUnpacked = "FILE_TOO_LARGE_UNPACKED"
	FileTooManyParts     = "FILE_TOO_MANY_PARTS"
	FileTooManyCells     = "FILE_TOO_MANY_CELLS"
	FileTooComplex       = "FILE_TOO_COMPLEX"
	FileDamaged          = "FILE_DAMAGED"
	FileEncrypted        = "FILE_ENCRYPTED"
	FileWrongType        = "FILE_WRONG_TYPE" // refused when unreadable, a warning when readable
	FileOldExcel         = "FILE_OLD_EXCEL"
	FileUnsupportedXLSB  = "FILE_UNSUPPORTED_XLSB"
	MacroIgnored         = "MACRO_IGNORED"
)

// Refusal is why a file is not read at all.
type Refusal struct {
	Code string // one of the codes above
	Err  *message.Error
}

// Error is for logs: English.
func (r *Refusal) Error() string { return r.Code + ": " + r.Err.Error() }

// Unwrap gives the sentence for people.
func (r *Refusal) Unwrap() error { return r.Err }

// CodeOf finds the code of the refusal inside an error, "" when it is none.
func CodeOf(err error) string {
	var r *Refusal
	if errors.As(err, &r) {
		return r.Code
	}
	return ""
}

func refuse(code string, m message.Message, cause error) *Refusal {
	return &Refusal{Code: code, Err: m.Wrap(cause)}
}

// damagedPart refuses a file as damaged; the cause names the part.
func damagedPart(part string, cause error) error {
	if part != "" {
		cause = fmt.Errorf("%s: %w", part, cause)
	}
	return refuse(FileDamaged, msgDamaged.With("part", part), cause)
}

// damaged refuses a file as damaged.
func damaged(format string, args ...any) error {
	return damagedPart("", fmt.Errorf(format, args...))
}

func tooComplex(part string, cause error) error {
	if part != "" {
		cause = fmt.Errorf("%s: %w", part, cause)
	}
	return refuse(FileTooComplex, msgTooComplex.With("part", part), cause)
}
