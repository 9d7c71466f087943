"""Fits the temperature of a model's probabilities to development data, by likelihood (Guo et al., ICML 2017)."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import train
from model import StanceModel
from quantize import set_rounding


def fitted(logits: np.ndarray, truth: np.ndarray) -> float:
    """The temperature, of 0.5, 0.51 … 3, under which the true labels are likeliest."""
    x, y = torch.tensor(logits), torch.tensor(truth)
    return min((step / 100 for step in range(50, 301)), key=lambda t: float(F.cross_entropy(x / t, y)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    model = StanceModel.load(options.model)
    set_rounding(model, True)
    logits, truth = [], []
    for corpus in train.dev_sets(options.data, model.pieces).values():
        found, origin = train.predict(model, corpus)
        logits.append(found)
        truth.append(train.truth(corpus, origin))
    print(fitted(np.concatenate(logits), np.concatenate(truth)))


if __name__ == "__main__":
    main()
