#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""TensorBoard event files written and read from their description alone, CRC-32C bit by bit.

Without arguments: makes export_events.tfevents, which tst_tensorboard_events compares with what the program writes.
With a file: checks every length and checksum and prints a line a point: STEP TAG VALUE.
"""
import os
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def crc32c(data):
    remainder = 0xFFFFFFFF
    for byte in data:
        for bit in range(8):
            low = (remainder ^ (byte >> bit)) & 1
            remainder >>= 1
            if low:
                remainder ^= 0x82F63B78
    return remainder ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def varint(number):
    result = b""
    while True:
        number, low = number >> 7, number & 127
        if not number:
            return result + bytes([low])
        result += bytes([low | 128])


def field(number, wire, payload):
    return varint(number << 3 | wire) + (varint(len(payload)) if wire == 2 else b"") + payload


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked(length)) + data + struct.pack("<I", masked(data))


def scalar(wall, step, tag, value):
    entry = field(1, 2, tag.encode()) + field(2, 5, struct.pack("<f", value))
    return record(field(1, 1, struct.pack("<d", wall)) + field(2, 0, varint(step)) + field(5, 2, field(1, 2, entry)))


def take_varint(data, at):
    number = shift = 0
    while True:
        byte = data[at]
        number |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return number, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = take_varint(data, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = take_varint(data, at)
        else:
            size = {1: 8, 5: 4}.get(wire)
            if size is None:
                assert wire == 2, wire
                size, at = take_varint(data, at)
            value, at = data[at:at + size], at + size
            assert len(value) == size
        yield number, value


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    at = 0
    first = True
    while at < len(data):
        head = data[at:at + 8]
        size = struct.unpack("<Q", head)[0]
        assert struct.unpack("<I", data[at + 8:at + 12])[0] == masked(head), "checksum of a length"
        body = data[at + 12:at + 12 + size]
        assert struct.unpack("<I", data[at + 12 + size:at + 16 + size])[0] == masked(body), "checksum of data"
        at += 16 + size
        event = dict(fields(body))
        if first:
            assert event[3] == b"brain.Event:2", event
            first = False
            continue
        for _, entry in fields(event[5]):
            value = dict(fields(entry))
            print(event.get(2, 0), value[1].decode(), "%.6g" % struct.unpack("<f", value[2])[0])
    assert at == len(data) and not first


def make():
    points = [(12.5, 1000, "validation/elbo", -60.125), (12.5, 1000, "validation/kl", 1.0234567),
              (12.75, 300, "probe/lag", 0.1), (12.75, 300, "probe/mean_correlation", -0.5)]
    start = 1700000000.0
    with open(os.path.join(HERE, "export_events.tfevents"), "wb") as file:
        file.write(record(field(1, 1, struct.pack("<d", start)) + field(3, 2, b"brain.Event:2")))
        for seconds, step, tag, value in points:
            file.write(scalar(start + seconds, step, tag, value))


assert crc32c(b"123456789") == 0xE3069283
if len(sys.argv) > 1:
    read(sys.argv[1])
else:
    make()
