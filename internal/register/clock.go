package register

import (
	"context"
	"strings"
	"sync"
	"time"

	"ocoprint/internal/message"
)

// ClockWrong stops issuing (P21). Order in the register never depends on the
// clock; dates on paper do.
var ClockWrong = message.Define("clock-wrong",
	"Đồng hồ máy tính ghi {now}, {why}; tạm dừng cấp số.",
	"This computer's clock says {now}, {why}; issuing has stopped.").
	Hint("Chỉnh lại ngày giờ của máy rồi làm lại. Nếu ngày giờ đã đúng, xác nhận đồng hồ kèm lý do.",
		"Set the computer's date and time and try again. If they are right, confirm the clock with a reason.")

var (
	clockOld    = message.Define("clock-before-program", "trước năm 2025", "before 2025")
	clockBehind = message.Define("clock-behind", "trước lần ghi sổ gần nhất ({last})", "before the last entry ({last})")
	clockJumped = message.Define("clock-jumped", "nhảy hơn một ngày từ lúc mở chương trình", "a jump of more than a day since the program was started")
)

// clockSlack lets two PCs that share a register differ a little.
const clockSlack = 5 * time.Minute

// seen is what an opened register found: why it may not be written, and the
// moment at which its clock was last trusted, by the wall and by the machine's
// own count.
type seen struct {
	mu       sync.Mutex
	readOnly error
	at       time.Time
	elapsed  time.Duration
}

func (s *seen) blocked() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.readOnly
}

func (s *seen) block(why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readOnly = why
}

// trust makes now the moment from which a jump of the clock is counted.
func (r *Register) trust(now time.Time) {
	r.seen.mu.Lock()
	defer r.seen.mu.Unlock()
	r.seen.at = now
	if r.opt.Elapsed != nil {
		r.seen.elapsed = r.opt.Elapsed()
	}
}

// jumped compares the wall's clock with the machine's own count (Go keeps both
// in a time.Time).
func (r *Register) jumped(now time.Time) bool {
	r.seen.mu.Lock()
	defer r.seen.mu.Unlock()
	wall := now.Round(0).Sub(r.seen.at.Round(0))
	own := now.Sub(r.seen.at)
	if r.opt.Elapsed != nil {
		own = r.opt.Elapsed() - r.seen.elapsed
	}
	return (wall - own).Abs() > 24*time.Hour
}

// clockFault says what is wrong with now, or nothing.
func (r *Register) clockFault(h Head, now time.Time) error {
	var why message.Message
	last := time.UnixMilli(h.At)
	switch {
	case now.Year() < 2025:
		why = clockOld.With()
	case h.Seq > 0 && now.Before(last.Add(-clockSlack)):
		why = clockBehind.With("last", clockText(last))
	case r.jumped(now):
		why = clockJumped.With()
	default:
		return nil
	}
	return ClockWrong.With("now", clockText(now), "why", why).Err()
}

func clockText(t time.Time) string { return t.In(Vietnam).Format("15:04 02/01/2006") }

// CheckClock says whether the clock would stop issuing now.
func (r *Register) CheckClock(ctx context.Context) error {
	h, err := r.Head(ctx)
	if err != nil {
		return err
	}
	return r.clockFault(h, r.opt.Now())
}

// ConfirmClock records that a person looked at the machine's clock and found
// it right, after ClockWrong stopped issuing.
func (r *Register) ConfirmClock(ctx context.Context, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return ReasonMissing.With("doing", KindClock.Text()).Err()
	}
	now := r.opt.Now()
	if err := r.write(ctx, KindClock, func(w *writer) error {
		w.clockConfirmed = true
		return w.add(Event{Kind: KindClock, Day: dayOf(now), Reason: reason})
	}); err != nil {
		return err
	}
	r.trust(now)
	return nil
}
