package register

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"time"
)

// User is an account of the office pages. Accounts are entries of the journal
// (the person's data beside them), so that a role raised by hand is found.
type User struct {
	Name     string `json:"name"`
	FullName string `json:"full_name,omitempty"`
	Role     string `json:"role"`     // viewer | issuer | approver | admin
	Password string `json:"password"` // encoded hash, never the password
	Closed   bool   `json:"closed,omitempty"`
}

// PutUser makes or changes an account.
func (r *Register) PutUser(ctx context.Context, u User) error {
	return r.write(ctx, KindAccount, func(w *writer) error {
		return w.addPersonal(Event{Kind: KindAccount, ID: idAccount, Day: dayOf(w.now)}, u)
	})
}

// FindUser gives an account by name; ok is false when there is none.
func (r *Register) FindUser(ctx context.Context, name string) (u User, ok bool, err error) {
	all, err := r.users(ctx)
	u, ok = all[name]
	return u, ok, err
}

// Users lists the accounts by name, closed ones included.
func (r *Register) Users(ctx context.Context) ([]User, error) {
	all, err := r.users(ctx)
	var list []User
	for _, u := range all {
		list = append(list, u)
	}
	slices.SortFunc(list, func(a, b User) int { return cmp.Compare(a.Name, b.Name) })
	return list, err
}

func (r *Register) users(ctx context.Context) (map[string]User, error) {
	all := map[string]User{}
	err := r.store.View(ctx, func(tx Tx) error {
		return eachPersonal(tx, idAccount, func(ev Event, data []byte) error {
			var u User
			if err := json.Unmarshal(data, &u); err != nil {
				return err
			}
			all[u.Name] = u
			return nil
		})
	})
	return all, r.sayBusy(err)
}

// Refusal is something that was refused to somebody.
type Refusal struct {
	At   time.Time `json:"at"`
	Who  string    `json:"who"`
	What string    `json:"what"` // the act: revoke LC-2023-2-017
	Code string    `json:"code"` // the message's code
}

const refusals = ownSpace + "-refusals"

// Refuse logs a refusal, in the register's own space, outside the journal.
func (r *Register) Refuse(ctx context.Context, f Refusal) error {
	if f.At.IsZero() {
		f.At = r.opt.Now()
	}
	if f.Who == "" {
		f.Who = r.opt.Who
	}
	data, err := json.Marshal(f)
	if err != nil {
		return err
	}
	var salt [4]byte
	if _, err := io.ReadFull(r.opt.Random, salt[:]); err != nil {
		return err
	}
	// Ascending keys are the newest first.
	key := fmt.Sprintf("%016x-%x", uint64(math.MaxInt64-f.At.UnixMicro()), salt)
	return r.write(ctx, kindKeep, func(w *writer) error { return w.tx.PutValue(refusals, key, data) })
}

// Refusals gives the last n, newest first.
func (r *Register) Refusals(ctx context.Context, n int) (all []Refusal, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		values, err := tx.Values(refusals, "", n)
		if err != nil {
			return err
		}
		for _, v := range values {
			var f Refusal
			if err := json.Unmarshal(v.Data, &f); err != nil {
				return err
			}
			all = append(all, f)
		}
		return nil
	})
	return all, r.sayBusy(err)
}
