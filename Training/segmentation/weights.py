#!/usr/bin/env python3
"""Trains the model of uncertain sentence ends, and writes its weights as a Swift table. Needs numpy.

usage: weights.py --out FILE.swift --standpoint PROGRAM [--check DATA]... DATA...
DATA are JSON Lines {"id","text","sentences":[{"start","end"}]}, spans in code points. The features of each place come
from `standpoint segment --candidates`, so that there is one definition of them, in Swift.

The model is a logistic regression on hashed features with the rule's verdict as a fixed prior, so that the weights
only say where the rules err. It is fitted by full-batch gradient descent with Adagrad steps and an L2 penalty: no
chance is involved, and the same data give the same weights.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
import hashed_logistic  # noqa: E402

HEAD = """// Made by Training/segmentation/train from UD English EWT (train) and MASC: do not edit.
// CC BY-SA 4.0, as EWT is; see docs/segmentation.md.

"""
SPACE = 1 << 15  # FeatureList.space
OPENING = """extension LanguageRules {
    static let englishModel = BoundaryModel(
"""


def places(text, sentences):
    """The ends of the sentences, as the number of characters before them that are not white space."""
    counts, total = [0], 0
    for character in text:
        total += not character.isspace()
        counts.append(total)
    return counts, {counts[span["end"]] for span in sentences}


def read(paths, program):
    rows, priors, labels, rules = [], [], [], []
    for path in paths:
        output = subprocess.run([program, "segment", "--candidates", path], check=True, capture_output=True).stdout
        with open(path, encoding="utf-8") as lines:
            for line, told in zip((line for line in lines if line.strip()), output.decode().splitlines(), strict=True):
                document, candidates = json.loads(line), json.loads(told)["candidates"]
                counts, ends = places(document["text"], document["sentences"])
                for candidate in candidates:
                    rows.append(candidate["features"])
                    priors.append(candidate["prior"])
                    labels.append(counts[candidate["end"]] in ends)
                    rules.append(candidate["rule"])
    width = max(map(len, rows), default=0)
    # Short rows are filled with an index of their own, whose weight stays 0.
    matrix = np.full((len(rows), width), SPACE)
    for index, row in enumerate(rows):
        matrix[index, :len(row)] = row
    return matrix, np.array(priors), np.array(labels, dtype=float), rules


def report(name, data, codes):
    matrix, priors, labels, rules = data
    scores = priors + hashed_logistic.scores(matrix, codes)
    wrong, before = (scores > 0) != (labels > 0), (priors > 0) != (labels > 0)
    print(f"{name}: {len(labels)} places, wrong by the rules {before.sum()}, with the model {wrong.sum()}")
    for rule in sorted(set(rules)):
        of = np.array([other == rule for other in rules])
        print(f"    {rule}: {of.sum()} places, {before[of].sum()} → {wrong[of].sum()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--standpoint", default=".build/release/standpoint")
    parser.add_argument("--check", action="append", default=[], help="labelled data that only shows how good it is")
    parser.add_argument("--penalty", type=float, default=0.5)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("data", nargs="+")
    arguments = parser.parse_args()
    data = read(arguments.data, arguments.standpoint)
    matrix, priors, goals, _ = data
    weights = hashed_logistic.fit(matrix, priors, goals, SPACE, arguments.penalty, arguments.rounds)
    codes = hashed_logistic.quantized(weights)
    hashed_logistic.write(arguments.out, HEAD, OPENING, codes)
    report("training", data, codes)
    for path in arguments.check:
        report(path, read([path], arguments.standpoint), codes)


if __name__ == "__main__":
    main()
