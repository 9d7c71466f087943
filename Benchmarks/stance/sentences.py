"""Sentences with targets, as JSON Lines {"text","targets":[{"start","end"}]}, for measuring."""

import json
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARK = r"\{([^{}=]+)=[anf]\}"


def read(path=None):
    """The lines of a file; without one, the sentences written for the training of the models, in an order of chance."""
    if path:
        return [json.loads(line) for line in Path(path).read_text().splitlines() if line.strip()]
    lines = []
    for file in sorted((ROOT / "Training" / "stance" / "sentences").glob("*.txt")):
        lines += [marked(line) for line in file.read_text().splitlines() if re.search(MARK, line) and line[0] not in "#<"]
    random.Random(1).shuffle(lines)
    return lines


def marked(line):
    """A sentence in which targets are marked, such as "The {summit=a} was a gift to {Kim=n}." """
    text, targets, done = "", [], 0
    for mark in re.finditer(MARK, line):
        text += line[done : mark.start()]
        targets.append({"start": len(text), "end": len(text) + len(mark[1])})
        text += mark[1]
        done = mark.end()
    return {"text": text + line[done:], "targets": targets}


def models(names):
    """The first file of each model: by name in config/models or $STANDPOINT_MODELS, or by path."""
    import os

    folder = Path(os.environ.get("STANDPOINT_MODELS") or ROOT / "config" / "models")
    found = []
    for name in names or ["small", "base"]:
        paths = [Path(name)] if name.endswith(".safetensors") else sorted(folder.glob(f"stance-{name}*.safetensors"))
        if paths:
            found.append(paths[0])
        elif names:
            raise SystemExit(f"there is no model {name} in {folder}; put it there or set STANDPOINT_MODELS")
    if not found:
        raise SystemExit(f"there is no model in {folder}; Benchmarks/stance/random_model.py makes one of random weights")
    return found
