"""WordPiece as BERT has it, and which tokens belong to a target."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

#: Special tokens of each architecture: padding, unknown, first, last.
SPECIAL = {"bert": ("[PAD]", "[UNK]", "[CLS]", "[SEP]"), "mpnet": ("<pad>", "[UNK]", "<s>", "</s>")}


@dataclass(frozen=True)
class Encoded:
    """A sentence as ids (with the special tokens) and the code point span of each (None for special ones)."""

    ids: list[int]
    spans: list[tuple[int, int] | None]

    def target(self, start: int, end: int) -> list[bool]:
        """The tokens whose spans overlap [start, end)."""
        return [span is not None and span[0] < end and span[1] > start for span in self.spans]


class WordPieces:
    """Hugging Face's WordPiece on a plain vocabulary. Words such as "[SEP]" in a text are text, not special tokens."""

    def __init__(self, vocabulary: list[str], architecture: str) -> None:
        self.vocabulary = vocabulary
        self.special = SPECIAL[architecture]
        index = {token: number for number, token in enumerate(vocabulary)}
        self.pad, self.unknown, self.first, self.last = (index[token] for token in self.special)
        self.tokenizer = Tokenizer(models.WordPiece(index, unk_token=self.special[1], max_input_chars_per_word=100))
        self.tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
        self.tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()

    @staticmethod
    def read(path: Path, architecture: str) -> WordPieces:
        return WordPieces(path.read_text(encoding="utf-8").rstrip("\n").split("\n"), architecture)

    def encode(self, text: str, around: tuple[int, int] | None = None, limit: int = 256) -> Encoded:
        """At most `limit` tokens; of longer sentences the part with the span `around` in its middle."""
        found = self.tokenizer.encode(text, add_special_tokens=False)
        ids, spans = found.ids, list(found.offsets)
        room = limit - 2
        if len(ids) > room:
            begin = 0
            if around is not None:
                hits = [n for n, (start, end) in enumerate(spans) if start < around[1] and end > around[0]]
                middle = (hits[0] + hits[-1]) // 2 if hits else 0
                begin = min(max(0, middle - room // 2), len(ids) - room)
            ids, spans = ids[begin : begin + room], spans[begin : begin + room]
        return Encoded([self.first, *ids, self.last], [None, *spans, None])
