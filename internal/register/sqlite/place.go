package sqlite

import (
	"os"
	"path/filepath"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/register"
)

var (
	oddName   = message.Define("folder-odd-name", "đường dẫn có dấu “?”", "its path holds a “?”")
	onNetwork = message.Define("folder-on-network", "đây là ổ đĩa mạng, hai máy có thể cấp trùng số", "it is a network drive, two PCs could give the same number")
	inCloud   = message.Define("folder-in-cloud", "thư mục được {service} đồng bộ, tệp có thể bị ghi đè", "it is synchronised by {service}, files could be overwritten")
)

// clouds are folder names of programs that copy files behind our back.
var clouds = []string{"OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "My Drive", "iCloud", "iCloudDrive", "Mobile Documents", "MEGA", "Nextcloud", "Box Sync", "Zalo Received Files"}

// fit refuses folders that a register must not lie in.
func fit(folder string) error {
	if strings.Contains(folder, "?") {
		return FolderUnfit.With("folder", folder, "why", oddName).Err()
	}
	for _, part := range strings.FieldsFunc(folder, func(r rune) bool { return r == '/' || r == '\\' }) {
		for _, c := range clouds {
			if strings.EqualFold(part, c) || strings.HasPrefix(strings.ToLower(part), strings.ToLower(c)+" -") {
				return FolderUnfit.With("folder", folder, "why", inCloud.With("service", c)).Err()
			}
		}
	}
	for _, variable := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if root := os.Getenv(variable); root != "" && within(root, folder) {
			return FolderUnfit.With("folder", folder, "why", inCloud.With("service", "OneDrive")).Err()
		}
	}
	if remote(nearest(folder)) {
		return FolderUnfit.With("folder", folder, "why", onNetwork).Err()
	}
	return nil
}

func within(root, folder string) bool {
	rel, err := filepath.Rel(root, folder)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// nearest gives the closest folder that exists already.
func nearest(folder string) string {
	for {
		if _, err := os.Stat(folder); err == nil {
			return folder
		}
		up := filepath.Dir(folder)
		if up == folder {
			return folder
		}
		folder = up
	}
}

// Place says where the register lies: machine, path without links, and the
// file's own number.
func (s *Store) Place() (register.Place, error) {
	path, err := filepath.EvalSymlinks(s.file)
	if err != nil {
		return register.Place{}, err
	}
	inode, err := fileNumber(path)
	if err != nil {
		return register.Place{}, err
	}
	machine := s.opt.Machine
	if machine == "" {
		machine = machineID()
	}
	return register.Place{Machine: machine, Path: path, Inode: inode}, nil
}

var _ register.Placed = (*Store)(nil)
