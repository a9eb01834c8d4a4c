package web

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/office"
)

// TestARestoreThatLostSomethingIsShown: what the audit tells after a restore
// stands on the pages until somebody says which papers were gone through.
func TestARestoreThatLostSomethingIsShown(t *testing.T) {
	dir := t.TempDir()
	s := testServerIn(t, dir, true, nil)
	runScript(t, `as me
GET /
! phục hồi từ bản sao lưu
POST /tep
upload mau-phu-luc.xlsx
POST /tep/{tep}/cap
= 303`, s)
	info, err := s.office.Backup(t.Context(), filepath.Join(dir, "usb"), "thử")
	if err != nil {
		t.Fatal(err)
	}
	runScript(t, `as me
GET /so
! phục hồi từ bản sao lưu
POST /so/{giay}/thu-hoi
form qd=9/QĐ-UBND&ngay-qd=01/11/2024&ly-do=vi+phạm
= 303`, s)
	s.Close()
	if err := s.office.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "so-cap", "register.db")); err != nil {
		t.Fatal(err)
	}
	done, err := office.Restore(t.Context(), testOptions(dir, func() time.Time { return testNow }), office.RestoreFrom{Backup: filepath.Join(dir, "usb", info.File), Reason: "hỏng ổ cứng"})
	if err != nil || done.Unknown != 1 {
		t.Fatalf("restore: %+v, %v", done, err)
	}
	s = testServerIn(t, dir, true, nil)
	rep, err := s.office.Register.Audit(t.Context())
	if err != nil || len(rep.Gaps) != 1 {
		t.Fatalf("audit: %+v, %v", rep.Gaps, err)
	}
	m := office.GapText(rep.Gaps[0])
	said := "? " + m.In("vi") + "\n? " + m.HintIn("vi") + "\n"
	runScript(t, strings.NewReplacer("SAID", said, "ENTRY", strconv.FormatInt(rep.Gaps[0].Entry, 10)).Replace(`as me
GET /
SAID? thiếu 1 mục đã mất
! name="muc"
POST /ngon-ngu
form lang=en&back=/
GET /so
? lacks 1 lost entry (from
? Before publishing or answering
POST /ngon-ngu
form lang=vi&back=/
GET /so
SAIDGET /thiet-lap/sao-luu
SAID? name="muc" value="ENTRY"
POST /thiet-lap/sao-luu/doi-chieu
form muc=ENTRY&ghi-chu=+
= 422
? Chưa ghi đã đối chiếu
POST /thiet-lap/sao-luu/doi-chieu
form muc=1&ghi-chu=đã+xem
= 422
GET /
SAIDPOST /thiet-lap/sao-luu/doi-chieu
form muc=ENTRY&ghi-chu=đã+xem+9/QĐ-UBND,+ghi+lại+1+giấy
= 303
GET /thiet-lap/sao-luu
? đã xem 9/QĐ-UBND, ghi lại 1 giấy
? thiếu 1 mục đã mất
! name="muc"
GET /
! mục đã mất`), s)
}
