#!/bin/sh
# Runs every native fuzz test of the project for the given time each.
cd "$(dirname "$0")/../.." || exit 1
export CGO_ENABLED=0
time=${1:-1m}
status=0
for dir in $(grep -rlE '^func Fuzz' --include='*_test.go' cmd internal | xargs -n1 dirname | sort -u); do
  for name in $(grep -hoE '^func Fuzz[A-Za-z0-9_]*' "$dir"/*_test.go | sed 's/func //'); do
    echo "== $dir $name ($time)"
    ${GO:-go} test -run '^$' -fuzz "^$name\$" -fuzztime "$time" -fuzzminimizetime 5x "./$dir" || status=1
  done
done
exit $status
