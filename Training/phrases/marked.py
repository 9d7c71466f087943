#!/usr/bin/env python3
"""Writes the project's marked sentences as JSON Lines {"text","targets":[{"start","end","label"}]}.

usage: marked.py PATTERN...   names of files in Training/stance/sentences, without ending, such as 'op-*'
"""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "stance"))
import data  # noqa: E402

LABELS = ("against", "neutral", "favor")

folder = Path(__file__).parents[1] / "stance" / "sentences"
for file in sorted({f for pattern in sys.argv[1:] for f in folder.glob(f"{pattern}.txt")}):
    for example in data.written(file):
        targets = [{"start": t.start, "end": t.end, "label": LABELS[t.label.index(1.0)]} for t in example.targets]
        print(json.dumps({"text": example.text, "targets": targets}, ensure_ascii=False))
