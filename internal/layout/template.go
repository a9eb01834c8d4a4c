package layout

// Template is one loaded layout file, ocop-layout/1. It does not change after
// loading and may be used by several goroutines.
type Template struct {
	ID, Title string
	Version   int
	W, H      float64 // trimmed page, mm
	Bleed     float64 // mm
	Safe      float64 // mm inside the trim that text must keep
}

// LoadTemplate reads a layout file strictly. name is used in sentences. The
// error lists everything wrong with line, column and near names; message.Of
// finds the first sentence, and LoadProblems all of them.
func LoadTemplate(name string, data []byte) (*Template, error) { return nil, nil }

// Asks lists the values that the template asks the office for.
func (t *Template) Asks() []Ask { return nil }

// Ask is one value that the office types once for a batch; it is read in texts
// as {ask.<Name>}.
type Ask struct {
	Name, Label, Default string
	Required             bool
}

// FontFiles lists the font files that the template names, sorted.
func (t *Template) FontFiles() []string { return nil }

// PictureFiles lists the pictures and backgrounds that the template names,
// sorted.
func (t *Template) PictureFiles() []string { return nil }

// Fields lists the value names that the template reads, sorted.
func (t *Template) Fields() []string { return nil }

// Render makes the page of one row, or two when the template has a back.
// Problems with severity Error mean that the page must not be printed.
func (t *Template) Render(v Values, o Options) ([]Page, []Problem) { return nil, nil }

// Check renders every row without keeping it and returns all problems, in row
// order: what Render would find, for the whole batch, before the first page.
func (t *Template) Check(rows []Row, o Options) []Problem { return nil }

// Sizes are even sizes over a batch for boxes with fit.uniform.
type Sizes struct{ bySize map[string]float64 }

// Plan finds, for every box with fit.uniform, the largest size at which all
// rows fit. Give the result to Render in Options.Sizes.
func (t *Template) Plan(rows []Row, o Options) *Sizes { return nil }

// Fitted is one line of the fit report.
type Fitted struct {
	Row      int    // index in the batch, from 0
	Label    string // Place.Label of the row
	Box      string
	Lines    int
	Size     float64 // pt
	FullSize float64 // pt the template asks for
	Fits     bool
	Text     string
}

// FitReport lists every text box of every row, worst first: what does not fit,
// then the greatest loss of size, then the most lines.
func (t *Template) FitReport(rows []Row, o Options) []Fitted { return nil }

// Oddest picks up to n rows for a worst-case proof: the longest and shortest
// names, the smallest sizes, the most lines, rare letters. Indexes into rows,
// oddest first.
func (t *Template) Oddest(rows []Row, o Options, n int) []int { return nil }

// Listing writes pages as text, one mark a line, for golden files and diffs.
func Listing(pages []Page) string { return "" }

// Report of the font doctor.
type Report struct {
	Family     string
	Missing    []rune // of the 134 Vietnamese letters and the marks that papers need
	Nested     []rune // letters built from composites of composites: subsetters lose their marks
	Embeddable bool   // OS/2 fsType allows embedding and subsetting
	Glyphs     int
}

// OK reports whether the font can be used on paper.
func (r Report) OK() bool { return len(r.Missing) == 0 && len(r.Nested) == 0 && r.Embeddable }

// Examine looks at a TrueType font an office brings: are all Vietnamese letters
// there, are any of them nested composites, may it be embedded? An error means
// that it is no font we can read.
func Examine(ttf []byte) (Report, error) { return Report{}, nil }
