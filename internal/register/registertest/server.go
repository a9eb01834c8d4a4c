package registertest

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Skip skips a test by name because something is missing on this machine. With
// OCOPRINT_NO_SKIP=1 it fails instead, so that the office's own machine cannot
// pass without having run it.
func Skip(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("OCOPRINT_NO_SKIP") == "1" {
		t.Fatalf("may not be skipped here: %s", why)
	}
	t.Skipf("skipped: %s", why)
}

var (
	server     sync.Once
	serverURL  string
	serverErr  error
	stopServer func()
	databases  atomic.Int64
)

// Postgres gives the address of an empty schema on a private PostgreSQL
// server, started for the tests of this process from Debian's programs: data
// in a temporary folder, a socket there, nothing on the network. Call
// StopPostgres in TestMain. driver is the name of the database driver.
func Postgres(t testing.TB, driver string) string {
	t.Helper()
	server.Do(func() { serverURL, stopServer, serverErr = startServer() })
	if serverErr != nil {
		Skip(t, "PostgreSQL: "+serverErr.Error())
	}
	db, err := sql.Open(driver, serverURL)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	schema := fmt.Sprintf("t%d_%d", os.Getpid(), databases.Add(1))
	for try := 0; ; try++ {
		if _, err = db.Exec("CREATE SCHEMA " + schema); err == nil || try > 50 {
			break
		}
		time.Sleep(100 * time.Millisecond) // the server is coming up
	}
	if err != nil {
		t.Fatal(err)
	}
	return serverURL + "&search_path=" + schema
}

// StopPostgres stops the private server, if it was started.
func StopPostgres() {
	if stopServer != nil {
		stopServer()
	}
}

func startServer() (address string, stop func(), err error) {
	bins, _ := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if len(bins) == 0 {
		return "", nil, fmt.Errorf("no server program under /usr/lib/postgresql")
	}
	slices.Sort(bins)
	bin := filepath.Dir(bins[len(bins)-1])
	dir, err := os.MkdirTemp("", "ocoprint-pg-")
	if err != nil {
		return "", nil, err
	}
	clean := func() { os.RemoveAll(dir) }
	if err := giveAway(dir); err != nil {
		clean()
		return "", nil, err
	}
	data := filepath.Join(dir, "data")
	init := unprivileged(exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "ocop", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"))
	init.Dir = dir
	if out, err := init.CombinedOutput(); err != nil {
		clean()
		return "", nil, fmt.Errorf("initdb: %w: %.200s", err, out)
	}
	run := unprivileged(exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-k", dir, "-c", "listen_addresses=",
		"-c", "fsync=off", "-c", "max_connections=60", "-c", "shared_buffers=32MB"))
	run.Dir = dir
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		clean()
		return "", nil, err
	}
	run.Stdout, run.Stderr = log, log
	if err := run.Start(); err != nil {
		clean()
		return "", nil, err
	}
	stop = func() {
		_ = run.Process.Signal(os.Interrupt)
		_ = run.Wait()
		clean()
	}
	return "postgres:///postgres?user=ocop&host=" + url.QueryEscape(dir), stop, nil
}
