#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# collapsar-cli data: the table, its JSON, the settings that change it, broken files. smoke_data.sh PROGRAM FOLDER DATA
set -u
program=$1
folder=$2
data=$3
failures=0

fail() {
  echo "FAILED: $*" >&2
  failures=$((failures + 1))
}
# expect CODE ARGUMENTS...: runs `collapsar-cli data`; its output is in out.txt and err.txt
expect() {
  local code=$1
  shift
  "$program" data "$@" >out.txt 2>err.txt
  local got=$?
  [ "$got" -eq "$code" ] || fail "data $*: exit code $got, not $code: $(cat err.txt)"
}
has() {
  grep -qE -- "$2" "$1" || fail "$1 lacks \"$2\": $(cat "$1")"
}

rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || exit 1

expect 0 --data "$data/data_text_train.txt" --validation "$data/data_text_valid.txt"
has out.txt '^ +training +validation +test$'
has out.txt '^sentences +390 '
has out.txt '^lines read +400 +120 +-$'
has out.txt '^label good '
has out.txt '^note: labels: the first field of each line, 3 different ones\.$'
[ -s err.txt ] && fail "something on standard error: $(cat err.txt)"

expect 0 --data "$data/data_text_train.txt" --json --set vocabulary_size=40 --set labels=none
has out.txt '^\{"type":"data","vocabulary":44,'
has out.txt '"labels":\[\]'
has out.txt '"unknown_rate":0\.[0-9]+'
[ "$(wc -l <out.txt)" -eq 1 ] || fail "JSON is more than a line"

gzip -c "$data/data_text_train.txt" >text.txt.gz
expect 0 --data text.txt.gz --set held_out=spread --set validation_share=0.15 --set test_share=0.05
has out.txt '^validation: 15 % of the training text, spread evenly, 58 sentences\.$'

# Broken input: exit code 3, file and line, nothing on standard output.
head -c 200 text.txt.gz >cut.gz
printf 'a b\nc \xff d\n' >latin.txt
printf '1\ta\n2 b\n' >mixed.txt
: >empty.txt
expect 3 --data cut.gz
has err.txt 'cut\.gz: the gzip data are cut short\. Line [0-9]+ was the last one read whole'
expect 3 --data latin.txt
has err.txt 'latin\.txt, line 2 is not UTF-8 \(byte 3\)'
expect 3 --data mixed.txt --set labels=tab
has err.txt 'mixed\.txt, line 2 has no tab'
expect 3 --data empty.txt
has err.txt 'empty\.txt: is empty'
expect 3 --data .
has err.txt 'is a folder'
expect 3 --data absent.txt
has err.txt 'absent\.txt: there is no such file'
expect 3 --data latin.txt --set validation_share=2
has err.txt 'validation_share'
[ -s out.txt ] && fail "something on standard output: $(cat out.txt)"

[ "$failures" -eq 0 ] || exit 1
echo "all passed"
