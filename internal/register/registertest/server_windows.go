package registertest

import "os/exec"

func giveAway(string) error { return nil }

func unprivileged(c *exec.Cmd) *exec.Cmd { return c }
