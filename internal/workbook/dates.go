package workbook

// Moment is a date and time of day without zone, as a spreadsheet knows it.
type Moment struct{ Year, Month, Day, Hour, Minute, Second int }

// DateOf turns a serial number into a date, in the 1900 system (with its 29
// February 1900 that never was) or the 1904 system. ok is false outside
// 1900..9999.
func DateOf(serial float64, date1904 bool) (m Moment, ok bool) { return Moment{}, false }

// Serial is the opposite of DateOf for a date without time, 1900 system.
func Serial(year, month, day int) float64 { return 0 }

// Moment gives the date of a Date cell (or of a Number read as a date).
func (c *Cell) Moment() (Moment, bool) { return DateOf(c.Number, c.Style.Date1904) }

// Shown is what Excel shows in the cell: the number in its format, the date in
// the office's order, the text itself.
func (c *Cell) Shown() string { return c.Raw }
