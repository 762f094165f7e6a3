# SPDX-License-Identifier: GPL-3.0-or-later
"""Vocabulary, splits, labels and unknown words of a text in plain Python, written from the settings' descriptions.

    data_text.py           writes data_text_train.txt, data_text_valid.txt and data_text_expected.json beside itself
    data_text.py FILE...   prints the same figures for a training text and, if named, a validation and a test text
"""
import collections
import hashlib
import json
import math
import os
import random
import statistics
import sys

SPECIAL = ["<pad>", "<s>", "</s>", "<unk>"]
HERE = os.path.dirname(os.path.abspath(__file__))


def write_sample(path, lines, words, seed):
    """LABEL, tab, words of Zipf's law; some lines empty, or a label alone; rare words, and the literal word <unk>."""
    draw = random.Random(seed)
    share = [1 / rank for rank in range(1, words + 1)]
    with open(path, "w", encoding="utf-8") as file:
        for i in range(lines):
            if i % 61 == 60:
                file.write("  \n")
                continue
            label = draw.choices(["good", "bad", "so-so"], [5, 4, 1])[0]
            length = 0 if i % 97 == 96 else draw.randint(1, 15)
            picked = ["<unk>" if w == 17 else "w%d" % w if w % 5 else "\u00e9%d" % w
                      for w in draw.choices(range(words), share, k=length)]
            file.write(label + "\t" + " ".join(picked) + "\n")


def read(path, labelled, shortest, longest):
    """[(label or None, words)], and the counts of lines."""
    sentences = []
    counts = dict(lines=0, empty=0, label_only=0, too_short=0, too_long=0)
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            counts["lines"] += 1
            label, text = None, line
            if not line.split():
                counts["empty"] += 1
                continue
            if labelled:
                label, text = line.split("\t", 1)
                label = label.strip()
            words = text.split()
            if not words:
                counts["label_only"] += 1
            elif len(words) < shortest:
                counts["too_short"] += 1
            elif longest and len(words) > longest:
                counts["too_long"] += 1
            else:
                sentences.append((label, words))
    return sentences, counts


def looks_labelled(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = [line for line in file if line.split()]
    firsts = [line.split("\t")[0] for line in lines]
    return all(line.count("\t") == 1 for line in lines) and all(
        len(f.split()) == 1 and len(f.encode()) <= 64 for f in firsts) and len(set(firsts)) <= 1000


def held_out(n, share):
    return max(1, math.floor(n * share + 1e-9)) if share > 0 else 0


def cut(sentences, validation, test, rule):
    """Training, validation, test; the last two of so many sentences."""
    n, m = len(sentences), validation + test
    if rule == "last":
        return sentences[:n - m], sentences[n - m:n - test], sentences[n - test:]
    parts = [], [], []
    dealt = 0
    for i, sentence in enumerate(sentences):
        if (i + 1) * m // n == i * m // n:
            parts[0].append(sentence)
            continue
        is_test = test and (dealt + 1) * test // m > dealt * test // m
        parts[2 if is_test else 1].append(sentence)
        dealt += 1
    return parts


def corpus(files, s):
    """The corpus of settings `s` (by their names; missing: the defaults)."""
    get = lambda name, default: s.get(name, default)
    labels = get("labels", "auto")
    labelled = labels == "tab" or (labels == "auto" and looks_labelled(files[0]))
    limits = labelled, get("sentence_shortest", 1), get("sentence_longest", 0)
    training, counts = read(files[0], *limits)
    counts = {"training": counts}
    validation_count = 0 if len(files) > 1 else held_out(len(training), get("validation_share", 0.1))
    test_count = 0 if len(files) > 2 else held_out(len(training), get("test_share", 0))
    training, validation, test = cut(training, validation_count, test_count, get("held_out", "last"))
    if len(files) > 1:
        validation, counts["validation"] = read(files[1], *limits)
    if len(files) > 2:
        test, counts["test"] = read(files[2], *limits)

    seen = collections.Counter()  # keeps the order of first occurrence
    for _, words in training:
        seen.update(w for w in words if w not in SPECIAL)
    kept = [w for w in seen if seen[w] >= get("vocabulary_count", 1)]
    size = get("vocabulary_size", 0)
    if size:
        best = set(sorted(kept, key=lambda w: -seen[w])[:size])  # sorted() is stable: first come, first kept
        kept = [w for w in kept if w in best]
    vocabulary = SPECIAL + kept
    return dict(vocabulary=vocabulary, different_words=len(seen), labelled=labelled, counts=counts,
                splits=dict(training=training, validation=validation, test=test or validation))


def figures(c):
    ids = {w: i for i, w in enumerate(c["vocabulary"])}
    names = list(dict.fromkeys(label for split in c["splits"].values() for label, _ in split if label))
    out = dict(different_words=c["different_words"], labels=names, vocabulary_size=len(c["vocabulary"]),
               vocabulary_sha256=hashlib.sha256("\n".join(c["vocabulary"]).encode()).hexdigest(), splits={})
    for role, split in c["splits"].items():
        lengths = [len(words) for _, words in split]
        tokens = [[ids.get(w, 3) for w in words] for _, words in split]
        unknown = sum(t.count(3) for t in tokens)
        dump = "".join("%s|%s\n" % (label or "", " ".join(map(str, t))) for (label, _), t in zip(split, tokens))
        out["splits"][role] = dict(
            sentences=len(split), words=sum(lengths), unknown=unknown, unknown_rate=unknown / sum(lengths),
            shortest=min(lengths), median=float(statistics.median(lengths)), mean=sum(lengths) / len(lengths), longest=max(lengths),
            label_counts=[sum(label == name for label, _ in split) for name in names],
            lines=c["counts"].get(role), sha256=hashlib.sha256(dump.encode()).hexdigest())
    return out


CASES = [
    dict(files=1),
    dict(files=2),
    dict(files=1, labels="none"),
    dict(files=2, labels="tab", vocabulary_size=40),
    dict(files=2, vocabulary_count=3),
    dict(files=2, vocabulary_size=60, vocabulary_count=2),
    dict(files=1, held_out="spread"),
    dict(files=1, validation_share=0.15, test_share=0.05),
    dict(files=1, validation_share=0.15, test_share=0.05, held_out="spread", vocabulary_size=100),
    dict(files=2, test_share=0.29),
    dict(files=2, sentence_shortest=4, sentence_longest=9),
    dict(files=1, sentence_longest=6, vocabulary_count=2, held_out="spread", validation_share=0.3),
]

if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(figures(corpus(sys.argv[1:], {})), indent=1))
        sys.exit()
    sample = [os.path.join(HERE, "data_text_%s.txt" % name) for name in ("train", "valid")]
    write_sample(sample[0], 400, 300, 5)
    write_sample(sample[1], 120, 360, 6)
    cases = []
    for case in CASES:
        settings = {k: v for k, v in case.items() if k != "files"}
        cases.append(dict(files=case["files"], settings=settings,
                          expected=figures(corpus(sample[:case["files"]], settings))))
    with open(os.path.join(HERE, "data_text_expected.json"), "w") as file:
        json.dump(cases, file, indent=1)
        file.write("\n")
