package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/verify"
)

var (
	verifyNone  = message.Define("cli-verify-none", "không thấy mã QR", "no QR code was found")
	verifyAgain = message.Define("cli-verify-again", "trùng với {source} trang {page}", "the same as {source} page {page}")
	verifyTotal = message.Define("cli-verify-total",
		"{pages} trang, {codes} mã: {genuine} hợp lệ, {others} kết quả khác, {none} trang không có mã, {unread} không đọc được, {twice} trùng.",
		"{pages} pages, {codes} codes: {genuine} genuine, {others} other, {none} without a code, {unread} unread, {twice} twice.")
	noAddress = message.Define("cli-verify-no-address",
		"Lưu ý: sổ {register} chưa có địa chỉ tra cứu của đơn vị, nên mã QR thật cũng bị coi là của nơi khác. Ghi địa chỉ một lần bằng kế hoạch (ocoprint run TỆP.xlsx --plan KẾ-HOẠCH.toml, mục base_url) hoặc trang Thiết lập; hoặc tra theo danh sách: --lists, --base-url, --root.",
		"Note: the register {register} does not know the office's address, so a true code too is taken for another's. Set it once with a plan (ocoprint run FILE.xlsx --plan PLAN.toml, base_url) or on the settings page; or check by the lists: --lists, --base-url, --root.")
	rootBeside = message.Define("cli-verify-root-beside",
		"Lưu ý: khóa gốc lấy ngay cạnh danh sách, nên chỉ chứng tỏ các tệp đi cùng nhau. Muốn chắc là của {base}, xin tệp root.pub.pem từ đơn vị rồi thêm --root.",
		"Note: the root was taken from beside the lists and only shows that they belong together. To be sure of {base}, get root.pub.pem from the office and add --root.")
)

func verifyVerb(g *globals) *cobra.Command {
	var lists, base, root string
	c := &cobra.Command{
		Use:     "verify MÃ|ẢNH|PDF|THƯ-MỤC…",
		Aliases: []string{"tra-cuu", "doi-chieu"},
		Short:   "Kiểm tra giấy chứng nhận: mã QR, số, ảnh chụp, PDF, thư mục ảnh quét",
		Long: `Nhận nội dung mã QR, mã hay số in trên giấy, ảnh chụp, tệp PDF do chương trình in
(đọc bản ghi kèm theo), PDF quét, hoặc cả thư mục. Kết quả tính đến ngày --as-of.

Exit code 0 all genuine, 3 any other outcome, 1 something could not be read, 2 misuse.`,
		Args: argsOf(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.verify(c.Context(), args, lists, base, root)
		},
	}
	c.Flags().StringVar(&lists, "lists", "", "thư mục danh sách đã công bố (v của trang tra cứu) thay cho sổ / published lists instead of the register")
	c.Flags().StringVar(&base, "base-url", "https://ocop.example", "địa chỉ in trên giấy, dùng với --lists / address on the paper")
	c.Flags().StringVar(&root, "root", "", "tệp khóa gốc của đơn vị (root.pub.pem), lấy từ chính đơn vị / the office's public root, with --lists")
	return c
}

func (g *globals) verify(ctx context.Context, args []string, lists, base, root string) error {
	if lists != "" || !g.registerExists() {
		return g.verifyByLists(ctx, args, lists, base, root)
	}
	var code int
	err := g.withOffice(ctx, true, func(o *office.Office) error {
		bases, err := o.Bases(ctx)
		if err != nil {
			return err
		}
		if len(bases) == 0 {
			g.t.note(noAddress.With("register", g.register))
		}
		v, err := o.Verifier(ctx, g.asOf.Date)
		if err != nil {
			return err
		}
		code, err = g.tellScans(ctx, v, args)
		return err
	})
	if err == nil && code != exitDone {
		return exitCode(code)
	}
	return err
}

// verifyByLists works without a register: the published lists decide, and
// without them a certificate is at best "not checked".
func (g *globals) verifyByLists(ctx context.Context, args []string, lists, base, root string) error {
	roots, beside, err := office.PinnedRoots(lists, base, root)
	if err != nil {
		return err
	}
	if beside {
		g.t.note(rootBeside.With("base", base))
	}
	if lists == "" {
		lists = os.DevNull // nothing can be loaded: outcome O at best
	}
	v := office.ListVerifier(os.DirFS(lists), []string{base}, g.asOf.Date, g.t.Now(), roots...)
	code, err := g.tellScans(ctx, v, args)
	if err == nil && code != exitDone {
		return exitCode(code)
	}
	return err
}

func (g *globals) tellScans(ctx context.Context, v *office.Verifier, args []string) (int, error) {
	rep, err := v.Check(ctx, args)
	if err != nil {
		return exitFailed, err
	}
	if g.json {
		return rep.Exit(), g.scansJSON(rep)
	}
	for _, l := range rep.Lines {
		g.tellScan(l)
	}
	if len(rep.Lines) > 1 {
		g.t.say(verifyTotal.With("pages", rep.Pages, "codes", rep.Codes, "genuine", rep.Genuine, "others", rep.Others,
			"none", rep.None, "unread", rep.Unread, "twice", rep.Duplicates))
	}
	return rep.Exit(), nil
}

func (g *globals) tellScan(l verify.Line) {
	where := l.Source
	if l.Page > 1 {
		where = g.t.pick("trang ", "page ") + itoa(l.Page) + " · " + where
	}
	switch {
	case l.Err != nil:
		text := l.Err.Error()
		if said, ok := message.Of(l.Err); ok {
			text = said.In(g.t.lang())
		}
		g.t.printf("%s\n  %s\n", where, text)
		return
	case l.None:
		g.t.printf("%s\n  %s\n", where, verifyNone.In(g.t.lang()))
		return
	}
	a := l.Outcome.Answer(g.t.lang())
	g.t.printf("%s\n  %s  [%s]\n", where, g.t.paintOut(colourOf(a.Colour), a.Icon+" "+a.Sentence), a.Reason)
	for _, f := range a.Fields {
		g.t.printf("    %-24s %s\n", f.Label.In(g.t.lang())+":", f.Value)
	}
	if l.Duplicate != nil {
		g.t.printf("    %s\n", verifyAgain.With("source", l.Duplicate.Source, "page", l.Duplicate.Page).In(g.t.lang()))
	}
	for _, n := range a.Notes {
		g.t.printf("    %s\n", n)
	}
	g.t.printf("    → %s\n", a.Advice)
}

func colourOf(name string) color.Attribute {
	switch name {
	case "green":
		return color.FgGreen
	case "amber", "redamber":
		return color.FgYellow
	case "red":
		return color.FgRed
	case "bluegrey":
		return color.FgBlue
	}
	return color.Reset
}

func (g *globals) scansJSON(rep verify.Report) error {
	type line struct {
		Source    string         `json:"source"`
		Page      int            `json:"page"`
		Answer    *verify.Answer `json:"answer,omitempty"`
		None      bool           `json:"no_code,omitempty"`
		Error     string         `json:"error,omitempty"`
		Duplicate *verify.Place  `json:"duplicate_of,omitempty"`
	}
	lines := []line{}
	for _, l := range rep.Lines {
		out := line{Source: l.Source, Page: l.Page, None: l.None, Duplicate: l.Duplicate}
		if l.Err != nil {
			out.Error = l.Err.Error()
		} else if !l.None {
			a := l.Outcome.Answer(g.t.lang())
			out.Answer = &a
		}
		lines = append(lines, out)
	}
	enc := json.NewEncoder(g.t)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		AsOf  string `json:"as_of"`
		Lines []line `json:"lines"`
	}{g.asOf.ISO(), lines})
}
