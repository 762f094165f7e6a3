#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes checkpoint_v1.ckpt, checkpoint_v2.ckpt and checkpoint_journal_v1.bin from the description of the formats alone (python3, standard library).

The files are kept: every later version of the program must read them. Run only to make a sample of a new version.
"""
import os
import struct
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))


def text(value):
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def floats(values):
    return struct.pack("<Q", len(values)) + struct.pack("<%df" % len(values), *values)


def rising(count, first):
    return [first + 0.5 * i for i in range(count)]


V, E, HE, HD, Z = 5, 2, 3, 4, 1
ENCODER = V * E + 4 * HE * E + 4 * HE * HE + 2 * 4 * HE + 2 * Z * HE
CLOSED = V * E + HD * Z + 4 * HD * (E + Z) + 4 * HD * HD + 2 * 4 * HD + V * HD
SKIP = V * Z


def parameters(first, special=False):
    encoder = struct.pack("<%df" % ENCODER, *rising(ENCODER, first))
    if special:
        encoder = struct.pack("<If", 0x7FC00123, float("-inf")) + encoder[8:]
    return (struct.pack("<5i", V, E, HE, HD, Z) + struct.pack("<Q", ENCODER) + encoder +
            floats(rising(CLOSED + SKIP, first + 100)) + struct.pack("<BB", 2, 1))


def optimiser(count, first, steps):
    return floats(rising(count, first)) + floats(rising(count, first + 1)) + struct.pack("<q", steps)


def intervention(update, inner, action, field, new):
    return struct.pack("<qiB", update, inner, action) + text(field) + text("") + text(new)


def checkpoint(version):
    settings = {"seed": "18446744073709551615", "learning_rate": "0.1", "pooling": "max", "skip": "on",
                "aggressive": "auto"}
    payload = text("0f8fad5b-d9cb-469f-a165-70867728950e") + text("test numerics")
    payload += struct.pack("<Q", len(settings))
    for name, value in settings.items():
        payload += text(name) + text(value)
    payload += struct.pack("<qiqd", 123, 4, 5000000000, 1 / 3)
    payload += parameters(-3, special=True)
    payload += optimiser(ENCODER, 1, 77) + optimiser(CLOSED, 3, 78) + optimiser(SKIP, 5, 79)
    payload += struct.pack("<B", 1)
    payload += struct.pack("<Bidqd", 1, 4, 12.25, 160, 3.75) + struct.pack("<q", 17) + struct.pack("<B", 0)
    payload += struct.pack("<Bdi", 1, 0.625, 2) + struct.pack("<iiddq", 1, 2, 33.5, 32.5, 100)
    payload += struct.pack("<dd", 0.05, 0.025)
    payload += parameters(7)
    payload += struct.pack("<Q", 2) + intervention(200, 0, 0, "kl_weight", "0.5") + intervention(201, 3, 1, "", "")
    if version >= 2:
        payload += struct.pack("<d", 0.3125)
    header = b"\x89CLPSCP\n" + struct.pack("<IQI", version, len(payload), zlib.crc32(payload))
    return header + struct.pack("<I", zlib.crc32(header)) + payload


def varint(value):
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def short_text(value):
    raw = value.encode()
    return varint(len(raw)) + raw


def record(kind, payload):
    raw = b"\xC5\x4A" + bytes([kind]) + varint(len(payload)) + payload
    return raw + struct.pack("<I", zlib.crc32(raw))


def position(update, inner):
    return varint(update) + varint(inner)


def event(kind, update, inner, value, words, action=0, at=(0, 0), field="", old="", new=""):
    return record(1, bytes([kind]) + position(update, inner) + struct.pack("<d", value) + short_text(words) +
                  bytes([action]) + position(*at) + short_text(field) + short_text(old) + short_text(new))


def measurement(kind, switches, update, encoder_updates, epoch, seconds, numbers):
    """numbers: (bit, value, is narrow), in order of bit"""
    present = sum(1 << bit for bit, _, _ in numbers)
    narrow = sum(1 << bit for bit, _, is_narrow in numbers if is_narrow)
    raw = bytes([kind, switches]) + position(update, 0) + varint(encoder_updates) + struct.pack("<dd", epoch, seconds)
    raw += varint(present) + varint(narrow)
    for _, value, is_narrow in numbers:
        raw += struct.pack("<f" if is_narrow else "<d", value)
    return raw


def few_floats(values):
    return varint(len(values)) + struct.pack("<%df" % len(values), *values)


def journal():
    out = b"\x89CLPSJR\n" + struct.pack("<I", 1)
    out += event(0, 0, 0, 0.0, "begun")
    # A training update: train_elbo -12.1 (double), train_kl 0.5, kl_weight 1 (floats); max pooling, auto, burn-in.
    out += record(2, measurement(0, 1 | 2 << 2 | 0x10, 300, 901, 0.25, 1.5,
                                 [(0, -12.1, False), (2, 0.5, True), (5, 1.0, True)]))
    # A number that this version does not know (bit 40) lies after elbo, and further bytes after all numbers.
    out += record(2, measurement(1, 0, 301, 902, 0.5, 2.5, [(8, float("-inf"), True), (40, 3.3, False)]) + b"more")
    out += record(200, b"a kind of record from the future")
    out += event(1, 302, 7, 0.0, "", field="kl_weight", old="1", new="0.5", at=(302, 7))
    values = measurement(2, 0x20, 303, 903, 0.75, 3.5, [(10, 0.125, True)])
    out += record(3, varint(len(values)) + values + bytes([2]) +
                  struct.pack("<6d", 1.5, 0.01, float("nan"), 1.25, 0.125, 0.0625) + varint(1) + bytes([1]) +
                  few_floats([1.0, -1.0]) + few_floats([0.0, 0.25]) + few_floats([-3.0, -4.0]) +
                  few_floats([0.5, 0.75]) + few_floats([0.01]) + few_floats([0.125]))
    return out + b"\xC5\x4A\x02"  # torn


for name, contents in (("checkpoint_v1.ckpt", checkpoint(1)), ("checkpoint_v2.ckpt", checkpoint(2)),
                       ("checkpoint_journal_v1.bin", journal())):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(contents)
