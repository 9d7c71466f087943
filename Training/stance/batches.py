"""Sentences of like length side by side, every target of each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from data import Example
from tokens import Encoded, WordPieces


@dataclass(frozen=True)
class Batch:
    ids: Tensor  # [rows, length]
    mask: Tensor  # [rows, length], false for padding
    inner: Tensor  # [rows, length], true for the sentence's own tokens
    row: Tensor  # [targets], the row of each target
    target: Tensor  # [targets, length]
    label: Tensor  # [targets, 3], probabilities; all zero for a target without label
    origin: list[tuple[int, int]]  # (example, target) of each target


class Corpus:
    """Examples, tokenised once. A long sentence is cut around each target, so it may give several rows."""

    def __init__(self, examples: list[Example], pieces: WordPieces, limit: int = 256) -> None:
        self.pad = pieces.pad
        self.examples = examples
        self.rows: list[tuple[list[int], list[tuple[int, int, list[bool]]]]] = []
        for number, example in enumerate(examples):
            whole = pieces.encode(example.text, limit=100_000)
            if len(whole.ids) <= limit:
                self.add(whole, [(number, k) for k in range(len(example.targets))])
            else:
                for k, target in enumerate(example.targets):
                    part = pieces.encode(example.text, (target.start, target.end), limit)
                    self.add(part, [(number, k)])

    def add(self, encoded: Encoded, origins: list[tuple[int, int]]) -> None:
        marked = []
        for number, k in origins:
            target = self.examples[number].targets[k]
            mask = encoded.target(target.start, target.end)
            if any(mask):
                marked.append((number, k, mask))
        if marked:
            self.rows.append((encoded.ids, marked))

    def batches(self, tokens: int, shuffle: random.Random | None = None) -> Iterator[Batch]:
        """Batches of at most about `tokens` tokens with padding; sorted by length within stretches when shuffled."""
        order = list(range(len(self.rows)))
        if shuffle is None:
            order.sort(key=lambda n: len(self.rows[n][0]))
        else:
            order.sort(key=lambda n: len(self.rows[n][0]) * (1 + 0.15 * shuffle.random()))
        groups: list[list[int]] = [[]]
        for n in order:
            if groups[-1] and (len(groups[-1]) + 1) * len(self.rows[n][0]) > tokens:
                groups.append([])
            groups[-1].append(n)
        if shuffle is not None:
            shuffle.shuffle(groups)
        for group in groups:
            yield self.collate(group)

    def collate(self, group: list[int]) -> Batch:
        length = max(len(self.rows[n][0]) for n in group)
        ids = torch.full((len(group), length), self.pad)
        mask = torch.zeros(len(group), length, dtype=torch.bool)
        row, target, label, origin = [], [], [], []
        for k, n in enumerate(group):
            found, marked = self.rows[n]
            ids[k, : len(found)] = torch.tensor(found)
            mask[k, : len(found)] = True
            for example, t, tokens in marked:
                row.append(k)
                target.append(tokens + [False] * (length - len(tokens)))
                label.append(self.examples[example].targets[t].label)
                origin.append((example, t))
        inner = mask.clone()
        inner[:, 0] = False
        inner[torch.arange(len(group)), mask.sum(dim=1) - 1] = False
        return Batch(ids, mask, inner, torch.tensor(row), torch.tensor(target), torch.tensor(label), origin)
