package layout

// Words with a closed list of values.
type (
	boxType      string
	anchorName   string
	sideName     string
	layerName    string
	styleName    string
	caseName     string
	alignName    string
	valignName   string
	overflow     string
	imageFit     string
	checkLevel   string
	ornamentName string
)

// closed is a word with a closed list of values; the first is the default.
type closed interface{ values() []string }

func (boxType) values() []string {
	return []string{"text", "image", "stars", "qr", "line", "rect", "table", "counter", "ornament"}
}
func (anchorName) values() []string {
	return []string{"top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"}
}
func (sideName) values() []string     { return []string{"front", "back"} }
func (layerName) values() []string    { return []string{"all", "digital", "print"} }
func (styleName) values() []string    { return []string{"regular", "bold", "italic", "bold-italic"} }
func (caseName) values() []string     { return []string{"none", "upper", "lower"} }
func (alignName) values() []string    { return []string{"left", "center", "right", "justify"} }
func (valignName) values() []string   { return []string{"top", "middle", "bottom", "baseline"} }
func (overflow) values() []string     { return []string{"shrink", "wrap", "error"} }
func (imageFit) values() []string     { return []string{"contain", "cover"} }
func (checkLevel) values() []string   { return []string{"error", "warning", "off"} }
func (ornamentName) values() []string { return Ornaments() }
