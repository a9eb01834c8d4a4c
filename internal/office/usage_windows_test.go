package office_test

import "testing"

func cpuSeconds(t *testing.T) float64 { t.Fatal("benchmarks run on Unix"); return 0 }

func peakKB(t *testing.T) int64 { t.Fatal("benchmarks run on Unix"); return 0 }
