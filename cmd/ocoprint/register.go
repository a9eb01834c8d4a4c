package main

import (
	"context"
	"encoding/json"
	"time"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
	"ocoprint/internal/viet"
)

// filter are the flags that choose certificates.
type filter struct {
	text, decision, commune, status string
	stars, round, year              int
}

func (f *filter) bind(c *cobra.Command) {
	c.Flags().StringVar(&f.text, "find", "", "tìm không dấu: sản phẩm, chủ thể, xã, số / search without tones")
	c.Flags().StringVar(&f.decision, "decision", "", "số quyết định / decision number")
	c.Flags().StringVar(&f.commune, "commune", "", "xã, phường / commune")
	c.Flags().StringVar(&f.status, "status", "", "valid|expiring|expired|not_yet|revoked|suspended|superseded|cancelled")
	c.Flags().IntVar(&f.stars, "stars", 0, "hạng sao / stars")
	c.Flags().IntVar(&f.round, "round", 0, "đợt / round")
	c.Flags().IntVar(&f.year, "year", 0, "năm / year")
}

func (f *filter) query(asOf ocop.Date) register.Filter {
	q := register.Filter{Text: f.text, Decision: f.decision, Commune: f.commune, Round: ocop.Round{No: f.round, Year: f.year}, AsOf: asOf}
	if f.stars > 0 {
		q.Stars = []ocop.Stars{ocop.Stars(f.stars)}
	}
	if f.status != "" {
		q.Status = []ocop.CertificateStatus{ocop.CertificateStatus(f.status)}
	}
	return q
}

func registerVerb(g *globals) *cobra.Command {
	c := &cobra.Command{
		Use:     "register",
		Aliases: []string{"so", "so-cap"},
		Short:   "Sổ cấp: liệt kê, xem, tìm, xuất, kiểm tra",
	}
	c.AddCommand(registerList(g), registerShow(g), registerHistory(g), registerSearch(g), registerExport(g),
		registerAudit(g), registerFsck(g), registerMove(g), registerStats(g), registerConfirm(g), registerClose(g),
		registerRebuild(g), registerImport(g), registerErase(g), registerProfiles(g))
	return c
}

func registerList(g *globals) *cobra.Command {
	f := &filter{}
	c := &cobra.Command{Use: "list", Aliases: []string{"liet-ke"}, Short: "Liệt kê giấy chứng nhận", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				return g.tellItems(c.Context(), o, f.query(g.asOf.Date))
			})
		}}
	f.bind(c)
	return c
}

func registerSearch(g *globals) *cobra.Command {
	return &cobra.Command{Use: "search TỪ…", Aliases: []string{"tim"}, Short: "Tìm không cần dấu", Args: argsOf(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				return g.tellItems(c.Context(), o, register.Filter{Text: joinWords(args), AsOf: g.asOf.Date})
			})
		}}
}

func joinWords(args []string) (s string) {
	for i, a := range args {
		if i > 0 {
			s += " "
		}
		s += a
	}
	return s
}

var (
	registerEmpty = message.Define("cli-register-none", "Không có giấy chứng nhận nào.", "There is no certificate.")
	registerTotal = message.Define("cli-register-total", "{n} giấy chứng nhận, xét đến ngày {day}.", "{n} certificates, as of {day}.")
)

// itemJSON is a certificate as programs get it: nothing personal.
type itemJSON struct {
	ID       string                 `json:"id"`
	Number   string                 `json:"number"`
	Code     string                 `json:"code"`
	Revision int                    `json:"revision"`
	Product  string                 `json:"product"`
	Producer string                 `json:"producer"`
	Place    string                 `json:"place"`
	Stars    ocop.Stars             `json:"stars"`
	Round    ocop.Round             `json:"round"`
	Decision ocop.Decision          `json:"decision"`
	IssuedOn ocop.Date              `json:"issued_on"`
	LastDay  ocop.Date              `json:"last_day"`
	Status   ocop.CertificateStatus `json:"status"`
	URL      string                 `json:"url"`
}

func asJSON(it register.Item) itemJSON {
	return itemJSON{it.ID, it.Number, it.Code, it.Revision, it.Product.Name, it.Producer.Name, it.Place, it.Stars, it.Round,
		it.Decision, it.IssuedOn, it.LastDay, it.Status, it.URL}
}

func (g *globals) tellItems(ctx context.Context, o *office.Office, q register.Filter) error {
	n := 0
	enc := json.NewEncoder(g.t)
	enc.SetEscapeHTML(false)
	for it, err := range o.Register.All(ctx, q) {
		if err != nil {
			return err
		}
		n++
		if g.json {
			if err := enc.Encode(asJSON(it)); err != nil {
				return err
			}
			continue
		}
		g.t.printf("%-18s %-20s %d★  %-12s  %s — %s\n", it.ID, it.Number, it.Stars, g.statusName(it.Status), it.Product.Name, it.Producer.Name)
	}
	if !g.json {
		if n == 0 {
			g.t.say(registerEmpty.With())
		} else {
			g.t.say(registerTotal.With("n", n, "day", g.asOf.Date.String()))
		}
	}
	return nil
}

func (g *globals) statusName(s ocop.CertificateStatus) string {
	return viet.FirstUpper(register.StatusText(s).In(g.t.lang()))
}

func registerShow(g *globals) *cobra.Command {
	return &cobra.Command{Use: "show MÃ|SỐ", Aliases: []string{"xem"}, Short: "Xem một giấy chứng nhận", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				it, err := o.Register.Get(c.Context(), args[0], g.asOf.Date)
				if err != nil {
					return err
				}
				if g.json {
					enc := json.NewEncoder(g.t)
					enc.SetEscapeHTML(false)
					enc.SetIndent("", "  ")
					return enc.Encode(asJSON(it))
				}
				g.tellItem(it)
				return nil
			})
		}}
}

func (g *globals) tellItem(it register.Item) {
	row := func(vi, en, value string) {
		if value != "" {
			g.t.printf("%-22s %s\n", g.t.pick(vi, en)+":", value)
		}
	}
	row("Mã công khai", "Public id", seal.WithCheck(it.ID))
	row("Số", "Number", it.Number)
	row("Mã in dưới QR", "Code under the QR", it.Code)
	row("Sản phẩm", "Product", it.Product.Name)
	row("Chủ thể", "Producer", it.Producer.Name)
	row("Địa chỉ", "Address", it.Producer.Address)
	row("Hạng", "Stars", it.Stars.String())
	row("Đợt", "Round", it.Round.String())
	row("Quyết định", "Decision", it.Decision.String())
	row("Ngày cấp", "Issued on", it.IssuedOn.String())
	row("Có giá trị đến hết", "Valid to the end of", it.LastDay.String())
	row("Tình trạng", "Status", g.statusName(it.Status))
	row("Thay cho", "Replaces", it.Replaces)
	row("Được thay bằng", "Replaced by", it.ReplacedBy)
	row("Đã trao", "Handed over", it.HandedOver.String())
	row("Tra cứu", "Verify", it.URL)
}

func registerHistory(g *globals) *cobra.Command {
	return &cobra.Command{Use: "history MÃ", Aliases: []string{"lich-su"}, Short: "Mọi việc đã xảy ra với một giấy chứng nhận", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				it, err := o.Register.Get(c.Context(), args[0], g.asOf.Date)
				if err != nil {
					return err
				}
				events, err := o.Register.History(c.Context(), it.ID)
				if err != nil {
					return err
				}
				for _, e := range events {
					when := time.UnixMilli(e.At).In(seal.Vietnam).Format("02/01/2006 15:04")
					g.t.printf("%6d  %s  %-12s %-10s %s\n", e.Seq, when, e.Kind.Text().In(g.t.lang()), e.Who, office.EventText(e))
				}
				return nil
			})
		}}
}

func registerExport(g *globals) *cobra.Command {
	f := &filter{}
	var out string
	c := &cobra.Command{Use: "export", Aliases: []string{"xuat"}, Short: "Xuất sổ ra Excel (không có dữ liệu cá nhân)", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				n, err := o.Export(c.Context(), f.query(g.asOf.Date), out)
				if err == nil {
					g.t.say(exported.With("n", n, "file", out))
				}
				return err
			})
		}}
	c.Flags().StringVar(&out, "out", "so-cap.xlsx", "tệp kết quả / output file")
	f.bind(c)
	return c
}

var exported = message.Define("cli-register-exported", "Đã xuất {n} giấy chứng nhận ra {file}.", "{n} certificates are exported to {file}.")

var (
	auditGood = message.Define("cli-register-audit-good", "Sổ nguyên vẹn: {entries} mục, {certs} giấy chứng nhận, {numbers} số. Đầu sổ: {head}",
		"The register is whole: {entries} entries, {certs} certificates, {numbers} numbers. Head: {head}")
	auditBad = message.Define("cli-register-audit-bad", "Sổ có {n} chỗ không khớp; chỗ đầu tiên: mục {seq} ({where}): {what}",
		"{n} things do not fit; the first is entry {seq} ({where}): {what}").
		Hint("Không cấp thêm. Giữ nguyên thư mục sổ, lấy bản sao lưu gần nhất và so bằng “ocoprint register audit CŨ MỚI”.",
			"Issue nothing. Keep the folder as it is, take the latest backup and compare with “ocoprint register audit OLD NEW”.")
)

func (g *globals) tellAudit(rep register.Report) error {
	for _, n := range rep.Missing {
		g.t.say(office.MissingText(n))
	}
	for _, gap := range rep.Gaps {
		m := office.GapText(gap)
		g.t.say(m)
		g.hint(m)
	}
	if rep.OK() {
		g.t.say(auditGood.With("entries", rep.Entries, "certs", rep.Certificates, "numbers", rep.Numbers, "head", rep.Head.Short()))
		return nil
	}
	p := rep.Problems[0]
	return auditBad.With("n", len(rep.Problems), "seq", p.Seq, "where", p.Where, "what", p.What).Err()
}

func registerAudit(g *globals) *cobra.Command {
	return &cobra.Command{Use: "audit [CŨ MỚI]", Aliases: []string{"kiem-tra"}, Short: "Kiểm tra cả sổ, hoặc chứng minh sổ mới nối tiếp sổ cũ",
		Args: argsOf(cobra.RangeArgs(0, 2)),
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			if len(args) == 2 {
				rep, err := office.AuditPair(ctx, openStore, args[0], args[1])
				if err != nil {
					return err
				}
				return g.tellAudit(rep)
			}
			if len(args) == 1 {
				g.register = args[0]
			}
			return g.withOffice(ctx, true, func(o *office.Office) error {
				rep, err := o.Register.Audit(ctx)
				if err != nil {
					return err
				}
				return g.tellAudit(rep)
			})
		}}
}

// registerFsck is audit plus what lies beside the register: keys and backups.
func registerFsck(g *globals) *cobra.Command {
	return &cobra.Command{Use: "fsck", Short: "Kiểm tra sổ, khóa và bản sao lưu", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				rep, err := o.Register.Audit(c.Context())
				if err != nil {
					return err
				}
				for _, line := range o.Surroundings(c.Context()) {
					g.t.say(line)
				}
				return g.tellAudit(rep)
			})
		}}
}

func registerStats(g *globals) *cobra.Command {
	f := &filter{}
	c := &cobra.Command{Use: "stats", Aliases: []string{"thong-ke"}, Short: "Đếm theo hạng sao, đợt, xã phường, tình trạng", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				tallies, err := o.Register.Statistics(c.Context(), f.query(g.asOf.Date))
				if err != nil {
					return err
				}
				g.t.printf("%-8s %-20s %-26s %-14s %9s %8s\n", g.t.pick("hạng", "stars"), g.t.pick("đợt", "round"), g.t.pick("xã, phường", "commune"),
					g.t.pick("tình trạng", "status"), g.t.pick("sản phẩm", "products"), g.t.pick("chủ thể", "producers"))
				for _, t := range tallies {
					g.t.printf("%-8s %-20s %-26s %-14s %9d %8d\n", t.Stars, t.Round, t.Commune, g.statusName(t.Status), t.Products, t.Producers)
				}
				return nil
			})
		}}
	f.bind(c)
	return c
}

var moved = message.Define("cli-register-moved", "Đã chép sổ: {entries} mục, {certs} giấy chứng nhận; đếm và so hash khớp ({hash}).",
	"The register is copied: {entries} entries, {certs} certificates; counts and hash agree ({hash}).")

func registerMove(g *globals) *cobra.Command {
	return &cobra.Command{Use: "move NƠI-MỚI", Aliases: []string{"chuyen"}, Short: "Chép cả sổ sang cơ sở dữ liệu khác (postgres://…) và so lại", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			counts, err := office.Move(c.Context(), openStore, g.register, args[0])
			if err != nil {
				return err
			}
			g.t.say(moved.With("entries", counts.Entries, "certs", counts.Certificates, "hash", counts.Hash))
			return nil
		}}
}

var confirmed = message.Define("cli-register-confirmed", "Đã ghi nhận.", "Recorded.")

func registerConfirm(g *globals) *cobra.Command {
	var reason string
	c := &cobra.Command{Use: "confirm move|clock", Aliases: []string{"xac-nhan"}, Short: "Xác nhận sổ đã chuyển chỗ, hoặc đồng hồ máy đúng", Args: argsOf(cobra.ExactArgs(1)),
		ValidArgs: []string{"move", "clock"},
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				confirm := map[string]func(context.Context, string) error{"move": o.Register.ConfirmMove, "clock": o.Register.ConfirmClock}[args[0]]
				if confirm == nil {
					return misuse{unknownVerb.With("reason", args[0]).Err()}
				}
				if err := confirm(c.Context(), reason); err != nil {
					return err
				}
				g.t.say(confirmed.With())
				return nil
			})
		}}
	c.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return c
}

func registerClose(g *globals) *cobra.Command {
	var series, reason, paper string
	var seq int
	c := &cobra.Command{Use: "close", Aliases: []string{"dong-so"}, Short: "Đóng một số bị bỏ trống, có lý do", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				if err := o.Register.CloseNumber(c.Context(), series, seq, g.asOf.Date, reason, paper); err != nil {
					return err
				}
				g.t.say(confirmed.With())
				return nil
			})
		}}
	c.Flags().StringVar(&series, "series", "", "dãy số, như “register show” ghi / series")
	c.Flags().IntVar(&seq, "number", 0, "số thứ tự / number")
	c.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	c.Flags().StringVar(&paper, "paper", "", "căn cứ / paper it rests on")
	return c
}

func registerErase(g *globals) *cobra.Command {
	var reason string
	c := &cobra.Command{Use: "erase MÃ|SỐ", Aliases: []string{"xoa-ca-nhan"}, Short: "Xóa dữ liệu cá nhân kèm một giấy (sổ vẫn nguyên chuỗi)", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				it, err := o.Register.Get(c.Context(), args[0], g.asOf.Date)
				if err != nil {
					return err
				}
				if err := o.Register.ErasePersonal(c.Context(), it.ID, reason); err != nil {
					return err
				}
				g.t.say(confirmed.With())
				return nil
			})
		}}
	c.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return c
}

// registerProfiles lists who issues and issued: an authority is a dated
// profile with a successor.
func registerProfiles(g *globals) *cobra.Command {
	return &cobra.Command{Use: "profiles", Aliases: []string{"co-quan"}, Short: "Liệt kê các cơ quan cấp giấy đã ghi trong sổ", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				profiles, err := o.Register.Profiles(c.Context())
				if err != nil {
					return err
				}
				for _, a := range profiles {
					g.t.printf("%-16s %-10s %s  %s–%s  %s\n", a.Code, a.Level, a.Name, a.From, a.To, a.BaseURL)
				}
				return nil
			})
		}}
}
