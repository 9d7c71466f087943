#!/usr/bin/env python3
"""Measures our segmenter and others on the same text, one after the other, each on one thread.

usage: bench.py --standpoint PROGRAM [--icu PROGRAM] [--data GOLD.jsonl]... [--bytes N] [--seed S] [--work FOLDER]
Without --data the text is made by news.py: 5 MB, document by document. Speed is that of the fastest of three passes
(one, for what takes longer than 5 s) over texts in memory, in megabytes of UTF-8 a second of processor time, so that
other work on the machine matters little. F1 is that of the ends of sentences inside lines; exact, the share of sentences
with both ends right, those at line breaks included; whole, the number of documents without an error.
"""
import argparse
import importlib.metadata
import json
import os
import pathlib
import subprocess
import sys
import time

import news
import peers


def measure(segment, texts):
    fastest, ends = float("inf"), []
    for _ in range(3):
        start = time.thread_time()
        ends = [segment(text) for text in texts]
        took = time.thread_time() - start
        fastest = min(fastest, took)
        if took > 5:
            break
    return ends, fastest


def ours(program, path, documents, *flags):
    output = subprocess.run([program, "segment", *flags, path], check=True, capture_output=True, text=True).stdout
    ends = [[span["end"] for span in json.loads(line)["sentences"]] for line in output.splitlines()]
    figures = subprocess.run(
        [program, "evaluate", "segment", "--passes", "5", "--format", "json", *flags, path],
        check=True, capture_output=True, text=True,
    ).stdout
    size = sum(len(document["text"].encode()) for document in documents)
    return ends, size / 1e6 / json.loads(figures)["megabytes_per_second"]


def icu(program, folder, texts):
    path = folder / "documents"
    with open(path, "wb") as file:
        for text in texts:
            data = text.encode()
            file.write(b"%d\n%b" % (len(data), data))
    *lines, seconds = subprocess.run([program, path, "3"], check=True, capture_output=True, text=True).stdout.splitlines()
    return [[int(end) for end in line.split()] for line in lines], float(seconds)


def places(text, ends):
    """Ends as the number of characters before them that are not white space; and the places of line breaks."""
    counts, total, breaks = [0], 0, set()
    for character in text:
        if character in "\n\r\u2028\u2029":
            breaks.add(total)
        total += not character.isspace()
        counts.append(total)
    return {counts[end] for end in ends} | {total} - {0}, breaks | {0, total}


def score(documents, found):
    right = added = missed = exact = sentences = whole = 0
    for document, ends in zip(documents, found, strict=True):
        gold, breaks = places(document["text"], [span["end"] for span in document["sentences"]])
        mine, _ = places(document["text"], ends)
        # A line break ends a sentence in this data, whatever the segmenter thinks of it.
        mine |= breaks - {0}
        right += len((gold & mine) - breaks)
        added += len(mine - gold - breaks)
        missed += len(gold - mine - breaks)
        starts = sorted(gold)
        pairs = set(zip([0] + starts, starts))
        mine_sorted = sorted(mine)
        exact += len(pairs & set(zip([0] + mine_sorted, mine_sorted)))
        sentences += len(pairs)
        whole += gold == mine
    return 2 * right / max(1, 2 * right + added + missed), exact / max(1, sentences), whole


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--icu")
    parser.add_argument("--data", action="append", default=[])
    parser.add_argument("--bytes", type=int, default=5_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", default=".")
    arguments = parser.parse_args()
    folder = pathlib.Path(arguments.work)
    if not arguments.data:
        path = folder / f"news-{arguments.bytes}-{arguments.seed}.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            for document in news.documents(arguments.bytes, arguments.seed):
                file.write(json.dumps(document, ensure_ascii=False) + "\n")
        arguments.data = [path]
    # Where an affinity is to be had, all that follows stays on one processor.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for path in arguments.data:
        compare(path, folder, arguments)


def compare(path, folder, arguments):
    with open(path, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    texts = [document["text"] for document in documents]
    size = sum(len(text.encode()) for text in texts)
    print(f"{path}: {len(texts)} documents, {size / 1e6:.2f} MB", flush=True)
    print(f"{'segmenter':<24}{'MB/s':>9}{'ours is':>10}{'inner F1':>10}{'exact':>8}{'whole':>7}")
    ends, reference = ours(arguments.standpoint, path, documents)
    row("Standpoint", size, reference, reference, score(documents, ends))
    ends, seconds = ours(arguments.standpoint, path, documents, "--rules-only")
    row("Standpoint, rules only", size, seconds, reference, score(documents, ends))
    if arguments.icu:
        ends, seconds = icu(arguments.icu, folder, texts)
        row("ICU", size, seconds, reference, score(documents, ends))
    for name, (package, load) in peers.ALL.items():
        try:
            segment = load()
        except ImportError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        ends, seconds = measure(segment, texts)
        row(f"{name} {importlib.metadata.version(package)}", size, seconds, reference, score(documents, ends))


def row(name, size, seconds, reference, scores):
    f1, exact, whole = scores
    print(
        f"{name:<24}{size / 1e6 / seconds:>9.2f}{seconds / reference:>9.1f}×{100 * f1:>10.2f}{100 * exact:>8.2f}{whole:>7}",
        flush=True,
    )


if __name__ == "__main__":
    main()
