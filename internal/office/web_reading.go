package office

import (
	"context"
	"io"

	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// IsEncrypted reports whether a workbook was refused for want of a password.
func IsEncrypted(err error) bool { return workbook.CodeOf(err) == workbook.FileEncrypted }

// Annotated writes the clerk's own file with marks on its cells.
func Annotated(ctx context.Context, w io.Writer, imp *Import, lang message.Lang, password string) error {
	return workbook.Annotate(ctx, w, imp.Name, imp.Bytes, intake.Marks(imp.Reading, lang), intake.MarkSummary(imp.Reading, lang),
		workbook.Options{Password: password})
}

// BaseName is a file's name without folder and extension, in ASCII.
func BaseName(name string) string { return viet.Slug(folderName(name)) }
