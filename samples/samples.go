// Package samples holds invented files to try the program with: a decision's
// annex, clean and messy, a guest list, a file that is no results table, and the
// plan of a conference. Every name, score and number in them is made up, every
// file says MẪU – KHÔNG CÓ GIÁ TRỊ, decisions are numbered 0000 and the public
// address is https://ocop.example.
//
// They are written by generate_test.go from the lists in data_test.go: change
// those and run `go test ./samples -update`.
//
// Begin with Names and Read.
package samples

import (
	"embed"
	"fmt"
)

//go:embed mau-*.xlsx mau-*.toml
var files embed.FS

// The samples by file name.
const (
	Annex  = "mau-phu-luc.xlsx"         // a clean annex: 23 rows, 10 of them three stars of round 2
	Messy  = "mau-phu-luc-lon-xon.xlsx" // the same kind of annex, as offices really send it
	Guests = "mau-dai-bieu.xlsx"        // a guest list
	Wrong  = "mau-sai-tep.xlsx"         // a roster given as results
	Plan   = "mau-ke-hoach.toml"        // the plan of the conference
)

// Names lists the samples in the order of a first visit.
func Names() []string { return []string{Annex, Messy, Guests, Wrong, Plan} }

// Read gives a sample by its name. It panics for any other name: the names are
// the program's own.
func Read(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("samples: no file %q", name))
	}
	return b
}
