"""Which word pieces a model keeps: BERT's vocabulary less what English newspapers do not need, so that files stay small."""

from __future__ import annotations

import unicodedata

from tokens import SPECIAL

KEPT = 26_500


def is_english(token: str) -> bool:
    """True for pieces of Latin letters, digits, punctuation and signs of money."""
    word = token.removeprefix("##")
    return all(ord(c) < 0x250 or unicodedata.category(c) in ("Pd", "Pi", "Pf", "Po", "Sc") for c in word)


def kept(vocabulary: list[str], architecture: str, used: set[int], count: int = KEPT) -> list[int]:
    """The ids to keep, ascending: special and `used` ones, then the first of the rest, since they stand in order of frequency."""
    special = set(SPECIAL[architecture])
    always = {n for n, token in enumerate(vocabulary) if token in special or n in used}
    rest = [
        n
        for n, token in enumerate(vocabulary)
        if n not in always and not token.startswith(("[unused", "<", "[MASK", "[PAD", "[CLS", "[SEP")) and is_english(token)
    ]
    return sorted(always | set(rest[: max(0, count - len(always))]))
