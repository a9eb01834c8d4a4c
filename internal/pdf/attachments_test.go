package pdf

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

var records = []Attachment{
	{Name: "LC-2023-2-001.cbor", MIME: "application/cbor", Description: "Bản ghi đã ký", Data: []byte{0xA1, 0, 1, 2}},
	{Name: "tiếng Việt (bản 2) #1.txt", MIME: "text/plain; charset=utf-8", Description: "", Data: bytes.Repeat([]byte("Lai Châu "), 5000)},
	{Name: "🙂.bin", MIME: "application/octet-stream", Description: "ngoài mặt phẳng cơ bản", Data: []byte{}},
}

func TestAttachmentsComeBackInOrder(t *testing.T) {
	b := bytesOf(t, 2, Options{Attachments: records})
	got, err := Attachments(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		if got[i].Data == nil {
			got[i].Data = []byte{}
		}
	}
	if !reflect.DeepEqual(got, records) {
		t.Errorf("%+v", got)
	}
	none := bytesOf(t, 1, Options{})
	if got, err := Attachments(bytes.NewReader(none), int64(len(none))); err != nil || len(got) != 0 {
		t.Errorf("a file without attachments: %v, %v", got, err)
	}
}

func TestManyAttachments(t *testing.T) {
	var list []Attachment
	for i := range 3000 {
		list = append(list, Attachment{Name: fmt.Sprintf("%05d", i), MIME: "application/cbor", Data: []byte{byte(i)}})
	}
	b := bytesOf(t, 1, Options{Attachments: list})
	got, err := Attachments(bytes.NewReader(b), int64(len(b)))
	if err != nil || len(got) != len(list) || got[2999].Name != "02999" {
		t.Errorf("%d came back, %v", len(got), err)
	}
}

// Whatever is not exactly our file is refused in a sentence.
func TestForeignAndDamagedFilesAreRefused(t *testing.T) {
	good := bytesOf(t, 1, Options{Attachments: records})
	swap := func(old, new string) []byte {
		if !bytes.Contains(good, []byte(old)) {
			t.Fatalf("the file holds no %q", old)
		}
		return bytes.Replace(good, []byte(old), []byte(new), 1)
	}
	for name, b := range map[string][]byte{
		"nothing":                           {},
		"text":                              []byte("xin chào"),
		"another program's file":            []byte("%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n30\n%%EOF\n"),
		"cut":                               good[:len(good)-100],
		"cut at the front":                  good[1000:],
		"saved again, with more at the end": append(bytes.Clone(good), "\n% saved\n"...),
		"a list that leads nowhere":         swap("/AF [", "/AF [999999 0 R "),
		"a list of other things":            swap("/AF [", "/AF [2 0 R "),
		"a size that lies":                  swap("/Params << /Size 4 >>", "/Params << /Size 5 >>"),
		"a size beyond bounds":              swap("/Params << /Size 4 >>", "/Params << /Size 999999999 >>"),
		"a length that lies":                []byte(strings.Replace(string(good), "/Size 4 >> /Filter /FlateDecode /Length ", "/Size 4 >> /Filter /FlateDecode /Length 9", 1)),
	} {
		_, err := Attachments(bytes.NewReader(b), int64(len(b)))
		if said, ok := message.Of(err); !ok || said.Text != NotOurFile {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzAttachments(f *testing.F) {
	good := func(list []Attachment) []byte {
		var b bytes.Buffer
		d := newDocument(&b, newKit(Options{Faces: layout.NewFaces()}), Options{Attachments: list})
		d.pages, d.nodes = 1, []int{treeObject}
		if err := d.close(); err != nil {
			f.Fatal(err)
		}
		return b.Bytes()
	}
	f.Add(good(records))
	f.Add(good(nil))
	f.Add([]byte("%PDF-1.7\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, err := Attachments(bytes.NewReader(b), int64(len(b)))
		if err != nil && list != nil {
			t.Error("an error and a list")
		}
	})
}
