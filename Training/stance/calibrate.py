"""Fits to development data a shift of the labels, for macro-F1, and then the temperature of the probabilities, by likelihood.

As trained, the models say neutral too often: less of it raises macro-F1 on both sets and on the sentences held back.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import train
from evaluate import macro_f1
from model import StanceModel
from quantize import set_rounding

Scored = list[tuple[np.ndarray, np.ndarray]]  # logits [targets, 3] and true labels, of each development set


def shifted(scored: Scored) -> np.ndarray:
    """What to add to the logits, [3]: the best mean macro-F1 over the sets, itself a mean with the neighbours on the grid."""
    neutral, favor = np.arange(-6, 7) / 10, np.arange(-4, 5) / 10
    score = np.zeros((len(neutral), len(favor)))
    for n, f in np.ndindex(score.shape):
        shift = np.array([0, neutral[n], favor[f]])
        score[n, f] = np.mean([macro_f1(truth, (logits + shift).argmax(axis=1)) for logits, truth in scored])
    wide = np.pad(score, 1, mode="edge")
    smooth = sum(wide[i : i + len(neutral), j : j + len(favor)] for i in range(3) for j in range(3))
    n, f = np.unravel_index(np.argmax(smooth), score.shape)
    return np.array([0, neutral[n], favor[f]], np.float32)


def temperature(scored: Scored) -> float:
    """The temperature, of 0.5, 0.51 … 3, under which the true labels are likeliest (Guo et al., ICML 2017)."""
    x = torch.tensor(np.concatenate([logits for logits, _ in scored]))
    y = torch.tensor(np.concatenate([truth for _, truth in scored]))
    return min((step / 100 for step in range(50, 301)), key=lambda t: float(F.cross_entropy(x / t, y)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint with its shift; prints the temperature")
    parser.add_argument("--shift", type=float, nargs=2, metavar=("NEUTRAL", "FAVOR"), help="this shift instead of a fitted one")
    options = parser.parse_args()
    model = StanceModel.load(options.model)
    set_rounding(model, True)
    scored: Scored = []
    for corpus in train.dev_sets(options.data, model.pieces).values():
        logits, origin = train.predict(model, corpus)
        scored.append((logits, train.truth(corpus, origin)))
    shift = shifted(scored) if options.shift is None else np.array([0, *options.shift], np.float32)
    with torch.no_grad():
        model.head.label.bias += torch.tensor(shift)
    model.save(options.out)
    print(temperature([(logits + shift, truth) for logits, truth in scored]))


if __name__ == "__main__":
    main()
