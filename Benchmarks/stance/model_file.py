"""Reads and writes stance models (docs/stance.md, "The file"), with nothing but numpy."""

import hashlib
import json
import struct
from pathlib import Path

import numpy as np

TYPES = {"F32": np.float32, "U8": np.uint8}
NAMES = {np.dtype(np.float32): "F32", np.dtype(np.uint8): "U8"}


def write(path, metadata, tensors):
    """Writes one file; `sha256` of the data is added to the metadata."""
    header, chunks, offset = {}, [], 0
    for name, tensor in tensors.items():
        chunks.append(np.ascontiguousarray(tensor).tobytes())
        end = offset + tensor.nbytes
        header[name] = {"dtype": NAMES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, end]}
        offset = end
    data = b"".join(chunks)
    header["__metadata__"] = {**metadata, "sha256": hashlib.sha256(data).hexdigest()}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    Path(path).write_bytes(struct.pack("<Q", len(text)) + text + data)


def read(path):
    """The metadata and the tensors of a model, from all its shards; `path` is the first or the only file."""
    path = Path(path)
    paths = [path]
    if "-00001-of-" in path.name:
        count = int(path.stem.rsplit("-of-", 1)[1])
        paths = [path.with_name(path.name.replace("-00001-of-", f"-{k:05}-of-")) for k in range(1, count + 1)]
    metadata, tensors = {}, {}
    for path in paths:
        data = np.fromfile(path, np.uint8)
        size = struct.unpack("<Q", data[:8].tobytes())[0]
        header = json.loads(data[8 : 8 + size].tobytes())
        metadata = header.pop("__metadata__")
        for name, entry in header.items():
            start, end = entry["data_offsets"]
            values = data[8 + size + start : 8 + size + end]
            tensors[name] = values.view(TYPES[entry["dtype"]]).reshape(entry["shape"])
    return metadata, tensors


def matrix(tensors, name):
    """A quantised matrix as floats, [out, in]."""
    return (tensors[f"{name}.weight"].astype(np.float32) - 64) * tensors[f"{name}.scale"][:, None]
