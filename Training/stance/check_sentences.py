"""Checks the sentences written for the stance model: marks, repetitions, and that none is both held back and trained on."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from data import DataError, written
from train import written_examples


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "sentences"
    faults = []
    for path in sorted(folder.glob("*.txt")):
        try:
            examples = written(path)
        except DataError as error:
            faults.append(f"{path.name}: {error}")
            continue
        labels = Counter("anf"[target.label.index(1.0)] for example in examples for target in example.targets)
        total = sum(labels.values())
        several = sum(len(example.targets) > 1 for example in examples)
        shares = ", ".join(f"{label} {100 * labels[label] / total:.0f}%" for label in "anf")
        print(f"{path.name:30} {len(examples):4} sentences, {total:4} targets ({shares}), {several} with several")
    if not faults:
        trained, held = (Counter(e.text for e in written_examples(folder, held_back=back)) for back in (False, True))
        faults += [f"twice: {text}" for text, count in (trained + held).items() if count > 1]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
