package main

import (
	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/seal"
)

var (
	backedUp = message.Define("cli-backed-up", "Đã sao lưu và phục hồi thử thành công: {file} ({certs} giấy chứng nhận, đầu sổ {head}).",
		"Backed up and restored on trial: {file} ({certs} certificates, head {head}).")
	backupLine = message.Define("cli-backup-line", "{at}  {file}  {certs} giấy chứng nhận  {why}", "{at}  {file}  {certs} certificates  {why}")
	noBackups  = message.Define("cli-no-backups", "Chưa có bản sao lưu nào đạt.", "There is no good backup yet.").
			Hint("Chạy “ocoprint backup”.", "Run “ocoprint backup”.")
	rebuiltOK = message.Define("cli-rebuilt", "Tìm thấy {found} bản ghi trong PDF: nạp lại {entered}, từ chối {refused}; {unread} PDF không có bản ghi.",
		"{found} records in the PDFs: {entered} entered again, {refused} refused; {unread} PDFs carry none.")
	importedOK = message.Define("cli-imported", "Đã nhập {n} giấy của sổ cũ; bỏ {skipped} dòng không có số giấy.",
		"{n} certificates of the older register are entered; {skipped} rows without a number are left out.")
)

func backupVerb(g *globals) *cobra.Command {
	var to string
	var list bool
	c := &cobra.Command{Use: "backup", Aliases: []string{"sao-luu"}, Short: "Sao lưu sổ, phục hồi thử rồi mới coi là đạt", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), list, func(o *office.Office) error {
				if list {
					return g.listBackups(o)
				}
				info, err := o.Backup(c.Context(), to, "theo yêu cầu")
				if err != nil {
					return err
				}
				g.t.say(backedUp.With("file", info.File, "certs", info.Counts.Certificates, "head", info.Head.Short()))
				return nil
			})
		}}
	c.Flags().StringVar(&to, "to", "", "thư mục khác, ví dụ USB / another folder")
	c.Flags().BoolVar(&list, "list", false, "liệt kê các bản sao lưu đạt / list the good backups")
	return c
}

func (g *globals) listBackups(o *office.Office) error {
	all, err := o.Backups()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		g.t.say(noBackups.With())
	}
	for _, b := range all {
		g.t.say(backupLine.With("at", b.Time().In(seal.Vietnam).Format("02/01/2006 15:04"), "file", b.File, "certs", b.Counts.Certificates, "why", b.Why))
	}
	return nil
}

func registerRebuild(g *globals) *cobra.Command {
	return &cobra.Command{Use: "rebuild THƯ-MỤC-PDF", Aliases: []string{"dung-lai"}, Short: "Nạp lại giấy đã cấp từ các PDF đã in", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				done, err := o.Rebuild(c.Context(), args[0])
				if err != nil {
					return err
				}
				g.t.say(rebuiltOK.With("found", done.Found, "entered", done.Entered, "refused", len(done.Refused), "unread", len(done.Unread)))
				for _, e := range done.Refused {
					g.t.fail(e)
				}
				if len(done.Refused) > 0 {
					return exitCode(exitHeld)
				}
				return nil
			})
		}}
}

func registerImport(g *globals) *cobra.Command {
	var planFile string
	r := &reading{}
	c := &cobra.Command{Use: "import TỆP.xlsx", Aliases: []string{"nhap"}, Short: "Nhập sổ giấy cũ: số giấy, sản phẩm, chủ thể, quyết định", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			opt, err := r.options(g)
			if err != nil {
				return err
			}
			imp, err := g.readOne(c.Context(), args[0], opt)
			if err == nil {
				err = imp.Refused()
			}
			if err != nil {
				return err
			}
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				s, err := g.settings(c.Context(), o, planFile)
				if err != nil {
					return err
				}
				certs, skipped, err := o.ImportOld(c.Context(), imp, s, g.asOf.Date)
				if err != nil {
					return err
				}
				g.t.say(importedOK.With("n", len(certs), "skipped", skipped))
				return nil
			})
		}}
	c.Flags().StringVar(&planFile, "plan", "", "tệp kế hoạch / plan")
	r.bind(c)
	return c
}
