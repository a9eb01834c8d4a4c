package workbook

// Limits bounds what one file may cost. A zero field means its default, so the
// zero value is useful.
type Limits struct {
	FileBytes     int64 // size of the file: 20 MiB
	ZipEntries    int   // entries of the archive: 2,000
	UnpackedBytes int64 // all parts that are read, unpacked: 200 MiB
	PartBytes     int64 // one part, unpacked: 100 MiB
	XMLDepth      int   // nesting of elements: 64
	XMLAttrs      int   // attributes of one element: 64
	Sheets        int   // 200
	Cells         int   // non-empty cells of the whole book: 1,000,000
	Merges        int   // merged ranges of the whole book: 20,000
	Strings       int   // shared strings: 1,000,000
	StringBytes   int64 // text held, shared or not: 64 MiB
	Styles        int   // cell formats, fonts and number formats: 65,536 each
	RepeatCols    int   // .ods: columns one filled cell may stand for: 1,024
	RepeatCells   int   // .ods: cells that repetition may add: 100,000
	LineBytes     int   // .csv: one line: 1 MiB
	CellBytes     int   // text of one cell: 1 MiB
}

// DefaultLimits are the limits used for fields that are zero.
var DefaultLimits = Limits{
	FileBytes: 20 << 20, ZipEntries: 2000, UnpackedBytes: 200 << 20, PartBytes: 100 << 20,
	XMLDepth: 64, XMLAttrs: 64, Sheets: 200, Cells: 1_000_000, Merges: 20_000,
	Strings: 1_000_000, StringBytes: 64 << 20, Styles: 1 << 16,
	RepeatCols: 1024, RepeatCells: 100_000, LineBytes: 1 << 20, CellBytes: 1 << 20,
}

// orDefault fills the zero fields.
func (l Limits) orDefault() Limits {
	d := DefaultLimits
	fill(&l.FileBytes, d.FileBytes)
	fill(&l.ZipEntries, d.ZipEntries)
	fill(&l.UnpackedBytes, d.UnpackedBytes)
	fill(&l.PartBytes, d.PartBytes)
	fill(&l.XMLDepth, d.XMLDepth)
	fill(&l.XMLAttrs, d.XMLAttrs)
	fill(&l.Sheets, d.Sheets)
	fill(&l.Cells, d.Cells)
	fill(&l.Merges, d.Merges)
	fill(&l.Strings, d.Strings)
	fill(&l.StringBytes, d.StringBytes)
	fill(&l.Styles, d.Styles)
	fill(&l.RepeatCols, d.RepeatCols)
	fill(&l.RepeatCells, d.RepeatCells)
	fill(&l.LineBytes, d.LineBytes)
	fill(&l.CellBytes, d.CellBytes)
	return l
}

func fill[T int | int64](v *T, def T) {
	if *v <= 0 {
		*v = def
	}
}
