#!/usr/bin/env python3
"""Finds the words that English writes with a small letter, and writes them as a Swift table.

A word of this table that stands with a capital behind an abbreviation most likely opens a sentence.

usage: words.py --out FILE.swift DATA...
DATA are JSON Lines {"id","text","sentences":[{"start","end"}]}, spans in code points.
"""
import argparse
import collections
import json
import re

HEAD = """// Made by Training/segmentation/train from UD English EWT (train) and MASC: do not edit.
// CC BY-SA 4.0, as EWT is; see docs/segmentation.md.

"""
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
LEAST = 3  # Seen less often, a word is as likely a slip or a name of the web.
SHARE = 0.85  # Of what stands inside sentences, so much is written with a small letter.
LONGEST = 16  # The longest key of the lexicon, in bytes.


def count(paths):
    small, large = collections.Counter(), collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                for span in document["sentences"]:
                    sentence = document["text"][span["start"]:span["end"]]
                    if sentence.upper() == sentence:
                        continue
                    for match in list(WORD.finditer(sentence))[1:]:
                        word = match.group()
                        (small if word[0].islower() else large)[word.lower()] += 1
    return small, large


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("data", nargs="+")
    arguments = parser.parse_args()
    small, large = count(arguments.data)
    words = sorted(
        word for word, times in small.items()
        if times >= LEAST and times / (times + large[word]) >= SHARE and 2 <= len(word) <= LONGEST
        and "'" not in word and re.search("[aeiouy]", word)
    )
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 108:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    lines.append(line)
    with open(arguments.out, "w", encoding="utf-8") as out:
        out.write(HEAD)
        out.write("extension LanguageRules {\n")
        out.write("    /// Words that stand inside sentences with a small letter nearly always.\n")
        out.write('    static let englishCommonWords = """\n')
        out.writelines(f"        {line}\n" for line in lines)
        out.write('        """\n}\n')
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
