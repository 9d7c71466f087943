"""Sentences with targets, as JSON Lines {"text","targets":[{"start","end"}]}, for measuring."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read(path=None):
    """The lines of a file; without one, sentences of the samples, with runs of capitalised words as targets."""
    if path:
        return [json.loads(line) for line in Path(path).read_text().splitlines() if line.strip()]
    lines = []
    for sample in sorted((ROOT / "config" / "samples").glob("*.txt")):
        for text in re.split(r"(?<=[.!?”])\s+|\n+", sample.read_text()):
            names = [m for m in re.finditer(r"(?:[A-Z][a-zà-ÿ]+ ?){1,3}", text) if m.start() > 0]
            targets = [{"start": m.start(), "end": m.start() + len(m.group().rstrip())} for m in names]
            if targets:
                lines.append({"text": text, "targets": targets})
    return lines


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
