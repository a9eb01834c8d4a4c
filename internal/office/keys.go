package office

import (
	"crypto/ecdsa"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ocoprint/internal/durable"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// KeyBox (hộp khóa) is the folder with the office's keys: each private key as
// an encrypted PKCS#8 file, and keys.bin, the public list that the root signed.
// An office on a sample address needs none: it signs with the sample keys.
type KeyBox struct {
	dir    string
	base   string // the public address
	sample bool
}

// Sentences about keys.
var (
	NoKeys = message.Define("keys-none", "Chưa có khóa ký trong “{dir}”.", "There are no signing keys in “{dir}”.").
		Hint("Chạy “ocoprint keys new” để tạo khóa gốc, khóa ký và khóa trạng thái.", "Run “ocoprint keys new” to make the root, signing and status keys.")
	KeysExist = message.Define("keys-exist", "“{dir}” đã có khóa; không tạo đè.", "“{dir}” already holds keys; they are not overwritten.").
			Hint("Xem bằng “ocoprint keys list”; thay khóa bằng “ocoprint keys rotate”.", "See them with “ocoprint keys list”; replace one with “ocoprint keys rotate”.")
	NoKeyFor = message.Define("keys-none-for", "Không có khóa {role} nào ký được cho mã “{id}” ngày {day}.", "No {role} key may sign for “{id}” on {day}.").
			Hint("Xem phạm vi và thời hạn của khóa bằng “ocoprint keys list”.", "See the scope and period of the keys with “ocoprint keys list”.")
	NoSuchKey = message.Define("keys-no-such", "Không có khóa “{kid}”.", "There is no key “{kid}”.").
			Hint("Xem mã khóa ở cột đầu của “ocoprint keys list”.", "The first column of “ocoprint keys list” names the keys.")
	SampleKeysFixed = message.Define("keys-sample-fixed", "Địa chỉ “{host}” là địa chỉ mẫu: khóa mẫu có sẵn, không tạo hay thay được.",
		"“{host}” is a sample address: its keys are built in and cannot be made or replaced.").
		Hint("Đặt base_url là địa chỉ thật của cơ quan trong kế hoạch rồi làm lại.", "Set base_url in the plan to the office's real address and try again.")
	KeysUnreadable = message.Define("keys-unreadable", "Danh sách khóa “{file}” bị hỏng hoặc không do khóa gốc của đơn vị ký.",
		"The key list “{file}” is damaged or not signed by the office's root.").
		Hint("Lấy lại thư mục khóa từ bản sao lưu.", "Bring the key folder back from a backup.")
)

const (
	keyListFile = "keys.bin"
	rootPublic  = "root.pub.pem"
)

// openKeyBox names the folder; nothing is read yet. base decides whether the
// sample keys serve.
func openKeyBox(dir, base string) *KeyBox {
	return &KeyBox{dir: dir, base: base, sample: base != "" && seal.SampleHost(base)}
}

// Sample reports whether the well-known sample keys serve.
func (b *KeyBox) Sample() bool { return b.sample }

// Exist reports whether there are keys to sign with.
func (b *KeyBox) Exist() bool {
	if b.sample {
		return true
	}
	_, err := os.Stat(filepath.Join(b.dir, keyListFile))
	return err == nil
}

// Create makes the three keys of a new office. The root's file can then be
// taken away: it is needed only when keys change.
func (b *KeyBox) Create(passphrase []byte, random io.Reader, holder, prefix string, from, to ocop.Date, now time.Time) error {
	if b.Exist() {
		return KeysExist.With("dir", b.dir).Err()
	}
	root, err := b.newKey(passphrase, random, seal.RoleRoot, holder, "", from, to)
	if err != nil {
		return err
	}
	spki, err := seal.MarshalPublic(root.Signer.Public())
	if err != nil {
		return fmt.Errorf("root key: %w", err)
	}
	block := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: spki})
	if err := durable.WriteBytes(filepath.Join(b.dir, rootPublic), block); err != nil {
		return err
	}
	cert, err := b.newKey(passphrase, random, seal.RoleCert, holder, scopeOf(prefix), from, to)
	if err != nil {
		return err
	}
	status, err := b.newKey(passphrase, random, seal.RoleStatus, holder, "", from, to)
	if err != nil {
		return err
	}
	return b.publish(seal.KeyList{Keys: []seal.KeyEntry{cert.Entry, status.Entry}}, root, now)
}

func (b *KeyBox) newKey(passphrase []byte, random io.Reader, role seal.Role, holder, scope string, from, to ocop.Date) (seal.Key, error) {
	signer, err := seal.GenerateKey(random)
	if err != nil {
		return seal.Key{}, fmt.Errorf("make key: %w", err)
	}
	key, err := seal.NewKey(signer, role, scope, seal.Day(from.Days()), seal.Day(to.Days()))
	if err != nil {
		return seal.Key{}, err
	}
	key.Entry.Holder = holder
	file, err := seal.EncodeKey(signer, passphrase)
	if err != nil {
		return seal.Key{}, err
	}
	path := filepath.Join(b.dir, keyFile(key.Entry, role))
	if err := os.MkdirAll(b.dir, 0o700); err != nil {
		return seal.Key{}, err
	}
	return key, durable.WritePrivate(path, func(w io.Writer) error { _, err := w.Write(file); return err })
}

func keyFile(e seal.KeyEntry, role seal.Role) string {
	kid := e.KID()
	return fmt.Sprintf("%s-%x.pem", RoleName(role), kid[:])
}

// RoleName is the role as files and lists write it.
func RoleName(r seal.Role) string {
	return map[seal.Role]string{seal.RoleRoot: "root", seal.RoleCert: "cert", seal.RoleStatus: "status"}[r]
}

func scopeOf(prefix string) string { return strings.TrimSuffix(prefix, "-") + "-" }

// publish signs the list anew with the next sequence number.
func (b *KeyBox) publish(list seal.KeyList, root seal.Key, now time.Time) error {
	list.Sequence++
	list.Made, list.Next = now.UTC().Truncate(time.Second), now.UTC().Truncate(time.Second).AddDate(0, 0, listDays)
	file, err := seal.SignKeys(list, root)
	if err != nil {
		return fmt.Errorf("sign key list: %w", err)
	}
	return durable.WriteBytes(filepath.Join(b.dir, keyListFile), file)
}

// listDays is how long a published list counts as fresh (formats.md §1).
const listDays = 100

// List opens the public list. No passphrase is needed.
func (b *KeyBox) List(now time.Time) (seal.KeyList, error) {
	if b.sample {
		head := seal.Head{Sequence: 1, Made: now.UTC().Truncate(time.Second), Next: now.UTC().Truncate(time.Second).AddDate(0, 0, listDays)}
		return seal.KeyList{Head: head, Sample: true, Keys: []seal.KeyEntry{seal.SampleCert("").Entry, seal.SampleStatus().Entry}}, nil
	}
	file, err := os.ReadFile(filepath.Join(b.dir, keyListFile))
	if errors.Is(err, os.ErrNotExist) {
		return seal.KeyList{}, NoKeys.With("dir", b.dir).Err()
	} else if err != nil {
		return seal.KeyList{}, err
	}
	root, err := b.Root()
	if err != nil {
		return seal.KeyList{}, err
	}
	list, err := seal.OpenKeys(file, root)
	if err != nil {
		return list, KeysUnreadable.With("file", keyListFile).Wrap(err)
	}
	return list, nil
}

// Root is the public root as a SubjectPublicKeyInfo: what a page pins.
func (b *KeyBox) Root() ([]byte, error) {
	if b.sample {
		return seal.MarshalPublic(seal.SampleRoot().Signer.Public())
	}
	name := filepath.Join(b.dir, rootPublic)
	root, err := readRoot(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, NoKeys.With("dir", b.dir).Wrap(err)
	}
	return root, err
}

// readRoot reads a public root in PEM.
func readRoot(name string) ([]byte, error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, KeysUnreadable.With("file", name).Wrap(err)
	}
	block, _ := pem.Decode(file)
	if block == nil {
		return nil, KeysUnreadable.With("file", name).Err()
	}
	return block.Bytes, nil
}

// PublicFile gives the signed list as it is published.
func (b *KeyBox) PublicFile(now time.Time) ([]byte, error) {
	if !b.sample {
		return os.ReadFile(filepath.Join(b.dir, keyListFile))
	}
	list, err := b.List(now)
	if err != nil {
		return nil, err
	}
	return seal.SignKeys(list, seal.SampleRoot())
}

// Cert unlocks the key that signs certificates with that id on that day: the
// newest active one in whose scope and period they lie.
func (b *KeyBox) Cert(passphrase []byte, prefix string, day ocop.Date, now time.Time) (seal.Key, error) {
	if b.sample {
		return seal.SampleCert(scopeOf(prefix)), nil
	}
	return b.unlock(passphrase, seal.RoleCert, scopeOf(prefix)+"0", day, now)
}

// Status unlocks the key that signs the status list and the register's shards.
func (b *KeyBox) Status(passphrase []byte, day ocop.Date, now time.Time) (seal.Key, error) {
	if b.sample {
		return seal.SampleStatus(), nil
	}
	return b.unlock(passphrase, seal.RoleStatus, "", day, now)
}

func (b *KeyBox) unlock(passphrase []byte, role seal.Role, id string, day ocop.Date, now time.Time) (seal.Key, error) {
	list, err := b.List(now)
	if err != nil {
		return seal.Key{}, err
	}
	for i := len(list.Keys) - 1; i >= 0; i-- {
		e := list.Keys[i]
		fits := id == "" || e.Covers(id, seal.Day(day.Days()))
		if e.Role != role || e.State != seal.Active || !fits {
			continue
		}
		return b.open(passphrase, e)
	}
	return seal.Key{}, NoKeyFor.With("role", RoleName(role), "id", id, "day", day.String()).Err()
}

func (b *KeyBox) open(passphrase []byte, e seal.KeyEntry) (seal.Key, error) {
	file, err := os.ReadFile(filepath.Join(b.dir, keyFile(e, e.Role)))
	if err != nil {
		return seal.Key{}, NoKeys.With("dir", b.dir).Wrap(err)
	}
	signer, err := seal.DecodeKey(file, passphrase)
	if err != nil {
		return seal.Key{}, err
	}
	return seal.Key{Signer: signer, Entry: e}, nil
}

func (b *KeyBox) rootKey(passphrase []byte) (seal.Key, error) {
	spki, err := b.Root()
	if err != nil {
		return seal.Key{}, err
	}
	kid := seal.KID(spki)
	file, err := os.ReadFile(filepath.Join(b.dir, fmt.Sprintf("root-%x.pem", kid[:])))
	if err != nil {
		return seal.Key{}, NoKeys.With("dir", b.dir).Wrap(err)
	}
	var signer *ecdsa.PrivateKey
	if signer, err = seal.DecodeKey(file, passphrase); err != nil {
		return seal.Key{}, err
	}
	key, err := seal.NewKey(signer, seal.RoleRoot, "", 0, 0)
	return key, err
}

// Rotate adds a new key of a role and retires the active one, which stays
// listed for ever: what it signed stays genuine.
func (b *KeyBox) Rotate(passphrase []byte, random io.Reader, role seal.Role, holder, prefix string, from, to ocop.Date, now time.Time) error {
	return b.change(passphrase, now, func(list *seal.KeyList) error {
		for i, e := range list.Keys {
			if e.Role == role && e.State == seal.Active {
				list.Keys[i].State = seal.Retired
			}
		}
		scope := ""
		if role == seal.RoleCert {
			scope = scopeOf(prefix)
		}
		key, err := b.newKey(passphrase, random, role, holder, scope, from, to)
		if err == nil {
			list.Keys = append(list.Keys, key.Entry)
		}
		return err
	})
}

// SetState retires a key, or declares it compromised from a day on: then only
// certificates whose identity is in the register stay genuine.
func (b *KeyBox) SetState(passphrase []byte, kid string, state seal.State, since ocop.Date, now time.Time) error {
	return b.change(passphrase, now, func(list *seal.KeyList) error {
		for i, e := range list.Keys {
			if id := e.KID(); fmt.Sprintf("%x", id[:]) == strings.ToLower(kid) {
				list.Keys[i].State = state
				if state == seal.Compromised {
					list.Keys[i].Since = seal.Day(since.Days())
				}
				return nil
			}
		}
		return NoSuchKey.With("kid", kid).Err()
	})
}

// Refresh signs the list anew, unchanged, so that it stays fresh.
func (b *KeyBox) Refresh(passphrase []byte, now time.Time) error {
	return b.change(passphrase, now, func(*seal.KeyList) error { return nil })
}

func (b *KeyBox) change(passphrase []byte, now time.Time, edit func(*seal.KeyList) error) error {
	if b.sample {
		return SampleKeysFixed.With("host", b.base).Err()
	}
	list, err := b.List(now)
	if err != nil {
		return err
	}
	root, err := b.rootKey(passphrase)
	if err != nil {
		return err
	}
	if err := edit(&list); err != nil {
		return err
	}
	return b.publish(list, root, now)
}

// Folder is where the keys are kept.
func (b *KeyBox) Folder() string { return b.dir }
