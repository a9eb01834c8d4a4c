// Package message holds everything the program says to people: each sentence
// once, in Vietnamese and English, under a permanent code, with named blanks.
//
// A sentence is defined beside the code that says it:
//
//	var StarsUnreadable = message.Define("stars-unreadable",
//		"“{value}” không phải là hạng sao từ 1 đến 5.",
//		"“{value}” is not a star rating from 1 to 5.").
//		Hint("Ghi 3 hoặc “3 sao” rồi nhập lại tệp.", "Write 3 or “3 sao” and import again.")
//
// and said with its blanks filled: StarsUnreadable.With("value", raw). What a
// person can act on becomes an error with Err or Wrap; the edge of the program
// (cmd, web) turns it into the three parts Lỗi, Cách xử lý, Chi tiết.
package message

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Lang is a language of the screen. The zero value is Vietnamese.
type Lang string

// The two languages; Vietnamese is first everywhere.
const (
	Vi Lang = "vi"
	En Lang = "en"
)

// Text is one sentence in both languages. Its code never changes: tests, the
// API and the manual refer to it.
type Text struct {
	Code           string
	vi, en         string
	hintVi, hintEn string
}

var (
	mu    sync.Mutex
	texts = map[string]*Text{}
)

// Define registers a sentence under its code. Blanks are written {name};
// {name|row|rows} is the one word for 1 and the other for any other count.
// It panics when the code is taken: codes are the program's own.
func Define(code, vi, en string) *Text {
	mu.Lock()
	defer mu.Unlock()
	if _, taken := texts[code]; taken {
		panic("message: code defined twice: " + code)
	}
	t := &Text{Code: code, vi: vi, en: en}
	texts[code] = t
	return t
}

// Hint adds what the person can do about it.
func (t *Text) Hint(vi, en string) *Text {
	t.hintVi, t.hintEn = vi, en
	return t
}

// All lists every defined sentence by code, for the tests and the manual.
func All() []*Text {
	mu.Lock()
	defer mu.Unlock()
	all := slices.Collect(maps.Values(texts))
	slices.SortFunc(all, func(a, b *Text) int { return strings.Compare(a.Code, b.Code) })
	return all
}

// Whole reports what a sentence lacks: a language, or a blank that only one of
// the two has. The hint may be missing, but not in one language alone.
func (t *Text) Whole() error {
	for _, pair := range [][2]string{{t.vi, t.en}, {t.hintVi, t.hintEn}} {
		if (pair[0] == "") != (pair[1] == "") {
			return fmt.Errorf("%s: one language only: %q, %q", t.Code, pair[0], pair[1])
		}
		if vi, en := blanksOf(pair[0]), blanksOf(pair[1]); !slices.Equal(vi, en) {
			return fmt.Errorf("%s: blanks differ: %v, %v", t.Code, vi, en)
		}
	}
	if t.vi == "" {
		return fmt.Errorf("%s: empty", t.Code)
	}
	return nil
}

var blank = regexp.MustCompile(`\{([a-z_]+)(?:\|[^{}|]*\|[^{}|]*)?\}`)

func blanksOf(s string) (all []string) {
	for _, found := range blank.FindAllStringSubmatch(s, -1) {
		all = append(all, found[1])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Find gives the sentence with that code, or nil.
func Find(code string) *Text {
	mu.Lock()
	defer mu.Unlock()
	return texts[code]
}

// Many picks the word that goes with a count where the language has two forms:
// Many(1, "guest", "guests") = "guest".
func Many(n int, one, more string) string { return manyOf(fmt.Sprint(n), one, more) }

func manyOf(said, one, more string) string {
	if strings.TrimPrefix(said, "0") == "1" { // lists write 01
		return one
	}
	return more
}

// With fills the blanks: name, value, name, value. A value that is itself a
// Message or a *Text is said in the language of the sentence around it.
func (t *Text) With(pairs ...any) Message {
	if len(pairs)%2 != 0 {
		panic("message: " + t.Code + ": odd number of blanks")
	}
	m := Message{Text: t}
	if len(pairs) > 0 {
		m.Blanks = make(map[string]any, len(pairs)/2)
	}
	for i := 0; i < len(pairs); i += 2 {
		m.Blanks[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

// In gives the bare sentence, without blanks, in a language.
func (t *Text) In(l Lang) string { return Message{Text: t}.In(l) }

// Err is With().Err(): a sentence without blanks as an error.
func (t *Text) Err() *Error { return t.With().Err() }

// Message is a sentence with its blanks filled. It is data until somebody
// reads it: only the edge of the program chooses the language.
type Message struct {
	Text   *Text
	Blanks map[string]any
}

// Code is the permanent code of the sentence, empty for the zero Message.
func (m Message) Code() string {
	if m.Text == nil {
		return ""
	}
	return m.Text.Code
}

// In says the sentence in a language.
func (m Message) In(l Lang) string {
	if m.Text == nil {
		return ""
	}
	return fill(pick(l, m.Text.vi, m.Text.en), m.Blanks, l)
}

// HintIn says what the person can do about it, or nothing.
func (m Message) HintIn(l Lang) string {
	if m.Text == nil {
		return ""
	}
	return fill(pick(l, m.Text.hintVi, m.Text.hintEn), m.Blanks, l)
}

// String is the Vietnamese sentence.
func (m Message) String() string { return m.In(Vi) }

// Err makes an error of the sentence.
func (m Message) Err() *Error { return &Error{Message: m} }

// Wrap makes an error of the sentence that carries its cause; the cause is
// shown under “Chi tiết” only.
func (m Message) Wrap(cause error) *Error { return &Error{Message: m, Cause: cause} }

// Error is a sentence for a person that travels as an error.
type Error struct {
	Message
	Cause error
}

// Error is for logs and developers: English, code first.
func (e *Error) Error() string {
	s := e.Code() + ": " + e.In(En)
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is makes errors.Is(err, Sentence.Err()) compare codes.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Text == e.Text
}

// Of finds the sentence inside an error.
func Of(err error) (*Error, bool) {
	var e *Error
	ok := errors.As(err, &e)
	return e, ok
}

func pick(l Lang, vi, en string) string {
	if l == En {
		return en
	}
	return vi
}

func fill(s string, blanks map[string]any, l Lang) string {
	if len(blanks) == 0 || !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], '}')
		if end < 0 {
			break
		}
		b.WriteString(s[:open])
		name, words, choose := strings.Cut(s[open+1:open+end], "|")
		if v, ok := blanks[name]; ok && choose {
			one, more, _ := strings.Cut(words, "|")
			b.WriteString(manyOf(say(v, l), one, more))
		} else if ok {
			b.WriteString(say(v, l))
		} else {
			b.WriteString(s[open : open+end+1])
		}
		s = s[open+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

func say(v any, l Lang) string {
	switch v := v.(type) {
	case Message:
		return v.In(l)
	case *Text:
		return v.In(l)
	case interface{ In(Lang) string }:
		return v.In(l)
	case string:
		return v
	}
	return fmt.Sprint(v)
}
