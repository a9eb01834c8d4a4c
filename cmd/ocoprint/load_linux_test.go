package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/samples"
)

func init() { programs["hello"] = func() { os.Exit(helloMain()) } }

// published makes a register of the clean sample and its public site, and gives
// an id and the text of its code.
func published(t testing.TB, dir string) (id, code string) {
	t.Helper()
	k := &killer{dir: dir}
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "phu-luc.xlsx"), samples.Read(samples.Annex), 0o600),
		os.WriteFile(filepath.Join(dir, "plan.toml"), samples.Read(samples.Plan), 0o600)); err != nil {
		t.Fatal(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k.exe = exe
	for _, args := range [][]string{
		{"run", "phu-luc.xlsx", "--plan", "plan.toml", "--register", "so", "--out", "out", "--no-singles", "--as-of", "2023-12-19"},
		{"site", "build", "site", "--register", "so", "--as-of", "2023-12-19"},
	} {
		if out, err := k.command(args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	out, err := k.command("register", "list", "--register", "so", "--as-of", "2023-12-19", "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := string(out)
	cut := func(name string) string {
		_, rest, _ := strings.Cut(text, `"`+name+`"`)
		parts := strings.SplitN(rest, `"`, 3)
		if len(parts) < 3 {
			t.Fatalf("no %s in %.300s", name, text)
		}
		return parts[1]
	}
	return cut("id"), cut("url")
}

// child is a server in a process of its own, so that its CPU and its memory are
// its own.
type child struct {
	cmd  *exec.Cmd
	addr string
}

func startServer(t testing.TB, dir string, args ...string) child {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := (&killer{exe: exe, dir: dir}).command(args[1:]...)
	cmd.Args[0] = args[0]
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
	})
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if at := atURL.FindString(line); at != "" {
			go func() { _, _ = io.Copy(io.Discard, lines) }() // what else it says
			_, addr, _ := strings.Cut(at, "://")
			return child{cmd, addr}
		}
		if err != nil {
			t.Fatalf("%v told no address: %v", args, err)
		}
	}
}

// cpu gives the seconds of CPU that the process has used.
func (c child) cpu(t testing.TB) float64 {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+2:]))
	var ticks float64
	for _, f := range fields[11:13] { // utime and stime, in hundredths
		n, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatal(err)
		}
		ticks += n
	}
	return ticks / 100
}

// peakMB is the most memory that was resident.
func (c child) peakMB(t testing.TB) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kb int
	if _, err := fmt.Sscan(rest, &kb); err != nil {
		t.Fatal(err)
	}
	return kb / 1024
}

// TestPublicServerUnderLoad holds many connections that have asked and wait,
// and slow clients that never finish their question. Meanwhile others are
// answered; the slow ones are sent away; memory stays within 300 MB.
// OCOPRINT_LOAD=full is 10,000 and 1,000, the usual run a tenth.
func TestPublicServerUnderLoad(t *testing.T) {
	waiting, slow := 1000, 100
	if os.Getenv("OCOPRINT_LOAD") == "full" {
		waiting, slow = 10_000, 1000
	}
	var files syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &files); err != nil {
		t.Fatal(err)
	}
	if most := int(files.Cur) - 200; waiting+slow > most {
		t.Logf("only %d files may be open here", files.Cur)
		waiting, slow = most*9/10, most/10
	}
	dir := t.TempDir()
	id, _ := published(t, dir)
	server := startServer(t, dir, "ocoprint", "serve", "--public", "--proxy", "--addr", "127.0.0.1:0", "--register", "so", "--as-of", "2023-12-19")
	conns := make([]net.Conn, 0, waiting+slow)
	t.Cleanup(func() {
		for _, c := range conns {
			_ = c.Close() // the server may have closed it
		}
	})
	open := func() net.Conn {
		c, err := net.Dial("tcp", server.addr)
		if err != nil {
			t.Fatalf("connection %d: %v", len(conns), err)
		}
		conns = append(conns, c)
		return c
	}
	for range slow {
		if _, err := io.WriteString(open(), "GET /v/ HTTP/1.1\r\nHost: "); err != nil {
			t.Fatal(err)
		}
	}
	for i := range waiting {
		if code := askOn(t, open(), bufio.NewReaderSize(nil, 512), id, i); code != http.StatusOK {
			t.Fatalf("connection %d: %d", i, code)
		}
	}
	for _, path := range []string{"/health", "/v/", "/tra?so=" + id} {
		resp, err := http.Get("http://" + server.addr + path)
		if err != nil {
			t.Fatal(err)
		}
		if resp.Body.Close(); resp.StatusCode != http.StatusOK && path != "/health" { // its clock is later than the list's end
			t.Errorf("%s while all wait: %d", path, resp.StatusCode)
		}
	}
	for i, c := range conns[:slow] {
		if err := c.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, c); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatalf("slow client %d is still served", i)
		}
	}
	peak := server.peakMB(t)
	t.Logf("%d connections, %d slow clients: %d MB at most", waiting, slow, peak)
	if peak > 300 {
		t.Errorf("%d MB resident", peak)
	}
}

// askOn asks once on a connection that stays open.
func askOn(t testing.TB, c net.Conn, r *bufio.Reader, id string, from int) int {
	t.Helper()
	r.Reset(c)
	if _, err := fmt.Fprintf(c, "GET /tra?so=%s HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.%d.%d.1\r\n\r\n", id, from>>8&255, from&255); err != nil {
		t.Fatal(err)
	}
	resp, err := http.ReadResponse(r, nil)
	if err != nil {
		t.Fatalf("connection %d: %v", from, err)
	}
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode
}

// BenchmarkPublicServer gives the CPU of a request to the server, as a ratio to
// a bare handler behind the same http.Server in the same run: the median of
// five. A look-up answers a typed number; a check verifies a code's text with
// its signature by the published lists.
func BenchmarkPublicServer(b *testing.B) {
	dir := b.TempDir()
	id, code := published(b, dir)
	const requests = 20_000
	for b.Loop() {
		var lookup, check []float64
		for range 5 {
			hello := cpuOf(b, startServer(b, dir, "hello"), "/", requests)
			lookup = append(lookup, cpuOf(b, startServer(b, dir, "ocoprint", "serve", "--public", "--proxy", "--addr", "127.0.0.1:0", "--register", "so", "--as-of", "2023-12-19"),
				"/tra?so="+id, requests)/hello)
			check = append(check, cpuOf(b, startServer(b, dir, "hello", code), "/", requests)/hello)
			b.Logf("a request: %.0f µs bare, look-up %.2f×, signed check %.2f×", hello*1e6, lookup[len(lookup)-1], check[len(check)-1])
		}
		slices.Sort(lookup)
		slices.Sort(check)
		b.ReportMetric(lookup[2], "lookup/hello")
		b.ReportMetric(check[2], "check/hello")
	}
	b.ReportMetric(0, "ns/op")
}

// cpuOf sends requests on eight connections and gives the seconds of CPU of one.
func cpuOf(b *testing.B, c child, path string, n int) float64 {
	b.Helper()
	var wg sync.WaitGroup
	var sent atomic.Int64
	before := c.cpu(b)
	for range 8 {
		wg.Go(func() {
			conn, err := net.Dial("tcp", c.addr)
			if err != nil {
				b.Error(err)
				return
			}
			defer conn.Close()
			r := bufio.NewReader(conn)
			for i := sent.Add(1); i <= int64(n); i = sent.Add(1) {
				if _, err := fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.%d.%d.1\r\n\r\n", path, i>>8&255, i&255); err != nil {
					b.Error(err)
					return
				}
				resp, err := http.ReadResponse(r, nil)
				if err != nil || resp.StatusCode != http.StatusOK {
					b.Errorf("%s: %v", path, err)
					return
				}
				if _, err := io.Copy(io.Discard, resp.Body); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	used := c.cpu(b) - before
	_ = c.cmd.Process.Kill() // measured; Cleanup waits for it
	return used / float64(n)
}

// helloMain is the server to compare with: it says a word, or with a code as
// argument verifies that first.
func helloMain() int {
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") })
	if len(os.Args) > 1 {
		v := office.ListVerifier(os.DirFS("site/v"), []string{"https://ocop.example"}, ocop.DateOf(servedOn.AddDate(-2, 0, 0)), servedOn.AddDate(-2, 0, 0))
		h = func(w http.ResponseWriter, r *http.Request) {
			rep, err := v.Check(r.Context(), os.Args[1:])
			if err != nil || rep.Genuine+rep.Others != 1 {
				w.WriteHeader(http.StatusInternalServerError)
			}
			_, _ = io.WriteString(w, "hello")
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 1
	}
	fmt.Println("http://" + listener.Addr().String())
	if err := serveLimited(context.Background(), listener, h, 5*time.Second, 30*time.Second); err != nil {
		return 1
	}
	return 0
}
