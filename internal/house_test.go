package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// room is one package of the house: its floor, the rooms it may enter beside
// message and viet, and the libraries that live in it and nowhere else.
type room struct {
	floor     int
	may       []string
	libraries []string
}

// house is the plan. A new room is one line; a room imports only from floors
// below its own, and of those only what stands here. "*" means every room on a
// lower floor.
var house = map[string]room{
	"internal/message": {floor: 0},
	"internal/viet":    {floor: 0, libraries: []string{"golang.org/x/text"}},
	"internal/durable": {floor: 0, libraries: []string{"github.com/gofrs/flock"}},
	"fonts":            {floor: 0},
	"templates":        {floor: 0},
	"samples":          {floor: 0},

	"internal/ocop": {floor: 1},

	"internal/workbook": {floor: 2, may: []string{"internal/durable"},
		libraries: []string{"github.com/xuri/excelize/v2", "github.com/richardlehane/mscfb"}},
	"internal/layout": {floor: 2, may: []string{"fonts"}, libraries: []string{"golang.org/x/image/font", "golang.org/x/image/math"}},
	"internal/qr": {floor: 2, libraries: []string{"github.com/skip2/go-qrcode", "github.com/makiuchi-d/gozxing",
		"rsc.io/qr", "golang.org/x/image/draw"}},
	"internal/seal": {floor: 2, may: []string{"internal/ocop"},
		libraries: []string{"github.com/fxamacker/cbor/v2", "github.com/youmark/pkcs8"}},

	"internal/plan":   {floor: 3, may: []string{"internal/ocop"}, libraries: []string{"github.com/pelletier/go-toml/v2"}},
	"internal/intake": {floor: 3, may: []string{"internal/ocop", "internal/workbook"}},
	"internal/papers": {floor: 3, may: []string{"internal/ocop", "internal/layout", "internal/qr", "templates"}},
	"internal/register": {floor: 3, may: []string{"internal/ocop"},
		libraries: []string{"golang.org/x/mod/sumdb"}},
	"internal/verify":  {floor: 3, may: []string{"internal/ocop", "internal/seal"}},
	"internal/pdf":     {floor: 3, may: []string{"internal/layout", "fonts", "internal/durable"}, libraries: []string{"github.com/signintech/gopdf", "github.com/klauspost/compress"}},
	"internal/preview": {floor: 3, may: []string{"internal/layout", "fonts"}},
	"internal/publish": {floor: 3, may: []string{"internal/ocop", "internal/seal", "internal/verify"}},
	"internal/install": {floor: 3, may: []string{"internal/layout", "fonts", "internal/durable"},
		libraries: []string{"github.com/pdfcpu/pdfcpu"}},

	"internal/office": {floor: 4, may: []string{"*"}},
	"internal/register/internal/sqlstore": {floor: 3, may: []string{"internal/register", "internal/ocop"},
		libraries: []string{"github.com/pressly/goose/v3"}},
	"internal/register/sqlite":       {floor: 4, may: []string{"internal/register", "internal/ocop", "internal/register/internal/sqlstore"}, libraries: []string{"modernc.org/sqlite"}},
	"internal/register/postgres":     {floor: 4, may: []string{"internal/register", "internal/ocop", "internal/register/internal/sqlstore"}, libraries: []string{"github.com/jackc/pgx/v5"}},
	"internal/register/registertest": {floor: 4, may: []string{"internal/register", "internal/ocop"}},

	"internal/web": {floor: 5, may: []string{"internal/office", "internal/verify", "internal/preview", "internal/publish", "internal/ocop"},
		libraries: []string{"github.com/alexedwards/scs/v2", "golang.org/x/crypto/argon2", "github.com/VictoriaMetrics/metrics"}},

	"cmd/ocoprint": {floor: 6, may: []string{"*"}, libraries: []string{"github.com/spf13/cobra",
		"github.com/spf13/pflag", "github.com/schollz/progressbar/v3", "github.com/fatih/color", "golang.org/x/term",
		"github.com/inconshreveable/mousetrap"}},
}

const module = "ocoprint/"

// neighbours are the few doors between rooms of one floor that the design draws.
var neighbours = map[string][]string{
	"internal/intake":  nil,
	"internal/publish": {"internal/verify"},

	"internal/register/internal/sqlstore": {"internal/register"},
}

func TestEveryImportKeepsTheHouse(t *testing.T) {
	seen := map[string]bool{}
	for folder, file := range sources(t) {
		for _, f := range file {
			check(t, folder, f, seen)
		}
	}
	for name := range house {
		if !seen[name] {
			t.Logf("%s: in the plan, without files yet", name)
		}
	}
}

func check(t *testing.T, folder, file string, seen map[string]bool) {
	t.Helper()
	r, ok := house[folder]
	if !ok {
		t.Errorf("%s is not in the plan of the house: add its line to internal/house_test.go", folder)
		return
	}
	seen[folder] = true
	parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", file), nil, parser.ImportsOnly)
	if err != nil {
		t.Errorf("parse %s: %v", file, err)
		return
	}
	for _, spec := range parsed.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		if own, ok := strings.CutPrefix(path, module); ok {
			ownImport(t, folder, file, own, r)
		} else if strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
			libraryImport(t, folder, file, path, r)
		}
	}
}

func ownImport(t *testing.T, folder, file, path string, r room) {
	t.Helper()
	target, ok := house[path]
	if !ok {
		t.Errorf("%s imports %s, which is not in the plan", file, path)
		return
	}
	word := (path == "internal/message" || path == "internal/viet") && r.floor > 0
	allowed := word || slices.Contains(r.may, path) || (slices.Contains(r.may, "*") && target.floor < r.floor)
	if !allowed {
		t.Errorf("%s: %s may not import %s", file, folder, path)
		return
	}
	if target.floor >= r.floor && !slices.Contains(neighbours[folder], path) {
		t.Errorf("%s: %s (floor %d) imports %s (floor %d): only from below", file, folder, r.floor, path, target.floor)
	}
}

func libraryImport(t *testing.T, folder, file, path string, r room) {
	t.Helper()
	for _, lib := range r.libraries {
		if path == lib || strings.HasPrefix(path, lib+"/") {
			return
		}
	}
	t.Errorf("%s: the library %s does not live in %s", file, path, folder)
}

// sources lists the product's Go files by folder, tests and test helpers left
// out. It walks the tree itself, so that the test cache notices every change.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, top := range []string{"cmd", "internal", "fonts", "templates", "samples"} {
		err := fs.WalkDir(os.DirFS(".."), top, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules" || path == "internal/tools" || path == "internal/faults") {
				return fs.SkipDir
			}
			if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
				folder := filepath.ToSlash(filepath.Dir(path))
				found[folder] = append(found[folder], path)
			}
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	return found
}

func TestALibraryLivesInOneRoom(t *testing.T) {
	home := map[string]string{}
	for name, r := range house {
		for _, lib := range r.libraries {
			if other, taken := home[lib]; taken {
				t.Errorf("%s lives in both %s and %s", lib, other, name)
			}
			home[lib] = name
		}
	}
}
