#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a safetensors file from the format's description alone: export_weights.py FILE.

Checks what the format demands (header length, padding, no gaps, sizes) and prints a line a tensor: NAME SHAPE FIRST
LAST SUM, then a line a metadata entry.
"""
import array
import json
import struct
import sys

with open(sys.argv[1], "rb") as file:
    data = file.read()
length = struct.unpack("<Q", data[:8])[0]
assert 8 + length <= len(data) and length < 100_000_000
assert (8 + length) % 64 == 0, "data begin at a multiple of 64"
header = data[8:8 + length].decode("utf-8")
assert header[0] == "{" and header.rstrip(" ")[-1] == "}"
tensors = json.loads(header)
metadata = tensors.pop("__metadata__")
assert all(isinstance(value, str) for value in metadata.values())
body = data[8 + length:]
end = 0
for name, tensor in sorted(tensors.items(), key=lambda item: item[1]["data_offsets"]):
    begin, stop = tensor["data_offsets"]
    assert begin == end, name + ": a gap"
    end = stop
    count = 1
    for size in tensor["shape"]:
        count *= size
    assert tensor["dtype"] == "F32" and stop - begin == 4 * count, name
    values = array.array("f", body[begin:stop])
    if sys.byteorder == "big":
        values.byteswap()
    shape = "x".join(str(size) for size in tensor["shape"])
    print(name, shape, "%.9g %.9g %.9g" % (values[0], values[-1], sum(values)))
assert end == len(body), "bytes that belong to no tensor"
for key in ("settings", "switches"):
    json.loads(metadata[key])
for key, value in metadata.items():
    print(key, "=", value)
