#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes diagnostics_metrics.json: oracles of the metrics in core/diagnostics, in float64 and from the textbook formulas, with
Python's standard library alone. Eigenvalues by Jacobi rotations, logistic regression by Newton's method with Gaussian
elimination: other methods than those of the program. Read by the tests of aggregate_posterior, collapse_curve,
feature_dispersion, linear_probe, symmetric_eigen. Run it in this folder."""
import json
import math
import random
import struct

LOG_2PI = math.log(2 * math.pi)


def single(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def inputs(singles):
    """In the nine digits that bring each float32 back."""
    return [float("%.9g" % v) for v in singles]


def normals(draw, n, scale=1.0, shift=0.0):
    return [single(draw.gauss(shift, scale)) for _ in range(n)]


def log_normal(z, mean, log_variance):
    return -0.5 * (LOG_2PI + log_variance + (z - mean) ** 2 / math.exp(log_variance))


def log_mean_exp(values):
    most = max(values)
    return most + math.log(sum(math.exp(v - most) for v in values) / len(values))


def information(n, latent, seed):
    """log q(z_i|x_j) for all pairs; MI, and KL(q(z)||p(z)) straight from log q(z) - log p(z) at the samples."""
    draw = random.Random(seed)
    mean = normals(draw, n * latent, 1.2)
    log_variance = normals(draw, n * latent, 0.5, -1)
    z = [single(m + draw.gauss(0, 1) * math.exp(v / 2)) for m, v in zip(mean, log_variance)]

    def parts(dimensions):
        own, aggregate, prior = 0.0, 0.0, 0.0
        for i in range(n):
            density = [sum(log_normal(z[i * latent + d], mean[j * latent + d], log_variance[j * latent + d])
                           for d in dimensions) for j in range(n)]
            own += density[i] / n
            aggregate += log_mean_exp(density) / n
            prior += sum(log_normal(z[i * latent + d], 0, 0) for d in dimensions) / n
        kl = sum(0.5 * (mean[i] ** 2 + math.exp(log_variance[i]) - log_variance[i] - 1)
                 for i in range(n * latent) if i % latent in dimensions) / n
        return {"kl": kl, "sampled_kl": own - prior, "mi": own - aggregate, "direct": aggregate - prior}

    return {"latent": latent, "mean": inputs(mean), "log_variance": inputs(log_variance), "z": inputs(z),
            "all": parts(range(latent)), "units": [parts([d]) for d in range(latent)]}


def collapse(n, latent, delta, seed):
    draw = random.Random(seed)
    mean = [single(draw.gauss(0, 0.05 * 3 ** (i % latent))) for i in range(n * latent)]
    log_variance = [single(draw.gauss(0, 0.02 * 3 ** (i % latent))) for i in range(n * latent)]
    kl = [0.5 * (m * m + math.exp(v) - v - 1) for m, v in zip(mean, log_variance)]
    curve = []
    for epsilon in [1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]:
        below = [sum(kl[i] < epsilon for i in range(d, n * latent, latent)) for d in range(latent)]
        curve.append({"epsilon": epsilon, "share": sum(b >= (1 - delta) * n for b in below) / latent})
    return {"latent": latent, "delta": delta, "mean": inputs(mean), "log_variance": inputs(log_variance), "curve": curve}


def eigenvalues(a):
    """Cyclic Jacobi."""
    n = len(a)
    a = [row[:] for row in a]
    for _ in range(60):
        if sum(a[i][j] ** 2 for i in range(n) for j in range(i)) < 1e-30 * sum(a[i][i] ** 2 for i in range(n)):
            break
        for p in range(n):
            for q in range(p + 1, n):
                if a[p][q] == 0:
                    continue
                theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                t = math.copysign(1, theta) / (abs(theta) + math.sqrt(theta * theta + 1))
                c = 1 / math.sqrt(t * t + 1)
                s = t * c
                for k in range(n):
                    a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
                for k in range(n):
                    a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
    return sorted(a[i][i] for i in range(n))


def dispersion(n, hidden, spread, seed):
    draw = random.Random(seed)
    centre = [draw.gauss(0, 1) for _ in range(hidden)]
    scale = [spread * 0.6 ** u for u in range(hidden)]
    rows = [[single(centre[u] + draw.gauss(0, scale[u])) for u in range(hidden)] for _ in range(n)]
    norm = [math.sqrt(sum(v * v for v in row)) for row in rows]
    pairs = [(i, j) for i in range(n) for j in range(i)]
    cosine = sum(sum(x * y for x, y in zip(rows[i], rows[j])) / norm[i] / norm[j] for i, j in pairs) / len(pairs)
    distance = sum(math.dist(rows[i], rows[j]) for i, j in pairs) / len(pairs)
    mean = [sum(row[u] for row in rows) / n for u in range(hidden)]
    covariance = [[sum((row[a] - mean[a]) * (row[b] - mean[b]) for row in rows) / (n - 1) for b in range(hidden)]
                  for a in range(hidden)]
    total = sum(covariance[u][u] for u in range(hidden))
    shares = [max(v, 0) / total for v in eigenvalues(covariance)]
    return {"hidden": hidden, "features": inputs(sum(rows, [])), "cosine": cosine, "distance": distance / (sum(norm) / n),
            "variance": total, "ratio": total / sum(m * m for m in mean),
            "rank": math.exp(-sum(p * math.log(p) for p in shares if p > 1e-14))}


def matrix(n, seed):
    draw = random.Random(seed)
    a = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            a[i][j] = a[j][i] = round(draw.gauss(0, 1), 3) if (i + j) % 5 else 0.0
    return {"n": n, "matrix": sum(a, []), "eigenvalues": eigenvalues(a)}


def solve(a, b):
    n = len(b)
    a = [row[:] + [value] for row, value in zip(a, b)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[pivot] = a[pivot], a[i]
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            for k in range(i, n + 1):
                a[r][k] -= factor * a[i][k]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (a[i][n] - sum(a[i][k] * x[k] for k in range(i + 1, n))) / a[i][i]
    return x


def is_test(index):
    mask = (1 << 64) - 1
    bits = (index + 0x9E3779B97F4A7C15) & mask
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 & mask
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB & mask
    return (bits ^ (bits >> 31)) % 5 == 0


def probabilities(row, w, classes):
    logits = [sum(w[c * len(row) + d] * v for d, v in enumerate(row)) for c in range(classes)]
    most = max(logits)
    powers = [math.exp(v - most) for v in logits]
    return [p / sum(powers) for p in powers]


def newton(rows, labels, classes, l2):
    """Rows end in 1 for the bias. The biases' common shift, which the objective does not see, is held at 0 by a tiny
    penalty on it alone."""
    width = len(rows[0])
    size = classes * width
    w = [0.0] * size
    for _ in range(50):
        penalty = [0.0 if i % width == width - 1 else l2 for i in range(size)]
        gradient = [p * v for p, v in zip(penalty, w)]
        hessian = [[penalty[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
        biases = [c * width + width - 1 for c in range(classes)]
        for i in biases:
            for j in biases:
                hessian[i][j] += 1.0
            gradient[i] += sum(w[j] for j in biases)
        for row, label in zip(rows, labels):
            p = probabilities(row, w, classes)
            for c in range(classes):
                for d, v in enumerate(row):
                    gradient[c * width + d] += (p[c] - (c == label)) * v
                    for e in range(classes):
                        k = p[c] * ((c == e) - p[e]) * v
                        for f, u in enumerate(row):
                            hessian[c * width + d][e * width + f] += k * u
        step = solve(hessian, gradient)
        w = [a - b for a, b in zip(w, step)]
        if max(abs(s) for s in step) < 1e-13:
            break
    return w


def probe(n, latent, classes, separation, l2, seed):
    draw = random.Random(seed)
    centre = [[draw.gauss(0, separation) for _ in range(latent)] for _ in range(classes)]
    labels = [draw.randrange(-1, classes) for _ in range(n)]
    features = [[single(draw.gauss(centre[max(label, 0)][d], 1) * 10 ** (d - 1) + d) for d in range(latent)]
                for label in labels]
    fitted = [i for i in range(n) if labels[i] >= 0 and not is_test(i)]
    tested = [i for i in range(n) if labels[i] >= 0 and is_test(i)]
    mean = [sum(features[i][d] for i in fitted) / len(fitted) for d in range(latent)]
    sd = [math.sqrt(sum((features[i][d] - mean[d]) ** 2 for i in fitted) / len(fitted)) for d in range(latent)]
    rows = [[(v - m) / s for v, m, s in zip(row, mean, sd)] + [1.0] for row in features]
    w = newton([rows[i] for i in fitted], [labels[i] for i in fitted], classes, l2)

    def accuracy(part):
        right = 0
        for i in part:
            p = probabilities(rows[i], w, classes)
            right += p.index(max(p)) == labels[i]
        return right / len(part)

    counts = [sum(labels[i] == c for i in fitted) for c in range(classes)]
    commonest = counts.index(max(counts))
    width = latent + 1
    return {"latent": latent, "classes": classes, "l2": l2, "features": inputs(sum(features, [])), "labels": labels,
            "weights": [w[c * width + d] for c in range(classes) for d in range(latent)],
            "bias": [w[c * width + latent] for c in range(classes)], "accuracy": accuracy(tested),
            "training_accuracy": accuracy(fitted), "trained": len(fitted), "tested": len(tested),
            "majority": sum(labels[i] == commonest for i in tested) / len(tested)}


with open("diagnostics_metrics.json", "w") as out:
    json.dump({"information": [information(24, 3, 1), information(10, 1, 2)],
               "collapse": [collapse(60, 4, 0.01, 3), collapse(50, 3, 0.1, 4), collapse(100, 2, 0.01, 5)],
               "dispersion": [dispersion(12, 5, 0.5, 6), dispersion(6, 9, 0.001, 7)],
               "eigenvalues": [matrix(1, 8), matrix(2, 9), matrix(9, 10)],
               "probe": [probe(150, 3, 3, 1.0, 1.0, 11), probe(90, 2, 2, 0.6, 10.0, 12)]}, out, separators=(",", ":"))
    out.write("\n")
