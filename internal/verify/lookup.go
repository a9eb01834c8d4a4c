package verify

import (
	"context"

	"ocoprint/internal/seal"
)

// Lookup is what a verifier knows beside the code: the register itself, or
// the published lists (Lists). An error means “not loadable”: the outcome then
// says “chưa kiểm tra được”, never “forged”; an error that is a message is
// shown as a note.
type Lookup interface {
	// Bases are our public addresses (https://host[/path], no final slash);
	// a code of any other address is not opened.
	Bases() []string
	// Keys is the key list in force.
	Keys(ctx context.Context) (seal.KeyList, error)
	// Status lists what happened to certificates of the prefix (LC-); a
	// register may answer for that id alone.
	Status(ctx context.Context, prefix, id string) (seal.StatusList, error)
	// Shard lists the identities that begin with that byte.
	Shard(ctx context.Context, number byte) (seal.Shard, error)
	// Row is the public list's row of an id.
	Row(ctx context.Context, id string) (row seal.Row, found bool, err error)
}
