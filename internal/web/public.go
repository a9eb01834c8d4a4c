package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"log/slog"
	"maps"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/publish"
)

// PublicOptions say what the public server serves.
type PublicOptions struct {
	// Load gives the publication, and is asked again every Refresh; when it
	// fails the one before goes on being served and /health says so.
	Load    func(context.Context) (*office.Publication, error)
	Refresh time.Duration // 0: 5 minutes
	Now     func() time.Time
	Proxy   bool         // the client's address is in X-Forwarded-For
	Log     *slog.Logger // nil: nowhere
}

// Public is verification only, and can run alone: files from memory, typed
// look-ups, /health and /metrics. It holds no secret and no personal data.
type Public struct {
	opt   PublicOptions
	now   atomic.Pointer[served]
	rate  rateLimit
	stats publicStats
}

// served is one publication, ready to be sent.
type served struct {
	pub    *office.Publication
	made   string // when, as pages say it
	files  map[string]servedFile
	failed atomic.Bool // the last refresh did not work
}

type servedFile struct {
	plain, packed []byte
	tag           string
	headers       map[string]string
}

type publicStats struct {
	set                                            *metrics.Set
	files, lookups, found, slowed, missed, refresh *metrics.Counter
}

// NewPublic loads the first publication.
func NewPublic(ctx context.Context, opt PublicOptions) (*Public, error) {
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Refresh == 0 {
		opt.Refresh = 5 * time.Minute
	}
	p := &Public{opt: opt}
	set := metrics.NewSet()
	p.stats = publicStats{set, set.NewCounter("ocoprint_public_files_total"), set.NewCounter("ocoprint_public_lookups_total"),
		set.NewCounter("ocoprint_public_lookups_found_total"), set.NewCounter("ocoprint_public_limited_total"),
		set.NewCounter("ocoprint_public_not_found_total"), set.NewCounter("ocoprint_public_refresh_failures_total")}
	set.NewGauge("ocoprint_public_list_age_seconds", func() float64 { return opt.Now().Sub(p.now.Load().pub.Made).Seconds() })
	return p, p.load(ctx)
}

func (p *Public) load(ctx context.Context) error {
	pub, err := p.opt.Load(ctx)
	if err != nil {
		return err
	}
	s := &served{pub: pub, made: pub.Made.In(hanoi).Format("15:04 02/01/2006"), files: make(map[string]servedFile, len(pub.Files))}
	for name, data := range pub.Files {
		s.files["/"+name] = ready(name, data)
	}
	for _, index := range []string{"/", "/v/"} {
		if f, ok := s.files[index+"index.html"]; ok {
			s.files[index] = f
		}
	}
	p.now.Store(s)
	return nil
}

// ready packs a file once, not for each request.
func ready(name string, data []byte) servedFile {
	sum := sha256.Sum256(data)
	f := servedFile{plain: data, tag: `"` + hex.EncodeToString(sum[:12]) + `"`, headers: publish.Headers(name)}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return f
	}
	if _, err := z.Write(data); err == nil && z.Close() == nil && b.Len() < len(data)*9/10 {
		f.packed = b.Bytes()
	}
	return f
}

// Run refreshes until the context ends.
func (p *Public) Run(ctx context.Context) {
	tick := time.NewTicker(p.opt.Refresh)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := p.load(ctx); err != nil {
				p.stats.refresh.Inc()
				p.now.Load().failed.Store(true)
				p.opt.Log.Error("refresh publication", "error", err)
			}
		}
	}
}

// ServeHTTP answers one request. Only GET and HEAD exist here.
func (p *Public) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "GET", http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case "/health":
		p.health(w)
	case "/metrics":
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		p.stats.set.WritePrometheus(w)
	case "/tra":
		p.lookup(w, r)
	case "/v": // browsers carry the fragment, which holds the code, along
		http.Redirect(w, r, "/v/", http.StatusMovedPermanently)
	default:
		p.file(w, r)
	}
}

func (p *Public) file(w http.ResponseWriter, r *http.Request) {
	f, ok := p.now.Load().files[r.URL.Path]
	if !ok {
		p.stats.missed.Inc()
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'")
		http.Error(w, "Không có trang này. / There is no such page.", http.StatusNotFound)
		return
	}
	p.stats.files.Inc()
	h := w.Header()
	for key, value := range f.headers {
		h.Set(key, value)
	}
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	data := f.plain
	if f.packed != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		data = f.packed
	}
	h.Set("Content-Length", strconv.Itoa(len(data)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(data) // a reader who went away needs no answer
	}
}

func (p *Public) health(w http.ResponseWriter) {
	s := p.now.Load()
	status, word := http.StatusOK, "ok"
	switch {
	case p.opt.Now().After(s.pub.Next):
		status, word = http.StatusServiceUnavailable, "stale"
	case s.failed.Load():
		word = "refresh failed"
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"status":%q,"made":%q,"next":%q,"certificates":%d}`+"\n", word, s.pub.Made.Format(time.RFC3339), s.pub.Next.Format(time.RFC3339), len(s.pub.Rows))
}

// lookupSize is the length of every answer to a typed number: nobody learns
// from outside whether it was found. With its head it leaves in one piece of
// 4,096 bytes, which halves what an answer costs.
const lookupSize = 3400

var (
	lookFound   = message.Define("public-found", "Có trong danh sách đã công bố", "In the published list")
	lookRevoked = message.Define("public-revoked", "ĐÃ THU HỒI – không còn giá trị", "REVOKED – no longer valid")
	lookStopped = message.Define("public-suspended", "ĐANG TẠM ĐÌNH CHỈ", "SUSPENDED")
	lookOld     = message.Define("public-replaced", "ĐÃ THAY BẰNG GIẤY KHÁC", "REPLACED BY ANOTHER")
	lookEnded   = message.Define("public-expired", "HẾT HIỆU LỰC", "EXPIRED")
	lookNone    = message.Define("public-none", "Không có mã này trong danh sách đã công bố", "This number is not in the published list")
	lookSlow    = message.Define("public-slow", "Tra quá nhiều lần; chờ một phút", "Too many look-ups; wait a minute")
)

// lookupHeaders are those of every answer.
var lookupHeaders = http.Header{
	"Content-Type":            {"text/html; charset=utf-8"},
	"Content-Security-Policy": {"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"},
	"X-Content-Type-Options":  {"nosniff"},
	"Referrer-Policy":         {"no-referrer"},
	"Cache-Control":           {"no-store"},
}

func (p *Public) lookup(w http.ResponseWriter, r *http.Request) {
	p.stats.lookups.Inc()
	query := r.URL.Query()
	lang := message.Vi
	if query.Get("lang") == "en" {
		lang = message.En
	}
	h := w.Header()
	status, body := http.StatusOK, ""
	if !p.rate.allow(p.opt.Now(), p.network(r)) {
		p.stats.slowed.Inc()
		status, body = http.StatusTooManyRequests, "<h1>"+lookSlow.In(lang)+"</h1>"
		h.Set("Retry-After", "60")
	} else {
		body = p.answer(query.Get("so"), lang)
	}
	page := append(make([]byte, 0, lookupSize), `<!DOCTYPE html><html lang="`...)
	page = append(append(page, lang...), `"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>ocoprint</title><main>`...)
	page = append(append(page, body...), `</main>`...)
	if room := lookupSize - len(page) - len("<!---->"); room >= 0 {
		page = append(append(append(page, "<!--"...), blanks[:room]...), "-->"...)
	}
	maps.Copy(h, lookupHeaders)
	h["Content-Length"] = []string{strconv.Itoa(len(page))}
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(page) // a reader who went away needs no answer
	}
}

var blanks = strings.Repeat(" ", lookupSize)

// answer shows what the published decision shows, and no more.
func (p *Public) answer(typed string, lang message.Lang) string {
	s, wd := p.now.Load(), words{lang}
	esc := func(t string) string { return html.EscapeString(clip(t, 180)) }
	id, ok := office.TypedID(typed)
	row, found := s.pub.Rows[id]
	form := `<form action="/tra"><label>` + wd.pick("Mã dưới mã QR", "The id under the QR") + ` <input name="so" maxlength="60" value="` + html.EscapeString(clip(typed, 60)) + `"></label> <button>` + wd.pick("Tra", "Look up") + `</button></form>`
	foot := "<p><small>" + wd.pick("Danh sách lập lúc ", "List made at ") + s.made +
		wd.pick(". Muốn chắc giấy thật, hãy quét mã QR.", ". To be sure that a paper is genuine, scan its QR.") + "</small></p>"
	if !ok || !found {
		return "<h1>" + lookNone.In(lang) + "</h1>" + form + foot
	}
	p.stats.found.Inc()
	head := lookFound
	switch {
	case row.Revoked:
		head = lookRevoked
	case row.Suspended:
		head = lookStopped
	case row.Replaced:
		head = lookOld
	case row.LastDay.Before(ocop.DateOf(p.opt.Now().In(hanoi))):
		head = lookEnded
	}
	return "<h1>" + head.In(lang) + "</h1><p><strong>" + esc(row.Product) + "</strong><br>" + esc(row.Producer) + "<br>" + esc(row.Place) + "<br>" + strconv.Itoa(row.Stars) +
		wd.pick(" sao", " stars") + "<br>" + esc(row.Decision) + ", " + row.Decided.String() + "<br>" + wd.pick("Đến hết ngày ", "Until ") + row.LastDay.String() + "<br>" + esc(row.ID) + "</p>" + form + foot
}

// network is the /24 (IPv4) or /48 (IPv6) that a request comes from.
func (p *Public) network(r *http.Request) netip.Prefix {
	host := clientIP(r)
	if p.opt.Proxy {
		// The last one is what our own proxy wrote; a client can write the others.
		if all := r.Header.Values("X-Forwarded-For"); len(all) > 0 {
			last := all[len(all)-1]
			host = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
		}
	}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Prefix{}
	}
	addr = addr.Unmap()
	bits := 24
	if addr.Is6() {
		bits = 48
	}
	prefix, err := addr.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return prefix
}

// rateLimit counts look-ups by network and minute, in bounded memory.
type rateLimit struct {
	mu     sync.Mutex
	minute int64
	seen   map[netip.Prefix]int
}

const (
	lookupsPerMinute = 60
	mostNetworks     = 100_000
)

func (l *rateLimit) allow(now time.Time, network netip.Prefix) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if m := now.Unix() / 60; m != l.minute || l.seen == nil {
		l.minute, l.seen = m, map[netip.Prefix]int{}
	}
	n, known := l.seen[network]
	if n >= lookupsPerMinute || (!known && len(l.seen) >= mostNetworks) {
		return false
	}
	l.seen[network] = n + 1
	return true
}
