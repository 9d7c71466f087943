"""Teaches the small model what the base model says, on labelled sentences and on many more targets without labels."""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

import augment
import pretrained
import train
from batches import Batch, Corpus
from model import StanceModel


def distillation_loss(teacher: dict[tuple[int, int], np.ndarray], heat: float, gold: float, smoothing: float) -> train.Loss:
    """Cross-entropy against the teacher's probabilities at temperature `heat`, mixed with the labels' own where there are any."""

    def loss(model: StanceModel, batch: Batch) -> Tensor:
        logits = model(batch)
        goal = F.softmax(torch.tensor(np.array([teacher[place] for place in batch.origin])) / heat, dim=-1)
        soft = -(goal * F.log_softmax(logits / heat, dim=-1)).sum(dim=-1) * heat * heat
        labels = batch.label * (1 - smoothing) + smoothing / 3
        hard = -(labels * F.log_softmax(logits, dim=-1)).sum(dim=-1)
        known = batch.label.sum(dim=-1)
        share = gold * known
        return ((1 - share) * soft + share * hard).mean()

    return loss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--files", nargs="+", default=["*"], help="which of the project's sentences, as in train.py")
    parser.add_argument("--lessons", type=Path, required=True, nargs="+", help="files of lessons.py; their mean teaches")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--head", choices=("pooled", "asked"), default="asked")
    parser.add_argument("--heat", type=float, default=2.0, help="the temperature of the teacher's probabilities")
    parser.add_argument("--gold", type=float, default=0.3, help="the share of the labels where there are any")
    parser.add_argument("--recipe", type=json.loads, default={}, help="fields of train.Recipe as JSON")
    parser.add_argument("--no-copies", action="store_true", help="no copies of sentences with other names")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    recipe = train.Recipe(**{"epochs": 4, "rate": 1e-4} | options.recipe)
    torch.set_num_threads(options.threads)
    torch.manual_seed(recipe.seed)
    log = train.logger(options.out.with_suffix(".log"))
    log(f"{vars(options)} {recipe} torch {torch.__version__} {platform.machine()}")

    labelled = train.training_examples(options.data, options.sentences, options.files)
    examples = augment.lessons(labelled, renamed=not options.no_copies)
    places = [(n, k) for n, example in enumerate(examples) for k in range(len(example.targets))]
    said = np.mean([np.load(path) for path in options.lessons], axis=0)
    teacher = dict(zip(places, said, strict=True))

    if options.start:
        model = StanceModel.load(options.start)
    else:
        model = train.untrained(pretrained.fetch("small", options.pretrained), options.head, labelled)
    dev = train.dev_sets(options.data, model.pieces)
    dev["held-back"] = Corpus(train.written_examples(options.sentences, held_back=True), model.pieces)
    loss = distillation_loss(teacher, options.heat, options.gold, recipe.smoothing)
    corpus = Corpus(examples, model.pieces, limit=160)
    train.fit(model, corpus, recipe, loss, dev, log, options.out.with_suffix(".now.pt")).save(options.out)


if __name__ == "__main__":
    main()
