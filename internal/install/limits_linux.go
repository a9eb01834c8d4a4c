package install

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

// patience is how long the child may take, by the clock on the wall. What it may
// cost is its processor time (systemLimits): on a busy machine four seconds of
// that can last a minute.
const patience = 2 * time.Minute

// systemLimits asks the kernel to stop the child: after seconds of processor
// time, and when it maps far more memory than the watchdog lets it keep, which
// a single huge allocation does before the watchdog looks.
func systemLimits() {
	const seconds, data = 4, 1 << 30
	syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
	syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: data, Max: data})
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}

// outOfTime reports whether the kernel ended the child for its processor time.
func outOfTime(exit *exec.ExitError) bool {
	if exit == nil {
		return false
	}
	s, ok := exit.Sys().(syscall.WaitStatus)
	return ok && s.Signaled() && (s.Signal() == syscall.SIGKILL || s.Signal() == syscall.SIGXCPU)
}

func peak(p *os.ProcessState) int64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}
