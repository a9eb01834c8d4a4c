package layout

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files and the schema anew")

const schemaFile = "schema/ocop-layout-1.json"

// ordered is a JSON object that keeps its order.
type ordered []pair

type pair struct {
	k string
	v any
}

func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		k, _ := json.Marshal(p.k)
		v, err := json.Marshal(p.v)
		if err != nil {
			return nil, err
		}
		b.Write(k)
		b.WriteByte(':')
		b.Write(v)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// buildSchema makes the schema from the structs of format.go.
func buildSchema() ordered {
	top := objectSchema(fieldsOf(reflect.TypeFor[fileFormat]()))
	head := ordered{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"$id", "https://ocop.example/schema/ocop-layout-1.json"},
		{"title", "Mẫu trang in ocop-layout/1"},
	}
	return append(head, top...)
}

func objectSchema(fs []field) ordered {
	var props ordered
	required := []string{}
	for _, f := range fs {
		s := typeSchema(f.typ)
		if f.doc != "" {
			s = append(ordered{{"description", f.doc}}, s...)
		}
		props = append(props, pair{f.name, s})
		if f.required {
			required = append(required, f.name)
		}
	}
	out := ordered{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 {
		out = append(out, pair{"required", required})
	}
	return append(out, pair{"properties", props})
}

func typeSchema(t reflect.Type) ordered {
	switch {
	case t == boxPtrType:
		return boxSchema()
	case t == wordType:
		return ordered{{"type", "string"}}
	case t.Kind() == reflect.Pointer:
		return typeSchema(t.Elem())
	case t.Kind() == reflect.Slice && strings.HasPrefix(t.Name(), "named["):
		v, _ := t.Elem().FieldByName("V")
		return ordered{{"type", "object"}, {"additionalProperties", typeSchema(v.Type)}}
	case t.Kind() == reflect.Slice:
		return ordered{{"type", "array"}, {"items", typeSchema(t.Elem())}}
	case t.Kind() == reflect.Struct:
		return objectSchema(fieldsOf(t))
	}
	if c, ok := reflect.Zero(t).Interface().(closed); ok {
		return ordered{{"type", "string"}, {"enum", c.values()}}
	}
	name := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer", reflect.Float64: "number"}[t.Kind()]
	return ordered{{"type", name}}
}

// boxSchema is one alternative for each type of box.
func boxSchema() ordered {
	var kinds []ordered
	for _, t := range boxType("").values() {
		fs := append(fieldsOf(reflect.TypeFor[boxFormat]()), fieldsOf(reflect.TypeOf(newKind(boxType(t))).Elem())...)
		s := objectSchema(fs)
		props := s[len(s)-1].v.(ordered)
		for i := range props {
			if props[i].k == "type" {
				props[i].v = ordered{{"const", t}}
			}
		}
		kinds = append(kinds, append(ordered{{"title", t}}, s...))
	}
	return ordered{{"oneOf", kinds}}
}

// The schema in the repository is the one that the loader's structs give: a
// field added to one without the other shows here.
func TestSchemaAgreesWithTheLoader(t *testing.T) {
	raw, err := json.Marshal(buildSchema())
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := json.Indent(&want, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	want.WriteByte('\n')
	if *update {
		if err := os.WriteFile(schemaFile, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%s is not what format.go says: go test -run Schema -update", schemaFile)
	}
	if !bytes.Equal(Schema(), got) {
		t.Error("the embedded schema is older than the file: rebuild")
	}
}

// Every field that the schema names is one that the loader takes, and the other
// way round: a box with all fields of its type has no unknown field.
func TestEveryFieldOfTheSchemaLoads(t *testing.T) {
	for _, kind := range boxType("").values() {
		t.Run(kind, func(t *testing.T) {
			fields := map[string]any{"type": kind, "no_such_field": 1}
			fs := append(fieldsOf(reflect.TypeFor[boxFormat]()), fieldsOf(reflect.TypeOf(newKind(boxType(kind))).Elem())...)
			for _, f := range fs {
				if f.name != "type" {
					fields[f.name] = nil // of the wrong type everywhere
				}
			}
			box, _ := json.Marshal(fields)
			_, err := LoadTemplate("x.json", []byte(`{"schema":"ocop-layout/1","boxes":[`+string(box)+`]}`))
			codes := codesOf(err)
			if n := codes["layout-field-unknown"]; n != 1 {
				t.Errorf("%d unknown fields, want only no_such_field: %v", n, err)
			}
		})
	}
}
