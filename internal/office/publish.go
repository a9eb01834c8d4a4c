package office

import (
	"bytes"
	"context"
	"encoding/hex"
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/publish"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

// source is the register as publishing asks it: nothing personal.
type source struct {
	office *Office
	asOf   ocop.Date
}

// Entries lists every text that was ever signed, oldest first.
func (s source) Entries(ctx context.Context) (all []publish.Entry, err error) {
	err = s.office.eachRevision(ctx, register.Filter{AsOf: s.asOf}, func(c ocop.Certificate, it register.Item) error {
		it.Certificate = c
		all = append(all, publish.Entry{Row: publicRow(it), Identity: [32]byte(c.Identity), Serial: c.Sheet})
		return nil
	})
	return all, err
}

// Statuses lists what happened to certificates of every prefix.
func (s source) Statuses(ctx context.Context) (all []seal.StatusEntry, err error) {
	lines, err := s.office.Register.StatusLines(ctx, "", s.asOf)
	if err != nil {
		return nil, err
	}
	for _, l := range lines {
		all = append(all, statusEntry(l))
	}
	return all, nil
}

// checkpointText is a head as it is published: a later publication proves that
// the journal begins with it.
func (s source) Checkpoint(ctx context.Context) (publish.Checkpoint, error) {
	head, err := s.office.Register.Head(ctx)
	if err != nil {
		return publish.Checkpoint{}, err
	}
	return publish.Checkpoint{Size: head.Seq, Hash: hex.EncodeToString(head.Hash)}, nil
}

// Extends fails when entry Size of the journal does not have that hash: the
// chain up to there is then another one.
func (s source) Extends(ctx context.Context, previous publish.Checkpoint) error {
	return s.office.Register.Store().View(ctx, func(tx register.Tx) error {
		if previous.Size == 0 {
			return nil
		}
		want, err := hex.DecodeString(previous.Hash)
		if err != nil {
			return Forked.With("n", previous.Size).Wrap(err)
		}
		e, ok, err := tx.Entry(previous.Size)
		if err != nil {
			return err
		}
		if !ok || !bytes.Equal(e.Hash, want) {
			return Forked.With("n", previous.Size).Err()
		}
		return nil
	})
}

// Forked is said when a register does not continue what was published.
var Forked = message.Define("publish-forked",
	"Sổ hiện tại không nối tiếp bản đã công bố (mục {n} khác hoặc thiếu). Không công bố.",
	"This register does not continue what was published (entry {n} differs or is missing). Nothing is published.").
	Hint("Có thể đây là bản sao cũ của sổ. Tìm sổ đang dùng, hoặc so bằng “ocoprint register audit CŨ MỚI”.",
		"This may be an old copy. Find the register in use, or compare with “ocoprint register audit OLD NEW”.")

// Site builds the public files of an address, signed by its status key.
func (o *Office) Site(ctx context.Context, base string, asOf ocop.Date) (publish.Source, publish.Site, error) {
	s, _, err := o.Register.Settings(ctx)
	if err != nil {
		return nil, publish.Site{}, err
	}
	if base == "" {
		base = s.Authority.BaseURL
	}
	if err := seal.CheckBase(base); err != nil {
		return nil, publish.Site{}, err
	}
	box := o.KeyBox(base)
	var passphrase []byte
	if !box.Sample() {
		if passphrase, err = o.secrets.get(false); err != nil {
			return nil, publish.Site{}, err
		}
	}
	status, err := box.Status(passphrase, asOf, o.Now())
	if err != nil {
		return nil, publish.Site{}, err
	}
	keys, err := box.PublicFile(o.Now())
	if err != nil {
		return nil, publish.Site{}, err
	}
	root, err := box.Root()
	if err != nil {
		return nil, publish.Site{}, err
	}
	return source{o, asOf}, publish.Site{
		Base: base, Office: s.Authority.Name, Hotline: s.Authority.Phone, KeysFile: keys, Roots: [][]byte{root},
		Status: status, Made: o.Now(),
	}, nil
}

// BuildSite publishes to a folder.
func (o *Office) BuildSite(ctx context.Context, out, base string, asOf ocop.Date) (publish.Report, error) {
	src, site, err := o.Site(ctx, base, asOf)
	if err != nil {
		return publish.Report{}, err
	}
	rep, err := publish.Build(ctx, out, src, site)
	return rep, OutError(err, out)
}

func sortIdentities(ids [][8]byte) {
	slices.SortFunc(ids, func(a, b [8]byte) int { return bytes.Compare(a[:], b[:]) })
}

// PinnedRoots gives the roots to trust for lists in a folder: the one in rootFile
// when it is named; the sample root for a sample address; else root.pub.pem
// beside the lists, and beside says that this only proves that they belong
// together. Without lists there is nothing to trust.
func PinnedRoots(folder, base, rootFile string) (roots [][]byte, beside bool, err error) {
	box := openKeyBox(folder, base)
	switch {
	case rootFile != "":
		root, err := readRoot(rootFile)
		return [][]byte{root}, false, err
	case !box.Sample() && folder == "":
		return nil, false, nil
	}
	root, err := box.Root()
	return [][]byte{root}, !box.Sample(), err
}
