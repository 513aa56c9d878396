#!/usr/bin/env bash
# Feeds each guided fuzzer for SECONDS (default 20): tests/fuzz/run.sh [SECONDS]. Seeds are made of the bundled pack;
# what is learnt is kept in build/fuzz/corpus. An input that crashes, hangs or leaks is left in tests/fuzz/found, where
# found_test plays it ever after, and fails the run.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds="${1:-20}"
fuzzers="${KEEL_FUZZERS:-build/fuzz}"
corpus="$fuzzers/corpus"

# Small files only: a fuzzer learns more from many small inputs than from a few large ones.
seed_scripts() {
  local to="$corpus/script" file beside seed
  for file in $(find dialogs intents -name '*.keel' -size -9k) dialogs/help-lines.json; do
    { printf '@@ %s\n' "$file"; head -c 6000 "$file"; } >"$to/$(basename "$file").seed"
  done
  # A flow together with what it names: the person's slots, a list of words, a rule.
  beside="$(printf '@@ dialogs/person.keel\n'; cat dialogs/person.keel)"
  for file in dialogs/*/*.keel; do
    seed="$to/$(basename "$file").person.seed"
    { printf '@@ %s\n' "$file"; cat "$file"; printf '\n%s\n' "$beside"; } >"$seed"
    truncate -s '<9000' "$seed"
  done
  for file in tests/diagnostics/*.keel engine/script/pages/*; do
    [ -f "$file" ] && { printf '@@ dialogs/x.keel\n'; head -c 4000 "$file"; } >"$to/$(basename "$file").case.seed"
  done
  return 0
}

mkdir -p "$corpus/script" "$corpus/program" "$corpus/session" tests/fuzz/found
seed_scripts
cp tests/programs/small.json "$corpus/program/"
cp tests/saves/* "$corpus/session/"

failed=0
runs=0
for target in script program session; do
  log="$fuzzers/$target.log"
  if ! "$fuzzers/fuzz_$target" "$corpus/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=12000 -dict="tests/fuzz/$([ "$target" = script ] && echo script || echo json).dict" -print_final_stats=1 \
    -artifact_prefix="tests/fuzz/found/$target-" -close_fd_mask=1 >"$log" 2>&1; then
    failed=1
    tail -n 60 "$log"
  fi
  done_runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  runs=$((runs + ${done_runs:-0}))
  echo "$target: ${done_runs:-0} inputs, $(grep -o 'cov: [0-9]*' "$log" | tail -n 1)"
done
[ "$failed" = 0 ] && echo "$runs inputs in $((3 * seconds)) s, none that crashed, hung or leaked"
exit "$failed"
