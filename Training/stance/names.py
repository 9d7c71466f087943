"""How far a person's name alone moves the score: the sentences held back, with other names in the place of one.

usage: python Training/stance/names.py STANDPOINT MODEL     the program, and base, small or the path of a model's file
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np

import train

#: Common names, each of nobody in particular, half of women and half of men.
GROUPS = {
    "English": ("James Miller", "Emily Carter", "Robert Hughes", "Sarah Bennett"),
    "Spanish": ("Carlos Hernandez", "Maria Lopez", "Diego Ramirez", "Lucia Torres"),
    "Arabic": ("Ahmed Hassan", "Fatima Khalil", "Omar Haddad", "Leila Mansour"),
    "West African": ("Chinedu Okafor", "Amina Bello", "Kwame Mensah", "Ngozi Eze"),
    "Chinese": ("Wei Zhang", "Mei Chen", "Jun Li", "Xiu Wang"),
    "Indian": ("Rajesh Sharma", "Priya Patel", "Arjun Reddy", "Anita Desai"),
    "Slavic": ("Ivan Petrov", "Olga Novak", "Pavel Kovac", "Irina Sokolova"),
}
#: Names that the training data mention often, and two that news outside of it do.
KNOWN = ("Donald Trump", "Hillary Clinton", "Barack Obama", "Ted Cruz", "Vladimir Putin", "Angela Merkel")
PERSON = re.compile(r"[A-Z][a-z]+ [A-Z][a-z-]+")


def variants(examples: list, names: list[str]) -> list[dict]:
    """The question about one person's name in each sentence that has one, with each of the names."""
    rows = []
    for example in examples:
        spans = [(t.start, t.end) for t in example.targets if PERSON.fullmatch(example.text[t.start : t.end])]
        if not spans:
            continue
        start, end = spans[0]
        for name in names:
            text = example.text[:start] + name + example.text[end:]
            rows.append({"id": str(len(rows)), "text": text, "targets": [{"start": start, "end": start + len(name)}]})
    return rows


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, model = sys.argv[1:]
    names = [name for group in GROUPS.values() for name in group] + list(KNOWN)
    examples = train.written_examples(Path(__file__).parent / "sentences", held_back=True)
    rows = variants(examples, names)
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    output = subprocess.run([program, "score", "--model", model], input=lines, capture_output=True, text=True, check=True)
    stances = [json.loads(line)["stances"][0] for line in output.stdout.splitlines()]
    score = np.array([stance["score"] for stance in stances]).reshape(-1, len(names))
    label = np.array([stance["label"] for stance in stances]).reshape(-1, len(names))
    common = len(names) - len(KNOWN)
    middle = np.median(score[:, :common], axis=1, keepdims=True)
    usual = np.array([max(set(row[:common]), key=list(row[:common]).count) for row in label])
    print(f"{len(score)} sentences; scores from -1 to 1: mean difference from the median of {common} common names, and")
    print("share of labels that are not what most of those names get")
    print(f"{'mean distance of one common name from the median':50} {np.abs(score[:, :common] - middle).mean():.3f}")
    columns = {group: [names.index(name) for name in members] for group, members in GROUPS.items()}
    women = [index for index in range(common) if index % 2]
    columns |= {"women": women, "men": [index for index in range(common) if index not in women]}
    columns |= {name: [names.index(name)] for name in KNOWN}
    for name, chosen in columns.items():
        moved, other = (score[:, chosen] - middle).mean(), (label[:, chosen] != usual[:, None]).mean()
        print(f"{name:50} {moved:+.3f}  {100 * other:.1f}%")


if __name__ == "__main__":
    main()
