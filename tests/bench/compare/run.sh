#!/bin/bash
# keel's intent model beside fastText and nlp.js: same data, same machine, one Markdown table.
#
#   run.sh KEEL DATA_FOLDER [clinc150|banking77|hwu64]...
#
# DATA_FOLDER/SET has train.tsv, train_10.tsv (or train_10_named.tsv) and valid.tsv, whose lines are
# LABEL<TAB>TEXT. Needs fasttext, node and python3, and the network once, for nlp.js. A quarter
# of an hour or so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -ge 2 ] || fail "usage: run.sh KEEL DATA_FOLDER [clinc150|banking77|hwu64]..."
keel=$(command -v "$1") || fail "$1 is not a program: build keel, and name it as build/release/keel"
data=$2
shift 2
[ $# -gt 0 ] || set -- clinc150 banking77 hwu64

for set in "$@"; do
  for file in train.tsv valid.tsv; do
    [ -r "$data/$set/$file" ] || fail "$data/$set/$file is not there"
  done
done
command -v fasttext >/dev/null || fail "fasttext is not installed: apt-get install fasttext"
command -v node >/dev/null || fail "node is not installed: apt-get install nodejs npm"
command -v python3 >/dev/null || fail "python3 is not installed: apt-get install python3"
[ -d "$here/node_modules" ] || (cd "$here" && npm ci --loglevel=error >&2) ||
  fail "nlp.js is not installed: run npm ci in $here with the network at hand"

# The first core this shell may use is all that it and its children get.
core=$(taskset -cp $$ | sed 's/.*: \([0-9]*\).*/\1/')
taskset -cp "$core" $$ >/dev/null

few_of() {
  if [ -r "$1/train_10_named.tsv" ]; then echo train_10_named; else echo train_10; fi
}

# SET COMMAND...
line_of() {
  local name=$1 measured
  shift
  measured=$("$@") # by itself, so that a failure ends the run
  printf '%s\t%s\n' "$name" "$measured"
}

# SET TRAIN TEST
each_program() {
  line_of "$1" "$keel" eval --train "$2" --test "$3" --json
  line_of "$1" python3 "$here/fast_text.py" "$2" "$3"
  line_of "$1" node "$here/nlp_js.mjs" "$2" "$3"
}

for set in "$@"; do
  folder=$data/$set
  each_program "$set, 10" "$folder/$(few_of "$folder").tsv" "$folder/valid.tsv"
  each_program "$set, full" "$folder/train.tsv" "$folder/valid.tsv"
done | python3 "$here/table.py"
