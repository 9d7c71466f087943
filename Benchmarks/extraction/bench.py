#!/usr/bin/env python3
"""Measures our extraction and others on the same pages with the same scorer, one after the other, each on one thread.

usage: bench.py --standpoint PROGRAM --data GOLD.jsonl [--work FOLDER] [--only NAME]...
GOLD is what `standpoint evaluate extract` reads; its pages may be compressed (.gz). Speed is pages a second of processor
time, of the fastest of three passes (one, for what takes longer than 20 s), from a page in memory to the body and, where
there is one, the head. "pasted" is the whole visible text of each page, as lxml gives it, read as plain text.
"""
import argparse
import gzip
import importlib.metadata
import json
import logging
import pathlib
import subprocess
import sys
import time

import lxml.etree
import lxml.html
import peers

FIGURES = [
    ("body F1", "shingle_f1"), ("precision", "shingle_precision"), ("recall", "shingle_recall"),
    ("paragraph F1", "paragraph_f1"), ("captions", "captions_kept"), ("title", "title_exact"),
    ("authors", "authors_exact"), ("subtitle", "subtitle_exact"), ("date", "date_same_day"),
]
HIDDEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea", "video", "audio", "object"}
APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre", "figure"}
INLINE = {"a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "label", "mark", "q", "s", "small", "span", "strong", "sub",
          "sup", "time", "u", "input", "button"}


def read(gold):
    folder = pathlib.Path(gold).parent
    for line in open(gold, encoding="utf-8"):
        if not line.strip():
            continue
        page = json.loads(line)
        if "<" not in page["html"]:
            path = next(p for p in (folder / page["html"], folder.parent / page["html"]) if p.exists())
            raw = path.read_bytes()
            page["html"] = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")
        yield page


def visible(html):
    """The text that a reader sees and copies: blocks on lines of their own, paragraphs apart by blank lines."""
    tree = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    out = []

    def walk(element):
        name = element.tag if isinstance(element.tag, str) else None
        hides = "display:none" in (element.get("style") or "").replace(" ", "") if name else True
        if name is None or name in HIDDEN or hides or element.get("hidden") is not None:
            return
        gap = "\n\n" if name in APART else "" if name in INLINE else "\n"
        if name == "br":
            gap = "\n"
        if gap:
            out.append(gap)
        text(element.text)
        for child in element:
            walk(child)
            text(child.tail)
        if gap and name != "br":
            out.append(gap)

    def text(value):
        if value:
            words = " ".join(value.split())
            before = " " if value[:1].isspace() else ""
            after = " " if value[-1:].isspace() and words else ""
            out.append(before + words + after)

    sys.setrecursionlimit(20_000)
    body = tree.find("body")
    walk(body if body is not None else tree)
    lines = [" ".join(line.split()) for line in "".join(out).split("\n")]
    kept = []
    for line in lines:
        if line or kept and kept[-1]:
            kept.append(line)
    return "\n".join(kept)


def write(path, objects):
    with open(path, "w", encoding="utf-8") as file:
        for value in objects:
            file.write(json.dumps(value) + "\n")
    return str(path)


def score(program, gold, *flags):
    output = subprocess.run(
        [program, "evaluate", "extract", "--format", "json", *flags, gold], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    return {name: value["value"] if isinstance(value, dict) else value for name, value in json.loads(output).items()}


def predictions(extract, pages):
    found, fastest = [], float("inf")
    for _ in range(3):
        start, found = time.thread_time(), []
        for page in pages:
            try:
                found.append(extract(page["html"]))
            except Exception:  # A page that a tool fails on is a page that it finds nothing on.
                found.append({})
        took = time.thread_time() - start
        fastest = min(fastest, took)
        if took > 20:
            break
    return found, len(pages) / fastest


def row(name, figures, speed):
    cells = [f"{100 * figures[key]:.1f}" if figures.get(key) is not None else "–" for _, key in FIGURES]
    return [name, *cells, speed]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", default=".")
    parser.add_argument("--only", action="append")
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    work = pathlib.Path(args.work)
    pages = list(read(args.data))
    gold = write(work / "gold.jsonl", pages)
    pasted = write(work / "pasted.jsonl", [{**page, "html": visible(page["html"])} for page in pages])
    figures = score(args.standpoint, gold, "--passes", "5")
    rows = [row("standpoint", figures, f"{figures['pages_per_second']:.0f}")]
    for name, (package, make) in peers.PEERS.items():
        if args.only and name not in args.only:
            continue
        found, speed = predictions(make(), pages)
        path = write(work / "predictions.jsonl", found)
        version = importlib.metadata.version(package)
        rows.append(row(f"{name} ({version})", score(args.standpoint, gold, "--predictions", path), f"{speed:.0f}"))
    rows.append(row("standpoint, pasted", score(args.standpoint, pasted, "--type", "text/plain"), ""))
    head = ["%", *[name for name, _ in FIGURES], "pages/s"]
    widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
    for line in [head, *rows]:
        print("  ".join(cell.ljust(width) if not index else cell.rjust(width) for index, (cell, width) in enumerate(zip(line, widths))))


if __name__ == "__main__":
    main()
