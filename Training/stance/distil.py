"""Teaches the small model what the base model says, on labelled sentences and on many more targets without labels."""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

import pretrained
import train
from batches import Batch, Corpus
from data import NO_LABEL, Example, Target
from model import StanceModel

#: Names and noun phrases as a plain pattern finds them: capitalised words, pronouns, a determiner with one or two words.
PHRASE = re.compile(
    r"\b(?:[A-Z][\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*){0,3}"
    r"|(?:he|she|they|it|him|her|them|we|I)\b"
    r"|(?:the|a|an|his|her|their|its|this|that|these|those|our)\s[a-z-]+(?:\s[a-z-]{4,})?)"
)


def more_targets(example: Example, count: int, random_source: random.Random) -> Example:
    """Adds up to `count` phrases that overlap no target yet, without labels."""
    taken = [(target.start, target.end) for target in example.targets]
    free = [m.span() for m in PHRASE.finditer(example.text) if all(m.end() <= s or m.start() >= e for s, e in taken)]
    random_source.shuffle(free)
    added = tuple(Target(start, end, NO_LABEL) for start, end in free[:count])
    return replace(example, targets=example.targets + added)


def is_name(text: str) -> bool:
    """True for capitalised words that are no pronoun or the like."""
    return (
        len(text) > 3 and text.istitle() and text.lower() not in {"they", "them", "this", "that", "their", "these", "those"}
    )


def swapped(example: Example, names: list[str], random_source: random.Random) -> Example:
    """The sentence with the names among its targets replaced by others, the same one always alike; all targets move along."""
    spans = sorted({(t.start, t.end) for t in example.targets if is_name(example.text[t.start : t.end])})
    kept = [s for k, s in enumerate(spans) if k == 0 or s[0] >= spans[k - 1][1]]
    chosen = {example.text[s:e]: random_source.choice(names) for s, e in kept}
    text, moved, done = "", {}, 0
    for start, end in kept:
        text += example.text[done:start]
        name = chosen[example.text[start:end]]
        moved[start] = (len(text), len(text) + len(name))
        text += name
        done = end
    text += example.text[done:]

    def place(position: int) -> int:
        shift = 0
        for start, end in kept:
            if end <= position:
                shift = moved[start][1] - end
        return position + shift

    targets = []
    for target in example.targets:
        if (target.start, target.end) in kept:
            start, end = moved[target.start]
        elif any(s < target.end and e > target.start for s, e in kept):
            continue
        else:
            start, end = place(target.start), place(target.end)
        targets.append(replace(target, start=start, end=end))
    return replace(example, text=text, targets=tuple(targets))


def taught(examples: list[Example], teacher: StanceModel, log: train.Log) -> list[tuple[Example, np.ndarray]]:
    """Each example with the teacher's logits, [its targets, 3]."""
    corpus = Corpus(examples, teacher.pieces)
    log(f"teacher reads {len(examples)} sentences, {sum(len(e.targets) for e in examples)} targets")
    logits, origin = train.predict(teacher, corpus)
    found = {place: row for place, row in zip(origin, logits, strict=True)}
    nothing = np.zeros(3, np.float32)
    return [
        (e, np.array([found.get((n, k), nothing) for k in range(len(e.targets))], np.float32).reshape(-1, 3))
        for n, e in enumerate(examples)
    ]


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
    parser.add_argument("--teacher", type=Path, required=True, nargs="+", help="checkpoints whose logits are averaged")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--head", choices=("pooled", "asked"), default="asked")
    parser.add_argument("--more", type=int, default=3, help="targets without label to add to a sentence")
    parser.add_argument("--swaps", type=int, default=1, help="copies, with other names, of sentences with several targets")
    parser.add_argument("--heat", type=float, default=2.0)
    parser.add_argument("--gold", type=float, default=0.3)
    parser.add_argument("--recipe", type=json.loads, default={})
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    recipe = train.Recipe(**{"epochs": 4, "rate": 1e-4} | options.recipe)
    torch.set_num_threads(options.threads)
    torch.manual_seed(recipe.seed)
    log = train.logger(options.out.with_suffix(".log"))
    log(f"{vars(options)} {recipe} torch {torch.__version__} {platform.machine()}")

    labelled = train.training_examples(options.data, options.sentences)
    chance = random.Random(recipe.seed)
    names = sorted({name for e in labelled for t in e.targets if is_name(name := e.text[t.start : t.end])})
    examples = [more_targets(e, options.more, chance) for e in labelled]
    for _ in range(options.swaps):
        examples += [more_targets(swapped(e, names, chance), options.more, chance) for e in labelled if len(e.targets) > 1]
    lessons = None
    for path in options.teacher:
        heard = taught(examples, StanceModel.load(path), log)
        lessons = (
            [row for _, row in heard] if lessons is None else [a + row for a, (_, row) in zip(lessons, heard, strict=True)]
        )
    teacher = {(n, k): row / len(options.teacher) for n, rows in enumerate(lessons) for k, row in enumerate(rows)}

    if options.start:
        model = StanceModel.load(options.start)
    else:
        model = train.untrained(pretrained.fetch("small", options.pretrained), options.head, labelled)
    dev = train.dev_sets(options.data, model.pieces)
    dev["held-back"] = Corpus(train.written_examples(options.sentences, held_back=True), model.pieces)
    corpus = Corpus(examples, model.pieces, limit=160)
    loss = distillation_loss(teacher, options.heat, options.gold, recipe.smoothing)
    train.fit(model, corpus, recipe, loss, dev, log, options.out.with_suffix(".now.pt")).save(options.out)


if __name__ == "__main__":
    main()
