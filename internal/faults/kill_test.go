package faults

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"testing"
	"time"
)

// TestRandomKills kills the worker at a random moment, looks that everything
// acknowledged is there, and lets the day be finished.
func TestRandomKills(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	killed, bad := 0, 0
	for _, d := range days {
		want := d.undisturbed(t)
		took := 200 * time.Millisecond
		for n := 0; n < 10*scale(5, 700) && killed < scale(5, 700)*(1+index(d)) && bad < 5; n++ {
			s := newSite(t)
			acks := s.begin(t, d)
			start := time.Now()
			more, dead := killAfter(s, time.Duration(random.Float64()*float64(took)*1.2), d.steps...)
			if dead {
				killed++
			} else {
				took = time.Since(start)
			}
			if err := s.judge(t, d, append(acks, more...), want, n%3 == 0); err != nil {
				bad++
				t.Errorf("%s, kill %d: %v", d.name, n, err)
			}
		}
	}
	t.Logf("%d kills at random, %d bad", killed, bad)
}

func index(d day) int {
	for i, x := range days {
		if x.name == d.name {
			return i
		}
	}
	return -1
}

// killAfter gives the acknowledgements read before the worker was killed.
func killAfter(s site, after time.Duration, steps ...string) (acks []string, dead bool) {
	c := s.command(nil, steps...)
	var out bytes.Buffer
	c.Stdout = &out
	if err := c.Start(); err != nil {
		return nil, false
	}
	timer := time.AfterFunc(after, func() { _ = c.Process.Kill() })
	defer timer.Stop()
	err := c.Wait()
	_, dead = err.(*exec.ExitError)
	return lines(out.Bytes()), dead
}

// TestKillControl: a worker that acknowledges before the register has it is
// caught.
func TestKillControl(t *testing.T) {
	caught := 0
	for n := range 60 {
		s := newSite(t)
		if err := killAtAck(s, n%3+1, "-liar", "issue:1:40"); err != nil {
			caught++
			break
		}
	}
	if caught == 0 {
		t.Error("a lying worker was never caught: this harness cannot fail")
	}
}

// killAtAck kills the worker as soon as it has acknowledged n lines.
func killAtAck(s site, n int, steps ...string) error {
	c := s.command(nil, steps...)
	pipe, err := c.StdoutPipe()
	if err != nil {
		return nil
	}
	if err := c.Start(); err != nil {
		return nil
	}
	var got []byte
	one := make([]byte, 1)
	for bytes.Count(got, []byte("\n")) < n {
		if _, err := pipe.Read(one); err != nil {
			break
		}
		got = append(got, one...)
	}
	_ = c.Process.Kill()
	_ = c.Wait()
	if err := s.check(lines(got)); err != nil {
		return fmt.Errorf("after %d acknowledgements: %w", n, err)
	}
	return nil
}
