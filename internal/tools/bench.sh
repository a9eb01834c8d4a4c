#!/bin/sh
# Speed and memory in one run on the same machine: only the ratios carry over.
# N="100 1000" measures those numbers of certificates only; FAST=1 leaves out
# reading, fitting and the register.
cd "$(dirname "$0")/../.." || exit 1
export CGO_ENABLED=0
go=${GO:-go}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
counts=${N:-"100 1000 10000"}

python=""
for p in python3 /usr/bin/python3; do
  "$p" -c 'import reportlab' 2>/dev/null && { python=$p; break; }
done

echo "$(uname -sm), $(nproc) processors, $($go version | cut -d' ' -f3), load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null)"
$go test -c -o "$work/office.test" ./internal/office || exit 1
printf '%-34s %8s %12s %9s %9s\n' "register -> code -> page -> file" count certs/CPU-s peak-MB bytes
for n in $counts; do
  for way in combined each issue; do
    (cd internal/office && "$work/office.test" -test.run '^$' -test.bench "BenchmarkPipeline/^$way\$/^$n\$" -test.benchtime 1x) >"$work/out" || { cat "$work/out"; exit 1; }
    awk -v way="$way" -v n="$n" '/^BenchmarkPipeline/ {
      for (i = 3; i < NF; i++) v[$(i+1)] = $i
      printf "%-34s %8d %12.0f %9.1f %9.0f\n", way, n, v["certs/CPUs"], v["peakMB"], v["B/cert"] }' "$work/out"
  done
  if [ -n "$python" ]; then
    "$python" internal/pdf/testdata/bench/reportlab_certificates.py "$n" fonts "$work/r.pdf" |
      awk '{ printf "%-34s %8d %12.0f %9.1f %9.0f\n", "ReportLab, a comparable page", $1, $1/$2, $3/1024, $4/$1 }'
  else
    echo "ReportLab: python3-reportlab is not installed"
  fi
done
[ -n "${FAST:-}" ] && exit 0

bench() { # title, package, pattern
  echo
  echo "$1"
  $go test -run '^$' -bench "$3" -benchtime "${BENCHTIME:-3x}" -benchmem "$2" | grep -E '^Benchmark|FAIL|panic'
}
bench "reading 10,000 rows of 15 columns, beside excelize's own iterator" ./internal/intake 'Import|ReadOnly|RowIterator'
bench "opening a workbook" ./internal/workbook 'Open'
bench "fitting a name" ./internal/layout 'Fit'
bench "a code, beside go-qrcode" ./internal/qr 'Encode|Reference'
bench "the register: 20,000 certificates, beside a bare loop" ./internal/register/sqlite '.'
bench "the public server: CPU of a request beside a bare handler" ./cmd/ocoprint 'PublicServer'
