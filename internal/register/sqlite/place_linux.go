package sqlite

import (
	"os"
	"strings"
	"syscall"
)

// network file systems by their magic number (statfs(2)).
var networks = map[int64]bool{
	0x6969: true, 0x517b: true, 0xff534d42: true, 0xfe534d42: true, 0x564c: true, // nfs, smb, cifs, smb2, ncp
	0x01021997: true, 0x6b414653: true, 0x00c36400: true, 0x0bd00bd0: true, 0x7461636f: true, // 9p, afs, ceph, lustre, ocfs2
}

func remote(folder string) bool {
	var st syscall.Statfs_t
	if syscall.Statfs(folder, &st) != nil {
		return false
	}
	return networks[int64(st.Type)&0xffffffff]
}

func machineID() string {
	for _, path := range []string{"/etc/machine-id", "/var/lib/dbus/machine-id"} {
		if b, err := os.ReadFile(path); err == nil {
			return strings.TrimSpace(string(b))
		}
	}
	return ""
}
