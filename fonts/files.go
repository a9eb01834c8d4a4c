package fonts

import _ "embed"

// Each font stands by itself, so that it can be used where it lies in the
// program file: an embed.FS gives copies, three megabytes of them.
var (
	//go:embed LiberationSerif-Regular.ttf
	serifRegular []byte
	//go:embed LiberationSerif-Bold.ttf
	serifBold []byte
	//go:embed LiberationSerif-Italic.ttf
	serifItalic []byte
	//go:embed LiberationSerif-BoldItalic.ttf
	serifBoldItalic []byte
	//go:embed PlayfairDisplay-Bold.ttf
	display []byte
	//go:embed EBGaramond-Medium.ttf
	book []byte
	//go:embed EBGaramond-MediumItalic.ttf
	bookItalic []byte
	//go:embed EBGaramond-Bold.ttf
	bookBold []byte
	//go:embed BeVietnamPro-Regular.ttf
	sansRegular []byte
	//go:embed BeVietnamPro-Italic.ttf
	sansItalic []byte
	//go:embed BeVietnamPro-SemiBold.ttf
	sansSemiBold []byte
	//go:embed BeVietnamPro-Bold.ttf
	sansBold []byte
)

var ttfs = map[string][]byte{
	SerifRegular:    serifRegular,
	SerifBold:       serifBold,
	SerifItalic:     serifItalic,
	SerifBoldItalic: serifBoldItalic,
	Display:         display,
	Book:            book,
	BookItalic:      bookItalic,
	BookBold:        bookBold,
	SansRegular:     sansRegular,
	SansItalic:      sansItalic,
	SansSemiBold:    sansSemiBold,
	SansBold:        sansBold,
}
