#!/bin/sh
# Runs every test and closes with how many passed, failed and were skipped, the
# skipped ones by name. With OCOPRINT_NO_SKIP=1 a skip is a failure.
cd "$(dirname "$0")/../.." || exit 1
export CGO_ENABLED=0 GOFLAGS="${GOFLAGS:-}"
PATH="$PATH:/usr/sbin:/sbin"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
${GO:-go} vet ./... || status=1
# The pages in a browser are told last, with the machine to themselves.
pages=$(${GO:-go} list ./internal/web)
others=$(${GO:-go} list ./... | grep -v -x "$pages")
{ ${GO:-go} test -p 2 -v -timeout 40m $others 2>&1; one=$?
  ${GO:-go} test -v -timeout 40m "$pages" 2>&1 && [ $one -eq 0 ]; echo "exit=$?"; } | tee "$log" |
  grep --line-buffered -E '^(ok|FAIL|panic|\?|# )|^ *--- FAIL|^ +FAIL |_test\.go:[0-9]+:.*(want|got|fail)' | grep --line-buffered -v 'no test files'
grep -q '^exit=0$' "$log" || status=1
passed=$(grep -c -E '^ *--- PASS' "$log")
failed=$(grep -c -E '^ *--- FAIL' "$log")
skipped=$(grep -c -E '^ *--- SKIP' "$log")
if [ $status -ne 0 ]; then
  echo "---- what failed"
  # what a failed test said stands before its verdict, a panic's story after it
  { grep -E -A40 '^panic:|^# |build failed' "$log" | head -120
    grep -E -B60 -A10 '^ *--- FAIL' "$log" | grep -v -E '^ *(=== |--- PASS)|^(ok|FAIL|--)' | tail -200; }
fi
if [ "$skipped" -gt 0 ]; then
  echo "skipped ($skipped):"
  grep -E -A1 '^ *--- SKIP' "$log" | sed 's/^/  /'
  [ "${OCOPRINT_NO_SKIP:-}" = 1 ] && status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
