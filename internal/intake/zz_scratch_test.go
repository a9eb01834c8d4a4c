package intake

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"ocoprint/internal/workbook"
)

func TestScratchCorpus(t *testing.T) {
	dir := os.Getenv("SCRATCH_CORPUS")
	if dir == "" {
		t.Skip()
	}
	files, _ := filepath.Glob(dir + "/*")
	out := map[string]FileReport{}
	for _, f := range files {
		if filepath.Ext(f) == ".json" || filepath.Ext(f) == ".md" || filepath.Ext(f) == ".py" {
			continue
		}
		b, err := workbook.OpenFile(context.Background(), f, workbook.Options{})
		if err != nil {
			out[filepath.Base(f)] = RefusedReport(err)
			continue
		}
		r, err := Read(context.Background(), b, Options{FileName: filepath.Base(f)})
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = Report(r)
	}
	j, _ := json.MarshalIndent(out, "", " ")
	os.WriteFile(os.Getenv("SCRATCH_OUT"), j, 0o644)
}
