package layout

import _ "embed"

//go:embed schema/ocop-layout-1.json
var schemaJSON []byte

// Schema is the JSON Schema of ocop-layout/1 (draft 7), which editors use to
// complete names and underline mistakes. It is made from the structs that the
// loader fills.
func Schema() []byte { return append([]byte(nil), schemaJSON...) }
