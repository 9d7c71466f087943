"""Fine-tunes one model on labelled sentences."""

from __future__ import annotations

import argparse
import copy
import json
import platform
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

import data
import pretrained
import vocabulary
from batches import Batch, Corpus
from encoder import Encoder, EncoderShape
from evaluate import macro_f1
from model import StanceModel
from quantize import set_rounding
from tokens import WordPieces


@dataclass(frozen=True)
class Recipe:
    """How a model is trained. The rate rises over the first part of the steps, then falls to `last_rate` of its height."""

    epochs: float
    rate: float
    head_rate: float = 3e-4
    warmup: float = 0.06
    last_rate: float = 0.0
    smoothing: float = 0.05
    decay: float = 0.01
    tokens: int = 1536
    #: The share of steps at the end whose weights are averaged, and that compute with rounded weights.
    averaged: float = 0.4
    rounded: float = 0.4
    #: The word and position tables and so many of the first layers stay as they are.
    frozen: int = 0
    seed: int = 1


Loss = Callable[[StanceModel, Batch], Tensor]
Log = Callable[[str], None]


def label_loss(smoothing: float) -> Loss:
    """Cross-entropy against smoothed labels."""

    def loss(model: StanceModel, batch: Batch) -> Tensor:
        labels = batch.label * (1 - smoothing) + smoothing / 3
        return -(labels * F.log_softmax(model(batch), dim=-1)).sum(dim=-1).mean()

    return loss


class Average:
    """The running mean of a model's weights (Izmailov et al., UAI 2018)."""

    def __init__(self, model: StanceModel) -> None:
        self.count = 0
        self.model = copy.deepcopy(model)

    @torch.no_grad()
    def add(self, model: StanceModel) -> None:
        self.count += 1
        for mean, now in zip(self.model.parameters(), model.parameters(), strict=True):
            mean.lerp_(now, 1 / self.count)


@torch.no_grad()
def predict(model: StanceModel, corpus: Corpus) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Logits [targets, 3], and which target each row is for."""
    model.eval()
    logits, origin = [], []
    for batch in corpus.batches(4096):
        logits.append(model(batch).numpy())
        origin += batch.origin
    return np.concatenate(logits), origin


def truth(corpus: Corpus, origin: list[tuple[int, int]]) -> np.ndarray:
    return np.array([np.argmax(corpus.examples[e].targets[t].label) for e, t in origin])


def score(model: StanceModel, corpora: dict[str, Corpus]) -> dict[str, float]:
    """Macro-F1 by name of corpus."""
    scores = {}
    for name, corpus in corpora.items():
        logits, origin = predict(model, corpus)
        scores[name] = round(macro_f1(truth(corpus, origin), logits.argmax(axis=1)), 2)
    return scores


def fit(
    model: StanceModel, corpus: Corpus, recipe: Recipe, loss: Loss, dev: dict[str, Corpus], log: Log, checkpoint: Path
) -> StanceModel:
    """Trains `model`, and gives back the average of its weights over the last steps."""
    shuffle = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    per_epoch = sum(1 for _ in corpus.batches(recipe.tokens, random.Random(recipe.seed)))
    steps = int(per_epoch * recipe.epochs)
    freeze(model, recipe.frozen)
    optimizer = optimizer_for(model, recipe)
    average = Average(model)
    began, step = time.time(), 0
    model.train()
    while step < steps:
        total, seen = 0.0, 0
        for batch in corpus.batches(recipe.tokens, shuffle):
            if step >= steps:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate_at(step / steps, recipe)
            if step == int(steps * (1 - recipe.rounded)):
                set_rounding(model, True)
            value = loss(model, batch)
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0, foreach=True)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step, total, seen = step + 1, total + float(value.detach()), seen + 1
            if step > steps * (1 - recipe.averaged) and step % 5 == 0:
                average.add(model)
            if step % 25 == 0:
                log(f"step {step}/{steps} loss {total / seen:.4f} {time.time() - began:.0f} s")
                model.save(checkpoint)
        log(f"after step {step}: {score(model, dev)} {time.time() - began:.0f} s")
        model.train()
    chosen = average.model if average.count else model
    set_rounding(chosen, True)
    log(f"averaged over {average.count}, rounded: {score(chosen, dev)}")
    return chosen


def rate_at(done: float, recipe: Recipe) -> float:
    if done < recipe.warmup:
        return done / recipe.warmup
    return 1 - (1 - recipe.last_rate) * (done - recipe.warmup) / (1 - recipe.warmup)


def freeze(model: StanceModel, layers: int) -> None:
    encoder = model.encoder
    for part in [encoder.word, encoder.position, encoder.norm, *encoder.layers[:layers]] if layers else []:
        part.requires_grad_(False)


def optimizer_for(model: StanceModel, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW; no decay for norms and biases, a higher rate for the head, which starts from nothing."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        groups.setdefault((name.startswith("head"), parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": 0.0,
                "peak": recipe.head_rate if head else recipe.rate,
                "weight_decay": recipe.decay if matrix else 0.0,
            }
            for (head, matrix), parameters in groups.items()
        ],
        fused=True,
    )


def dev_sets(folder: Path, pieces: WordPieces) -> dict[str, Corpus]:
    return {
        name: Corpus(data.newsmtsc_as_published(folder / "newsmtsc" / f"{name}-dev.jsonl"), pieces) for name in ("rw", "mt")
    }


def training_examples(folder: Path, sentences: Path, files: Sequence[str] = ("*",)) -> list[data.Example]:
    """NewsMTSC's train split less what is in its dev splits, and the project's sentences from `files`, patterns of names."""
    known = {
        example.text
        for name in ("rw", "mt")
        for example in data.newsmtsc_as_published(folder / "newsmtsc" / f"{name}-dev.jsonl")
    }
    examples = [e for e in data.newsmtsc(folder / "newsmtsc" / "train.jsonl") if e.text not in known]
    examples += written_examples(sentences, held_back=False, files=files)
    return examples


def untrained(folder: Path, head: str, examples: list[data.Example]) -> StanceModel:
    """The published encoder in `folder`, with the word pieces that `examples` use or that are frequent, and a new head."""
    architecture = EncoderShape.read(folder).architecture
    whole = WordPieces.read(folder / "vocab.txt", architecture)
    used = {piece for example in examples for piece in whole.encode(example.text, limit=100_000).ids}
    rows = vocabulary.kept(whole.vocabulary, architecture, used)
    return StanceModel(Encoder.load(folder, rows), head, [whole.vocabulary[row] for row in rows])


def written_examples(folder: Path, held_back: bool, files: Sequence[str] = ("*",)) -> list[data.Example]:
    found = {f for pattern in files for f in folder.glob(f"{pattern}.txt")}
    chosen = sorted(f for f in found if f.name.startswith("held-back") == held_back)
    return [example for file in chosen for example in data.written(file)]


def logger(path: Path) -> Log:
    def log(text: str) -> None:
        line = f"{time.strftime('%H:%M:%S')} {text}"
        print(line, flush=True)
        with path.open("a") as file:
            file.write(line + "\n")

    return log


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=("small", "base"), required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--files", nargs="+", default=["*"], help="which of the project's sentences, such as 'e-*'")
    parser.add_argument("--head", choices=("pooled", "asked"), required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--recipe", type=json.loads, default={}, help="fields of Recipe as JSON")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    recipe = Recipe(**{"epochs": 2, "rate": 3e-5} | options.recipe)
    torch.manual_seed(1)  # the head begins alike in all runs, so that their weights can be averaged
    torch.set_num_threads(options.threads)
    log = logger(options.out.with_suffix(".log"))
    log(f"{vars(options)} {recipe} torch {torch.__version__} {platform.processor() or platform.machine()}")

    examples = training_examples(options.data, options.sentences, options.files)
    if options.start:
        model = StanceModel.load(options.start)
    else:
        model = untrained(pretrained.fetch(options.model, options.pretrained), options.head, examples)
    pieces = model.pieces
    corpus = Corpus(examples, pieces, limit=160)
    dev = dev_sets(options.data, pieces)
    dev["held-back"] = Corpus(written_examples(options.sentences, held_back=True), pieces)
    log(f"{len(examples)} sentences, {sum(len(e.targets) for e in examples)} targets")
    loss = label_loss(recipe.smoothing)
    fit(model, corpus, recipe, loss, dev, log, options.out.with_suffix(".now.pt")).save(options.out)


if __name__ == "__main__":
    main()
