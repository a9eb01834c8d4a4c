package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"ocoprint/internal/install"
	"ocoprint/internal/office"
	"ocoprint/internal/plan"
	"ocoprint/internal/register"
	"ocoprint/internal/register/sqlite"
	"ocoprint/samples"
)

// The tests' clock: the office works on this day.
var testNow = time.Date(2026, 1, 10, 2, 0, 0, 0, time.UTC)

// TestMain is also the office that the browser stories start and kill: the
// test binary with OCOPRINT_WEB_OFFICE set serves that folder.
func TestMain(m *testing.M) {
	install.Main()
	if dir := os.Getenv("OCOPRINT_WEB_OFFICE"); dir != "" {
		if err := serveForStories(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if dir := os.Getenv("OCOPRINT_WEB_HOLD"); dir != "" {
		if err := holdForStories(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func serveForStories(dir string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	began := time.Now()
	now := func() time.Time { return testNow.Add(time.Since(began)) } // the samples' certificates are not expired then
	accounts := os.Getenv("OCOPRINT_WEB_ACCOUNTS") != ""
	o, err := openTestOffice(ctx, dir, now, os.Getenv("OCOPRINT_WEB_EMPTY") == "")
	if err != nil {
		return err
	}
	defer o.Close()
	if accounts {
		if err := putTestUsers(ctx, o); err != nil {
			return err
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s := New(Options{Office: o, Now: now, Random: rand.Reader, Accounts: accounts, Demo: true, Samples: []Sample{{Name: samples.Annex, Vi: "phụ lục gọn gàng", En: "a tidy annex", Data: samples.Read(samples.Annex)}}, Work: filepath.Join(dir, "giay-to"),
		Log: slog.New(slog.DiscardHandler)})
	defer s.Close()
	url := "http://" + listener.Addr().String()
	if accounts {
		fmt.Println(url + "/dang-nhap")
	} else {
		path, err := s.StartPath()
		if err != nil {
			return err
		}
		fmt.Println(url + path)
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	go func() { <-ctx.Done(); server.Close() }()
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// holdForStories is the other program: it holds the register, as somebody who
// issues, until it is told to end.
func holdForStories(dir string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	store, err := sqlite.Open(context.Background(), filepath.Join(dir, "so-cap"), sqlite.Options{})
	if err != nil {
		return err
	}
	who := register.Holder{Who: "chị Một", Host: "MAY-VAN-THU", PID: 4321, Since: testNow, Doing: string(register.KindIssue)}
	err = store.Update(context.Background(), who, func(register.Tx) error {
		fmt.Println("held")
		<-ctx.Done()
		return nil
	})
	return errors.Join(err, store.Close())
}

func openTestOffice(ctx context.Context, dir string, now func() time.Time, ready bool) (*office.Office, error) {
	o, err := office.Open(ctx, testOptions(dir, now))
	if err != nil || !ready {
		return o, err
	}
	settings, err := plan.Parse(samples.Plan, samples.Read(samples.Plan))
	if err != nil {
		return nil, err
	}
	return o, o.RememberSettings(ctx, settings)
}

func testOptions(dir string, now func() time.Time) office.Options {
	return office.Options{
		Register: filepath.Join(dir, "so-cap"), Now: now, Random: rand.Reader,
		Store: func(ctx context.Context, place string, readOnly bool) (register.Store, error) {
			return sqlite.Open(ctx, place, sqlite.Options{ReadOnly: readOnly})
		},
		OpenFile: func(ctx context.Context, file string, readOnly bool) (register.Store, error) {
			return sqlite.OpenFile(ctx, file, sqlite.Options{ReadOnly: readOnly})
		},
	}
}

// testUsers are invented; the password of each is the same.
const testPassword = "bốn từ không liên quan"

func putTestUsers(ctx context.Context, o *office.Office) error {
	hash, err := HashPassword(rand.Reader, testPassword)
	if err != nil {
		return err
	}
	for name, role := range map[string]string{"lan": RoleIssuer, "minh": RoleApprover, "quan": RoleAdmin, "xem": RoleViewer} {
		if _, ok, err := o.Register.FindUser(ctx, name); err != nil || ok {
			if err != nil {
				return err
			}
			continue
		}
		if err := o.Register.PutUser(ctx, office.User{Name: name, Role: role, Password: hash}); err != nil {
			return err
		}
	}
	return nil
}

// testServer is an office's pages; ready: with the sample plan's settings.
func testServer(t *testing.T, ready bool, change func(*Options)) *Server {
	t.Helper()
	return testServerIn(t, t.TempDir(), ready, change)
}

func testServerIn(t *testing.T, dir string, ready bool, change func(*Options)) *Server {
	t.Helper()
	now := func() time.Time { return testNow }
	o, err := openTestOffice(t.Context(), dir, now, ready)
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Office: o, Now: now, Random: rand.Reader, Work: filepath.Join(dir, "giay-to")}
	if change != nil {
		change(&opt)
	}
	if opt.Accounts {
		if err := putTestUsers(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	s := New(opt)
	t.Cleanup(func() { s.Close(); o.Close() })
	return s
}
