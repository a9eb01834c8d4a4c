package register

// Head is the end of the journal.
type Head struct {
	Register string         `json:"register"` // the register's id
	Seq      int64          `json:"seq"`      // entries so far
	Hash     []byte         `json:"hash"`     // of the last entry
	Range    [][]byte       `json:"range"`    // compact Merkle range: the tree's full subtrees, largest first
	At       int64          `json:"at"`       // clock of the last entry, ms
	Tops     map[string]int `json:"tops"`     // last number of each series and id group
}

// HeadKeeper keeps the head in a second place, outside the register's folder.
type HeadKeeper interface {
	// Load gives the head kept there; ok is false when there is none yet.
	Load() (h Head, ok bool, err error)
	Save(Head) error
}

// FileHead keeps the head in a small file, written aside and renamed.
func FileHead(path string) HeadKeeper { return fileHead{path} }

type fileHead struct{ path string }

func (f fileHead) Load() (Head, bool, error) { return Head{}, false, errTODO }
func (f fileHead) Save(h Head) error         { return errTODO }

// Short is the form that is printed on reports: entries and the first 16 hex
// digits of the hash, "1234-ab12cd34ef56ab78".
func (h Head) Short() string { return "" }
