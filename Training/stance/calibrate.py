"""Fits a temperature and a shift of the labels to development data, by likelihood (vector scaling; Guo et al., ICML 2017)."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import train
from evaluate import calibration_error, macro_f1
from model import StanceModel
from quantize import set_rounding


def fitted(logits: np.ndarray, truth: np.ndarray) -> tuple[float, np.ndarray]:
    """The temperature, and what to add to the logits before they are divided by it (its mean is 0)."""
    inverse, shift = torch.ones(1, requires_grad=True), torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.LBFGS([inverse, shift], max_iter=200)
    x, y = torch.tensor(logits), torch.tensor(truth)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        # The penalty keeps the shift small where the data say little.
        loss = F.cross_entropy((x + shift - shift.mean()) * inverse, y) + 0.01 * shift.square().sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    moved = shift.detach() - shift.detach().mean()
    return float(1 / inverse.detach()), moved.numpy()


def calibrate(model: StanceModel, dev: dict[str, train.Corpus], log: train.Log) -> float:
    """Adds the shift to the head's bias and returns the temperature."""
    set_rounding(model, True)
    parts = [(name, *train.predict(model, corpus)) for name, corpus in dev.items()]
    logits = np.concatenate([found for _, found, _ in parts])
    truth = np.concatenate([train.truth(dev[name], origin) for name, _, origin in parts])
    temperature, shift = fitted(logits, truth)
    with torch.no_grad():
        model.head.label.bias += torch.tensor(shift)
    for name, found, origin in parts:
        gold = train.truth(dev[name], origin)
        after = F.softmax(torch.tensor((found + shift) / temperature), dim=-1).numpy()
        before = F.softmax(torch.tensor(found), dim=-1).numpy()
        log(
            f"{name}: macro-F1 {macro_f1(gold, before.argmax(1)):.2f} -> {macro_f1(gold, after.argmax(1)):.2f}, "
            f"calibration error {calibration_error(gold, before):.3f} -> {calibration_error(gold, after):.3f}"
        )
    log(f"temperature {temperature:.3f}, shift {shift.round(3).tolist()}")
    return temperature


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint with its shift; the temperature beside it")
    options = parser.parse_args()
    model = StanceModel.load(options.model)
    temperature = calibrate(model, train.dev_sets(options.data, model.pieces), print)
    model.save(options.out)
    options.out.with_suffix(".temperature").write_text(f"{temperature:.4f}\n")


if __name__ == "__main__":
    main()
