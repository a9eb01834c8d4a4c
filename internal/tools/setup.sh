#!/bin/sh
# Installs what the tests need beside Go: Debian's packages and the npm packages
# of the browser tests. Where it may not install, it says so and the tests that
# need the missing tool skip themselves by name.
set -u
cd "$(dirname "$0")/../.."

# tool:package pairs that the tests look for
wanted="chromium:chromium qpdf:qpdf pdftoppm:poppler-utils zbarimg:zbar-tools strace:strace
 node:nodejs npm:npm mkfs.xfs:xfsprogs xfs_io:xfsprogs openssl:openssl python3:python3"
PATH="$PATH:/usr/sbin:/sbin"

missing=""
for pair in $wanted; do
  command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
done
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"

if [ -n "$missing" ]; then
  as=""
  [ "$(id -u)" = 0 ] || as="sudo -n"
  if command -v apt-get >/dev/null 2>&1 && { [ -z "$as" ] || $as true 2>/dev/null; }; then
    echo "setup: installing$missing"
    log=$(mktemp)
    if ! { $as apt-get update -q && DEBIAN_FRONTEND=noninteractive $as apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
      echo "setup: apt-get failed; the tests that need$missing will skip"
      tail -5 "$log"
    fi
    rm -f "$log"
  else
    echo "setup: not allowed to install$missing; the tests that need them will skip"
  fi
fi

# The browser tests' packages, exactly as locked.
for lock in internal/*/e2e/package-lock.json; do
  [ -f "$lock" ] || continue
  dir=$(dirname "$lock")
  [ "$dir/node_modules/.package-lock.json" -nt "$lock" ] && continue
  if command -v npm >/dev/null 2>&1; then
    (cd "$dir" && npm ci --silent --no-audit --no-fund --ignore-scripts) || echo "setup: npm ci failed in $dir; its browser tests will skip"
  else
    echo "setup: no npm; the browser tests in $dir will skip"
  fi
done
