"""Compares the program's answers with the reference in numpy, and its pieces with Hugging Face's. See scripts/parity-stance."""

import argparse
import json
import random
import subprocess
import unicodedata

import numpy as np

import exact
import model_file
import sentences

TOLERANCE = 0.01


def odd_strings(texts, count, seed=1):
    """Texts, parts of them with their case and marks changed, and strings of any code points."""
    rng = random.Random(seed)
    blocks = [(0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x530), (0x590, 0x700), (0x900, 0xE80), (0x1E00, 0x2070),
              (0x2070, 0x2E00), (0x3000, 0x3100), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFB00), (0xFE00, 0xFFFD),
              (0x1F300, 0x1FA00), (0x20000, 0x2A6D0), (0, 0x20)]
    strings = list(texts[: count // 3])
    while len(strings) < count:
        text = rng.choice(texts)
        kind = rng.randrange(4)
        if kind == 0:
            text = text.upper()
        elif kind == 1:
            text = unicodedata.normalize(rng.choice(["NFC", "NFD", "NFKC", "NFKD"]), text)
        elif kind == 2:
            text = "".join(c + chr(rng.randrange(*rng.choice(blocks))) if rng.random() < 0.1 else c for c in text)
        else:
            text = "".join(chr(rng.randrange(*rng.choice(blocks))) for _ in range(rng.randrange(1, 60)))
        strings.append(text)
    return strings


def run(standpoint, model, lines, *flags):
    text = "".join(json.dumps({"id": k, **line}) + "\n" for k, line in enumerate(lines))
    command = [standpoint, "score", "--model", str(model), *flags]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def pieces(standpoint, model, texts):
    """How many strings are cut differently."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    metadata, tensors = model_file.read(model)
    vocabulary = {token: k for k, token in enumerate(tensors["vocabulary"].tobytes().decode().splitlines())}
    theirs = Tokenizer(models.WordPiece(vocabulary, unk_token=metadata["unk"], max_input_chars_per_word=100))
    theirs.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
    theirs.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    strings = odd_strings(texts, 10_000)
    ours = run(standpoint, model, [{"text": text, "targets": []} for text in strings], "--pieces")
    wrong = 0
    for text, line in zip(strings, ours):
        expected = theirs.encode(text, add_special_tokens=False).ids
        if line["pieces"] != expected:
            wrong += 1
            if wrong <= 5:
                print(f"  {text!r}\n    ours   {line['pieces'][:40]}\n    theirs {expected[:40]}")
    return len(strings), wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--model", action="append")
    parser.add_argument("--data")
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    lines = sentences.read(options.data)[: options.count]
    failed = False
    for model in sentences.models(options.model):
        count, wrong = pieces(options.standpoint, model, [line["text"] for line in lines])
        print(f"{model.name}: {wrong} of {count} strings are cut differently")
        failed |= wrong > 0
        shards = sorted(model.parent.glob(model.name.replace("-00001-of-", "-?????-of-")))
        reference = exact.Reference(shards)
        # Longer sentences are read in windows around their targets; the reference cuts them off.
        longest = int(reference.metadata["max_tokens"]) - 2
        read = run(options.standpoint, model, [{"text": line["text"], "targets": []} for line in lines], "--pieces")
        short = [line for line, answer in zip(lines, read) if len(answer["pieces"]) <= longest]
        asked = [{"text": line["text"], "targets": line["targets"]} for line in short]
        ours = run(options.standpoint, model, asked, "--batch", "32")
        differences = []
        for line, answer in zip(short, ours):
            spans = [(target["start"], target["end"]) for target in line["targets"]]
            if not spans:
                continue
            expected = reference.probabilities(line["text"], spans)
            found = [[s["probabilities"][k] for k in ("against", "neutral", "favor")] for s in answer["stances"]]
            differences.append(np.abs(np.array(found) - expected).max())
        worst, middle = max(differences), float(np.median(differences))
        over = sum(d > TOLERANCE for d in differences)
        print(f"{model.name}: {len(differences)} sentences, largest difference {worst:.2g}, median {middle:.2g},"
              f" {over} above {TOLERANCE}")
        failed |= over > 0
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
