package office

import (
	"time"

	"ocoprint/internal/register"
)

// Refusal is something that was refused to somebody, for the register's log.
func Refusal(at time.Time, who, what, code string) register.Refusal {
	return register.Refusal{At: at, Who: who, What: what, Code: code}
}
