package main

import (
	"context"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
)

var (
	renewed = message.Define("cli-renewed", "Giấy mới: số {number}, mã {id}, bản {revision}. Đã ghi: {file}",
		"New certificate: number {number}, id {id}, revision {revision}. Written: {file}")
	nothingToCorrect = message.Define("cli-nothing-to-correct", "Chưa nói sửa gì.", "Nothing to correct was named.").
				Hint("Dùng --product, --producer, --address, --place hoặc --group với chữ đúng.", "Use --product, --producer, --address, --place or --group with the right words.")
)

// change are the flags of every verb that renews a certificate.
type change struct {
	reason, paper, out string
	newNumber          bool
}

func (f *change) bind(c *cobra.Command) {
	c.Flags().StringVar(&f.reason, "reason", "", "lý do / reason")
	c.Flags().StringVar(&f.paper, "paper", "", "căn cứ: đơn, biên bản, quyết định / paper it rests on")
	c.Flags().StringVar(&f.out, "out", ".", "thư mục kết quả / output folder")
	c.Flags().BoolVar(&f.newNumber, "new-number", false, "cấp số mới; bỏ trống: bản sửa của số cũ / give a new number")
}

func (f *change) value(asOf ocop.Date) register.Change {
	return register.Change{Day: asOf, Reason: f.reason, Paper: f.paper, NewNumber: f.newNumber}
}

// renew runs one renewal and writes the new certificate's file.
func (g *globals) renew(ctx context.Context, f *change, do func(*office.Office) (ocop.Certificate, error)) error {
	return g.withOffice(ctx, false, func(o *office.Office) error {
		if err := office.CheckOut(f.out); err != nil {
			return err
		}
		cert, err := do(o)
		if err != nil {
			return err
		}
		file, err := o.WriteCertificate(ctx, cert.ID, f.out, g.asOf.Date)
		if err != nil {
			return err
		}
		g.t.say(renewed.With("number", cert.Number, "id", cert.ID, "revision", max(cert.Revision, 1), "file", file))
		return nil
	})
}

func correctVerb(g *globals) *cobra.Command {
	f := &change{}
	var product, producer, address, place, group string
	c := &cobra.Command{Use: "correct MÃ|SỐ", Aliases: []string{"dinh-chinh"}, Short: "Đính chính chữ in sai trên giấy đã cấp", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if product+producer+address+place+group == "" {
				return misuse{nothingToCorrect.Err()}
			}
			edit := func(cert *ocop.Certificate) {
				set := func(field *string, value string) {
					if value != "" {
						*field = value
					}
				}
				set(&cert.Product.Name, product)
				set(&cert.Producer.Name, producer)
				set(&cert.Producer.Address, address)
				set(&cert.Place, place)
				set(&cert.Product.Group, group)
			}
			return g.renew(c.Context(), f, func(o *office.Office) (ocop.Certificate, error) {
				return o.Correct(c.Context(), args[0], f.value(g.asOf.Date), edit)
			})
		}}
	c.Flags().StringVar(&product, "product", "", "tên sản phẩm đúng / product")
	c.Flags().StringVar(&producer, "producer", "", "tên chủ thể đúng / producer")
	c.Flags().StringVar(&address, "address", "", "địa chỉ đúng / address")
	c.Flags().StringVar(&place, "place", "", "xã/phường, tỉnh / place")
	c.Flags().StringVar(&group, "group", "", "nhóm sản phẩm / group")
	f.bind(c)
	return c
}

func reissueVerb(g *globals) *cobra.Command {
	f := &change{}
	c := &cobra.Command{Use: "reissue MÃ|SỐ", Aliases: []string{"cap-lai"}, Short: "Cấp lại giấy bị mất, hỏng sau khi trao", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.renew(c.Context(), f, func(o *office.Office) (ocop.Certificate, error) {
				return o.Reissue(c.Context(), args[0], f.value(g.asOf.Date))
			})
		}}
	f.bind(c)
	return c
}

func transferVerb(g *globals) *cobra.Command {
	f := &change{}
	var to ocop.Producer
	c := &cobra.Command{Use: "transfer MÃ|SỐ", Aliases: []string{"chuyen-giao"}, Short: "Chuyển giao sản phẩm cho chủ thể khác", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.renew(c.Context(), f, func(o *office.Office) (ocop.Certificate, error) {
				return o.Transfer(c.Context(), args[0], to, f.value(g.asOf.Date))
			})
		}}
	c.Flags().StringVar(&to.Name, "producer", "", "chủ thể mới / new producer")
	c.Flags().StringVar(&to.Address, "address", "", "địa chỉ / address")
	c.Flags().StringVar(&to.Commune, "commune", "", "xã, phường / commune")
	c.Flags().StringVar(&to.Representative, "representative", "", "người đại diện / representative")
	_ = c.MarkFlagRequired("producer") // the flag exists: it was defined above
	f.bind(c)
	return c
}
