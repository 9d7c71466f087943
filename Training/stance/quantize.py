"""Seven-bit weights: w = scale[row] * q with q in -63...63, stored as the byte q + 64.

Seven bits, so that AVX2's vpmaddubsw (unsigned times signed bytes, pairs summed in 16 bits) cannot saturate.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LEVELS = 63


def row_scales(weight: Tensor) -> Tensor:
    """The scale of each row of a matrix, [rows, 1]: its largest magnitude over 63."""
    return (weight.detach().abs().amax(dim=-1, keepdim=True) / LEVELS).clamp(min=1e-8)


def quantized(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Bytes 1...127 [rows, columns] and scales [rows]."""
    scale = row_scales(weight)
    levels = torch.round(weight.detach() / scale).clamp(-LEVELS, LEVELS)
    return (levels + 64).to(torch.uint8), scale[:, 0]


def straight_through(weight: Tensor) -> Tensor:
    """The values that the bytes stand for, with the gradient of `weight` itself (Bengio et al., 2013)."""
    scale = row_scales(weight)
    rounded = torch.round(weight.detach() / scale).clamp(-LEVELS, LEVELS) * scale
    return weight + (rounded - weight.detach())


class QuantizedLinear(nn.Linear):
    """A linear layer that computes in the type of its input, with rounded weights once `rounding` is on."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        weight = straight_through(self.weight) if self.rounding else self.weight
        return F.linear(x, weight.to(x.dtype), self.bias.to(x.dtype))


class QuantizedEmbedding(nn.Embedding):
    """A table that gives rounded rows once `rounding` is on."""

    rounding = False

    def forward(self, ids: Tensor) -> Tensor:
        rows = super().forward(ids)
        return straight_through(rows) if self.rounding else rows


def set_rounding(module: nn.Module, on: bool) -> None:
    """Turns rounding on or off in all matrices within `module`."""
    for part in module.modules():
        if isinstance(part, (QuantizedLinear, QuantizedEmbedding)):
            part.rounding = on
