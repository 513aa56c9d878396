#!/usr/bin/env bash
# Installs what is missing and runs every test; --long adds the long forms (hundreds of kills, minutes of fuzzing, long
# simulation), --update rewrites transcripts and golden diagnostics instead of comparing them. Prints the counts; exit
# code 1 when anything failed.
set -uo pipefail
cd "$(dirname "$0")"
. ./tools/setup.sh

export KEEL_LONG=0
for argument in "$@"; do
  case "$argument" in
    --long) export KEEL_LONG=1 ;;
    --update) export KEEL_UPDATE=1 ;;
    *)
      say "usage: ./test.sh [--long] [--update]"
      exit 2
      ;;
  esac
done

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# Runs one suite; its output is shown when it fails, its closing line when it passes.
suite() {
  local name="$1" log="$results/$1.log" started=$SECONDS
  shift
  if "$@" >"$log" 2>&1; then
    touch "$results/$name.passed"
    printf 'ok      %-24s %4d s   %s\n' "$name" $((SECONDS - started)) "$(grep -v '^$' "$log" | tail -n 1)"
  else
    touch "$results/$name.failed"
    printf 'FAILED  %-24s %4d s\n%s\n' "$name" $((SECONDS - started)) "$(tail -n 120 "$log")"
  fi
}

# Every suite that CMake knows, so that none is forgotten here.
suites() { ctest --test-dir build/asan --show-only=json-v1 | grep -o '"name" : "[a-z_]*_test"' | cut -d'"' -f4; }

install_packages "${build_packages[@]}" "${test_packages[@]}" "${fuzz_packages[@]}"
npm_packages tests/schema
build_widget
build_preset asan
build_preset tsan store_test side_by_side_test
build_preset fuzz fuzz_script fuzz_program fuzz_session
build_release

# The store waits for the disk most of the time, so it runs beside the others: under the address and
# undefined-behaviour sanitizers like them; what has threads of its own under the thread sanitizer.
suite "store_test" build/asan/store_test &
suite "writer, threads" build/tsan/store_test "[writer]" &
suite "side by side, threads" build/tsan/side_by_side_test &
for name in $(suites | grep -v -x -e store_test -e wire_test -e crash_test); do
  suite "$name" "build/asan/$name"
done
suite "keel check" build/release/keel check --style --pack .
suite "keel fmt" build/release/keel fmt --check --pack .
suite "editors" tests/editors/run.sh
suite "schema" env KEEL="$PWD/build/release/keel" npm --prefix tests/schema test
suite "guided fuzzing" tests/fuzz/run.sh "$([ "$KEEL_LONG" = 1 ] && echo 300 || echo 20)"
suite "widget" npm --prefix web/widget test
wait

# Against the server as people run it; the long form takes the sanitized one, which starts slowly.
[ "$KEEL_LONG" = 1 ] || export KEEL_SERVER="$PWD/build/release/keel-server"
suite "wire_test" build/asan/wire_test
suite "crash_test" build/asan/crash_test
suite "browser" tests/browser/run.sh

echo
passed=$(find "$results" -name '*.passed' | wc -l)
failed=$(find "$results" -name '*.failed' | wc -l)
find "$results" -name '*.failed' -printf 'failed: %f\n' | sed 's/\.failed$//'
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
