#!/usr/bin/env python3
"""PerSenT's table (Bastan et al., COLING 2020) as lines for `standpoint evaluate article -`.

usage: python3 Training/evaluation/persent.py dev.csv | standpoint evaluate article -
"""

import csv
import json
import sys

LABELS = {"Positive": "favor", "Neutral": "neutral", "Negative": "against"}


def main(path: str) -> None:
    with open(path, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            line = {"text": row["DOCUMENT"], "target": row["TARGET_ENTITY"], "label": LABELS[row["TRUE_SENTIMENT"]]}
            print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
