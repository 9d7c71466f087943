"""Labelled sentences: NewsMTSC, and those written for this project."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

Label = tuple[float, float, float]
AGAINST, NEUTRAL, FAVOR = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
NO_LABEL = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Target:
    """A span of code points, and what the sentence expresses toward it: probabilities of against, neutral, favor."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True)
class Example:
    text: str
    targets: tuple[Target, ...]
    category: str = ""


class DataError(Exception):
    """A data file that is missing or not as expected; the message says which and what to do."""


def lines(path: Path) -> list[str]:
    if not path.is_file():
        raise DataError(f"{path} is missing: --data must name a folder with newsmtsc/train.jsonl and the like")
    return path.read_text(encoding="utf-8").splitlines()


def newsmtsc(path: Path) -> list[Example]:
    """NewsMTSC (Hamborg & Donnay, EACL 2021; MIT). The targets of one sentence are brought together."""
    polarity = {2.0: AGAINST, 4.0: NEUTRAL, 6.0: FAVOR}
    found: dict[str, dict[tuple[int, int], Target]] = {}
    for line in lines(path):
        record = json.loads(line)
        targets = found.setdefault(record["sentence_normalized"], {})
        for target in record["targets"]:
            span = (target["from"], target["to"])
            targets[span] = Target(*span, polarity[target["polarity"]])
    return [Example(text, tuple(targets.values()), "newsmtsc") for text, targets in found.items()]


def newsmtsc_as_published(path: Path) -> list[Example]:
    """All targets as they are counted in published figures, repeated ones too."""
    polarity = {2.0: AGAINST, 4.0: NEUTRAL, 6.0: FAVOR}
    examples = []
    for line in lines(path):
        record = json.loads(line)
        targets = tuple(Target(t["from"], t["to"], polarity[t["polarity"]]) for t in record["targets"])
        examples.append(Example(record["sentence_normalized"], targets, "newsmtsc"))
    return examples


MARK = re.compile(r"\{([^{}=]+)=([anf])\}")


def marked(line: str, category: str = "") -> Example:
    """Reads one line such as "The {summit=a} was a gift to {Kim=n}." """
    labels = {"a": AGAINST, "n": NEUTRAL, "f": FAVOR}
    text, targets, done = "", [], 0
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        targets.append(Target(len(text), len(text) + len(mark[1]), labels[mark[2]]))
        text += mark[1]
        done = mark.end()
    text += line[done:]
    if not targets or "{" in text or "}" in text:
        raise DataError(f"bad marks in {line!r}: write a target as {{name=a}}, with a, n or f")
    return Example(text, tuple(targets), category)


def written(path: Path) -> list[Example]:
    """Sentences written for this project: one a line, `## category` above them; a line with `<` is only context."""
    examples, category = [], ""
    for line in lines(path):
        if line.startswith("## "):
            category = line[3:].strip()
        elif line.strip() and not line.startswith("< "):
            examples.append(marked(line.strip(), category))
    return examples
