// Package sqlite keeps a register in a folder on this PC:
//
//	register.db          the register (SQLite, rollback journal, synchronous=FULL, one writer)
//	register.db-journal  SQLite's own; belongs to register.db while a write is under way or was interrupted
//	holder.json          who wrote last, shown to others while the register is held
//	backups/             backups that were proven good (Backup)
//
// Keys and papers are the caller's; the second head lies outside this folder.
// Begin with Open and hand the store to register.Open.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"

	"ocoprint/internal/message"
	"ocoprint/internal/register"
)

var (
	// NotOurs: register.db is something else.
	NotOurs = message.Define("register-not-ours",
		"Tệp {file} không phải sổ cấp của chương trình này.", "The file {file} is not a register of this program.").
		Hint("Chọn thư mục sổ cấp khác; tệp này được giữ nguyên.", "Choose another register folder; the file was left as it is.")
	// Broken: SQLite cannot read the file.
	Broken = message.Define("register-broken",
		"Tệp sổ cấp {file} bị hỏng, không đọc được.", "The register file {file} is damaged and cannot be read.").
		Hint("Phục hồi từ bản sao lưu gần nhất (ocoprint restore).", "Restore the latest backup (ocoprint restore).")
	// FolderUnfit: a network or cloud-synchronised folder.
	FolderUnfit = message.Define("register-folder-unfit",
		"Không đặt sổ cấp trong {folder}: {why}.", "The register cannot lie in {folder}: {why}.").
		Hint("Dùng một thư mục trên ổ đĩa của máy này. Nhiều máy dùng chung thì dùng PostgreSQL.", "Use a folder on this PC's own disk. For several PCs use PostgreSQL.")
	// NoRoom: the disk is full.
	NoRoom = message.Define("register-no-room",
		"Đĩa chứa sổ cấp đã đầy; chưa có gì được ghi.", "The disk of the register is full; nothing was written.").
		Hint("Dọn bớt đĩa rồi làm lại.", "Free some space and try again.")
	// NoRegister: there is none to read.
	NoRegister = message.Define("register-none", "Chưa có sổ cấp trong {folder}.", "There is no register in {folder}.").
			Hint("Kiểm tra --register; lệnh “ocoprint run” lập sổ mới, “ocoprint restore” phục hồi từ bản sao lưu.",
			"Check --register; “ocoprint run” makes a new one, “ocoprint restore” brings back a backup.")
	// Unwritable: the folder or file cannot be written.
	Unwritable = message.Define("register-unwritable",
		"Không ghi được vào thư mục sổ cấp {folder}.", "The register folder {folder} cannot be written.").
		Hint("Kiểm tra quyền ghi của thư mục.", "Check the rights of the folder.")
)

// Wait is how long a writer waits for another before it says who holds the
// register.
const wait = 1900 * time.Millisecond

// applicationID stands in the header of our files: "OCOP".
const applicationID = 0x4f434f50

// FileName is the register's file in its folder.
const FileName = "register.db"

// Options says how the folder is opened.
type Options struct {
	Machine  string // identity of this PC, "": found by itself
	ReadOnly bool   // creates, migrates and writes nothing
	// BeforeMigrate is called with a copy of an older register before its
	// tables are changed; nil: the copy goes to backups/.
	BeforeMigrate func(copyPath string) error
}

// Store is a register.Store in a folder.
type Store struct {
	folder, file string
	opt          Options
	writer       *sql.DB
	reader       *sql.DB
	turn         chan struct{} // one writer in this process
}

var _ register.Store = (*Store)(nil)

// Open opens the register in a folder and creates both when they are missing.
// It refuses network and cloud-synchronised folders (FolderUnfit), a
// register.db that is not ours (NotOurs) or damaged (Broken), and one written
// by a newer program.
func Open(ctx context.Context, folder string, opt Options) (*Store, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	if err := fit(folder); err != nil {
		return nil, err
	}
	if !opt.ReadOnly {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, Unwritable.With("folder", folder).Wrap(err)
		}
	}
	return OpenFile(ctx, filepath.Join(folder, FileName), opt)
}

// OpenFile opens a register file by its own name, for backups.
func OpenFile(ctx context.Context, file string, opt Options) (*Store, error) {
	if err := recognise(file, opt.ReadOnly); err != nil {
		return nil, err
	}
	if !opt.ReadOnly {
		if err := begin(file); err != nil {
			return nil, err
		}
	}
	s := &Store{folder: filepath.Dir(file), file: file, opt: opt, turn: make(chan struct{}, 1)}
	var err error
	if s.writer, err = sql.Open("sqlite", dsn(file, "_txlock=immediate", "_pragma=cache_size(-8000)")); err != nil {
		return nil, err
	}
	s.writer.SetMaxOpenConns(1)
	if s.reader, err = sql.Open("sqlite", dsn(file, "_pragma=query_only(1)", "_pragma=cache_size(-250)")); err != nil {
		return nil, err
	}
	s.reader.SetMaxOpenConns(4)
	if err := s.prepare(ctx); err != nil {
		s.Close()
		return nil, s.say(err)
	}
	return s, nil
}

// begin makes the file, for its owner's eyes only; SQLite gives its journal the
// same rights.
func begin(file string) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return Unwritable.With("folder", filepath.Dir(file)).Wrap(err)
	}
	return f.Close()
}

// dsn: the rollback journal is cut to nothing and synced (WAL would need
// shared memory and has lost data); what is erased is overwritten. Readers walk
// through the register in order, and there are several: a large cache for each
// would hold little that is read again.
func dsn(file string, more ...string) string {
	pragmas := append([]string{
		fmt.Sprintf("_pragma=busy_timeout(%d)", wait.Milliseconds()),
		"_pragma=journal_mode(TRUNCATE)", "_pragma=synchronous(FULL)", "_pragma=fullfsync(1)",
		"_pragma=secure_delete(1)", "_pragma=trusted_schema(0)", "_pragma=cell_size_check(1)",
		"_pragma=temp_store(2)",
	}, more...)
	return file + "?" + strings.Join(pragmas, "&")
}

// recognise looks at the file's header before SQLite does.
func recognise(file string, readOnly bool) error {
	if strings.Contains(file, "?") {
		return FolderUnfit.With("folder", filepath.Dir(file), "why", oddName).Err()
	}
	f, err := os.Open(file)
	if errors.Is(err, os.ErrNotExist) && !readOnly {
		return nil
	}
	if errors.Is(err, os.ErrNotExist) {
		return NoRegister.With("folder", filepath.Dir(file)).Wrap(err)
	}
	if err != nil {
		return Unwritable.With("folder", filepath.Dir(file)).Wrap(err)
	}
	defer f.Close()
	head := make([]byte, 100)
	n, _ := f.ReadAt(head, 0)
	if n == 0 {
		return nil // created and not yet written
	}
	const magic = "SQLite format 3\x00"
	id := uint32(head[68])<<24 | uint32(head[69])<<16 | uint32(head[70])<<8 | uint32(head[71])
	if n < 100 || string(head[:16]) != magic || (id != applicationID && id != 0) {
		return NotOurs.With("file", file).Err()
	}
	return nil
}

// Close closes the file.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.writer, s.reader} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// say turns SQLite's answers into sentences.
func (s *Store) say(err error) error {
	var e *sqlite.Error
	var busy *register.BusyError
	if err == nil || errors.As(err, &busy) || !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case codeBusy, codeLocked:
		return &register.BusyError{Holder: s.readHolder(), Cause: err}
	case codeFull:
		return NoRoom.With().Wrap(err)
	case codeCorrupt, codeNotADB:
		return Broken.With("file", s.file).Wrap(err)
	case codeReadOnly, codeCannotOpen, codePerm:
		return Unwritable.With("folder", s.folder).Wrap(err)
	}
	return err
}

// SQLite's primary result codes.
const (
	codePerm       = 3
	codeBusy       = 5
	codeLocked     = 6
	codeReadOnly   = 8
	codeCorrupt    = 11
	codeFull       = 13
	codeCannotOpen = 14
	codeNotADB     = 26
)
