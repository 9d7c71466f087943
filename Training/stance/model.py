"""The stance model: an encoder, and a head that asks it about each target. One pass serves all targets of a sentence."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from batches import Batch
from encoder import Encoder, EncoderShape
from tokens import WordPieces

LABELS = ("against", "neutral", "favor")


class Head(nn.Module):
    """From token vectors to logits [targets, 3].

    A target is described by t, the mean of its tokens; c, the first token ([CLS]); m, the mean of the sentence. An "asked"
    head adds a, which t reads out of the sentence by one layer of attention with heads of 64.
    """

    def __init__(self, size: int, kind: str, dropout: float = 0.1) -> None:
        super().__init__()
        self.kind = kind
        self.heads = size // 64
        if kind == "asked":
            self.query = nn.Linear(size, size)
            self.key = nn.Linear(size, size)
            self.value = nn.Linear(size, size)
        self.dense = nn.Linear(size * (4 if kind == "asked" else 3), size)
        self.label = nn.Linear(size, len(LABELS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, batch: Batch) -> Tensor:
        x = x.float()
        rows = x[batch.row]
        target = mean(rows, batch.target)
        parts = [target]
        if self.kind == "asked":
            parts.append(self.ask(target, x, batch))
        parts += [x[batch.row, 0], mean(x, batch.inner)[batch.row]]
        return self.label(self.dropout(F.gelu(self.dense(self.dropout(torch.cat(parts, dim=-1))))))

    def ask(self, target: Tensor, x: Tensor, batch: Batch) -> Tensor:
        count, size, length = len(target), target.shape[-1], x.shape[1]

        def split(y: Tensor) -> Tensor:
            return y.view(count, -1, self.heads, 64).transpose(1, 2)

        query = split(self.query(target)[:, None])
        key, value = split(self.key(x)[batch.row]), split(self.value(x)[batch.row])
        mask = batch.mask[batch.row].view(count, 1, 1, length)
        return F.scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2).reshape(count, size)


def mean(x: Tensor, mask: Tensor) -> Tensor:
    """The mean of x [n, length, size] over the tokens in mask [n, length]."""
    weight = mask.to(x.dtype)
    weight = weight / weight.sum(dim=1, keepdim=True).clamp(min=1)
    return torch.einsum("nl,nls->ns", weight, x)


class StanceModel(nn.Module):
    def __init__(self, encoder: Encoder, head: str, vocabulary: list[str]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.encoder = encoder
        self.head = Head(encoder.shape.hidden, head)

    def forward(self, batch: Batch) -> Tensor:
        return self.head(self.encoder(batch.ids, batch.mask), batch)

    @property
    def pieces(self) -> WordPieces:
        return WordPieces(self.vocabulary, self.encoder.shape.architecture)

    def save(self, path: Path) -> None:
        saved = {"head": self.head.kind, "vocabulary": self.vocabulary, "state": self.state_dict()}
        torch.save(saved | {"shape": dataclasses.asdict(self.encoder.shape)}, path)

    @staticmethod
    def load(path: Path) -> StanceModel:
        """Reads what `save` wrote."""
        saved = torch.load(path)
        model = StanceModel(Encoder(EncoderShape(**saved["shape"])), saved["head"], saved["vocabulary"])
        model.load_state_dict(saved["state"])
        return model
