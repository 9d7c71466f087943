"""Writes what the Swift code is tested against: ids of many strings, and probabilities of sentences of this project."""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import train
from reference import Reference

#: What tokenizers go wrong on: accents, marks, scripts, controls, long words, odd spaces.
ODD = [
    "", " ", "naïve café", "Ångström", "e\u0301", "\u0130stanbul", "ẞtraße", "ﬁne", "x\u200by", "tab\tand\u00a0space",
    "\u2028line", "a" * 101, "don’t", "U.S.-led", "3,000.50 €", "“scare” ‘quotes’", "[SEP] is text", "中文字", "日本語と한국어",
    "🙂 emoji 👩\u200d👧", "a\u0000b", "\ufffd", "##ing", "C++/C#", "Ω≈ç√∫", "١٢٣", "हिन्दी", "ไทย", "\u0345", "ǅ", "\U0001d54f",
    "—dash–and-hyphen", "\x7f\x80", "…",
]  # fmt: skip


def strings(sentences: list[str], count: int, seed: int = 1) -> list[str]:
    """Sentences as they are, and with pieces swapped, cut, cased and salted with odd characters; always the same."""
    chance = random.Random(seed)
    found = ODD + sentences
    while len(found) < count:
        text = chance.choice(sentences)
        start = chance.randrange(len(text))
        part = text[start : start + chance.randrange(1, 120)]
        change = chance.choice((str.upper, str.title, str.swapcase, lambda s: s[::-1], lambda s: s))
        at = chance.randrange(len(part) + 1)
        found.append(change(part[:at]) + chance.choice(ODD) + part[at:])
    return found[:count]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--name", choices=("small", "base"), required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--tokens", type=Path, help="write {text, ids} of 10,000 strings here")
    parser.add_argument("--parity", type=Path, help="write {text, start, end, probabilities} of 1,000 targets here")
    options = parser.parse_args()
    reference = Reference.read(options.weights, options.name)
    examples = train.written_examples(options.sentences, held_back=False)
    if options.tokens:
        with options.tokens.open("w") as file:
            for text in strings([e.text for e in examples], 10_000):
                ids = reference.pieces.encode(text, limit=100_000).ids
                file.write(json.dumps({"text": text, "ids": ids}, ensure_ascii=False) + "\n")
    if options.parity:
        random.Random(1).shuffle(examples)
        written = 0
        with options.parity.open("w") as file:
            for example in examples:
                spans = [(t.start, t.end) for t in example.targets][: 1000 - written]
                rows = reference.probabilities(example.text, spans) if spans else []
                for (start, end), row in zip(spans, rows, strict=True):
                    entry = {
                        "text": example.text,
                        "start": start,
                        "end": end,
                        "probabilities": [round(float(p), 6) for p in row],
                    }
                    file.write(json.dumps(entry, ensure_ascii=False) + "\n")
                    written += 1


if __name__ == "__main__":
    main()
