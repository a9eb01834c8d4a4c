package install

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"ocoprint/internal/message"
)

// ask starts the program again for one file and returns what it found.
func ask(ctx context.Context, v verb, input []byte) (answer, error) {
	if len(input) == 0 {
		return answer{}, Empty.Err()
	}
	if len(input) > maxInput {
		return answer{}, TooLarge.With("size", (len(input)+1<<20-1)>>20, "most", maxInput>>20).Err()
	}
	self, err := os.Executable()
	if err != nil {
		return answer{}, fmt.Errorf("find own program: %w", err)
	}
	limited, stop := context.WithTimeout(ctx, patience)
	defer stop()
	cmd := exec.CommandContext(limited, self)
	cmd.Env = []string{verbEnv + "=" + string(v), "SystemRoot=" + os.Getenv("SystemRoot")}
	cmd.Dir = os.TempDir()
	cmd.Stdin = bytes.NewReader(input)
	cmd.WaitDelay = time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		return answer{}, fmt.Errorf("start check: %w", err)
	}
	var noise limitedBuffer
	cmd.Stderr = &noise
	if err := cmd.Start(); err != nil {
		return answer{}, fmt.Errorf("start check: %w", err)
	}
	a, readErr := receive(out)
	io.Copy(io.Discard, io.LimitReader(out, maxOutput)) // let it end
	waitErr := cmd.Wait()
	a.cpu, a.peak = cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), peak(cmd.ProcessState)
	switch {
	case ctx.Err() != nil:
		return answer{cpu: a.cpu, peak: a.peak}, ctx.Err()
	case limited.Err() != nil:
		return answer{cpu: a.cpu, peak: a.peak}, TooSlow.Err()
	case waitErr != nil:
		return answer{cpu: a.cpu, peak: a.peak}, died(waitErr, noise.String())
	case readErr != nil:
		return answer{cpu: a.cpu, peak: a.peak}, Broken.With().Wrap(readErr)
	}
	return a, a.refusal()
}

// died says why a child ended without an answer.
func died(err error, noise string) error {
	cause := fmt.Errorf("%w: %s", err, noise)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == exitHungry,
		strings.Contains(noise, "stack overflow"), strings.Contains(noise, "stack exceeds"),
		strings.Contains(noise, "out of memory"), strings.Contains(noise, "cannot allocate memory"):
		return TooHungry.With().Wrap(cause)
	case outOfTime(exit):
		return TooSlow.With().Wrap(cause)
	}
	return Broken.With().Wrap(cause)
}

// refusal turns what the child said back into a sentence.
func (a answer) refusal() error {
	if a.Code == "" {
		return nil
	}
	text := message.Find(a.Code)
	if text == nil {
		return Broken.With().Wrap(fmt.Errorf("unknown answer %q", a.Code))
	}
	var pairs []any
	for name, v := range a.Blanks {
		pairs = append(pairs, name, v)
	}
	if a.Cause == "" {
		return text.With(pairs...).Err()
	}
	return text.With(pairs...).Wrap(errors.New(a.Cause))
}

// limitedBuffer keeps the first kilobytes of what is written to it.
type limitedBuffer struct{ bytes.Buffer }

func (b *limitedBuffer) Write(p []byte) (int, error) {
	if room := 4096 - b.Len(); room > 0 {
		b.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
