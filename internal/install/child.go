package install

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// The child is told by this variable what to do; input comes on standard
// input, the answer goes to standard output: a line of JSON, then bytes.
const verbEnv = "OCOPRINT_INSTALL_CHILD"

type verb string

const (
	verbFont       verb = "font"
	verbPicture    verb = "picture"
	verbBackground verb = "background"
	verbScan       verb = "scan"
)

// Limits of the child.
const (
	memoryLimit = 300 << 20 // resident, with everything
	maxStack    = 32 << 20  // files that lead in a ring end a parser here
	maxInput    = 64 << 20
	maxOutput   = 192 << 20
)

// exitHungry is how the child says that it stopped itself.
const exitHungry = 97

// answer is what the child found.
type answer struct {
	Code   string            `json:",omitempty"` // of the refusal
	Blanks map[string]string `json:",omitempty"`
	Cause  string            `json:",omitempty"`

	Report layout.Report
	W, H   float64
	Notes  []string
	Images []Image
	Sizes  []int // of Data, then of the images
	Data   []byte

	cpu  time.Duration // that the child took
	peak int64         // memory it held, bytes; 0 where the system does not say
}

// child does what the variable asks and exits.
func child(tools Tools) {
	v := verb(os.Getenv(verbEnv))
	if v == "" {
		return
	}
	limits()
	input, err := io.ReadAll(io.LimitReader(os.Stdin, maxInput+1))
	if err != nil {
		os.Exit(1)
	}
	a, err := work(v, input, tools)
	if err != nil {
		a.refuse(err)
	}
	if err := a.send(os.Stdout); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

func work(v verb, input []byte, tools Tools) (a answer, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = Broken.With().Wrap(fmt.Errorf("panic: %v", r))
		}
	}()
	switch v {
	case verbFont:
		return font(input, tools.TryFont)
	case verbPicture:
		return picture(input)
	case verbBackground:
		return background(input)
	case verbScan:
		return scan(input)
	}
	return answer{}, fmt.Errorf("unknown verb %q", v)
}

// limits keeps the child small. What a parser is given is bounded beforehand
// (measure, the pixels of a picture); these stop what was not foreseen: the
// operating system where it can, a watchdog where it cannot, which leaves room
// for what is allocated between two looks.
func limits() {
	runtime.GOMAXPROCS(1)
	debug.SetMemoryLimit(memoryLimit / 2)
	debug.SetMaxStack(maxStack)
	systemLimits()
	go func() {
		s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for range time.Tick(2 * time.Millisecond) {
			metrics.Read(s)
			if s[0].Value.Uint64()-s[1].Value.Uint64() > memoryLimit {
				os.Exit(exitHungry)
			}
		}
	}()
}

// refuse carries a sentence over to the parent.
func (a *answer) refuse(err error) {
	said, ok := message.Of(err)
	if !ok {
		said = Broken.With().Wrap(err)
	}
	a.Code, a.Blanks = said.Text.Code, map[string]string{}
	for name, v := range said.Blanks {
		a.Blanks[name] = fmt.Sprint(v)
	}
	if said.Cause != nil {
		a.Cause = said.Cause.Error()
	}
	a.Data, a.Images = nil, nil
}

func (a answer) send(w io.Writer) error {
	blobs := [][]byte{a.Data}
	for i := range a.Images {
		blobs = append(blobs, a.Images[i].Data)
		a.Images[i].Data = nil
	}
	a.Data, a.Sizes = nil, nil
	for _, b := range blobs {
		a.Sizes = append(a.Sizes, len(b))
	}
	head, err := json.Marshal(a)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.Write(append(head, '\n'))
	for _, b := range blobs {
		out.Write(b)
	}
	return out.Flush()
}

// receive reads an answer; it trusts nothing the child says.
func receive(r io.Reader) (answer, error) {
	in := bufio.NewReader(io.LimitReader(r, maxOutput))
	head, err := in.ReadBytes('\n')
	if err != nil {
		return answer{}, errors.New("no answer")
	}
	var a answer
	if err := json.Unmarshal(head, &a); err != nil {
		return answer{}, err
	}
	if a.Code != "" {
		return a, nil
	}
	if len(a.Sizes) != len(a.Images)+1 {
		return answer{}, errors.New("answer does not add up")
	}
	for i, n := range a.Sizes {
		if n < 0 || n > maxOutput {
			return answer{}, errors.New("answer too large")
		}
		b := make([]byte, n)
		if _, err := io.ReadFull(in, b); err != nil {
			return answer{}, err
		}
		if i == 0 {
			a.Data = b
		} else {
			a.Images[i-1].Data = b
		}
	}
	return a, nil
}
