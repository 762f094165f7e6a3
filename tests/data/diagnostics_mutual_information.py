#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes diagnostics_mutual_information.json: mutual information of Gaussian posteriors in float64.
The batch estimator is that of He et al. 2019 (closed-form entropy, log-mean-exp within the batch); the full one is the mean of
log q(z|x) - log q(z) at the samples. Oracle of tests/core/diagnostics/tst_mutual_information. Run it in this folder."""
import json

import numpy as np


def rounded(values):
    return values.astype(np.float32).astype(np.float64)


def case(n, latent, spread):
    i = np.arange(n * latent).reshape(n, latent)
    mean = rounded(spread * np.sin(1.7 * i + 0.3))
    log_variance = rounded(-0.8 + 0.9 * np.cos(0.9 * i))
    noise = np.sin(2.3 * i) + np.cos(0.6 * i * i)
    z = rounded(mean + noise * np.exp(0.5 * log_variance))
    # [i, j]: log density of sample i under posterior j
    pairs = -0.5 * (np.log(2 * np.pi) + log_variance[None] + (z[:, None] - mean[None]) ** 2 / np.exp(log_variance)[None])
    density = pairs.sum(-1)
    aggregate = np.logaddexp.reduce(density, axis=1) - np.log(n)
    negative_entropy = np.mean(-0.5 * latent * np.log(2 * np.pi) - 0.5 * np.sum(1 + log_variance, -1))
    return {"latent": latent, "mean": mean.flatten().tolist(), "log_variance": log_variance.flatten().tolist(),
            "z": z.flatten().tolist(), "batch": negative_entropy - aggregate.mean(),
            "full": float(np.mean(np.diag(density) - aggregate))}


cases = [case(16, 1, 1.0), case(31, 3, 2.0), case(5, 1, 40.0), case(40, 1, 0.01)]
with open("diagnostics_mutual_information.json", "w") as out:
    json.dump(cases, out, indent=1)
    out.write("\n")
