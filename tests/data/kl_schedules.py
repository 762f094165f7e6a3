#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""KL weights of the cyclical schedule as Fu et al. 2019 publish it (a loop that fills an array) and of the ramp after a
hold as He et al. 2019's code steps it, for tst_kl_schedule. Writes kl_schedules.txt: a line a schedule, its parameters,
then one weight an update."""
import math


def cyclical(start, stop, updates, cycles, share, shape):
    weights = [stop] * updates
    period = updates / cycles
    step = (stop - start) / (period * share)
    for cycle in range(cycles):
        value, i = start, 0
        while value <= stop and int(i + cycle * period) < updates:
            if shape == "linear":
                weights[int(i + cycle * period)] = value
            elif shape == "cosine":
                weights[int(i + cycle * period)] = 0.5 - 0.5 * math.cos(value * math.pi)
            else:
                weights[int(i + cycle * period)] = 1.0 / (1.0 + math.exp(-(value * 12.0 - 6.0)))
            value += step
            i += 1
    return weights


def hold(start, updates, held, ramp):
    weight, weights = start, []
    for update in range(1, updates + 1):
        if update > held:
            weight = min(1.0, weight + (1.0 - start) / ramp)
        weights.append(weight)
    return weights


with open(__file__.replace(".py", ".txt"), "w") as out:
    # Shares are chosen so that no ramp ends exactly on an update: there the published loop's sum decides by rounding.
    for shape in ("linear", "cosine", "sigmoid"):
        for updates, cycles, share in ((60, 4, 0.51), (53, 4, 0.37), (50, 3, 0.97), (41, 1, 0.511)):
            line = cyclical(0.0, 1.0, updates, cycles, share, shape)
            print("cyclical", shape, updates, cycles, share, *(f"{w:.12g}" for w in line), file=out)
    line = cyclical(0.1, 1.0, 60, 4, 0.51, "linear")
    print("cyclical-from-0.1", "linear", 60, 4, 0.51, *(f"{w:.12g}" for w in line), file=out)
    print("hold", "linear", 60, 16, 24, *(f"{w:.12g}" for w in hold(0.0, 60, 16, 24)), file=out)
