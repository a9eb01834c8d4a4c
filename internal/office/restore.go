package office

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/publish"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

var publishedBad = message.Define("restore-published-bad",
	"Danh sách đã công bố trong {folder} không dùng được: {reason}", "The published lists in {folder} cannot be used: {reason}").
	Hint("Chỉ thư mục đã công bố bằng khóa của đơn vị (có v/manifest.json), hoặc phục hồi không có --published.",
		"Name a folder published with the office's own keys (it holds v/manifest.json), or restore without --published.")

// RestoreFrom says where a restore looks for what happened after the backup.
// Each place may be empty.
type RestoreFrom struct {
	Backup    string
	Lost      string // the lost register, as far as it can be read: its file or folder
	Published string // folder of the published pages and lists
	PDFs      string // folder of issued PDFs
	Reason    string
}

// Restore puts a backup in place of a lost register. Numbers known from the
// second head and from issued PDFs are never given again; what the lost
// register and published lists still say is taken over.
func Restore(ctx context.Context, opt Options, from RestoreFrom) (register.Restored, error) {
	known := register.KnownOutside{Lost: from.Lost}
	var err error
	if known.Records, _, err = recordsIn(ctx, from.PDFs); err != nil {
		return register.Restored{}, err
	}
	if known.Lists, err = announced(opt, from.Published); err != nil {
		return register.Restored{}, publishedBad.With("folder", from.Published, "reason", sentenceOf(err)).Wrap(err)
	}
	if err := os.MkdirAll(opt.Register, 0o700); err != nil {
		return register.Restored{}, OutError(err, opt.Register)
	}
	done, err := register.Restore(ctx, from.Backup, filepath.Join(opt.Register, "register.db"), opt.OpenFile, register.Options{
		Now: opt.Now, Random: opt.Random, Who: opt.Who, Head: register.FileHead(opt.head()),
	}, known, from.Reason)
	if err != nil {
		return done, err
	}
	return done, settleIn(ctx, opt, from.Reason)
}

// settleIn confirms that the restored register now lives here: whoever restores
// gave the reason already. Otherwise the file, new to this folder, would open
// as a copy, read-only.
func settleIn(ctx context.Context, opt Options, reason string) error {
	o, err := Open(ctx, opt)
	if err != nil {
		return err
	}
	if o.Register.Writable() != nil {
		err = o.Register.ConfirmMove(ctx, reason)
	}
	return errors.Join(err, o.Close())
}

// announced reads the status lists of a publication, signed by the office's own
// keys.
func announced(opt Options, folder string) (all []register.Announced, err error) {
	if folder == "" {
		return nil, nil
	}
	m, err := publish.ReadManifest(folder)
	if err != nil {
		return nil, err
	}
	root, err := openKeyBox(opt.keys(), m.Base).Root()
	if err != nil {
		return nil, err
	}
	if _, err := publish.Check(folder, root); err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(filepath.Join(folder, "v", "keys.bin"))
	if err != nil {
		return nil, err
	}
	keys, err := seal.OpenKeys(raw, root)
	if err != nil {
		return nil, err
	}
	for _, prefix := range m.Prefixes {
		name := seal.StatusFile(prefix)
		raw, err := os.ReadFile(filepath.Join(folder, "v", filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		list, err := seal.OpenStatus(raw, prefix, keys)
		if err != nil {
			return nil, err
		}
		a := register.Announced{Prefix: prefix, At: list.Made.UnixMilli(), Name: name + " " + list.Made.UTC().Format(time.RFC3339)}
		for _, e := range list.Entries {
			a.Lines = append(a.Lines, register.StatusLine{ID: e.ID, Revision: e.Revision, What: announcedKinds[e.Code], Day: ocop.DateFromDays(int(e.Day)), Ref: e.Ref})
		}
		all = append(all, a)
	}
	return all, nil
}

// announcedKinds turn statusEntry round; a cancelled certificate is published
// as revoked.
var announcedKinds = map[seal.StatusCode]register.Kind{
	seal.Revoked: register.KindRevoke, seal.Superseded: register.KindReplace, seal.Suspended: register.KindSuspend, seal.LostSheet: register.KindLost,
}
