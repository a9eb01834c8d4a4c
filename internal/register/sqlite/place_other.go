//go:build !windows && !linux

package sqlite

import "os"

func remote(string) bool { return false }

// machineID is the machine's name where the system offers nothing better.
func machineID() string {
	name, _ := os.Hostname()
	return name
}
