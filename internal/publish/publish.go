// Package publish makes the public files: the verification page, the scanner,
// the list for people, the service worker and the signed lists. They work on
// any static host, from the program itself and from a USB stick.
//
// Everything stands under v/, next to the address in the codes:
//
//	index.html             the verification page (https://host/v/?id#digits)
//	quet.html              the scanner
//	danh-sach.html         the list for people
//	sw.js                  service worker: offline after one visit
//	site.js                addresses, pinned roots, key list, every word
//	keys.bin s/ r/ l.bin   the signed lists (package seal)
//	lists.js l.js          the same lists as scripts, for file:// and for sw.js
//	manifest.json          every file with its SHA-256; sequence, checkpoint
//
// Promises: the same register, keys and time give the same bytes; nothing
// personal and no private key is in any file; a publication refuses when the
// register's previous checkpoint is not a prefix of its journal, and when its
// time is not after the last one's. Begin with Build, Check and, for a
// server, Files and Headers.
package publish

import (
	"context"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/seal"
)

// Entry is one issued certificate as the public may know it.
type Entry struct {
	Row      seal.Row // nothing personal; Status is filled in by publishing
	Serial   string   // of the pre-printed blank, when it is in the code
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
	Base     string        // public address, printed on the paper: https://ocop.example
	Also     []string      // further addresses of ours that codes may carry
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
	Files        int
	Certificates int
	Statuses     int
	Bytes        int64
	Sequence     uint64
	Made, Next   time.Time
	Checkpoint   Checkpoint
}

// What the office is told when a publication is refused or does not hold.
var (
	NotPrefix = message.Define("publish-not-prefix",
		"Không công bố: sổ cấp không còn chứa nguyên vẹn những gì đã công bố lần trước ({size} mục).",
		"Not published: the register no longer holds unchanged what was published before ({size} entries).").
		Hint("Chạy “ocoprint register audit” và khôi phục sổ từ bản sao lưu đúng.", "Run “ocoprint register audit” and restore the register from the right backup.")
	ClockBack = message.Define("publish-clock",
		"Không công bố: giờ máy {made} không sau lần công bố trước {before}.",
		"Not published: the clock {made} is not after the last publication {before}.").
		Hint("Chỉnh lại ngày giờ của máy.", "Set this computer's clock right.")
	SequenceBack = message.Define("publish-sequence",
		"Không công bố: số thứ tự {sequence} không lớn hơn lần trước {before}.",
		"Not published: the sequence {sequence} is not greater than the last one {before}.")
	KeysBad = message.Define("publish-keys",
		"Không công bố: danh sách khóa không do khóa gốc đã ghim ký, hoặc không có khóa {what}.",
		"Not published: the key list is not signed by a pinned root, or has no {what} key.").
		Hint("Ký lại danh sách khóa bằng khóa gốc, có khóa “cert” và “status” đang dùng.", "Sign the key list again with the root, with a cert and a status key in use.")
	FileBad = message.Define("publish-file-bad",
		"Bộ tệp công bố hỏng: {file} – {why}.", "The publication is damaged: {file} – {why}.").
		Hint("Chạy lại “ocoprint site build”.", "Run “ocoprint site build” again.")
)

// The policies of the pages: nothing from elsewhere, no inline script. Only
// the scanner may run WebAssembly.
const (
	policy     = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
	scanPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)

// Headers are what a server adds to a file of the publication.
func Headers(name string) map[string]string {
	h := map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache",
		"Cross-Origin-Resource-Policy": "same-origin", "Content-Type": contentType(name),
		"Content-Security-Policy": policy + "; frame-ancestors 'none'",
		"Permissions-Policy":      "camera=(), geolocation=(), microphone=()",
	}
	if strings.HasSuffix(name, "quet.html") {
		h["Content-Security-Policy"] = scanPolicy + "; frame-ancestors 'none'"
		h["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()"
	}
	return h
}

func contentType(name string) string {
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "html":
		return "text/html; charset=utf-8"
	case "js":
		return "text/javascript; charset=utf-8"
	case "css":
		return "text/css; charset=utf-8"
	case "json":
		return "application/json"
	case "wasm":
		return "application/wasm"
	case "md", "LICENSE", "pem":
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}
