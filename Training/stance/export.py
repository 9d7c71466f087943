"""Writes a trained model as the safetensors files that Sources/Inference reads (docs/model-card.md, "File format")."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from torch import Tensor

from model import LABELS, StanceModel
from quantize import quantized
from tokens import SPECIAL

FORMAT = "standpoint/stance/1"
MAX_TOKENS = 256
TYPES = {"uint8": "U8", "float32": "F32"}


def bytes_of(tensors: dict[str, np.ndarray], metadata: dict[str, str]) -> bytes:
    """A safetensors file: length of the header, header in JSON, data. The metadata gain the data's SHA-256."""
    header: dict[str, object] = {}
    data = bytearray()
    for name, tensor in sorted(tensors.items(), key=lambda pair: pair[1].dtype != np.float32):
        raw = np.ascontiguousarray(tensor).tobytes()
        header[name] = {
            "dtype": TYPES[tensor.dtype.name],
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(raw)],
        }
        data += raw
    header["__metadata__"] = metadata | {"sha256": hashlib.sha256(data).hexdigest()}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 64 + 56)  # the data begin at a multiple of 64 bytes
    return len(text).to_bytes(8, "little") + text + bytes(data)


def tensors_of(model: StanceModel) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """All tensors under their names in the file: those outside of the layers, and the layers'."""
    encoder, head = model.encoder, model.head
    outside: dict[str, np.ndarray] = {"vocabulary": np.frombuffer("\n".join(model.vocabulary).encode(), np.uint8)}
    inside: dict[str, np.ndarray] = {}

    def plain(place: dict[str, np.ndarray], name: str, tensor: Tensor) -> None:
        place[name] = tensor.detach().float().numpy()

    def pair(place: dict[str, np.ndarray], name: str, module) -> None:
        plain(place, f"{name}.weight", module.weight)
        plain(place, f"{name}.bias", module.bias)

    def matrix(name: str, linear) -> None:
        weight, scale = quantized(linear.weight)
        inside[f"{name}.weight"] = weight.numpy()
        plain(inside, f"{name}.scale", scale)
        plain(inside, f"{name}.bias", linear.bias)

    words, scale = quantized(encoder.word.weight)
    outside["embedding.word"] = words.numpy()
    plain(outside, "embedding.word.scale", scale)
    plain(outside, "embedding.position", encoder.position.weight[:MAX_TOKENS])
    if encoder.segment is not None:
        plain(outside, "embedding.type", encoder.segment)
    if encoder.relative_bias is not None:
        plain(outside, "relative_bias", encoder.relative_bias.weight)
    pair(outside, "embedding.norm", encoder.norm)
    for part in ("query", "key", "value") if head.kind == "asked" else ():
        pair(outside, f"head.{part}", getattr(head, part))
    pair(outside, "head.dense", head.dense)
    pair(outside, "head.label", head.label)
    for number, layer in enumerate(encoder.layers):
        for part in ("query", "key", "value", "output"):
            matrix(f"layer.{number}.attention.{part}", getattr(layer, part))
        pair(inside, f"layer.{number}.attention.norm", layer.attention_norm)
        matrix(f"layer.{number}.feedforward.in", layer.feed_in)
        matrix(f"layer.{number}.feedforward.out", layer.feed_out)
        pair(inside, f"layer.{number}.feedforward.norm", layer.feed_norm)
    return outside, inside


def write(model: StanceModel, name: str, temperature: float, version: str, folder: Path) -> list[Path]:
    """One file for small, two (each below 95 MB) for base."""
    shape = model.encoder.shape
    pad, unknown, first, last = SPECIAL[shape.architecture]
    metadata = {
        "format": FORMAT,
        "name": name,
        "version": version,
        "architecture": shape.architecture,
        "layers": str(shape.layers),
        "hidden": str(shape.hidden),
        "heads": str(shape.heads),
        "intermediate": str(shape.intermediate),
        "norm_epsilon": repr(shape.norm_epsilon),
        "max_tokens": str(MAX_TOKENS),
        "head": model.head.kind,
        "context": "none",
        "labels": ",".join(LABELS),
        "temperature": repr(round(temperature, 4)),
        "lowercase": "true",
        "pad": pad,
        "unk": unknown,
        "cls": first,
        "sep": last,
    }
    outside, inside = tensors_of(model)
    shards = [outside, inside] if name == "base" else [outside | inside]
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, tensors in enumerate(shards, 1):
        suffix = f"-{number:05}-of-{len(shards):05}" if len(shards) > 1 else ""
        path = folder / f"stance-{name}{suffix}.safetensors"
        path.write_bytes(bytes_of(tensors, metadata | {"shard": f"{number}/{len(shards)}"}))
        paths.append(path)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="a checkpoint of train.py or distil.py")
    parser.add_argument("--name", choices=("small", "base"), required=True)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--version", default="1")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    for path in write(StanceModel.load(options.model), options.name, options.temperature, options.version, options.out):
        print(f"{path} {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
