package registertest

import (
	"context"

	"ocoprint/internal/register"
)

func (i inside) View(_ context.Context, f func(register.Tx) error) error { return f(i.tx) }

func (i inside) Update(_ context.Context, _ register.Holder, f func(register.Tx) error) error {
	return f(i.tx)
}

func (i inside) Close() error { return nil }
