#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes report_projection.json: principal directions of rows by numpy's singular value decomposition, in float64.
Signs: the component that is largest in absolute value is positive. Oracle of tests/core/report/tst_projection. Run it in this folder."""
import json

import numpy as np


def case(n, width, scale, shift):
    i = np.arange(n * width).reshape(n, width)
    rows = np.sin(1.7 * i + 0.3) * np.array(scale) + np.cos(0.37 * i[:, :1]) + shift
    rows = rows.astype(np.float32).astype(np.float64)
    centred = rows - rows.mean(0)
    _, singular, directions = np.linalg.svd(centred, full_matrices=False)
    for direction in directions:
        direction *= np.sign(direction[np.argmax(np.abs(direction))])
    variance = singular**2 / (n - 1)
    return {"width": width, "rows": rows.flatten().tolist(), "variance": variance[:2].tolist(),
            "total": variance.sum(), "directions": directions[:2].tolist(), "projected": (rows @ directions[0]).tolist()}


cases = [case(12, 3, [2, 0.5, 1], 0), case(9, 5, [0.1, 3, 1, 0.7, 0.2], 4), case(20, 2, [1, 1.3], -2)]
with open("report_projection.json", "w") as out:
    json.dump(cases, out, indent=1)
    out.write("\n")
