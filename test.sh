#!/usr/bin/env bash
# Installs what is missing and runs every test; --long adds the long forms (hundreds of kills, minutes of fuzzing, long
# simulation). Prints the counts; exit code 1 when anything failed.
set -uo pipefail
cd "$(dirname "$0")"
. ./tools/setup.sh

long=no
for argument in "$@"; do
  case "$argument" in
    --long) long=yes ;;
    *) say "usage: ./test.sh [--long]"; exit 2 ;;
  esac
done
export KEEL_LONG=$([ "$long" = yes ] && echo 1 || echo 0)

passed=0
failed=0
failures=()

# Runs one suite; its output is shown when it fails.
suite() {
  local name="$1" log started=$SECONDS
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %-28s %4d s   %s\n' "$name" $((SECONDS - started)) "$(tail -n 1 "$log" | cut -c1-80)"
  else
    failed=$((failed + 1))
    failures+=("$name")
    printf 'FAILED  %-28s %4d s\n' "$name" $((SECONDS - started))
    tail -n 80 "$log"
  fi
  rm -f "$log"
}

tests_of() { ctest --test-dir "build/$1" -N | sed -n 's/^ *Test *#[0-9]*: //p'; }

run_tests_of() {
  local preset="$1" name
  for name in $(tests_of "$preset"); do
    suite "$preset: $name" ctest --test-dir "build/$preset" --output-on-failure -R "^$name\$"
  done
}

install_packages "${build_packages[@]}" "${test_packages[@]}"
set -e
build_preset dev
build_release
build_widget
build_preset asan
set +e

run_tests_of dev
run_tests_of asan
if [ -f build/dev/tsan_tests ]; then :; fi
suite "tsan" tools/tsan.sh
suite "content: keel check" ./build/release/keel check --pack .
suite "widget: unit" tools/widget_tests.sh
suite "browser" tests/browser/run.sh
[ -x tests/crash/run.sh ] && suite "crash" tests/crash/run.sh

echo
for name in ${failures[@]+"${failures[@]}"}; do echo "failed: $name"; done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
