package durable

import (
	"errors"
	"os"
	"syscall"
)

// Error numbers of Windows that package syscall does not name.
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
	handleDiskFull   = syscall.Errno(39)
	diskFull         = syscall.Errno(112)
	writeProtect     = syscall.Errno(19)
	userMapped       = syscall.Errno(1224)
)

// SyncDir does nothing: NTFS journals names itself, and a folder cannot be synced.
func SyncDir(string) error { return nil }

func syncOpenDir(*os.File) error { return nil }

// inUse: a PDF open in a viewer is a sharing violation.
func inUse(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation) || errors.Is(err, userMapped)
}

func noSpace(err error) bool {
	return errors.Is(err, diskFull) || errors.Is(err, handleDiskFull)
}

func readOnly(err error) bool { return errors.Is(err, writeProtect) }
