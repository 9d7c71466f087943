"""More to learn from than labelled targets: other phrases of each sentence, and sentences with other names."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from data import NO_LABEL, Example, Target

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


def lessons(labelled: list[Example], renamed: bool = True, more: int = 3, seed: int = 1) -> list[Example]:
    """All sentences and, where `renamed`, copies with other names of those with several targets; each with `more` targets that have
    no label."""
    chance = random.Random(seed)
    names = sorted({name for e in labelled for t in e.targets if is_name(name := e.text[t.start : t.end])})
    copies = [swapped(e, names, chance) for e in labelled if len(e.targets) > 1] if renamed else []
    return [more_targets(e, more, chance) for e in labelled + copies]
