"""Macro-F1, calibration and intervals of a model's probabilities."""

from __future__ import annotations

import numpy as np


def f1_scores(truth: np.ndarray, guess: np.ndarray) -> np.ndarray:
    """F1 of each of the three labels."""
    hit = np.array([np.sum((truth == k) & (guess == k)) for k in range(3)])
    both = np.array([np.sum(truth == k) + np.sum(guess == k) for k in range(3)])
    return 2 * hit / np.maximum(both, 1)


def macro_f1(truth: np.ndarray, guess: np.ndarray) -> float:
    """The mean F1 of the labels that occur, times 100."""
    present = [k for k in range(3) if np.any(truth == k) or np.any(guess == k)]
    return 100 * float(np.mean(f1_scores(truth, guess)[present]))


def interval(truth: np.ndarray, guess: np.ndarray, rounds: int = 1000, seed: int = 1) -> tuple[float, float]:
    """The 95% interval of macro-F1 by bootstrap over targets."""
    random = np.random.default_rng(seed)
    drawn = (random.integers(0, len(truth), len(truth)) for _ in range(rounds))
    scores = [macro_f1(truth[d], guess[d]) for d in drawn]
    return float(np.percentile(scores, 2.5)), float(np.percentile(scores, 97.5))


def calibration_error(truth: np.ndarray, probability: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error of the likeliest label, in bins of like width (Naeini et al., AAAI 2015)."""
    sure, right = probability.max(axis=1), probability.argmax(axis=1) == truth
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(np.sum(right[place == b]) - np.sum(sure[place == b])) for b in range(bins)) / len(truth))
