package message

import (
	"errors"
	"fmt"
	"testing"
)

var greeting = Define("test-greeting", "Chào {name}, ô {cell}.", "Hello {name}, cell {cell}.").
	Hint("Sửa ô {cell}.", "Mend cell {cell}.")

func TestBlanksAreFilledInBothLanguages(t *testing.T) {
	m := greeting.With("name", "{cell}", "cell", "F12")
	if got, want := m.In(Vi), "Chào {cell}, ô F12."; got != want {
		t.Errorf("Vietnamese: %q, want %q (a value is never filled again)", got, want)
	}
	if got, want := m.In(En), "Hello {cell}, cell F12."; got != want {
		t.Errorf("English: %q, want %q", got, want)
	}
	if got, want := m.HintIn(Vi), "Sửa ô F12."; got != want {
		t.Errorf("hint: %q, want %q", got, want)
	}
}

var held = Define("test-held", "Có {n} dòng chờ.", "{n} {n|row waits|rows wait}.")

func TestACountChoosesItsWord(t *testing.T) {
	for n, want := range map[any]string{0: "0 rows wait.", 1: "1 row waits.", "01": "01 row waits.", 11: "11 rows wait.", "1.001": "1.001 rows wait."} {
		if got := held.With("n", n).In(En); got != want {
			t.Errorf("%v: %q, want %q", n, got, want)
		}
	}
	if got, want := held.With("n", 1).In(Vi), "Có 1 dòng chờ."; got != want {
		t.Errorf("Vietnamese: %q, want %q", got, want)
	}
	if err := held.Whole(); err != nil {
		t.Error(err)
	}
	if got := Many(1, "guest", "guests") + " " + Many(2, "guest", "guests"); got != "guest guests" {
		t.Errorf("Many: %q", got)
	}
}

func TestASentenceInsideAnErrorIsFound(t *testing.T) {
	cause := errors.New("disk gone")
	err := fmt.Errorf("save: %w", greeting.With("name", "x", "cell", "A1").Wrap(cause))
	found, ok := Of(err)
	if !ok || found.Code() != "test-greeting" {
		t.Fatalf("Of(%v) = %v, %v", err, found, ok)
	}
	if !errors.Is(err, cause) || !errors.Is(err, greeting.Err()) {
		t.Error("the cause and the sentence must both be found")
	}
}

func TestACodeIsDefinedOnce(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a second definition of a code must panic")
		}
	}()
	Define("test-greeting", "", "")
}

func TestWhole(t *testing.T) {
	for name, text := range map[string]*Text{
		"one language":          {Code: "x", vi: "có", en: ""},
		"blank in one language": {Code: "x", vi: "có {n}", en: "has"},
		"hint in one language":  {Code: "x", vi: "có", en: "has", hintVi: "làm"},
		"nothing":               {Code: "x"},
	} {
		if text.Whole() == nil {
			t.Errorf("%s: taken for whole", name)
		}
	}
	if err := (&Text{Code: "x", vi: "có {n}", en: "{n} there", hintVi: "làm", hintEn: "do"}).Whole(); err != nil {
		t.Error(err)
	}
}
