// Package workbook opens spreadsheets however an office saved them and writes
// the ones the program hands out.
//
// Reading. Open and OpenFile turn .xlsx, .xlsm, strict OOXML, .ods, .xls
// (BIFF8), .csv and .txt into one neutral grid, the Book: sparse cells placed
// by their own references, with the text exactly as stored, run by run with
// its font, so that whoever reads on can decode old Vietnamese encodings. What
// a file is, is decided by its content and never by its name. Formulas are
// never recalculated: a cell has its cached value or none.
//
// Refusing. A file that is damaged, encrypted, of a foreign type or beyond the
// Limits is refused whole, by a *Refusal with a permanent code and a sentence
// that says what to do; nothing is ever read halfway. No file makes the
// package panic, write to disk, or hold more than the limits allow.
//
// Writing. WriteTable makes a list paper, WriteForm a form with drop-downs and
// comments, Annotate the clerk's own file with marks on its cells. The same
// input gives the same bytes.
//
// Begin with open.go; book.go is what everybody else uses.
package workbook
