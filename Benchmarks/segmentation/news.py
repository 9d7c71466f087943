#!/usr/bin/env python3
"""Makes news-like text with known sentences, for measuring speed and for a first look at errors.

usage: news.py BYTES [SEED] > news.jsonl
Each line is {"id","text","sentences":[{"start","end"}]}, spans in code points. The text is made of patterns written for
this project; it is far more regular than real news, so that an F1 on it says less than one on labelled news.
"""
import json
import random
import sys

FIRST = "Ilse Tomas Petra Amos Ines Harold Dale Lou Marta Ivo Lucía Noor Abebe Wanjiru Sanna Piotr Elena George Ruth".split()
LAST = "Maroun Bredahl Holm Kettle Duarte Finch Whitcombe Betts Solis Brandt Okafor Adeyemi Lind Osei Vance Tarn".split()
PLACE = "Dravonia Selmark Ilvar Norport Kestrel Brayton Halden Millbrook Osterby Tolva".split()
TITLE = "Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. Gen. Lt. Rev.".split()
FIRM = "Harlan Steel|Nordby|Vale Shipping|Hask & Tull|Delta Mills|Tolley Foods".split("|")
KIND = "Inc. Corp. Co. Ltd. Bros.".split()
STATE = "Calif. Mass. Ore. Tex. Okla. Ariz. Conn.".split()
MONTH = "Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
NOUN = "dam treaty budget strike school bridge harvest election tariff court hospital drought railway ferry".split()
VERB = "stalled failed passed grew collapsed returned opened closed widened slowed".split()
ADJECTIVE = "late quiet costly narrow public bitter recent long wide early".split()
THING = "water money votes grain fuel paper steel doctors teachers roads".split()

# What makes sentences as long as those of news, a hundred characters or so.
TAIL = [
    ", which the council of {place} had asked for since the {noun} of {y} and paid for in part with {thing}",
    " after weeks in which the {noun} was all that anyone in the valley between {place} and {place} talked about",
    " while those who had lost their {thing} in the {adjective} {noun} waited outside for an answer",
    ", though two people who know the plans said that the {noun} would be paid for with {thing} from {place}",
    " as the price of {thing} rose for the third month and the {adjective} winter emptied the stores",
    ", a decision that farmers along the river called {adjective} and that the ministry did not explain",
    "",
]

# Each pattern is the sentences that it makes; words in braces are drawn anew at each place.
PATTERNS = [
    ["The {adjective} {noun} in {place} {verb} last week, officials said{tail}."],
    ["Nobody in {place} expected the {noun} to be so {adjective}{tail}."],
    ["{title} {last} said the {noun} {verb} because there was too little {thing}{tail}."],
    ["{title} {first} {letter}. {last} wrote that the {noun} would cost ${n}.{d} million{tail}."],
    ["“The {noun} is {adjective},” {title} {last} said.", "“It has no {thing}.”"],
    ["“We had {thing}.", "We had no {noun}{tail}.", "Now we have neither,” said {first} {last}{tail}."],
    ["“Who will pay for the {noun}?” {title} {last} asked.", "The hall stayed {adjective}{tail}."],
    ["\"It is over!\" {first} {last} shouted{tail}.", "\"The {noun} {verb}.\""],
    ["{firm} {kind} reported a loss of {n}.{d} percent{tail}.", "Shares fell to ${n}.{d}{tail}."],
    ["The mill was sold to {firm} {kind}", "The buyers closed it in {month} {n}{tail}."],
    ["The U.S. government and the U.N. mission both want the {noun}{tail}."],
    ["The {noun} moved to the U.S.", "However, its owners stayed in {place}{tail}."],
    ["{first} {last} lives in {place}, {state}, and works in Washington, D.C.", "She votes in both{tail}."],
    ["The talks began at {h} a.m. and ended at {h} p.m. on Friday{tail}."],
    ["They met until {h} p.m.", "The {noun} was never mentioned{tail}."],
    ["The vote was {n}-{h}{tail}.", "{n} members stayed away{tail}."],
    ["In Game {h} of the {y} finals, {place} lost {n}-{h}{tail}."],
    ["The law (it passed in {month} {y}) is {adjective}{tail}.", "(Few had read it.)", "It stays{tail}."],
    ["“The {noun} …", "You know the rest,” {title} {last} said{tail}."],
    ["He thought about it ... and then signed{tail}.", "The {noun} went on{tail}."],
    ["See No. {n}, p. {h}, and the file at www.example.org/{place}.html for the {noun}{tail}."],
    ["{last} vs. {last} was settled on {month} {h}, {y}{tail}.", "The costs were {adjective}{tail}."],
    ["They sell {thing}, {thing}, etc.", "Everything is {adjective} there{tail}."],
    ["Is there {thing}?", "Is there {adjective} {noun}?", "Nobody knows!"],
    ["{first} {last} Jr. left the board; {first} {last} Sr. did not{tail}."],
    ["The ministry, led by {title} {last}, has {n},{n}00 workers and no {thing}{tail}."],
]


def fill(pattern, chance):
    word = {
        "first": FIRST, "last": LAST, "place": PLACE, "title": TITLE, "firm": FIRM, "kind": KIND, "state": STATE,
        "month": MONTH, "noun": NOUN, "verb": VERB, "adjective": ADJECTIVE, "thing": THING,
        "letter": "ABCDEFGHJKLMNPRSTVW", "n": range(10, 99), "d": range(1, 10), "h": range(1, 12), "y": range(1950, 2020),
        "tail": TAIL,
    }
    while (open_ := pattern.find("{")) >= 0:
        close = pattern.index("}", open_)
        pattern = f"{pattern[:open_]}{chance.choice(word[pattern[open_ + 1:close]])}{pattern[close + 1:]}"
    return pattern


def document(number, chance):
    text, sentences = "", []
    for paragraph in range(chance.randint(8, 16)):
        if paragraph:
            text += "\n"
        units = [[fill("{place} {noun} {verb}", chance)]] if paragraph == 0 else [
            [fill(sentence, chance) for sentence in chance.choice(PATTERNS)] for _ in range(chance.randint(2, 4))
        ]
        for index, sentence in enumerate(sentence for unit in units for sentence in unit):
            text += " " if index else ""
            sentences.append({"start": len(text), "end": len(text) + len(sentence)})
            text += sentence
    return {"id": f"news-{number}", "text": text, "sentences": sentences}


def documents(size, seed):
    chance = random.Random(seed)
    made, number = 0, 0
    while made < size:
        made_now = document(number, chance)
        made += len(made_now["text"].encode())
        number += 1
        yield made_now


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    for made_now in documents(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        print(json.dumps(made_now, ensure_ascii=False))
