#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes export_history.csv (rows without # lines) and export_history.jsonl with Python's own csv and json modules.

tst_history_csv compares what the program writes for the same measurements. Column order: product documentation.
"""
import csv
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
NUMBERS = ["elbo", "reconstruction", "kl", "ppl", "mi_batch", "mi_full", "aggregate_kl", "active_units",
           "usage_gap_shuffled", "usage_gap_prior", "feature_cosine", "feature_rank", "probe_accuracy", "lag", "log_likelihood",
           "true_mean_sd", "approx_mean_sd", "mean_correlation", "mean_gap", "refined_elbo", "refined_kl", "iw_nll", "iw_ppl", "train_elbo",
           "train_reconstruction",
           "train_kl", "encoder_gradient_norm", "decoder_gradient_norm", "kl_weight", "inner_updates", "learning_rate"]
COLUMNS = (["kind", "update", "inner", "encoder_updates", "epoch", "seconds"] + NUMBERS +
           ["aggressive", "burn_in", "pooling", "skip"])

ROWS = [
    dict(kind="scheduled", update=1000, inner=0, encoder_updates=20123, epoch=1, seconds=12.5, elbo=-60.123456789012345,
         reconstruction=59.1, kl=1.0234567, ppl=211.5, mi_batch=0.1, mi_full=0.30000000000000004, active_units=1,
         kl_weight=1, learning_rate=1e-05, aggressive="auto", burn_in=True, pooling="last", skip=False),
    dict(kind="probe", update=1001, inner=7, encoder_updates=20130, epoch=1.001, seconds=12.625, lag=float("inf"),
         log_likelihood=-59.5, true_mean_sd=1.5, approx_mean_sd=0.25, mean_correlation=-0.5, mean_gap=1.25,
         aggressive="off", burn_in=False, pooling="absmax", skip=True),
]


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "on" if value else "off"
    return repr(value) if isinstance(value, float) else str(value)


def json_value(value):
    return "inf" if value == float("inf") else value


with open(os.path.join(HERE, "export_history.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in ROWS:
        writer.writerow([cell(row.get(name)) for name in COLUMNS])

with open(os.path.join(HERE, "export_history.jsonl"), "w") as file:
    for row in ROWS:
        file.write(json.dumps({name: json_value(row.get(name)) for name in COLUMNS}, separators=(",", ":")) + "\n")
