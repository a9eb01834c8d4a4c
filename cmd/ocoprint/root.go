package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// globals are the flags that every verb takes: where the register is, which
// day it is, which language.
type globals struct {
	t          *terminal
	lang       string
	register   string
	asOf       dateFlag
	passphrase string
	json       bool
}

// verbs is the table of commands; a new one is a file and a line here.
var verbs = []func(*globals) *cobra.Command{
	runVerb, checkVerb, initVerb, verifyVerb, proofVerb, papersVerb, templateVerb, keysVerb, registerVerb, siteVerb,
	serveVerb, demoVerb, backupVerb, restoreVerb,
	printVerb, reprintVerb, correctVerb, reissueVerb, transferVerb, reevaluateVerb, revokeVerb, suspendVerb, liftVerb,
	cancelVerb, expireVerb, handoverVerb, spoilVerb,
}

func newRoot(t *terminal) *cobra.Command {
	g := &globals{t: t}
	cobra.MousetrapHelpText = "" // a double click on Windows must start the office page
	root := &cobra.Command{
		Use:   "ocoprint",
		Short: "Giấy chứng nhận OCOP: từ tệp Excel của quyết định đến chồng giấy trên khay",
		Long: `ocoprint đọc tệp Excel kết quả đánh giá kèm quyết định, kiểm tra, chỉ giữ sản phẩm
được công nhận (mặc định: 3 sao, đợt 2), vào sổ mỗi giấy chứng nhận đúng một lần
và in giấy có mã QR tra cứu cùng các giấy tờ của hội nghị trao.

ocoprint reads the Excel results of an evaluation decision, enters each
certificate once in a register and prints QR-verifiable certificates with the
papers of the award conference. Use --lang en for English.`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return g.settle()
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misused(errors.New(t.pick("không có lệnh “"+args[0]+"”", "there is no command “"+args[0]+"”")))
			}
			if startedByDoubleClick() {
				return g.doubleClicked(c.Context())
			}
			return c.Help()
		},
	}
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(usageTemplate)
	root.CompletionOptions.HiddenDefaultCmd = true
	flags := root.PersistentFlags()
	flags.StringVar(&g.lang, "lang", "", "vi | en: ngôn ngữ / language (OCOPRINT_LANG)")
	flags.StringVar(&g.register, "register", "", "thư mục sổ cấp, hoặc postgres://… / register folder or address (OCOPRINT_REGISTER)")
	flags.Var(&g.asOf, "as-of", "xét theo ngày này / as of this day")
	flags.StringVar(&g.passphrase, "passphrase-file", "", "tệp có mật khẩu khóa ký ở dòng đầu / file whose first line unlocks the keys")
	flags.BoolVar(&g.json, "json", false, "kết quả dạng JSON / result as JSON")
	for _, verb := range verbs {
		c := verb(g)
		if c.HasSubCommands() {
			group(g, c)
		}
		root.AddCommand(c)
	}
	return root
}

// group makes a verb that only holds others show them, and refuse a word that
// is none of them.
func group(g *globals, c *cobra.Command) {
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return misused(errors.New(g.t.pick("không có lệnh “"+c.Name()+" "+args[0]+"”", "there is no command “"+c.Name()+" "+args[0]+"”")))
		}
		return c.Help()
	}
}

// settle fills what was not said from the environment and the clock.
func (g *globals) settle() error {
	if g.lang == "" {
		g.lang = os.Getenv("OCOPRINT_LANG")
	}
	switch g.lang {
	case "", "vi":
		g.t.Lang = message.Vi
	case "en":
		g.t.Lang = message.En
	default:
		return misuse{badLang.With("value", g.lang).Err()}
	}
	if g.register == "" {
		g.register = os.Getenv("OCOPRINT_REGISTER")
	}
	if g.register == "" {
		g.register = defaultRegister()
	}
	if g.asOf.IsZero() {
		g.asOf.Date = ocop.DateOf(g.t.Now().In(seal.Vietnam))
	}
	return nil
}

// defaultRegister is the folder ocoprint in the user's own data, so that every
// run of an office finds the same register.
func defaultRegister() string {
	if dir, err := os.UserConfigDir(); err == nil {
		return filepath.Join(dir, "ocoprint", "so-cap")
	}
	return "so-cap"
}

// usageTemplate is cobra's with the headings in both languages.
const usageTemplate = `Cách dùng / Usage:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [lệnh]{{end}}{{if gt (len .Aliases) 0}}

Tên khác / Aliases:
  {{.NameAndAliases}}{{end}}{{if .HasExample}}

Ví dụ / Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Các lệnh / Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Tùy chọn / Options:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Tùy chọn chung / Global options:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Gõ "{{.CommandPath}} [lệnh] --help" để xem từng lệnh.{{end}}
`
