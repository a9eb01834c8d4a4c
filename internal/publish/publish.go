// Package publish makes the public files: the verification page, the scanner,
// the service worker and the signed lists, for any static host or a USB stick.
package publish

import (
	"context"
	"errors"
	"time"

	"ocoprint/internal/seal"
)

// Entry is one issued certificate as the public may know it.
type Entry struct {
	Row      seal.Row // nothing personal
	Identity [32]byte // of every revision that was issued, one Entry each
}

// Checkpoint is the head of the register's journal.
type Checkpoint struct {
	Size int64  `json:"size"`
	Hash string `json:"hash"`
	Text string `json:"text,omitempty"` // the signed note, when there is one
}

// Source is the register as publishing asks it.
type Source interface {
	// Entries lists every issued certificate (each revision), in a fixed order.
	Entries(ctx context.Context) ([]Entry, error)
	// Statuses lists what happened to certificates, in a fixed order.
	Statuses(ctx context.Context) ([]seal.StatusEntry, error)
	// Checkpoint is the journal's head now.
	Checkpoint(ctx context.Context) (Checkpoint, error)
	// Extends fails when the journal does not begin with that earlier one.
	Extends(ctx context.Context, previous Checkpoint) error
}

// Site is what the office decides about its public pages.
type Site struct {
	Base     string        // public address: https://ocop.example
	Office   string        // who publishes, for people
	Hotline  string        // public telephone of the office, shown when nothing else works
	KeysFile []byte        // keys.bin, signed by a root
	Roots    [][]byte      // pinned roots (SubjectPublicKeyInfo), the one in force first
	Status   seal.Key      // signs the lists
	Made     time.Time     // made-at of the lists
	Life     time.Duration // until next-update; 0 is 100 days
	Sequence uint64        // 0: one more than the last publication
}

// Report says what a publication holds.
type Report struct {
	Files, Certificates, Statuses int
	Bytes                         int64
	Sequence                      uint64
	Made, Next                    time.Time
	Checkpoint                    Checkpoint
}

// Files gives the whole publication in memory, path → content, all under v/.
// previous is the checkpoint of the last publication, nil for the first.
func Files(ctx context.Context, source Source, site Site, previous *Checkpoint) (map[string][]byte, Report, error) {
	return nil, Report{}, errors.New("publish: not written yet")
}

// Build writes the publication to a folder: lists first, pages last, each
// file aside and renamed. It refuses when the checkpoint of the publication
// that is there is not a prefix of the register's journal.
func Build(ctx context.Context, out string, source Source, site Site) (Report, error) {
	return Report{}, errors.New("publish: not written yet")
}

// Check reads a publication back: every signature, every file, one sequence.
// roots empty means those that the page itself pins.
func Check(dir string, roots ...[]byte) (Report, error) {
	return Report{}, errors.New("publish: not written yet")
}
