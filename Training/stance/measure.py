"""Measures a model file with the exact arithmetic of inference (reference.py): the figures of docs/model-card.md."""

from __future__ import annotations

import argparse
import platform
import time
from pathlib import Path

import numpy as np

import data
from evaluate import calibration_error, f1_scores, interval, macro_f1
from reference import Reference

Judged = tuple[str, int, np.ndarray]  # category, label, probabilities


def judged(reference: Reference, examples: list[data.Example]) -> list[Judged]:
    found: list[Judged] = []
    for example in examples:
        spans = [(target.start, target.end) for target in example.targets]
        for target, row in zip(example.targets, reference.probabilities(example.text, spans), strict=True):
            found.append((example.category, int(np.argmax(target.label)), row))
    return found


def report(name: str, rows: list[Judged]) -> str:
    truth = np.array([label for _, label, _ in rows])
    probability = np.array([row for _, _, row in rows])
    guess = probability.argmax(axis=1)
    low, high = interval(truth, guess)
    each = " / ".join(f"{100 * score:.1f}" for score in f1_scores(truth, guess))
    return (
        f"{name:28} {len(rows):5} {macro_f1(truth, guess):5.1f} [{low:.1f}, {high:.1f}]  {each}  "
        f"accuracy {100 * np.mean(truth == guess):.1f}  calibration error {calibration_error(truth, probability):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="the folder with stance-NAME*.safetensors")
    parser.add_argument("--name", choices=("small", "base"), required=True)
    parser.add_argument("--data", type=Path, help="a folder with newsmtsc/rw-dev.jsonl and mt-dev.jsonl")
    parser.add_argument("--sentences", type=Path, help="the folder with held-back-*.txt")
    options = parser.parse_args()
    reference = Reference.read(options.weights, options.name)
    began = time.time()
    print(f"{options.name}: targets, macro-F1 [95% interval], F1 against / neutral / favor")
    if options.data:
        for split in ("rw", "mt"):
            path = options.data / "newsmtsc" / f"{split}-dev.jsonl"
            print(report(f"NewsMTSC {split}-dev", judged(reference, data.newsmtsc_as_published(path))), flush=True)
    if options.sentences:
        files = sorted(options.sentences.glob("held-back-*.txt"))
        rows = judged(reference, [example for file in files for example in data.written(file)])
        print(report("held back, all", rows))
        for category in sorted({row[0] for row in rows}):
            print(report(f"  {category}", [row for row in rows if row[0] == category]))
    print(f"{time.time() - began:.0f} s on {platform.machine()}, numpy {np.__version__}")


if __name__ == "__main__":
    main()
