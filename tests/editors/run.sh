#!/bin/sh
# Tests the editors' grammar. Needs node, and the network once, for the packages.
set -eu
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error
node --test
