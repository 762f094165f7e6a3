#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes diagnostics_inference.json: what an LSTM VAE made of torch.nn modules (float64, evaluation mode) computes with
weights of a closed formula. Oracle of tests/core/model/tst_inference. Run it in this folder."""
import json
import math

import torch
from torch import nn

V, E, HE, HD, Z = 11, 3, 4, 5, 2
torch.set_default_dtype(torch.float64)


def fill(parameter, number):
    """Element i of block `number`: 0.9 sin(0.37 i + number), rounded to float32."""
    flat = [0.9 * math.sin(0.37 * i + number) for i in range(parameter.numel())]
    values = torch.tensor(flat, dtype=torch.float32).to(torch.float64)
    parameter.data.copy_(values.reshape(parameter.shape))


encoder_embedding, encoder_lstm = nn.Embedding(V, E), nn.LSTM(E, HE, batch_first=True)
encoder_head = nn.Linear(HE, 2 * Z, bias=False)
for number, parameter in enumerate([encoder_embedding.weight, encoder_lstm.weight_ih_l0, encoder_lstm.weight_hh_l0,
                                    encoder_lstm.bias_ih_l0, encoder_lstm.bias_hh_l0, encoder_head.weight], start=1):
    fill(parameter, number)

decoder_embedding, decoder_lstm = nn.Embedding(V, E), nn.LSTM(E + Z, HD, batch_first=True)
latent_to_cell, output = nn.Linear(Z, HD, bias=False), nn.Linear(HD, V, bias=False)
skip = nn.Linear(Z, V, bias=False)
for number, parameter in enumerate([decoder_embedding.weight, latent_to_cell.weight, decoder_lstm.weight_ih_l0,
                                    decoder_lstm.weight_hh_l0, decoder_lstm.bias_ih_l0, decoder_lstm.bias_hh_l0,
                                    output.weight, skip.weight], start=11):
    fill(parameter, number)


def encode(tokens, pooling):
    hidden, _ = encoder_lstm(encoder_embedding(tokens))
    if pooling == "last":
        pooled = hidden[:, -1]
    elif pooling == "mean":
        pooled = hidden.mean(1)
    elif pooling == "max":
        pooled = hidden.max(1).values
    else:
        pooled = hidden.gather(1, hidden.abs().max(1, keepdim=True).indices).squeeze(1)
    mean, log_variance = encoder_head(pooled).chunk(2, -1)
    return {"mean": mean.flatten().tolist(), "log_variance": log_variance.flatten().tolist()}


def log_likelihood(tokens, z, with_skip):
    """log p(x|z), one z per row."""
    inputs, targets = tokens[:, :-1], tokens[:, 1:]
    steps = inputs.shape[1]
    cell = latent_to_cell(z)
    fed = torch.cat([decoder_embedding(inputs), z.unsqueeze(1).expand(-1, steps, -1)], -1)
    hidden, _ = decoder_lstm(fed, (torch.tanh(cell).unsqueeze(0), cell.unsqueeze(0)))
    logits = output(hidden) + (skip(z).unsqueeze(1) if with_skip else 0)
    return -nn.functional.cross_entropy(logits.transpose(1, 2), targets, reduction="none").sum(1)


tokens = torch.tensor([[1, 4, 9, 10, 5, 2], [1, 7, 7, 3, 8, 2], [1, 6, 4, 10, 9, 2]])
latents = torch.tensor([[0.5, -1.0], [1.25, 0.75], [-2.0, 0.125]])
many = torch.tensor([[-4 + 0.125 * k, math.floor(k / 7) * 0.25 - 1] for k in range(70)])
with torch.no_grad():
    result = {
        "shape": {"vocabulary": V, "embedding": E, "encoder_hidden": HE, "decoder_hidden": HD, "latent": Z},
        "tokens": tokens.flatten().tolist(), "rows": 3, "length": 6,
        "latents": latents.flatten().tolist(), "many_latents": many.flatten().tolist(),
        "encoder": {pooling: encode(tokens, pooling) for pooling in ["last", "mean", "max", "absmax"]},
        "decoder": {name: {"reconstruction": (-log_likelihood(tokens, latents, on)).tolist(),
                           "many_log_likelihood": log_likelihood(tokens[1:2].expand(70, -1), many, on).tolist()}
                    for name, on in [("skip_off", False), ("skip_on", True)]},
    }
with open("diagnostics_inference.json", "w") as out:
    json.dump(result, out, indent=1)
    out.write("\n")
