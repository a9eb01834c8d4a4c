package office

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

// Options say how an office is opened. What signs, what time it is and where
// randomness comes from are given by the caller.
type Options struct {
	Register string // folder of the register, or postgres://…
	Keys     string // folder of the keys; empty: keys in the register's folder
	Head     string // second place of the register's head; empty: beside the folder
	ReadOnly bool

	// Store opens the register's store; the caller knows the databases.
	Store func(ctx context.Context, place string, readOnly bool) (register.Store, error)
	// OpenFile opens a register file that stands by itself, for backups.
	OpenFile register.Opener
	// Passphrase unlocks the keys; fresh asks for a new one. It is called at
	// most once for a piece of work and never for sample keys.
	Passphrase func(fresh bool) ([]byte, error)

	Now    func() time.Time
	Random io.Reader
	Who    string // the user, as the journal names them
	Notice int    // days before the last day that count as "sắp hết hạn"; 0: 30
}

// Office is an open office: its register, its keys and its clock.
type Office struct {
	Register *register.Register

	opt     Options
	secrets *secret
}

// Open opens the register, creating it in an empty place.
func Open(ctx context.Context, opt Options) (*Office, error) {
	store, err := opt.Store(ctx, opt.Register, opt.ReadOnly)
	if err != nil {
		return nil, err
	}
	reg, err := register.Open(ctx, store, register.Options{
		Now: opt.Now, Random: opt.Random, Who: opt.Who, Notice: opt.Notice, ReadOnly: opt.ReadOnly,
		Head: register.FileHead(opt.head()),
	})
	if err != nil {
		store.Close()
		return nil, err
	}
	return &Office{Register: reg, opt: opt, secrets: &secret{ask: opt.Passphrase}}, nil
}

// Close closes the register and forgets the passphrase.
func (o *Office) Close() error {
	o.secrets.forget()
	return o.Register.Close()
}

// As gives the same office for another user.
func (o *Office) As(who string) *Office {
	other := *o
	other.Register = o.Register.As(who)
	other.opt.Who = who
	return &other
}

// Now is the office's clock.
func (o *Office) Now() time.Time { return o.opt.Now() }

// Today is the day of the office's clock in Viet Nam.
func (o *Office) Today() ocop.Date { return ocop.DateOf(o.opt.Now().In(seal.Vietnam)) }

// KeyBox gives the keys that serve an authority's address.
func (o *Office) KeyBox(base string) *KeyBox { return openKeyBox(o.opt.keys(), base) }

// Folder is the register's folder, "" when it is a shared database.
func (o *Office) Folder() string {
	if isAddress(o.opt.Register) {
		return ""
	}
	return o.opt.Register
}

func (o Options) keys() string {
	switch {
	case o.Keys != "":
		return o.Keys
	case !isAddress(o.Register):
		return filepath.Join(o.Register, "keys")
	}
	return filepath.Join(userFolder(), "keys")
}

// head is where the second copy of the head stands: outside the register's
// folder, so that a folder put back from an old copy is noticed.
func (o Options) head() string {
	switch {
	case o.Head != "":
		return o.Head
	case !isAddress(o.Register):
		return strings.TrimRight(filepath.Clean(o.Register), `/\`) + ".head.json"
	}
	return filepath.Join(userFolder(), "head.json")
}

func isAddress(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

func userFolder() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		dir = "."
	}
	return filepath.Join(dir, "ocoprint")
}

// secret holds the passphrase while the office is open, asked for once.
type secret struct {
	mu    sync.Mutex
	ask   func(fresh bool) ([]byte, error)
	value []byte
	keys  map[string]seal.Key // unlocked ones, by what they were asked for
}

func (s *secret) key(name string) (seal.Key, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.keys[name]
	return k, ok
}

func (s *secret) keep(name string, k seal.Key) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		s.keys = map[string]seal.Key{}
	}
	s.keys[name] = k
}

func (s *secret) get(fresh bool) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.value != nil {
		return s.value, nil
	}
	if s.ask == nil {
		return nil, NoPassphrase.Err()
	}
	value, err := s.ask(fresh)
	s.value = value
	return value, err
}

func (s *secret) set(value []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.value = value
}

func (s *secret) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.value)
	s.value, s.keys = nil, nil
}

// NoPassphrase is said where keys are needed and nobody can unlock them.
var NoPassphrase = message.Define("office-no-passphrase", "Khóa ký đang khóa.", "The signing keys are locked.").
	Hint("Mở khóa bằng mật khẩu rồi làm lại.", "Unlock them with the passphrase and try again.")
