"""The exact arithmetic of inference, in numpy: 7-bit weights times 8-bit activations. What Swift must match."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tokens import WordPieces

Array = np.ndarray
DTYPES = {"U8": np.uint8, "F32": np.float32}


def read_file(path: Path) -> tuple[dict[str, str], dict[str, Array]]:
    """The metadata and tensors of one safetensors file."""
    raw = path.read_bytes()
    begin = 8 + int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8:begin])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        tensors[name] = np.frombuffer(raw[begin + start : begin + end], DTYPES[entry["dtype"]]).reshape(entry["shape"])
    return metadata, tensors


@dataclass(frozen=True)
class Matrix:
    """One quantised product, y = x W' + b."""

    weight: Array  # whole numbers -63...63 as float32, [in, out]
    scale: Array  # [out]
    bias: Array  # [out]

    @staticmethod
    def of(tensors: dict[str, Array], name: str) -> Matrix:
        weight = np.ascontiguousarray(tensors[f"{name}.weight"].astype(np.float32).T) - 64
        return Matrix(weight, tensors[f"{name}.scale"], tensors[f"{name}.bias"])

    def __call__(self, x: Array) -> Array:
        """Rows of x, each with its own scale, rounded to 8 bits.

        With unsigned activations q that is sum(q * w) - 128 * sum(w), the same as sum((q - 128) * w), computed here. Up to 1,536
        such products (127 * 63 each) add up to less than 2^24, so that float32 holds every sum exactly.
        """
        step = np.abs(x).max(axis=1, keepdims=True) / np.float32(127)
        step = np.where(step == 0, np.float32(1), step)
        levels = np.rint(x / step)
        whole = np.zeros((len(x), len(self.bias)))
        for start in range(0, x.shape[1], 1536):
            whole += levels[:, start : start + 1536] @ self.weight[start : start + 1536]
        return whole.astype(np.float32) * (step * self.scale) + self.bias


def erf(x: Array) -> Array:
    """The error function within 1.5e-7, as near as float32 shows (Abramowitz & Stegun, 1964, 7.1.26)."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - series * np.exp(-x * x))


def gelu(x: Array) -> Array:
    return (x * 0.5 * (1 + erf(x / np.float32(math.sqrt(2))))).astype(np.float32)


def softmax(x: Array) -> Array:
    power = np.exp(x - x.max(axis=-1, keepdims=True))
    return power / power.sum(axis=-1, keepdims=True)


def relative_buckets(length: int) -> Array:
    """T5's bidirectional buckets: 32, to a distance of 128."""
    position = np.arange(length)
    distance = position[:, None] - position[None, :]
    side = (distance < 0) * 16
    distance = np.abs(distance)
    far = np.log(np.maximum(distance, 1).astype(np.float32) / 8) / math.log(16) * 8
    return side + np.where(distance < 8, distance, np.minimum(8 + far.astype(int), 15))


class Reference:
    def __init__(self, paths: list[Path]) -> None:
        tensors: dict[str, Array] = {}
        for path in paths:
            self.metadata, part = read_file(path)
            tensors |= part
        self.tensors = tensors
        words = tensors["embedding.word"].astype(np.float32) - 64
        self.words = words * tensors["embedding.word.scale"][:, None]
        self.heads = int(self.metadata["heads"])
        self.epsilon = np.float32(self.metadata["norm_epsilon"])
        self.pieces = WordPieces(tensors["vocabulary"].tobytes().decode().split("\n"), self.metadata["architecture"])
        parts = (
            "attention.query",
            "attention.key",
            "attention.value",
            "attention.output",
            "feedforward.in",
            "feedforward.out",
        )
        self.layers = [
            {part: Matrix.of(tensors, f"layer.{n}.{part}") for part in parts} for n in range(int(self.metadata["layers"]))
        ]

    def norm(self, x: Array, name: str) -> Array:
        centered = x - x.mean(axis=1, keepdims=True)
        scaled = centered / np.sqrt((centered**2).mean(axis=1, keepdims=True) + self.epsilon)
        return scaled * self.tensors[f"{name}.weight"] + self.tensors[f"{name}.bias"]

    def attend(self, query: Array, key: Array, value: Array, heads: int, bias: Array | None = None) -> Array:
        def split(y: Array) -> Array:
            return y.reshape(len(y), heads, -1).transpose(1, 0, 2)

        query, key, value = split(query), split(key), split(value)
        scores = query @ key.transpose(0, 2, 1) / np.float32(math.sqrt(query.shape[-1]))
        if bias is not None:
            scores = scores + bias
        return (softmax(scores) @ value).transpose(1, 0, 2).reshape(query.shape[1], -1)

    def vectors(self, ids: list[int]) -> Array:
        """The tokens' vectors, [tokens, hidden]."""
        tensors = self.tensors
        x = self.words[ids] + tensors["embedding.position"][: len(ids)]
        if "embedding.type" in tensors:
            x = x + tensors["embedding.type"]
        x = self.norm(x, "embedding.norm")
        bias = None
        if "relative_bias" in tensors:
            bias = tensors["relative_bias"][relative_buckets(len(ids))].transpose(2, 0, 1)
        for number, layer in enumerate(self.layers):
            name = f"layer.{number}"
            query, key, value = (layer[f"attention.{part}"](x) for part in ("query", "key", "value"))
            mixed = self.attend(query, key, value, self.heads, bias)
            x = self.norm(x + layer["attention.output"](mixed), f"{name}.attention.norm")
            inner = gelu(layer["feedforward.in"](x))
            x = self.norm(x + layer["feedforward.out"](inner), f"{name}.feedforward.norm")
        return x

    def logits(self, x: Array, target: list[bool]) -> Array:
        """The head's three logits, before the temperature."""

        def dense(name: str, y: Array) -> Array:
            return y @ self.tensors[f"head.{name}.weight"].T + self.tensors[f"head.{name}.bias"]

        spot = x[np.array(target)].mean(axis=0)
        parts = [spot]
        if self.metadata["head"] == "asked":
            query, key, value = dense("query", spot[None]), dense("key", x), dense("value", x)
            parts.append(self.attend(query, key, value, x.shape[1] // 64)[0])
        parts += [x[0], x[1:-1].mean(axis=0)]
        return dense("label", gelu(dense("dense", np.concatenate(parts))))

    def probabilities(self, text: str, spans: list[tuple[int, int]]) -> Array:
        """Against, neutral, favor toward each target, [targets, 3]; a target is code points [start, end) of the text."""
        limit = int(self.metadata["max_tokens"])
        found, last, x = [], None, None
        for span in spans:
            encoded = self.pieces.encode(text, span, limit)
            if x is None or encoded.ids != last:
                last, x = encoded.ids, self.vectors(encoded.ids)
            logits = self.logits(x, encoded.target(*span))
            found.append(softmax(logits / np.float32(self.metadata["temperature"])))
        return np.array(found)

    @staticmethod
    def read(folder: Path, name: str) -> Reference:
        return Reference(sorted(folder.glob(f"stance-{name}*.safetensors")))
