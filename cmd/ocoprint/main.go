// Command ocoprint takes the Excel results of a council's evaluation decision,
// checks them, enters each certificate once in a register and prints
// certificates whose QR proves them, with the papers of the award conference.
//
// Each verb stands in a file of its own; terminal.go holds the rules for
// talking to people; open.go opens the register. Exit codes: 0 done, 1 failed,
// 2 misused, 3 a file refused, a row held, or (verify) an outcome other than
// genuine.
package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ocoprint/internal/install"
	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/pdf"
)

// version is set when a release is built.
var version = "dev"

// Exit codes of the program (design.md §4).
const (
	exitDone    = 0
	exitFailed  = 1
	exitMisused = 2
	exitHeld    = 3
)

// memoryGoal is where the collector begins to work harder: the import of the
// largest workbook stays under 300 MB.
const memoryGoal = 256 << 20

func main() {
	install.Main(install.Tools{TryFont: pdf.TryFont}) // a child that checks a foreign file never returns from here
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryGoal)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], &terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: time.Now})
	stop()
	os.Exit(code)
}

// run is the whole program but for the process around it; the scripts in
// testdata call it.
func run(ctx context.Context, args []string, t *terminal) int {
	root := newRoot(t)
	root.SetArgs(args)
	root.SetIn(t.In)
	root.SetOut(t.Out)
	root.SetErr(t.Err)
	err := root.ExecuteContext(ctx)
	if werr := t.flush(); err == nil {
		err = werr // a report that could not be written is a failure (reliability P5)
	}
	if err == nil {
		return exitDone
	}
	var quiet exitCode
	if errors.As(err, &quiet) {
		return int(quiet)
	}
	t.fail(err)
	if len(args) == 0 && startedByDoubleClick() {
		t.waitForEnter() // the window would close before anybody read it
	}
	return codeOf(err)
}

// exitCode ends the program with a code when everything is already said.
type exitCode int

func (e exitCode) Error() string { return "exit" }

// misuse marks an error of how the program was called.
type misuse struct{ error }

func (m misuse) Unwrap() error { return m.error }

func codeOf(err error) int {
	var m misuse
	switch {
	case errors.As(err, &m):
		return exitMisused
	case errors.Is(err, office.SettingMissing.Err()), errors.Is(err, office.UnknownPaper.Err()):
		return exitMisused
	case isRefusal(err):
		return exitHeld
	}
	return exitFailed
}

// Sentences of the command line itself.
var (
	unknownVerb = message.Define("cli-misused", "{reason}", "{reason}").
			Hint("Gõ “ocoprint --help” để xem các lệnh.", "Type “ocoprint --help” to see the commands.")
	interrupted = message.Define("cli-interrupted", "Đã dừng theo yêu cầu. Chạy lại lệnh này để làm tiếp; không có số nào bị mất hay cấp hai lần.",
		"Stopped as asked. Run the command again to go on; no number is lost or given twice.")
	pressEnter = message.Define("cli-press-enter", "Bấm Enter để đóng cửa sổ này.", "Press Enter to close this window.")
	badDate    = message.Define("cli-bad-date", "“{value}” không phải là ngày.", "“{value}” is not a date.").
			Hint("Ghi theo dạng 2023-12-19 hoặc 19/12/2023.", "Write 2023-12-19 or 19/12/2023.")
	badLang = message.Define("cli-bad-lang", "Không có ngôn ngữ “{value}”.", "There is no language “{value}”.").
		Hint("Chọn vi hoặc en.", "Choose vi or en.")
)

func misused(err error) error {
	if _, ok := message.Of(err); ok {
		return misuse{err}
	}
	return misuse{unknownVerb.With("reason", err.Error()).Err()}
}

var (
	wrongArgs = message.Define("cli-wrong-arguments", "Lệnh viết chưa đúng số mục; cách viết: {usage}", "The command takes other arguments; its form: {usage}").
			Hint("Gõ thêm --help sau lệnh để xem ví dụ.", "Add --help to the command for examples.")
	unknownFlag = message.Define("cli-unknown-flag", "Không có tùy chọn {flag}.", "There is no option {flag}.").
			Hint("Gõ thêm --help sau lệnh để xem các tùy chọn.", "Add --help to the command for its options.")
)

// argsOf turns cobra's complaint about arguments into a sentence.
func argsOf(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if check(c, args) != nil {
			return misuse{wrongArgs.With("usage", c.UseLine()).Err()}
		}
		return nil
	}
}

// flagError turns pflag's complaint into a sentence where it is a common one.
func flagError(_ *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		name := unknown.GetSpecifiedName()
		if len(name) > 1 {
			return misuse{unknownFlag.With("flag", "--"+name).Err()}
		}
		return misuse{unknownFlag.With("flag", "-"+name).Err()}
	}
	return misused(err)
}
