#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sentence_writer.json: what LSTM decoders with weights of a closed formula write, by greedy decoding, beam search
and ancestral sampling with given uniforms; plain Python in double precision. Oracle of
tests/core/model/tst_sentence_writer. Run it in this folder."""
import json
import math
import struct

PADDING, START, END = 0, 1, 2
V, E, H = 11, 3, 4
LONGEST = 7


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def times(matrix, vector):
    return [sum(m * v for m, v in zip(row, vector)) for row in matrix]


def total_of(*vectors):
    return [sum(values) for values in zip(*vectors)]


def single(x):
    """Rounded to float32."""
    return struct.unpack("f", struct.pack("f", x))[0]


class Decoder:
    """Element i of block `number` (from 21 on, in the order of the layout): scale * sin(0.37 i + 1.7 number), rounded to
    float32."""

    def __init__(self, latent=2, layers=1, start="he", biases=False, skip=False, scale=1.3):
        self.latent, self.layers, self.kind, self.skip_open = latent, layers, start, skip and latent > 0
        self.number = 20
        self.scale = scale
        self.embedding = self.block(V, E)
        self.start = self.block(H, latent)
        self.start_bias = self.column(H) if biases and latent > 0 else [0.0] * H
        self.lstm = []
        for layer in range(layers):
            inputs = E + latent if layer == 0 else H
            self.lstm.append([self.block(4 * H, inputs), self.block(4 * H, H), self.column(4 * H), self.column(4 * H)])
        self.output = self.block(V, H)
        self.output_bias = self.column(V) if biases else [0.0] * V
        self.skip = self.block(V, latent)
        self.layer_skips = [None] + [self.block(4 * H, latent) for _ in range(layers - 1)]

    def block(self, rows, columns):
        if rows * columns == 0:
            return [[] for _ in range(rows)]
        self.number += 1
        return [[single(self.scale * math.sin(0.37 * (r * columns + c) + 1.7 * self.number)) for c in range(columns)]
                for r in range(rows)]

    def column(self, rows):
        return [value for value, in self.block(rows, 1)]

    def begin(self, z):
        states = [([0.0] * H, [0.0] * H) for _ in range(self.layers)]
        if self.latent > 0:
            first = total_of(times(self.start, z), self.start_bias)
            states[-1] = ([math.tanh(c) for c in first], first) if self.kind == "he" else (first, [0.0] * H)
        return states

    def read(self, states, word, z):
        """-> states, log p of the next word [V]"""
        below = self.embedding[word] + z
        after = []
        for layer, (w_ih, w_hh, b_ih, b_hh) in enumerate(self.lstm):
            h, c = states[layer]
            gates = total_of(times(w_ih, below), b_ih, times(w_hh, h), b_hh)
            if layer > 0 and self.skip_open:
                gates = total_of(gates, times(self.layer_skips[layer], z))
            i, f, g, o = (gates[k * H:(k + 1) * H] for k in range(4))
            c = [sigmoid(f[u]) * c[u] + sigmoid(i[u]) * math.tanh(g[u]) for u in range(H)]
            below = [sigmoid(o[u]) * math.tanh(c[u]) for u in range(H)]
            after.append((below, c))
        logits = total_of(times(self.output, below), self.output_bias)
        if self.skip_open:
            logits = total_of(logits, times(self.skip, z))
        normaliser = math.log(sum(math.exp(logit) for logit in logits))
        return after, [logit - normaliser for logit in logits]


def may_be_written(word):
    return word not in (PADDING, START)


def in_turn(decoder, z, choose):
    """One word after the other; choose(log_p, position) -> word."""
    states, word, words, total = decoder.begin(z), START, [], 0.0
    for position in range(LONGEST + 1):
        states, log_p = decoder.read(states, word, z)
        word = choose(log_p, position)
        if word == END:
            return {"words": words, "log_p": total + log_p[END], "cut": False}
        if position == LONGEST:
            return {"words": words, "log_p": total, "cut": True}
        total += log_p[word]
        words = words + [word]


def greedy(decoder, z):
    return in_turn(decoder, z, lambda log_p, _: max((w for w in range(V) if may_be_written(w)), key=lambda w: log_p[w]))


def ancestral(decoder, z, uniforms, temperature):
    def choose(log_p, position):
        shares = [math.exp(log_p[w] / temperature) if may_be_written(w) else 0.0 for w in range(V)]
        target, total = uniforms[position] * sum(shares), 0.0
        for word in range(V):
            total += shares[word]
            if total > target:
                return word
        raise ValueError
    return in_turn(decoder, z, choose)


def beam(decoder, z, width):
    live, finished = [(0.0, [], decoder.begin(z), START)], []
    for position in range(LONGEST + 1):
        ways = []
        for total, words, states, word in live:
            after, log_p = decoder.read(states, word, z)
            for follower in range(V):
                if may_be_written(follower) and (follower == END or position < LONGEST):
                    ways.append((total + log_p[follower], words, after, follower))
        ways.sort(key=lambda way: -way[0])
        ways = ways[:width]
        finished += [{"words": words, "log_p": total, "cut": False} for total, words, _, word in ways if word == END]
        live = [(total, words + [word], after, word) for total, words, after, word in ways if word != END]
        if not live or (finished and max(f["log_p"] for f in finished) >= live[0][0]):
            break
    return max(finished, key=lambda f: f["log_p"])


VARIANTS = {
    "one layer": {},
    "open skip path": {"skip": True},
    "other start": {"start": "kim"},
    "biases": {"biases": True},
    "two layers": {"layers": 2},
    "two layers, open skip paths": {"layers": 2, "skip": True},
    "three layers, other start, biases": {"layers": 3, "start": "kim", "biases": True, "scale": 1.6},
    "four layers, everything": {"layers": 4, "start": "kim", "biases": True, "skip": True, "scale": 1.6},
    "one latent": {"latent": 1, "skip": True, "biases": True},
    "language model": {"latent": 0},
    "language model, two layers, biases": {"latent": 0, "layers": 2, "biases": True},
}


def uniforms_of(row):
    """Multiples of 1 / 4096, so that they are exact in float32."""
    return [((row * 613 + position * 1789 + 331) * 2654435761 % 4096) / 4096 for position in range(LONGEST + 1)]


def case(options):
    decoder = Decoder(**options)
    grid = [[0.5, -1.25], [-2.0, 0.75], [1.5, 2.0], [-0.5, -0.25]]
    latents = [z[:decoder.latent] for z in grid]
    rows = []
    for row, z in enumerate(latents):
        uniforms = uniforms_of(row)
        rows.append({"latent": z, "uniforms": uniforms, "greedy": greedy(decoder, z),
                     "beam": {str(width): beam(decoder, z, width) for width in (1, 2, 3, 7)},
                     "sampling": {str(t): ancestral(decoder, z, uniforms, t) for t in (0.5, 1.0, 2.0)}})
    shape = {"latent": decoder.latent, "layers": decoder.layers, "kim": decoder.kind == "kim",
             "biases": bool(options.get("biases")), "skip": bool(options.get("skip")), "scale": decoder.scale}
    return {"shape": shape, "rows": rows}


RESULT = {"vocabulary": V, "embedding": E, "hidden": H, "longest": LONGEST,
          "cases": {name: case(options) for name, options in VARIANTS.items()}}
if __name__ == "__main__":
    with open("sentence_writer.json", "w") as out:
        json.dump(RESULT, out, separators=(",", ":"))
        out.write("\n")
