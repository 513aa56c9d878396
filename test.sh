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

passed=0
failed=0
failures=()

# Runs one suite; its output is shown when it fails, its closing line when it passes.
suite() {
  local name="$1" log started=$SECONDS
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %-24s %4d s   %s\n' "$name" $((SECONDS - started)) "$(grep -v '^$' "$log" | tail -n 1)"
  else
    failed=$((failed + 1))
    failures+=("$name")
    printf 'FAILED  %-24s %4d s\n' "$name" $((SECONDS - started))
    tail -n 120 "$log"
  fi
  rm -f "$log"
}

# Everything under the address and undefined-behaviour sanitizers, what has threads under the thread sanitizer too.
asan_suites=(tidy_test base_test text_test understand_test script_test safety_test facts_test dialog_test transcript_test sim_test
  fuzz_test store_test server_test wire_test crash_test)
tsan_suites=(store_test)

install_packages "${build_packages[@]}" "${test_packages[@]}"
build_widget
build_preset asan
build_preset tsan "${tsan_suites[@]}"
build_release

for name in "${asan_suites[@]}"; do suite "$name" "build/asan/$name"; done
for name in "${tsan_suites[@]}"; do suite "$name, threads" "build/tsan/$name"; done
suite "keel check" build/release/keel check --pack .
suite "widget" npm --prefix web/widget test
suite "browser" tests/browser/run.sh

echo
for name in ${failures[@]+"${failures[@]}"}; do echo "failed: $name"; done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
