//go:build !windows

package sqlite

import (
	"fmt"
	"os"
	"syscall"
)

// fileNumber is the file's inode. The device's number is left out: it changes
// when a disk is plugged in elsewhere or the PC starts again.
func fileNumber(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprint(st.Ino), nil
	}
	return "", nil
}
