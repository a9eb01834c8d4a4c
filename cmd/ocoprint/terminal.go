package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/fatih/color"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// The rules for talking to the terminal.
//
//   - What was asked for goes to standard output; everything else (progress,
//     questions, warnings, errors) goes to standard error.
//   - Vietnamese first; --lang en or OCOPRINT_LANG=en for English.
//   - An error is said in three parts: what is wrong, what to do, the detail.
//   - Progress shows on a terminal only; a pipe stays quiet. NO_COLOR is kept.
//   - A question is asked on a terminal only, and `run` never waits for one
//     about a row. A passphrase is never echoed, logged or taken from argv.

// terminal is the person at the other end.
type terminal struct {
	In   io.Reader
	Out  io.Writer
	Err  io.Writer
	Now  func() time.Time // the only clock of the program
	Lang message.Lang

	out *bufio.Writer
	bad error // the first failure to write standard output
}

func (t *terminal) printf(format string, args ...any) {
	if t.out == nil {
		t.out = bufio.NewWriter(t.Out)
	}
	if _, err := fmt.Fprintf(t.out, format, args...); err != nil && t.bad == nil {
		t.bad = err
	}
}

func (t *terminal) say(m message.Message) { t.printf("%s\n", m.In(t.lang())) }

// Write lets encoders write to standard output.
func (t *terminal) Write(b []byte) (int, error) {
	t.printf("%s", b)
	return len(b), t.bad
}

var outputLost = message.Define("cli-output-lost", "Không ghi được kết quả ra màn hình hay tệp đầu ra.",
	"The result could not be written to standard output.").
	Hint("Việc đã làm vẫn còn trong sổ; chạy lại lệnh để xem lại.", "What was done is kept in the register; run the command again to see it.")

func (t *terminal) flush() error {
	if t.out != nil {
		if err := t.out.Flush(); err != nil && t.bad == nil {
			t.bad = err
		}
	}
	if t.bad != nil {
		return outputLost.With().Wrap(t.bad)
	}
	return nil
}

func (t *terminal) lang() message.Lang {
	if t.Lang == "" {
		return message.Vi
	}
	return t.Lang
}

func (t *terminal) pick(vi, en string) string {
	if t.lang() == message.En {
		return en
	}
	return vi
}

// fail says an error in its three parts.
func (t *terminal) fail(err error) {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(t.Err, interrupted.In(t.lang()))
		return
	}
	said, ok := message.Of(err)
	if !ok {
		fmt.Fprintf(t.Err, "%s %v\n", t.paint(color.FgRed, t.pick("Lỗi:", "Error:")), err)
		return
	}
	fmt.Fprintf(t.Err, "%s %s\n", t.paint(color.FgRed, t.pick("Lỗi:", "Error:")), said.In(t.lang()))
	if hint := said.HintIn(t.lang()); hint != "" {
		fmt.Fprintf(t.Err, "%s %s\n", t.paint(color.FgGreen, t.pick("Cách xử lý:", "What to do:")), hint)
	}
	if said.Cause != nil {
		fmt.Fprintf(t.Err, "%s %v\n", t.pick("Chi tiết:", "Detail:"), said.Cause)
	}
}

func (t *terminal) paint(attr color.Attribute, s string) string { return paintFor(t.Err, attr, s) }

// paintOut is paint for what goes to standard output.
func (t *terminal) paintOut(attr color.Attribute, s string) string { return paintFor(t.Out, attr, s) }

func paintFor(w io.Writer, attr color.Attribute, s string) string {
	c := color.New(attr)
	if !isTerminal(w) || os.Getenv("NO_COLOR") != "" {
		c.DisableColor()
	} else {
		c.EnableColor()
	}
	return c.Sprint(s)
}

// note tells something beside the result.
func (t *terminal) note(m message.Message) { fmt.Fprintln(t.Err, m.In(t.lang())) }

// progress shows how far long work has come; on a pipe it does nothing.
func (t *terminal) progress(title string) func(done, total int) {
	if !isTerminal(t.Err) {
		return func(int, int) {}
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(t.Err), progressbar.OptionSetDescription(title),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		}
		_ = bar.Set(done) // a bar that cannot be drawn must not stop the work
	}
}

var (
	noPassphrase = message.Define("cli-no-passphrase", "Chưa có mật khẩu mở khóa ký.", "There is no passphrase for the signing keys.").
			Hint("Chạy trong cửa sổ lệnh để được hỏi, hoặc dùng --passphrase-file TỆP.", "Run it in a terminal to be asked, or use --passphrase-file FILE.")
	emptyPassphrase = message.Define("cli-empty-passphrase", "Tệp mật khẩu “{file}” trống.", "The passphrase file “{file}” is empty.").
			Hint("Ghi mật khẩu vào dòng đầu của tệp.", "Write the passphrase on the first line of the file.")
	passphrasesDiffer = message.Define("cli-passphrases-differ", "Hai lần gõ mật khẩu không giống nhau.", "The two passphrases differ.").
				Hint("Chạy lại và gõ giống nhau hai lần.", "Run it again and type the same twice.")
	passphraseFile = message.Define("cli-passphrase-file", "Không đọc được tệp mật khẩu “{file}”.", "The passphrase file “{file}” cannot be read.")
)

// passphrase reads the passphrase from a file ("-" is standard input) or asks
// for it on the terminal; fresh asks twice.
func (t *terminal) passphrase(file string, fresh bool) ([]byte, error) {
	if file != "" {
		return readPassphrase(file)
	}
	in, ok := t.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, misuse{noPassphrase.Err()}
	}
	first, err := t.askHidden(in, t.pick("Mật khẩu khóa ký: ", "Passphrase of the signing keys: "))
	if err != nil || !fresh {
		return first, err
	}
	second, err := t.askHidden(in, t.pick("Gõ lại mật khẩu: ", "Type it again: "))
	if err == nil && string(first) != string(second) {
		return nil, misuse{passphrasesDiffer.Err()}
	}
	return first, err
}

func (t *terminal) askHidden(in *os.File, prompt string) ([]byte, error) {
	fmt.Fprint(t.Err, prompt)
	typed, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(t.Err)
	return typed, err
}

func readPassphrase(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, misuse{passphraseFile.With("file", file).Wrap(err)}
	}
	line, _, _ := strings.Cut(string(data), "\n")
	line = strings.TrimRight(line, "\r")
	if line == "" {
		return nil, misuse{emptyPassphrase.With("file", file).Err()}
	}
	return []byte(line), nil
}

// ask asks one question on a terminal; ok is false when there is nobody to ask.
func (t *terminal) ask(question, suggestion string) (answer string, ok bool) {
	in, isFile := t.In.(*os.File)
	if !isFile || !term.IsTerminal(int(in.Fd())) {
		return "", false
	}
	if suggestion != "" {
		question += " [" + suggestion + "]"
	}
	fmt.Fprint(t.Err, question+": ")
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && line == "" {
		return "", false
	}
	if line = strings.TrimSpace(line); line == "" {
		line = suggestion
	}
	return line, true
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// dateFlag is a date on the command line; unset means the day of the clock in
// Viet Nam.
type dateFlag struct{ ocop.Date }

func (d *dateFlag) String() string { return d.ISO() }

func (d *dateFlag) Set(s string) error {
	date, err := ocop.ParseDate(s)
	if err != nil {
		return misuse{badDate.With("value", s).Err()}
	}
	d.Date = date
	return nil
}

func (d *dateFlag) Type() string { return "YYYY-MM-DD" }

// waitForEnter keeps the window of a double click open until it was read.
func (t *terminal) waitForEnter() {
	t.say(pressEnter.With())
	_ = t.flush()                                 // a window that cannot be written to closes
	_, _ = bufio.NewReader(t.In).ReadString('\n') // so does one without a keyboard
}
