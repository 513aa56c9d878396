#!/bin/sh
# Runs every browser test and prints the counts. Needs node, Debian's chromium, and the network once, for
# the packages. The test of the real server is skipped, and says so, where that is not built.
set -eu
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --no-audit --no-fund
widget=../../web/widget
[ -d "$widget/node_modules" ] || (cd "$widget" && npm ci --no-audit --no-fund)
(cd "$widget" && npm run --silent build)
exec node --test --test-concurrency=2 --test-reporter="${KEEL_TEST_REPORTER:-spec}" ./*.test.mjs
