"""What a teacher says of all targets the small model is to learn from: logits [targets, 3], in the order of augment.lessons."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

import augment
import train
from batches import Corpus
from model import StanceModel


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--files", nargs="+", default=["*"], help="which of the project's sentences, as in train.py")
    parser.add_argument("--teacher", type=Path, required=True, help="a checkpoint of train.py")
    parser.add_argument("--no-copies", action="store_true", help="no copies of sentences with other names")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True, help="an .npy file")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    examples = augment.lessons(
        train.training_examples(options.data, options.sentences, options.files), renamed=not options.no_copies
    )
    teacher = StanceModel.load(options.teacher)
    logits, origin = train.predict(teacher, Corpus(examples, teacher.pieces))
    found = {place: row for place, row in zip(origin, logits, strict=True)}
    nothing = np.zeros(3, np.float32)
    places = [(n, k) for n, example in enumerate(examples) for k in range(len(example.targets))]
    np.save(options.out, np.array([found.get(place, nothing) for place in places], np.float32))
    print(f"{options.out}: {len(places)} targets of {len(examples)} sentences")


if __name__ == "__main__":
    main()
