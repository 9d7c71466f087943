"""Makes a stance model of random weights, in the shapes of `small` or `base`, where there is no trained one to measure.

usage: random_model.py small|base FOLDER [--head pooled|asked] [--vocabulary TOKENS.txt]
"""

import argparse
from pathlib import Path

import numpy as np

import model_file

SHAPES = {
    "small": {"architecture": "bert", "layers": 6, "hidden": 384, "heads": 12, "intermediate": 1536, "positions": 512},
    "base": {"architecture": "mpnet", "layers": 12, "hidden": 768, "heads": 12, "intermediate": 3072, "positions": 512},
}


def words(special, count):
    """A vocabulary: the special tokens, all printable ASCII, and pieces of two and three letters."""
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    marks = [chr(c) for c in range(33, 127) if not chr(c).isupper()] + ["\u2019", "\u201c", "\u201d", "\u2014"]
    pieces = special + marks + ["##" + c for c in letters + "0123456789"]
    pairs = [a + b for a in letters for b in letters]
    pieces += pairs + ["##" + p for p in pairs]
    for a in letters:
        for pair in pairs:
            if len(pieces) >= count - 1:
                return pieces
            pieces += [a + pair, "##" + a + pair]
    return pieces


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=SHAPES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--head", choices=["pooled", "asked"], default="asked")
    parser.add_argument("--context", choices=["none", "previous"], default="previous")
    parser.add_argument("--vocabulary", type=Path)
    options = parser.parse_args()
    shape = SHAPES[options.name]
    rng = np.random.default_rng(7)
    hidden, inner, heads = shape["hidden"], shape["intermediate"], shape["heads"]
    is_mpnet = shape["architecture"] == "mpnet"
    special = {"cls": "<s>", "pad": "<pad>", "sep": "</s>", "unk": "[UNK]"} if is_mpnet else {
        "pad": "[PAD]", "unk": "[UNK]", "cls": "[CLS]", "sep": "[SEP]"}
    vocabulary = options.vocabulary.read_text().split("\n") if options.vocabulary else words(list(special.values()), 30522)
    vocabulary = [token for token in vocabulary if token]

    def floats(*size, scale=1.0):
        return (rng.standard_normal(size) * scale).astype(np.float32)

    def put(tensors, name, rows, columns):
        tensors[f"{name}.weight"] = rng.integers(1, 128, (rows, columns), np.uint8)
        # Standard deviation of a byte is 36.7: a row's sum keeps the size of what goes in.
        tensors[f"{name}.scale"] = np.full(rows, 1.5 / 36.7 / columns**0.5, np.float32) * rng.uniform(0.8, 1.2, rows).astype(np.float32)
        tensors[f"{name}.bias"] = floats(rows, scale=0.05)

    def norm(tensors, name):
        tensors[f"{name}.weight"] = (1 + floats(hidden, scale=0.1)).astype(np.float32)
        tensors[f"{name}.bias"] = floats(hidden, scale=0.1)

    first, second = {}, {}
    put(first, "embedding.word", len(vocabulary), hidden)
    first["embedding.word"] = first.pop("embedding.word.weight")
    del first["embedding.word.bias"]
    first["embedding.position"] = floats(shape["positions"], hidden, scale=0.3)
    if not is_mpnet:
        first["embedding.type"] = floats(hidden, scale=0.1)
    else:
        first["relative_bias"] = floats(32, heads, scale=0.5)
    norm(first, "embedding.norm")
    for layer in range(shape["layers"]):
        for part in ("query", "key", "value", "output"):
            put(second, f"layer.{layer}.attention.{part}", hidden, hidden)
        norm(second, f"layer.{layer}.attention.norm")
        put(second, f"layer.{layer}.feedforward.in", inner, hidden)
        put(second, f"layer.{layer}.feedforward.out", hidden, inner)
        norm(second, f"layer.{layer}.feedforward.norm")
    parts = 3
    if options.head == "asked":
        parts = 4
        for part in ("query", "key", "value"):
            first[f"head.{part}.weight"] = floats(hidden, hidden, scale=hidden**-0.5)
            first[f"head.{part}.bias"] = floats(hidden, scale=0.1)
    first["head.dense.weight"] = floats(hidden, parts * hidden, scale=(parts * hidden) ** -0.5)
    first["head.dense.bias"] = floats(hidden, scale=0.1)
    first["head.label.weight"] = floats(3, hidden, scale=3 * hidden**-0.5)
    first["head.label.bias"] = floats(3, scale=0.1)
    first["vocabulary"] = np.frombuffer("\n".join(vocabulary).encode() + b"\n", np.uint8)

    metadata = {
        "format": "standpoint/stance/1", "name": options.name, "version": "random", "norm_epsilon": "1e-05" if is_mpnet else "1e-12",
        "max_tokens": "256", "head": options.head, "context": options.context, "labels": "against,neutral,favor",
        "temperature": "1.3", "lowercase": "true", **special,
        **{key: str(shape[key]) for key in ("architecture", "layers", "hidden", "heads", "intermediate")},
    }
    options.folder.mkdir(parents=True, exist_ok=True)
    stem = options.folder / f"stance-{options.name}"
    if options.name == "small":
        model_file.write(f"{stem}.safetensors", {**metadata, "shard": "1/1"}, {**second, **first})
    else:
        model_file.write(f"{stem}-00001-of-00002.safetensors", {**metadata, "shard": "1/2"}, first)
        model_file.write(f"{stem}-00002-of-00002.safetensors", {**metadata, "shard": "2/2"}, second)


if __name__ == "__main__":
    main()
