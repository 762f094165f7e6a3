#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The headless program from outside: smoke.sh PROGRAM FOLDER. FOLDER is emptied. Says what failed, and fails.
set -uo pipefail
program=$1
folder=$2
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder" || exit 1
failures=0

# expect CODE "what" ARGUMENT...: the program must end with CODE.
expect() {
    local wanted=$1 what=$2 code
    shift 2
    timeout 120 "$program" "$@" >out.txt 2>err.txt
    code=$?
    [ "$code" -eq "$wanted" ] && return 0
    echo "FAIL: $what: exit code $code instead of $wanted"
    head -n 5 out.txt err.txt
    failures=$((failures + 1))
}

# contains FILE REGEX "what"
contains() {
    grep -q -E -e "$2" "$1" && return 0
    echo "FAIL: $3: no \"$2\" in $1"
    head -n 5 "$1"
    failures=$((failures + 1))
}

quick=(--set synthetic_training=64 --set synthetic_validation=32 --set synthetic_test=32 --set probe_examples=16
       --set evaluate_every=1)

expect 0 "train" train he-fig2 --run Basic --updates 3 "${quick[@]}" --out basic.run
contains out.txt '^update 3  elbo ' "a line for the last evaluation"
expect 0 "train as JSON" train he-fig2 --run Aggressive --updates 2 "${quick[@]}" --at 1:aggressive=off --json --out json.run
contains out.txt '^\{"type":"measurement","kind":"scheduled","update":2,' "a measurement line"
contains out.txt '"type":"event","event":"switch".*"at":"1:aggressive=off"' "the switch"
expect 0 "info" info basic.run
contains out.txt '^phase: finished' "the phase"
contains out.txt '^update: 3 of 3' "the update"
expect 0 "info as JSON" info basic.run --json
expect 0 "resume" resume basic.run --updates 5 --quiet
expect 0 "info after resume" info basic.run
contains out.txt '^update: 5 of ' "the new end"
expect 0 "eval" eval basic.run
contains out.txt '^test: update 5  elbo ' "the test split"
expect 0 "eval with importance samples" eval basic.run --samples 20
contains out.txt '^test: update 5  elbo .*  iw_nll [0-9.]+  iw_ppl [0-9.]+  iw_samples 20$' "the importance-weighted NLL"
expect 0 "eval with importance samples as JSON" eval basic.run --samples 20 --json
contains out.txt '"iw_nll":[0-9.]+,"iw_ppl":[0-9.]+,.*,"iw_samples":20\}$' "the importance-weighted NLL"
expect 0 "words" words basic.run --count 3
contains out.txt '^update 5: reconstructions, mean latents, greedy$' "whose words they are"
contains out.txt '^ +2  original  .*  \[-[0-9.]+\]$' "the third probe with its log-likelihood"
contains out.txt '^[1-3] of 3 sentences differ; [0-9.]+ % of the original words' "how many differ"
expect 0 "words at a place as JSON" words basic.run --at 2 --kind interpolation --decoding beam --count 4 --json
contains out.txt '^\{"type":"words","update":2,"inner":0,"kind":"interpolation","latent":"mean","decoding":"beam"' "the place"
contains out.txt '^\{"type":"sentence","row":3,"probe":null,"along":1.0,"original":"[^"]+","words":"' "the end of the line"
expect 0 "words of the nearest checkpoint" words basic.run --at 2 --nearest --kind prior --decoding sampling
contains out.txt '^update 2: prior, sampling, temperature 1.00$' "the checkpoint of the evaluation there"
expect 3 "words of a place that has not come" words basic.run --at 99
expect 3 "words of a probe that is not there" words basic.run --first 400
contains err.txt 'There is no probe 400: the run has 16' "how many probes there are"
expect 0 "export" export basic.run --csv basic.csv
contains basic.csv '^kind,update,.*,elbo,' "the header row"
expect 0 "presets" presets
expect 0 "settings" settings

# The check at start says when the plain BLAS answers, and only then.
expect 0 "train on the BLAS of this system" train he-fig2 --run Basic --updates 1 "${quick[@]}" --out fast.run
if grep -q 'reference BLAS' err.txt; then
    echo "FAIL: a fast BLAS is called the reference one"
    failures=$((failures + 1))
fi
plain=$(find /usr/lib -path '*/blas/libblas.so.3' 2>/dev/null | head -n 1)
if [ -n "$plain" ]; then
    export LD_PRELOAD=$plain
    expect 0 "train on the reference BLAS" train he-fig2 --run Basic --updates 1 "${quick[@]}" --out plain.run
    contains err.txt '^warning: .*reference BLAS.*libopenblas0-pthread' "what to do about the reference BLAS"
    contains plain.run/settings.json '"numerics": .*reference BLAS' "the reference BLAS in the run's numerics"
    expect 0 "eval on the reference BLAS" eval plain.run
    contains err.txt '^warning: .*reference BLAS' "the warning of eval"
    unset LD_PRELOAD
fi

expect 3 "unknown preset" train he-fig22
contains err.txt 'Did you mean "he-fig2"' "the nearest preset"
expect 3 "unknown setting" train he-fig2 --run Basic --set bach=8
expect 3 "missing data" train he-fig2 --run Basic --set data=none.txt --out none.run
contains err.txt 'none.txt' "the missing file's name"
if [ -e none.run ]; then
    echo "FAIL: a run without data leaves its folder behind"
    failures=$((failures + 1))
fi
expect 2 "unknown option" train he-fig2 --udpates 3
expect 3 "no such run" info none-at-all.run
expect 1 "existing folder" train he-fig2 --run Basic --out basic.run
[ "$(id -u)" -eq 0 ] || expect 1 "unwritable folder" train he-fig2 --run Basic --out /proc/x.run

# An interruption leaves a run that can be resumed.
"$program" train he-fig2 --run Basic --updates 100000 "${quick[@]}" --set evaluate_every=50 --out long.run >out.txt 2>err.txt &
process=$!
for _ in $(seq 300); do
    grep -q '^update 50 ' out.txt && break
    sleep 0.1
done
kill -INT "$process"
wait "$process"
code=$?
if [ "$code" -ne 130 ]; then
    echo "FAIL: interrupted: exit code $code instead of 130"
    failures=$((failures + 1))
fi
contains err.txt 'resume "long.run"|resume ".*long.run"' "how to resume"
expect 0 "info of the interrupted run" info long.run
stopped=$(sed -n 's/^update: \([0-9]*\).*/\1/p' out.txt)
expect 0 "resume of the interrupted run" resume long.run --updates $((${stopped:-0} + 5)) --quiet

exit $((failures > 0))
