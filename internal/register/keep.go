package register

import (
	"context"
	"time"

	"ocoprint/internal/ocop"
)

// Settings gives the settings in force and their version (0: none yet).
func (r *Register) Settings(ctx context.Context) (s ocop.Settings, version int64, err error) {
	return s, 0, errTODO
}

// PutSettings keeps new settings; was is the version they were made from, so
// that two people cannot overwrite each other (SettingsChanged). Earlier
// versions stay readable with SettingsAt.
func (r *Register) PutSettings(ctx context.Context, s ocop.Settings, was int64) (version int64, err error) {
	return 0, errTODO
}

// SettingsAt gives an earlier version.
func (r *Register) SettingsAt(ctx context.Context, version int64) (ocop.Settings, error) {
	return ocop.Settings{}, errTODO
}

// PutProfile sets an issuer profile (by its code); the journal keeps every
// earlier state.
func (r *Register) PutProfile(ctx context.Context, a ocop.Authority) error { return errTODO }

// Profiles gives the issuer profiles by code.
func (r *Register) Profiles(ctx context.Context) ([]ocop.Authority, error) { return nil, errTODO }

// ProfileOn gives the profile that issues in the name of code on a day,
// following successors.
func (r *Register) ProfileOn(ctx context.Context, code string, day ocop.Date) (ocop.Authority, error) {
	return ocop.Authority{}, errTODO
}

// KeepBlob keeps content by its hash and gives the hash (SHA-256, hex).
func (r *Register) KeepBlob(ctx context.Context, kind, name string, data []byte) (string, error) {
	return "", errTODO
}

// Blob gives content kept earlier.
func (r *Register) Blob(ctx context.Context, hash string) ([]byte, error) { return nil, errTODO }

// Remember keeps a small value that is no part of the record: a column
// mapping, an answer, a session. Spaces are chosen by the caller
// ("mapping", "answer", "session").
func (r *Register) Remember(ctx context.Context, space, key string, value []byte) error {
	return errTODO
}

// Recall gives a remembered value; ok is false when there is none.
func (r *Register) Recall(ctx context.Context, space, key string) (value []byte, ok bool, err error) {
	return nil, false, errTODO
}

// Forget drops a remembered value.
func (r *Register) Forget(ctx context.Context, space, key string) error { return errTODO }

// Remembered lists a space by key.
func (r *Register) Remembered(ctx context.Context, space string) (map[string][]byte, error) {
	return nil, errTODO
}

// User is an account of the office pages.
type User struct {
	Name     string `json:"name"`
	FullName string `json:"full_name,omitempty"`
	Role     string `json:"role"`     // viewer | issuer | approver | admin
	Password string `json:"password"` // encoded hash, never the password
	Closed   bool   `json:"closed,omitempty"`
}

// PutUser makes or changes an account; role and state are journaled.
func (r *Register) PutUser(ctx context.Context, u User) error { return errTODO }

// FindUser gives an account by name; ok is false when there is none.
func (r *Register) FindUser(ctx context.Context, name string) (u User, ok bool, err error) {
	return User{}, false, errTODO
}

// Users lists the accounts by name.
func (r *Register) Users(ctx context.Context) ([]User, error) { return nil, errTODO }

// Refusal is something that was refused to somebody.
type Refusal struct {
	At   time.Time `json:"at"`
	Who  string    `json:"who"`
	What string    `json:"what"` // the act: revoke LC-2023-2-017
	Code string    `json:"code"` // the message's code
}

// Refuse logs a refusal.
func (r *Register) Refuse(ctx context.Context, f Refusal) error { return errTODO }

// Refusals gives the last n, newest first.
func (r *Register) Refusals(ctx context.Context, n int) ([]Refusal, error) { return nil, errTODO }
