# SPDX-License-Identifier: GPL-3.0-or-later
"""The synthetic sentences of He et al. 2019 in plain numpy, float64, written from the description alone.

    data_synthetic.py                      writes data_synthetic_expected.txt (seed 19950927, the first 64 sentences)
    data_synthetic.py statistics           prints statistics of 20,000 sentences for six seeds
    data_synthetic.py statistics FILE...   prints the same of text files
"""
import os
import sys

import numpy as np

STREAM = 9
V, H, E, L = 1000, 100, 100, 10
MASK = np.uint64(0xFFFFFFFF)


def philox(seed, element, inner, update):
    """Philox 4x32-10 (Salmon et al. 2011), one row of four words for each element."""
    element = np.asarray(element, dtype=np.uint64)
    c = [element, np.full_like(element, inner), np.full_like(element, update & 0xFFFFFFFF),
         np.full_like(element, STREAM << 24 | update >> 32)]
    k0, k1 = seed & 0xFFFFFFFF, seed >> 32
    for _ in range(10):
        p0, p1 = np.uint64(0xD2511F53) * c[0], np.uint64(0xCD9E8D57) * c[2]
        c = [(p1 >> np.uint64(32)) ^ c[1] ^ np.uint64(k0), p1 & MASK, (p0 >> np.uint64(32)) ^ c[3] ^ np.uint64(k1), p0 & MASK]
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return np.stack(c, axis=1)


def words_of(seed, update, n):
    return philox(seed, np.arange((n + 3) // 4), 0, update).reshape(-1)[:n]


def grid(x):
    """The generator keeps weights, latents and hidden states on multiples of 1/256."""
    return np.round(x * 256) / 256


def uniform(seed, update, shape, scale=1.0):
    u = (words_of(seed, update, int(np.prod(shape))) >> np.uint64(8)).astype(np.float64) * 2.0**-24
    return grid(-scale + 2 * scale * u).reshape(shape)


def normal(seed, update, n):
    w = words_of(seed, update, n).astype(np.float64).reshape(-1, 2)
    radius, angle = np.sqrt(-2 * np.log((w[:, 0] + 1) * 2.0**-32)), 2 * np.pi * w[:, 1] * 2.0**-32
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).reshape(-1)


def integers(seed, update, bound, n, inner=0):
    w = philox(seed, np.arange(n), inner, update)
    draws = [int(hi) << 32 | int(lo) for lo, hi in zip(w[:, 0], w[:, 1])]
    return np.array([d * bound >> 64 for d in draws], dtype=np.int64)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def generate(seed, n):
    """[n, 10] words. Draw numbers 1..13 are the order in which section 8 names things."""
    embedding, w_input = uniform(seed, 1, (V, E)), uniform(seed, 2, (E, 4 * H))
    w_latent, w_recurrent = uniform(seed, 3, (2, 4 * H)), uniform(seed, 4, (H, 4 * H))
    b_input, b_recurrent = uniform(seed, 5, (4 * H,)), uniform(seed, 6, (4 * H,))
    w_out, w_out_latent = uniform(seed, 7, (H, V)), uniform(seed, 8, (2, V), 5.0)
    w_cell = uniform(seed, 9, (2, H))
    means = np.array([[-2, -2], [2, 2], [-2, 2], [2, -2]], dtype=np.float64)
    z = grid(means[integers(seed, 10, 4, n)] + normal(seed, 11, 2 * n).reshape(n, 2))
    cell = z @ w_cell
    hidden = grid(np.tanh(cell))
    sentences = np.zeros((n, L), dtype=np.int64)
    sentences[:, 0] = integers(seed, 12, V, n)
    for t in range(1, L):
        gates = embedding[sentences[:, t - 1]] @ w_input + z @ w_latent + hidden @ w_recurrent + b_input + b_recurrent
        i, f, g, o = np.split(gates, 4, axis=1)
        cell = sigmoid(f) * cell + sigmoid(i) * np.tanh(g)
        hidden = grid(sigmoid(o) * np.tanh(cell))
        logits = hidden @ w_out + z @ w_out_latent
        p = np.exp(logits - logits.max(axis=1, keepdims=True))
        p = np.cumsum(p / p.sum(axis=1, keepdims=True), axis=1)
        u = integers(seed, 13, 1 << 53, n, inner=t) * 2.0**-53
        sentences[:, t] = np.minimum((p <= u[:, None]).sum(axis=1), V - 1)
    return sentences


def entropy(counts):
    p = counts[counts > 0] / counts.sum()
    return float(-(p * np.log(p)).sum())


def statistics(s):
    """Entropy (nats) of words 2..10, mean entropy of one position, share of neighbours that are the same word."""
    rest = entropy(np.bincount(s[:, 1:].reshape(-1), minlength=V))
    positions = np.mean([entropy(np.bincount(s[:, t], minlength=V)) for t in range(1, L)])
    return rest, positions, float((s[:, 1:] == s[:, :-1]).mean())


if __name__ == "__main__":
    if sys.argv[1:2] == ["statistics"]:
        for name in sys.argv[2:]:
            print(name, *("%.4f" % v for v in statistics(np.loadtxt(name, dtype=np.int64))))
        if not sys.argv[2:]:
            for s in (19950927, 1, 2, 3, 4, 5):
                print(s, *("%.4f" % v for v in statistics(generate(s, 20000))))
    else:
        out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data_synthetic_expected.txt")
        with open(out, "w") as f:
            for row in generate(19950927, 64):
                f.write(" ".join(map(str, row)) + "\n")
