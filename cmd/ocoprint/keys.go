package main

import (
	"context"
	"crypto/rand"
	"fmt"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/seal"
)

var (
	keysMade = message.Define("cli-keys-made", "Đã tạo khóa gốc, khóa ký và khóa trạng thái trong “{dir}”.", "The root, signing and status keys are made in “{dir}”.").
			Hint("Sao tệp root-*.pem ra nơi cất riêng, in phiếu phục hồi bằng “ocoprint keys recovery”, và không để quên mật khẩu: không ai mở lại được.",
			"Copy root-*.pem to a separate safe place, print “ocoprint keys recovery”, and do not lose the passphrase: nobody can recover it.")
	keysRotated  = message.Define("cli-keys-rotated", "Đã thay khóa; khóa cũ nghỉ, giấy đã ký bằng khóa cũ vẫn hợp lệ.", "The key is replaced; what the old one signed stays genuine.")
	keysState    = message.Define("cli-keys-state", "Khóa {kid}: {state}.", "Key {kid}: {state}.")
	badRole      = message.Define("cli-keys-bad-role", "Không có loại khóa “{value}”.", "There is no key role “{value}”.").Hint("Chọn cert hoặc status.", "Choose cert or status.")
	keysRefreshd = message.Define("cli-keys-refreshed", "Đã ký lại danh sách khóa.", "The key list is signed anew.")
)

func keysVerb(g *globals) *cobra.Command {
	var base string
	c := &cobra.Command{
		Use:     "keys",
		Aliases: []string{"khoa"},
		Short:   "Khóa ký: tạo, xem, thay, khai báo lộ",
		Long: `Mỗi đơn vị có ba khóa: khóa gốc (chỉ dùng khi thay khóa), khóa ký giấy chứng nhận
và khóa trạng thái (thu hồi, sổ công khai). Khóa nằm trong thư mục keys của sổ,
mã hóa bằng mật khẩu, mở được bằng “openssl pkey”. Địa chỉ .example, .test,
.invalid dùng khóa mẫu có sẵn và chỉ in được giấy MẪU.`,
	}
	c.PersistentFlags().StringVar(&base, "base-url", "", "địa chỉ tra cứu; bỏ trống: như trong sổ / public address")
	work := func(f func(context.Context, *office.Office, *office.KeyBox, ocop.Settings) error) func(*cobra.Command, []string) error {
		return func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				s, _, err := o.Register.Settings(c.Context())
				if err != nil {
					return err
				}
				if base == "" {
					base = s.Authority.BaseURL
				}
				return f(c.Context(), o, o.KeyBox(base), s)
			})
		}
	}
	c.AddCommand(keysList(g, work), keysNew(g, work), keysRotate(g, work), keysMark(g, work), keysRefresh(g, work), keysRecovery(g, work))
	return c
}

type keyWork = func(func(context.Context, *office.Office, *office.KeyBox, ocop.Settings) error) func(*cobra.Command, []string) error

func keysList(g *globals, work keyWork) *cobra.Command {
	return &cobra.Command{Use: "list", Aliases: []string{"xem"}, Short: "Liệt kê khóa", Args: argsOf(cobra.NoArgs),
		RunE: work(func(_ context.Context, o *office.Office, box *office.KeyBox, _ ocop.Settings) error {
			list, err := box.List(o.Now())
			if err != nil {
				return err
			}
			root, err := box.Root()
			if err != nil {
				return err
			}
			kid := seal.KID(root)
			g.t.printf("%-10s %-7s %-8s %-10s %-23s %s\n", g.t.pick("mã khóa", "key"), g.t.pick("loại", "role"), g.t.pick("phạm vi", "scope"),
				g.t.pick("tình trạng", "state"), g.t.pick("ký được", "may sign"), g.t.pick("của", "holder"))
			g.t.printf("%-10x %-7s\n", kid[:], "root")
			for _, e := range list.Keys {
				id := e.KID()
				holder := e.Holder
				if e.Sample {
					holder = "MẪU – KHÔNG CÓ GIÁ TRỊ"
				}
				g.t.printf("%-10x %-7s %-8s %-10s %s–%s %s\n", id[:], office.RoleName(e.Role), e.Scope, g.stateName(e), e.From, e.To, holder)
			}
			return nil
		})}
}

func (g *globals) stateName(e seal.KeyEntry) string {
	switch e.State {
	case seal.Retired:
		return g.t.pick("đã nghỉ", "retired")
	case seal.Compromised:
		return fmt.Sprintf("%s %s", g.t.pick("lộ từ", "leaked"), e.Since)
	}
	return g.t.pick("đang dùng", "active")
}

func keysNew(g *globals, work keyWork) *cobra.Command {
	var prefix, holder string
	c := &cobra.Command{Use: "new", Aliases: []string{"tao"}, Short: "Tạo khóa gốc, khóa ký, khóa trạng thái", Args: argsOf(cobra.NoArgs),
		RunE: work(func(ctx context.Context, o *office.Office, box *office.KeyBox, s ocop.Settings) error {
			if prefix == "" {
				prefix = s.Authority.Prefix
			}
			if holder == "" {
				holder = s.Authority.Name
			}
			if prefix == "" {
				return misuse{office.SettingMissing.With("setting", "Tiền tố mã công khai", "key", "--prefix").Err()}
			}
			pass, err := g.t.passphrase(g.passphrase, true)
			if err != nil {
				return err
			}
			from, to := office.KeyPeriod(g.asOf.Date)
			if err := box.Create(pass, rand.Reader, holder, prefix, from, to, o.Now()); err != nil {
				return err
			}
			m := keysMade.With("dir", box.Folder())
			g.t.say(m)
			g.t.printf("%s\n", m.HintIn(g.t.lang()))
			return nil
		})}
	c.Flags().StringVar(&prefix, "prefix", "", "tiền tố mã công khai, ví dụ LC / prefix of public ids")
	c.Flags().StringVar(&holder, "holder", "", "tên cơ quan / name of the authority")
	return c
}

func keysRotate(g *globals, work keyWork) *cobra.Command {
	var role string
	c := &cobra.Command{Use: "rotate", Aliases: []string{"thay"}, Short: "Thay khóa ký hay khóa trạng thái bằng khóa mới", Args: argsOf(cobra.NoArgs),
		RunE: work(func(ctx context.Context, o *office.Office, box *office.KeyBox, s ocop.Settings) error {
			r, ok := map[string]seal.Role{"cert": seal.RoleCert, "status": seal.RoleStatus}[role]
			if !ok {
				return misuse{badRole.With("value", role).Err()}
			}
			pass, err := g.t.passphrase(g.passphrase, false)
			if err != nil {
				return err
			}
			from, to := office.KeyPeriod(g.asOf.Date)
			if err := box.Rotate(pass, rand.Reader, r, s.Authority.Name, s.Authority.Prefix, from, to, o.Now()); err != nil {
				return err
			}
			g.t.say(keysRotated.With())
			return nil
		})}
	c.Flags().StringVar(&role, "role", "cert", "cert | status")
	return c
}

func keysMark(g *globals, work keyWork) *cobra.Command {
	var kid string
	var since dateFlag
	var retire bool
	c := &cobra.Command{Use: "mark", Aliases: []string{"danh-dau"}, Short: "Cho khóa nghỉ, hoặc khai báo khóa bị lộ từ một ngày",
		Args: argsOf(cobra.NoArgs),
		RunE: work(func(ctx context.Context, o *office.Office, box *office.KeyBox, _ ocop.Settings) error {
			pass, err := g.t.passphrase(g.passphrase, false)
			if err != nil {
				return err
			}
			state, word := seal.Compromised, g.t.pick("bị lộ từ "+since.Date.String(), "compromised since "+since.ISO())
			if retire {
				state, word = seal.Retired, g.t.pick("đã nghỉ", "retired")
			} else if since.IsZero() {
				since.Date = g.asOf.Date
			}
			if err := box.SetState(pass, kid, state, since.Date, o.Now()); err != nil {
				return err
			}
			g.t.say(keysState.With("kid", kid, "state", word))
			return nil
		})}
	c.Flags().StringVar(&kid, "key", "", "mã khóa (cột đầu của keys list) / key id")
	c.Flags().Var(&since, "compromised-since", "lộ từ ngày này / leaked since this day")
	c.Flags().BoolVar(&retire, "retire", false, "chỉ cho nghỉ / retire only")
	_ = c.MarkFlagRequired("key") // the flag exists: it was defined above
	return c
}

func keysRefresh(g *globals, work keyWork) *cobra.Command {
	return &cobra.Command{Use: "refresh", Aliases: []string{"ky-lai"}, Short: "Ký lại danh sách khóa cho mới", Args: argsOf(cobra.NoArgs),
		RunE: work(func(ctx context.Context, o *office.Office, box *office.KeyBox, _ ocop.Settings) error {
			pass, err := g.t.passphrase(g.passphrase, false)
			if err != nil {
				return err
			}
			if err := box.Refresh(pass, o.Now()); err != nil {
				return err
			}
			g.t.say(keysRefreshd.With())
			return nil
		})}
}

var recoveryOK = message.Define("cli-keys-recovery", "Đã ghi {file}. In một bản, niêm phong, cất nơi khác; rồi xóa tệp này.",
	"{file} is written. Print one copy, seal it, keep it elsewhere; then delete the file.")

func keysRecovery(g *globals, work keyWork) *cobra.Command {
	var out string
	c := &cobra.Command{Use: "recovery", Aliases: []string{"phieu-phuc-hoi"}, Short: "In phiếu phục hồi khóa (khóa vẫn mã hóa bằng mật khẩu)", Args: argsOf(cobra.NoArgs),
		RunE: work(func(ctx context.Context, o *office.Office, box *office.KeyBox, s ocop.Settings) error {
			if err := o.RecoverySheet(ctx, box, s.Authority.Name, out, g.asOf.Date); err != nil {
				return err
			}
			g.t.say(recoveryOK.With("file", out))
			return nil
		})}
	c.Flags().StringVar(&out, "out", "phieu-phuc-hoi-khoa.pdf", "tệp kết quả / output file")
	return c
}
