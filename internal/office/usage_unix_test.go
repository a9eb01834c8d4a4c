//go:build unix

package office_test

import (
	"syscall"
	"testing"
)

// cpuSeconds is the processor time of this process so far.
func cpuSeconds(t *testing.T) float64 {
	u := usage(t)
	seconds := func(v syscall.Timeval) float64 { return float64(v.Sec) + float64(v.Usec)/1e6 }
	return seconds(u.Utime) + seconds(u.Stime)
}

// peakKB is the most memory this process ever held.
func peakKB(t *testing.T) int64 { return int64(usage(t).Maxrss) }

func usage(t *testing.T) (u syscall.Rusage) {
	t.Helper()
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return u
}
