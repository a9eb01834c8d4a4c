package main

import (
	"context"
	"crypto/rand"
	"os"
	"os/user"
	"strconv"
	"strings"

	"ocoprint/internal/office"
	"ocoprint/internal/register"
	"ocoprint/internal/register/postgres"
	"ocoprint/internal/register/sqlite"
)

// openOffice opens the office that the flags name: here the databases, the
// clock, the randomness and the passphrase come together.
func (g *globals) openOffice(ctx context.Context, readOnly bool) (*office.Office, error) {
	return office.Open(ctx, g.officeOptions(readOnly))
}

func (g *globals) officeOptions(readOnly bool) office.Options {
	return office.Options{
		Register:   g.register,
		Keys:       os.Getenv("OCOPRINT_KEYS"),
		Head:       os.Getenv("OCOPRINT_HEAD"),
		ReadOnly:   readOnly,
		Store:      openStore,
		OpenFile:   openFile,
		Passphrase: func(fresh bool) ([]byte, error) { return g.t.passphrase(g.passphrase, fresh) },
		Now:        g.t.Now,
		Random:     rand.Reader,
		Who:        userName(),
	}
}

// openStore knows the databases; another one is a line here.
func openStore(ctx context.Context, place string, readOnly bool) (register.Store, error) {
	if strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://") {
		return postgres.Open(ctx, place, postgres.Options{ReadOnly: readOnly})
	}
	return sqlite.Open(ctx, place, sqlite.Options{ReadOnly: readOnly})
}

// openFile opens a register file by its own name, for backups.
func openFile(ctx context.Context, file string, readOnly bool) (register.Store, error) {
	return sqlite.OpenFile(ctx, file, sqlite.Options{ReadOnly: readOnly})
}

// withOffice runs one piece of work in an open office and closes it.
func (g *globals) withOffice(ctx context.Context, readOnly bool, work func(*office.Office) error) error {
	o, err := g.openOffice(ctx, readOnly)
	if err != nil {
		return err
	}
	err = work(o)
	if cerr := o.Close(); err == nil {
		err = cerr
	}
	return err
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// registerExists reports whether there is a register to ask.
func (g *globals) registerExists() bool {
	if strings.Contains(g.register, "://") {
		return true
	}
	_, err := os.Stat(g.register)
	return err == nil
}

func itoa(n int) string { return strconv.Itoa(n) }
