#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Races, forks, sweeps, tables and exported files from outside: smoke_sets.sh PROGRAM FOLDER DATA. FOLDER is emptied.
# DATA holds the readers that are independent of the program. Says what failed, and fails.
set -uo pipefail
program=$1
folder=$2
data=$3
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder" || exit 1
failures=0

fail() {
    echo "FAIL: $1"
    failures=$((failures + 1))
}

# expect CODE "what" ARGUMENT...: the program must end with CODE.
expect() {
    local wanted=$1 what=$2 code
    shift 2
    timeout 120 "$program" "$@" >out.txt 2>err.txt
    code=$?
    [ "$code" -eq "$wanted" ] && return 0
    fail "$what: exit code $code instead of $wanted"
    head -n 5 out.txt err.txt
}

# contains FILE REGEX "what"
contains() {
    grep -q -E -e "$2" "$1" && return 0
    fail "$3: no \"$2\" in $1"
    head -n 5 "$1"
}

# tensors FILE: its data; the header, which names the run, differs.
tensors() {
    local length
    length=$(od -A n -t u8 -N 8 "$1")
    tail -c +$((length + 9)) "$1"
}

# same_weights RUN RUN "what"
same_weights() {
    "$program" export "$1" --weights first.safetensors 2>err.txt || fail "$3: no weights of $1"
    "$program" export "$2" --weights second.safetensors 2>err.txt || fail "$3: no weights of $2"
    cmp -s <(tensors first.safetensors) <(tensors second.safetensors) || fail "$3: the weights differ"
}

quick=(--set synthetic_training=64 --set synthetic_validation=32 --set synthetic_test=32 --set probe_examples=16
       --set evaluate_every=10 --set decay_patience=0)

# A race: equal configurations give equal weights, alone or in step, by updates or by time.
expect 0 "race" race he-fig2 --variant Twin:aggressive=off --updates 30 "${quick[@]}" --out race
contains out.txt '^Twin: update 30  elbo ' "the last evaluation of each run"
contains out.txt '^\| Aggressive \| aggressive \|' "the summary"
same_weights race/he-fig2-basic.run race/twin.run "race of twins"
expect 0 "train alone" train he-fig2 --run Basic --updates 30 "${quick[@]}" --out alone.run --quiet
same_weights race/he-fig2-basic.run alone.run "raced and alone"
expect 0 "race by time" race he-fig2 --by time --updates 30 "${quick[@]}" --out timed --json
contains out.txt '^\{"type":"measurement","run":"Basic","kind":"scheduled","update":30,' "a line of JSON"
same_weights timed/he-fig2-aggressive.run race/he-fig2-aggressive.run "race by time"
expect 0 "race again" race he-fig2 --variant Twin:aggressive=off --updates 30 "${quick[@]}" --out race
contains err.txt '^3 of 3 runs are done already' "finished runs stay"
expect 3 "race of other settings" race he-fig2 --updates 30 "${quick[@]}" --set latent=2 --out race
contains err.txt 'latent 1 instead of 2' "what is other"
expect 3 "race of one" race he-fig2 --run Basic --out one
expect 3 "race of unequal batches" race he-fig2 --variant batch=8 --out unequal
contains err.txt 'batch' "what must be equal"

# A fork is the run that had made the switch itself.
expect 0 "fork" fork alone.run --at 12 --set skip=on --set kl_weight=0.5 --name Late --out late.run
expect 0 "train with the switch" train he-fig2 --run Basic --updates 30 "${quick[@]}" --at 12:skip=on \
    --at 12:kl_weight=0.5 --out live.run --quiet
same_weights late.run live.run "fork and live switch"
expect 0 "fork unchanged" fork alone.run --at 7 --updates 35 --out on.run --quiet
expect 3 "fork of a fixed setting" fork alone.run --at 12 --set batch=8
contains err.txt '"batch": cannot be changed' "which setting"
expect 3 "fork beyond the end" fork alone.run --at 999 --set skip=on
contains err.txt 'has come to update 30 only' "how far it is"
expect 1 "fork onto a run" fork alone.run --at 12 --set skip=on --out late.run
expect 3 "fork of nothing" fork none.run --at 12

# Tables.
expect 0 "compare" compare race late.run --table csv
contains out.txt '^run,strategy,parent,seed,state,updates,seconds,elbo,nll,kl,' "the header row"
contains out.txt '^Late,"basic, live",' "the fork's row"
expect 0 "compare as LaTeX into a file" compare race --table tex --out table.tex
contains table.tex 'toprule' "booktabs"
expect 0 "differences" compare alone.run late.run --differences --table csv
contains out.txt '^at 12: kl_weight,,,0.5' "a switch that differs"
expect 3 "compare nothing" compare none.run
contains err.txt 'none.run' "what is missing"
mkdir empty
expect 3 "compare an empty folder" compare empty
contains err.txt 'is no run and holds none' "what to name"
expect 1 "compare into nowhere" compare race --out no/such/folder/table.md

# Weights of any update, and events; readers that share no code with the program.
expect 0 "weights" export alone.run --weights weights.safetensors
expect 0 "weights made again" export alone.run --weights again.safetensors --at 30
cmp -s weights.safetensors again.safetensors || fail "weights of the checkpoint and made again differ"
expect 0 "weights in between" export alone.run --weights between.safetensors --at 17
cmp -s <(tensors weights.safetensors) <(tensors between.safetensors) && fail "weights of 17 are those of 30"
expect 3 "weights of the future" export alone.run --weights none.safetensors --at 31
[ -e none.safetensors ] && fail "a file without weights"
expect 0 "events" export alone.run --tensorboard logs
expect 1 "weights into nowhere" export alone.run --weights no/such/folder/w.safetensors
if command -v python3 >/dev/null; then
    python3 "$data/export_weights.py" between.safetensors >listing.txt || fail "weights are no safetensors"
    contains listing.txt '^encoder.lstm.weight_ih_l0 200x50 ' "a tensor"
    contains listing.txt '^update = 17' "the update"
    python3 "$data/export_events.py" logs/alone/events.out.tfevents.* >listing.txt || fail "no event file"
    "$program" export alone.run --csv alone.csv --kind scheduled
    points=$(grep -c '^[0-9]* validation/elbo ' listing.txt)
    rows=$(grep -c '^scheduled,' alone.csv)
    [ "$points" -eq "$rows" ] || fail "$points points of $rows evaluations"
fi

# A sweep that is killed goes on and ends as one that was never killed.
sweep=(sweep he-fig2 --repeat 2 --updates 300 "${quick[@]}")
"$program" "${sweep[@]}" --out killed >out.txt 2>err.txt &
process=$!
for _ in $(seq 200); do
    [ -e killed/he-fig2-aggressive-seed783435.run/checkpoints/update-000000010.0.ckpt ] && break
    sleep 0.05
done
kill -9 "$process"
wait "$process" 2>/dev/null
[ -e killed/runs.csv ] && fail "the sweep was over before it was killed"
mkdir -p killed/he-fig2-basic-seed783436.run/checkpoints # as one killed while it was being made
expect 0 "sweep after a kill" "${sweep[@]}" --out killed --jobs 2
contains killed/summary.csv '^Basic,basic,,2,2 finished,300,0,' "the mean of two seeds"
contains killed/summary.tex 'pm' "mean and deviation"
expect 0 "sweep without a kill" "${sweep[@]}" --out whole --jobs 1 --quiet
for run in whole/*.run; do
    same_weights "$run" "killed/$(basename "$run")" "killed sweep, $run"
done
expect 0 "sweep again" "${sweep[@]}" --out killed
contains err.txt '^4 of 4 runs are done already' "finished runs stay"
expect 0 "longer sweep" sweep he-fig2 --repeat 2 --updates 310 "${quick[@]}" --out killed
contains killed/summary.csv '^Basic,basic,,2,2 finished,310,0,' "the later end"

# Strategies on a text of one's own, against the basic VAE.
expect 3 "strategies without a text" sweep strategies --out strategies
contains err.txt '[-]-set data=FILE' "what to name"
expect 3 "one strategy without a text" train strategies --run Basic
expect 0 "strategies" sweep strategies --run Basic --run Skip --run LSTM-LM --repeat 2 --updates 12 \
    --set data="$data/data_text_train.txt" --set validation="$data/data_text_valid.txt" \
    --set importance_samples=3 --set vocabulary_count=1 --set batch=2 --out strategies
contains out.txt '^. Basic . basic . 2 . 2 finished .*. reference ' "what the others are held against"
contains out.txt '^. Skip . skip . 2 . 2 finished .*(better|worse|within spread)' "how skip stands"
contains out.txt 'NLL is importance-weighted, 3 samples; of language model: exact' "which NLL"
contains strategies/summary.csv ',elbo_vs_basic,elbo_standing,elbo_compared,' "the columns for it"

# Two at once in one folder; an interruption.
"$program" sweep he-fig2 --run Basic --repeat 3 --updates 100000 "${quick[@]}" --out long >out.txt 2>long.txt &
process=$!
for _ in $(seq 200); do
    [ -e long/he-fig2-basic-seed783435.run/checkpoints/update-000000010.0.ckpt ] && break
    sleep 0.05
done
timeout 60 "$program" sweep he-fig2 --run Basic --out long >/dev/null 2>err.txt
[ $? -eq 1 ] || fail "two sweeps in one folder"
contains err.txt 'another race or sweep' "why"
kill -INT "$process"
wait "$process"
[ $? -eq 130 ] || fail "an interrupted sweep does not say so"
contains long.txt 'go on by the same sweep command' "how to go on"
contains long/runs.csv ',stopped,' "the summary of an interrupted sweep"

# One that cannot be trained does not stop the others; its folder is gone.
expect 3 "sweep without data" sweep he-fig2 --run Basic --set data=none.txt --out nodata
contains err.txt 'none.txt' "the missing file"
[ -e nodata/he-fig2-basic-seed783435.run ] && fail "a run without data leaves its folder"
expect 4 "diverging race" race he-fig2 --run Basic --variant "Wild:learning_rate=1000,clip=1000000000,optimiser=adam" \
    --updates 30 "${quick[@]}" --out wild
contains wild/runs.csv '^Wild,basic,,783435,diverged' "the diverged run"
contains wild/runs.csv '^Basic,basic,,783435,finished,30' "the other one"

exit $((failures > 0))
