#!/usr/bin/env python3
"""Tells how often sentences that end without a mark are missed: with the kinds of blocks from ingest, and without them.

usage: blocks.py --standpoint PROGRAM GOLD.jsonl...
GOLD is JSON Lines {"id","text","sentences":[{"start","end"}]}, spans in code points, a line a block. Ingest gives
headings, list items, captions and paragraphs as blocks of their own, and no sentence crosses a block: that is, each line is
cut by itself. Without kinds, the same lines stand one behind another, with a space between.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

MARKS = ".!?…‽。！？"
CLOSERS = "\"'”’»)]}›*_"


def unmarked_ends(document):
    """The ends without a mark, each with whether the end of a line is there; the last of the text is not counted."""
    text, found = document["text"], []
    for span in document["sentences"]:
        rest = text[span["end"]:]
        if text[span["start"]:span["end"]].rstrip(CLOSERS + " ")[-1:] in MARKS or not rest.strip():
            continue
        found.append((span["end"], "\n" in rest[:len(rest) - len(rest.lstrip())]))
    return found


def ends(program, documents):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps({"id": document["id"], "text": document["text"]}) + "\n")
        file.flush()
        output = subprocess.run([program, "segment", file.name], check=True, capture_output=True, text=True).stdout
    return [{span["end"] for span in json.loads(line)["sentences"]} for line in output.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("files", nargs="+", metavar="GOLD.jsonl")
    arguments = parser.parse_args()
    print(f"{'ends of sentences without a mark':<36}{'':>8}{'missed with':>14}{'without':>10}")
    for path in arguments.files:
        with open(path, encoding="utf-8") as lines:
            documents = [json.loads(line) for line in lines if line.strip()]
        flat = [dict(document, text=document["text"].replace("\n", " ")) for document in documents]
        count = inner = missed = missed_flat = missed_inner = 0
        found = zip(documents, ends(arguments.standpoint, documents), ends(arguments.standpoint, flat), strict=True)
        for document, with_kinds, without in found:
            for end, is_line_end in unmarked_ends(document):
                count += 1
                missed += end not in with_kinds
                missed_flat += end not in without
                if not is_line_end:
                    inner += 1
                    missed_inner += end not in with_kinds
        if not count:
            sys.exit(f"{path}: no sentence ends without a mark; blocks.py needs text that has some")
        print(f"{os.path.basename(path):<36}{count:>8}{missed / count:>14.1%}{missed_flat / count:>10.1%}")
        if inner:
            print(f"{'  inside of a line':<36}{inner:>8}{missed_inner / inner:>14.1%}")


if __name__ == "__main__":
    main()
