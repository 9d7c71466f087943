"""BERT and MPNet encoders, as small as the stance model needs them: post-norm transformers with erf-GELU."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from quantize import QuantizedEmbedding, QuantizedLinear


@dataclass(frozen=True)
class EncoderShape:
    """What the sizes of all tensors follow from."""

    architecture: str  # "bert" or "mpnet"
    layers: int
    hidden: int
    heads: int
    intermediate: int
    norm_epsilon: float
    vocabulary: int
    positions: int

    @staticmethod
    def read(folder: Path) -> EncoderShape:
        config = json.loads((folder / "config.json").read_text())
        return EncoderShape(
            architecture=config["model_type"],
            layers=config["num_hidden_layers"],
            hidden=config["hidden_size"],
            heads=config["num_attention_heads"],
            intermediate=config["intermediate_size"],
            norm_epsilon=config["layer_norm_eps"],
            vocabulary=config["vocab_size"],
            positions=config["max_position_embeddings"] - (2 if config["model_type"] == "mpnet" else 0),
        )


def relative_buckets(length: int, buckets: int = 32, max_distance: int = 128) -> Tensor:
    """T5's bidirectional buckets, [length, length]: row the query's position, column the key's (Raffel et al., 2020, 2.1)."""
    position = torch.arange(length)
    distance = position[:, None] - position[None, :]
    half = buckets // 2
    exact = half // 2
    side = (distance < 0).long() * half
    distance = distance.abs()
    far = torch.log(distance.clamp(min=1).float() / exact) / math.log(max_distance / exact) * (half - exact)
    far = (exact + far.long()).clamp(max=half - 1)
    return side + torch.where(distance < exact, distance, far)


class Layer(nn.Module):
    def __init__(self, shape: EncoderShape, dropout: float) -> None:
        super().__init__()
        size = shape.hidden
        self.heads = shape.heads
        self.scale = (size // shape.heads) ** -0.5
        self.query = QuantizedLinear(size, size)
        self.key = QuantizedLinear(size, size)
        self.value = QuantizedLinear(size, size)
        self.output = QuantizedLinear(size, size)
        self.attention_norm = nn.LayerNorm(size, shape.norm_epsilon)
        self.feed_in = QuantizedLinear(size, shape.intermediate)
        self.feed_out = QuantizedLinear(shape.intermediate, size)
        self.feed_norm = nn.LayerNorm(size, shape.norm_epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, size = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(rows, length, self.heads, size // self.heads).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = torch.matmul(query * self.scale, key.transpose(2, 3)) + bias
        mixed = torch.matmul(scores.softmax(dim=-1), value).transpose(1, 2).reshape(rows, length, size)
        x = self.attention_norm(x + self.dropout(self.output(mixed)))
        return self.feed_norm(x + self.dropout(self.feed_out(F.gelu(self.feed_in(x)))))


class Encoder(nn.Module):
    """Token ids [rows, length] and their mask to vectors [rows, length, hidden].

    Weights are held in 32 bits; the layers compute in `compute`, 16 bits for speed.
    """

    compute = torch.bfloat16

    def __init__(self, shape: EncoderShape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.word = QuantizedEmbedding(shape.vocabulary, shape.hidden)
        self.position = nn.Embedding(shape.positions, shape.hidden)
        self.segment = nn.Parameter(torch.zeros(shape.hidden)) if shape.architecture == "bert" else None
        self.norm = nn.LayerNorm(shape.hidden, shape.norm_epsilon)
        self.relative_bias = nn.Embedding(32, shape.heads) if shape.architecture == "mpnet" else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        rows, length = ids.shape
        x = self.word(ids) + self.position.weight[:length]
        if self.segment is not None:
            x = x + self.segment
        x = self.dropout(self.norm(x)).to(self.compute)
        bias = torch.zeros(rows, 1, 1, length).masked_fill(~mask[:, None, None, :], -1e4)
        if self.relative_bias is not None:
            bias = bias + self.relative_bias(relative_buckets(length)).permute(2, 0, 1)[None]
        bias = bias.to(self.compute)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @staticmethod
    def load(folder: Path, rows: list[int]) -> Encoder:
        """Reads the published weights (Hugging Face's names) from `folder`; keeps these rows of the word table."""
        shape = EncoderShape.read(folder)
        state = rename(load_file(folder / "model.safetensors"), shape)
        state["word.weight"] = state["word.weight"][rows]
        encoder = Encoder(replace(shape, vocabulary=len(rows)))
        encoder.load_state_dict(state)
        return encoder


def rename(published: dict[str, Tensor], shape: EncoderShape) -> dict[str, Tensor]:
    """Hugging Face's names to ours. MPNet's positions begin at 2 (padding index + 1), ours at 0."""
    mpnet = shape.architecture == "mpnet"
    first = 2 if mpnet else 0
    state = {
        "word.weight": published["embeddings.word_embeddings.weight"],
        "position.weight": published["embeddings.position_embeddings.weight"][first : first + shape.positions],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    if mpnet:
        state["relative_bias.weight"] = published["encoder.relative_attention_bias.weight"]
    else:
        state["segment"] = published["embeddings.token_type_embeddings.weight"][0]
    names = {
        "query": "attention.attn.q" if mpnet else "attention.self.query",
        "key": "attention.attn.k" if mpnet else "attention.self.key",
        "value": "attention.attn.v" if mpnet else "attention.self.value",
        "output": "attention.attn.o" if mpnet else "attention.output.dense",
        "attention_norm": "attention.LayerNorm" if mpnet else "attention.output.LayerNorm",
        "feed_in": "intermediate.dense",
        "feed_out": "output.dense",
        "feed_norm": "output.LayerNorm",
    }
    for layer in range(shape.layers):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{part}"] = published[f"encoder.layer.{layer}.{theirs}.{part}"]
    return state
