#!/bin/sh
# Runs every browser test and prints the counts last. Needs node, Debian's chromium, and the network once,
# for the packages. The test of the real server is skipped, and says so, where that is not built.
set -eu
cd "$(dirname "$0")"
widget=../../web/widget
for folder in . "$widget"; do
  [ -d "$folder/node_modules" ] || (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
done
(cd "$widget" && npm run --silent build)
counts=$(mktemp)
trap 'rm -f "$counts"' EXIT
failed=0
node --test --test-concurrency=2 \
  --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=tap --test-reporter-destination="$counts" ./*.test.mjs || failed=1
sed -n 's/^# \(tests\|pass\|fail\|skipped\) \([0-9]*\)$/\2 \1/p' "$counts" | paste -sd ' ' -
exit "$failed"
