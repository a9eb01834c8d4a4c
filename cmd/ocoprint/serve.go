package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/web"
)

var (
	serveAt = message.Define("cli-serve-at", "Trang làm việc: {url}\nĐường dẫn này dùng được một lần trong 60 giây. Bấm Ctrl+C để tắt.",
		"The office page: {url}\nThe link works once, within 60 seconds. Press Ctrl+C to stop.")
	serveNotLocal = message.Define("cli-serve-not-local", "Địa chỉ {addr} mở cho máy khác; trang làm việc chỉ chạy trên máy này.",
		"{addr} is open to other machines; the office page runs on this machine only.").
		Hint("Dùng --addr 127.0.0.1:8080.", "Use --addr 127.0.0.1:8080.")
	portTaken = message.Define("cli-port-taken", "Không mở được cổng {addr}.", "The port {addr} cannot be opened.").
			Hint("Có thể chương trình đang chạy sẵn; hoặc chọn cổng khác bằng --addr.", "The program may be running already; or choose another port with --addr.")
)

func serveVerb(g *globals) *cobra.Command {
	var addr string
	var open bool
	c := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"mo"},
		Short:   "Mở trang làm việc trong trình duyệt",
		Long: `Mở trang làm việc trên máy này: nạp tệp, xem lỗi, trả lời câu hỏi, xem bản dự kiến,
vào sổ, in giấy tờ. Không gửi gì ra ngoài.`,
		Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withCounter(c.Context(), func(o *office.Office) error {
				return g.serve(c.Context(), o, addr, open, false)
			})
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8017", "địa chỉ và cổng / address and port")
	c.Flags().BoolVar(&open, "open", false, "mở trình duyệt / open the browser")
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

func (g *globals) serve(ctx context.Context, o *office.Office, addr string, open, demo bool) error {
	host, _, err := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); err != nil || (host != "localhost" && (ip == nil || !ip.IsLoopback())) {
		return misuse{serveNotLocal.With("addr", addr).Err()}
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return portTaken.With("addr", addr).Wrap(err)
	}
	pages := web.New(web.Options{
		Office: o, Now: g.t.Now, Random: rand.Reader, Demo: demo, Work: filepath.Join(filepath.Dir(filepath.Clean(g.register)), "giay-to"),
		Log: slog.New(slog.NewJSONHandler(g.t.Err, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	defer pages.Close()
	path, err := pages.StartPath()
	if err != nil {
		return err
	}
	url := "http://" + listener.Addr().String() + path
	g.t.say(serveAt.With("url", url))
	if err := g.t.flush(); err != nil {
		return err
	}
	if open {
		openBrowser(url)
	}
	return serveUntil(ctx, listener, pages)
}

// serveUntil answers until the context ends, then lets requests finish.
func serveUntil(ctx context.Context, listener net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, WriteTimeout: 5 * time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10}
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
