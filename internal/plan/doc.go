// Package plan is what the office writes down before a conference: its authority
// and signatory, the decisions to announce, date and place, the guest groups in
// protocol order, how certificates are numbered. It reads that from a TOML file,
// from the sheet “Kế hoạch” of a workbook or from single values of a web form,
// and writes a commented file, a sheet and a form to start from.
//
// One table ([Fields]) stands behind all doors: what it does not name cannot be
// set, and an unknown name is refused with its line, column and the names near
// it. Every complaint is gathered ([Problems]), none stops the reading of the
// rest. The package opens no files: bytes and rows of cells are given to it.
//
// Begin with [Parse] and [Template] for the file, [FromSheets] and [Form] for the
// workbook, [Guests] for a guest list, [Set] and [Get] for a form.
package plan
