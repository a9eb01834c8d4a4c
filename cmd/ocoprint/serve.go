package main

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/web"
)

var (
	serveAt = message.Define("cli-serve-at", "Trang làm việc: {url}\nĐường dẫn này dùng được một lần trong 60 giây. Bấm Ctrl+C để tắt.",
		"The office page: {url}\nThe link works once, within 60 seconds. Press Ctrl+C to stop.")
	serveLAN = message.Define("cli-serve-lan", "Trang làm việc cho máy trong cơ quan: {url}\nNgười dùng đăng nhập bằng tài khoản của mình. Bấm Ctrl+C để tắt.",
		"The office page for the office's machines: {url}\nPeople log in with their accounts. Press Ctrl+C to stop.")
	servePublicAt   = message.Define("cli-serve-public", "Trang tra cứu công khai: {url}\nBấm Ctrl+C để tắt.", "The public page: {url}\nPress Ctrl+C to stop.")
	serveNoAccounts = message.Define("cli-serve-no-accounts", "Chưa có tài khoản quản trị nên chưa mở cho máy khác được.", "There is no administrator account, so other machines cannot come in yet.").
			Hint("Chạy “ocoprint serve --open” trên máy này, vào Thiết lập › Người dùng và lập tài khoản.", "Run “ocoprint serve --open” on this machine and make accounts under Settings › Users.")
	tlsBad = message.Define("cli-tls-bad", "Không dùng được chứng thư https “{file}”.", "The https certificate “{file}” cannot be used.").
		Hint("Kiểm tra hai tệp --tls-cert và --tls-key (PEM, cùng một cặp).", "Check --tls-cert and --tls-key (PEM, one pair).")
	serveNotLocal = message.Define("cli-serve-not-local", "Địa chỉ {addr} mở cho máy khác nhưng chưa có https.",
		"{addr} is open to other machines, but without https.").
		Hint("Thêm --tls-cert và --tls-key; hoặc --insecure-http nếu biết rõ mạng; hoặc --addr 127.0.0.1:8017.", "Add --tls-cert and --tls-key; or --insecure-http knowingly; or --addr 127.0.0.1:8017.")
	portTaken = message.Define("cli-port-taken", "Không mở được cổng {addr}.", "The port {addr} cannot be opened.").
			Hint("Có thể chương trình đang chạy sẵn; hoặc chọn cổng khác bằng --addr.", "The program may be running already; or choose another port with --addr.")
)

// serveFlags say who may come in and how.
type serveFlags struct {
	addr, cert, key string
	insecure, open  bool
	accounts        bool // people log in even when only this machine may come in
	hosts           []string
	asOf            ocop.Date // of the demo: the samples' own time
	samples         []web.Sample

	public  bool
	site    string
	proxy   bool
	refresh time.Duration
}

func serveVerb(g *globals) *cobra.Command {
	f := &serveFlags{}
	c := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"mo"},
		Short:   "Mở trang làm việc trong trình duyệt, hoặc trang tra cứu công khai",
		Long: `Mở trang làm việc trên máy này: nạp tệp, xem lỗi, trả lời câu hỏi, xem bản dự kiến,
vào sổ, in giấy tờ. Không gửi gì ra ngoài.

Mở cho máy khác trong cơ quan: cần tài khoản (lập ở trang Thiết lập, mục Người dùng)
và https (--tls-cert, --tls-key), hoặc biết mà vẫn dùng http (--insecure-http).

--public mở trang tra cứu công khai: không có bí mật, không có dữ liệu cá nhân. Nên phục
vụ thư mục do “ocoprint site build” lập (--site), để khóa ký không nằm trên máy công khai.`,
		Example: `  ocoprint serve --open
  ocoprint serve --addr 0.0.0.0:8443 --tls-cert may.crt --tls-key may.key
  ocoprint serve --public --site /srv/tra-cuu --addr 0.0.0.0:443 --tls-cert … --tls-key …`,
		Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			if f.public && f.site != "" {
				return g.servePublic(c.Context(), f, func(context.Context) (*office.Publication, error) { return office.ReadPublication(f.site) })
			}
			if f.public {
				return g.withOffice(c.Context(), true, func(o *office.Office) error {
					return g.servePublic(c.Context(), f, func(ctx context.Context) (*office.Publication, error) { return o.Publish(ctx, "", o.Today()) })
				})
			}
			return g.withCounter(c.Context(), func(o *office.Office) error { return g.serve(c.Context(), o, f, false) })
		},
	}
	c.Flags().StringVar(&f.addr, "addr", "127.0.0.1:8017", "địa chỉ và cổng / address and port")
	c.Flags().BoolVar(&f.open, "open", false, "mở trình duyệt / open the browser")
	c.Flags().StringVar(&f.cert, "tls-cert", "", "tệp chứng thư https / certificate file")
	c.Flags().StringVar(&f.key, "tls-key", "", "tệp khóa của chứng thư / its key file")
	c.Flags().BoolVar(&f.accounts, "accounts", false, "đăng nhập bằng tài khoản cả khi chỉ mở trên máy này (sau máy chủ ủy quyền) / log in on this machine too")
	c.Flags().BoolVar(&f.insecure, "insecure-http", false, "biết mà vẫn dùng http cho máy khác / knowingly without https")
	c.Flags().StringSliceVar(&f.hosts, "host", nil, "tên máy được gọi, ngoài địa chỉ IP / host names that are answered")
	c.Flags().BoolVar(&f.public, "public", false, "trang tra cứu công khai / public verification only")
	c.Flags().StringVar(&f.site, "site", "", "thư mục của “site build” / folder of “site build”")
	c.Flags().BoolVar(&f.proxy, "proxy", false, "đứng sau máy chủ ủy quyền: tin X-Forwarded-For / behind a proxy of ours")
	c.Flags().DurationVar(&f.refresh, "refresh", 5*time.Minute, "đọc lại danh sách sau / read the lists again after")
	return c
}

// withCounter is withOffice for the pages: the passphrase is asked there.
func (g *globals) withCounter(ctx context.Context, work func(*office.Office) error) error {
	opt := g.officeOptions(false)
	if g.passphrase == "" {
		opt.Passphrase = nil
	}
	o, err := office.Open(ctx, opt)
	if err != nil {
		return err
	}
	return errors.Join(work(o), o.Close())
}

func (g *globals) serve(ctx context.Context, o *office.Office, f *serveFlags, demo bool) error {
	local := isLoopback(f.addr)
	if err := g.mayServe(ctx, o, f, local); err != nil {
		return err
	}
	login := f.accounts || !local
	listener, err := f.listen()
	if err != nil {
		return err
	}
	opt := web.Options{
		Office: o, Now: g.t.Now, Random: rand.Reader, Demo: demo, Accounts: login, Secure: f.cert != "",
		AsOf: f.asOf, Samples: f.samples,
		Work: filepath.Join(filepath.Dir(filepath.Clean(g.register)), "giay-to"),
		Log:  slog.New(slog.NewJSONHandler(g.t.Err, &slog.HandlerOptions{Level: slog.LevelWarn})),
	}
	if login {
		opt.Hosts = append(ownNames(), f.hosts...)
	}
	pages := web.New(opt)
	defer pages.Close()
	url := f.scheme() + "://" + listener.Addr().String()
	if !login {
		path, err := pages.StartPath()
		if err != nil {
			return err
		}
		url += path
		g.t.say(serveAt.With("url", url))
	} else {
		g.t.say(serveLAN.With("url", url))
	}
	if err := g.t.flush(); err != nil {
		return err
	}
	if f.open {
		openBrowser(url)
	}
	ctx, stop := context.WithCancel(ctx)
	kept := make(chan struct{})
	go func() { defer close(kept); g.keepBackups(ctx, o) }()
	err = serveUntil(ctx, listener, pages)
	stop()
	<-kept // the office is closed after it
	return err
}

// keepBackups takes the day's backup at the start and every hour that a new
// day has come, for as long as the pages are open.
func (g *globals) keepBackups(ctx context.Context, o *office.Office) {
	hour := time.NewTicker(time.Hour)
	defer hour.Stop()
	for {
		if err := o.Daily(ctx); err != nil && ctx.Err() == nil {
			slog.New(slog.NewJSONHandler(g.t.Err, nil)).Error("daily backup", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-hour.C:
		}
	}
}

// mayServe lets other machines in only with accounts and https.
func (g *globals) mayServe(ctx context.Context, o *office.Office, f *serveFlags, local bool) error {
	if local && !f.accounts {
		return nil
	}
	if !local && f.cert == "" && !f.insecure {
		return misuse{serveNotLocal.With("addr", f.addr).Err()}
	}
	users, err := o.Register.Users(ctx)
	if err != nil {
		return err
	}
	for _, u := range users {
		if u.Role == web.RoleAdmin && !u.Closed {
			return nil
		}
	}
	return misuse{serveNoAccounts.Err()}
}

// servePublic serves verification only.
func (g *globals) servePublic(ctx context.Context, f *serveFlags, load func(context.Context) (*office.Publication, error)) error {
	pages, err := web.NewPublic(ctx, web.PublicOptions{
		Load: load, Refresh: f.refresh, Now: g.t.Now, Proxy: f.proxy,
		Log: slog.New(slog.NewJSONHandler(g.t.Err, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return err
	}
	listener, err := f.listen()
	if err != nil {
		return err
	}
	g.t.say(servePublicAt.With("url", f.scheme()+"://"+listener.Addr().String()+"/v"))
	if err := g.t.flush(); err != nil {
		return err
	}
	go pages.Run(ctx)
	return serveLimited(ctx, listener, pages, 5*time.Second, 30*time.Second)
}

func isLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || (ip != nil && ip.IsLoopback()))
}

// ownNames are the addresses and the name of this machine.
func ownNames() (names []string) {
	addrs, err := net.InterfaceAddrs()
	if err == nil {
		for _, a := range addrs {
			if ip, ok := a.(*net.IPNet); ok {
				names = append(names, ip.IP.String())
			}
		}
	}
	if name, err := os.Hostname(); err == nil {
		names = append(names, strings.ToLower(name))
	}
	return append(names, "localhost")
}

func (f *serveFlags) scheme() string {
	if f.cert != "" {
		return "https"
	}
	return "http"
}

func (f *serveFlags) listen() (net.Listener, error) {
	var config *tls.Config
	if f.cert != "" {
		pair, err := tls.LoadX509KeyPair(f.cert, f.key)
		if err != nil {
			return nil, misuse{tlsBad.With("file", f.cert).Wrap(err)}
		}
		config = &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}
	}
	listener, err := net.Listen("tcp", f.addr)
	if err != nil {
		return nil, portTaken.With("addr", f.addr).Wrap(err)
	}
	if config != nil {
		return tls.NewListener(listener, config), nil
	}
	return listener, nil
}

// serveUntil answers until the context ends, then lets requests finish.
func serveUntil(ctx context.Context, listener net.Listener, h http.Handler) error {
	return serveLimited(ctx, listener, h, 2*time.Minute, 5*time.Minute)
}

// serveLimited gives a request so long to come in and an answer so long to go
// out, so that slow clients do not hold the program.
func serveLimited(ctx context.Context, listener net.Listener, h http.Handler, in, out time.Duration) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: in, WriteTimeout: out,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10, ErrorLog: log.New(io.Discard, "", 0)}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(grace)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return <-stopped
}

// startedByDoubleClick reports whether Explorer started the program, without
// arguments: then the office page opens.
func startedByDoubleClick() bool { return mousetrap.StartedByExplorer() }

// doubleClicked is the office page with its browser.
func (g *globals) doubleClicked(ctx context.Context) error {
	return g.withCounter(ctx, func(o *office.Office) error {
		return g.serve(ctx, o, &serveFlags{addr: "127.0.0.1:0", open: true}, false)
	})
}

// openBrowser asks the system to show a page; the address was printed anyway.
func openBrowser(url string) {
	var c *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		c = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		c = exec.Command("open", url)
	default:
		c = exec.Command("xdg-open", url)
	}
	_ = c.Start() // without a browser the person opens the printed address
}
