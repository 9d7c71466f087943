#!/usr/bin/env python3
"""Trains the model of the words that name what can be judged, and writes its weights as a Swift table. Needs numpy.

usage: weights.py --out FILE.swift --standpoint PROGRAM [--check DATA]... DATA...
DATA are JSON Lines {"text","targets":[{"start","end","label"}]}, spans in code points, with everything marked. The features of each
word come from `standpoint evaluate phrases --candidates`, so that there is one definition of them, in Swift.

The same data give the same weights (hashed_logistic.py).
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
import hashed_logistic  # noqa: E402

HEAD = "// Made by Training/phrases/train from Training/stance/sentences: do not edit.\n\n"
SPACE = 1 << 16  # TargetWordModel.space
OPENING = """extension TargetWordModel {
    static let english = Self(
"""
CAPITAL = re.compile(r"\b[A-Z]")


def labels(text, targets, candidates):
    """For each candidate 1 where it belongs to the noun of a mark and 0 where it is in none; None where a mark leaves it open: behind
    the noun ("the lawyers of the coast"), and before or in a name."""
    found = [0] * len(candidates)
    for target in targets:
        start, end = target["start"], target["end"]
        inside = [n for n, word in enumerate(candidates) if start <= word["start"] and word["end"] <= end]
        names = [m.start() + start for m in CAPITAL.finditer(text[start:end]) if m.start() + start > 0]
        starts = {candidates[n]["start"] for n in inside}
        last = max((place for place in names if place not in starts), default=-1)
        body = [n for n in inside if candidates[n]["start"] > last]
        for n in inside:
            found[n] = None
        for k, n in enumerate(body):
            if k > 0 and candidates[n]["position"] != candidates[body[k - 1]]["position"] + 1:
                break
            found[n] = 1
    return found


def read(paths, program):
    rows, goals = [], []
    for path in paths:
        output = subprocess.run([program, "evaluate", "phrases", "--candidates", path], check=True, capture_output=True).stdout
        with open(path, encoding="utf-8") as lines:
            for line, told in zip(lines, output.decode().splitlines(), strict=True):
                record, told = json.loads(line), json.loads(told)
                candidates = told["candidates"]
                before, members = -2, 0
                for word, label in zip(candidates, labels(record["text"], record["targets"], candidates), strict=True):
                    members = members if before == word["position"] - 1 else 0
                    if label is not None:
                        rows.append(word["features"] + [told["members"][min(members, 3)]])
                        goals.append(label)
                    before, members = word["position"], members + 1 if label else 0
    return np.array(rows), np.array(goals, float)


def report(name, data, codes):
    matrix, goals = data
    found = hashed_logistic.scores(matrix, codes) > 0
    right = (found & (goals > 0)).sum()
    print(f"{name}: {len(goals)} words, precision {right / max(found.sum(), 1):.3f}, recall {right / max(goals.sum(), 1):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--standpoint", required=True)
    parser.add_argument("--check", action="append", default=[], help="marked sentences that only show how good it is")
    parser.add_argument("--penalty", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=150)
    parser.add_argument("data", nargs="+")
    arguments = parser.parse_args()
    data = read(arguments.data, arguments.standpoint)
    weights = hashed_logistic.fit(data[0], 0, data[1], SPACE, arguments.penalty, arguments.rounds)
    codes = hashed_logistic.quantized(weights)
    hashed_logistic.write(arguments.out, HEAD, OPENING, codes)
    report("training", data, codes)
    for path in arguments.check:
        report(path, read([path], arguments.standpoint), codes)


if __name__ == "__main__":
    main()
