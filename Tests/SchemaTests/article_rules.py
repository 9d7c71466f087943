"""What holds for every article document and cannot be said in a JSON Schema: spans, indices and sums.

Python counts text as the document does, in code points, so the spans are checked here by plain indexing.
"""

import math

SEGMENTED = {"title", "subtitle", "heading", "paragraph", "list_item", "quote"}

# Numbers are written to at least seven digits, so an honest sum of three is nearer than this.
TOLERANCE = 1e-6


def faults(article):
    """Yields each fault of an article that its schema has already accepted."""
    text = article["text"]
    for path, part in spans(article):
        if not part["start"] <= part["end"] <= len(text):
            yield f"{path}: the span {part['start']}..<{part['end']} is not in a text of {len(text)}"
            return
    yield from block_faults(article)
    yield from sentence_faults(article)
    yield from stance_faults(article)
    yield from summary_faults(article)


def spans(article):
    """Yields every object with a `start` and an `end`, and its path."""
    for key in ("blocks", "sentences", "attributions", "stances"):
        for index, part in enumerate(article.get(key, [])):
            yield f"{key}[{index}]", part
            for inner in ("cue", "speaker"):
                if key == "attributions" and "start" in part.get(inner, {}):
                    yield f"{key}[{index}].{inner}", part[inner]


def block_faults(article):
    """Blocks follow each other, and together hold all of the text but white space."""
    if "blocks" not in article:
        return
    text, position = article["text"], 0
    for index, block in enumerate(article["blocks"]):
        if block["start"] < position:
            yield f"blocks[{index}]: starts inside the block before it"
            return
        if text[position : block["start"]].strip():
            yield f"blocks[{index}]: text before it is in no block"
            return
        position = block["end"]
    if text[position:].strip():
        yield "blocks: text after the last one is in no block"


def sentence_faults(article):
    """A sentence lies inside its block, which is of a kind that is segmented."""
    blocks = article.get("blocks", [])
    for index, sentence in enumerate(article.get("sentences", [])):
        if sentence["block"] >= len(blocks):
            yield f"sentences[{index}]: there is no block {sentence['block']}"
            continue
        block = blocks[sentence["block"]]
        if not block["start"] <= sentence["start"] < sentence["end"] <= block["end"]:
            yield f"sentences[{index}]: not inside its block, or empty"
        elif block["kind"] not in SEGMENTED:
            yield f"sentences[{index}]: in a block of the kind {block['kind']}"
        elif (words := article["text"][sentence["start"] : sentence["end"]]) != words.strip():
            yield f"sentences[{index}]: white space at its ends"


def stance_faults(article):
    """A stance lies in its sentence, is toward a target of the article, and its figures agree."""
    sentences = article.get("sentences", [])
    targets = {target["id"] for target in article.get("targets", [])}
    if len(targets) < len(article.get("targets", [])):
        yield "targets: two have the same id"
    for index, stance in enumerate(article.get("stances", [])):
        if stance["sentence"] >= len(sentences):
            yield f"stances[{index}]: there is no sentence {stance['sentence']}"
            continue
        sentence, odds = sentences[stance["sentence"]], stance["probabilities"]
        if not sentence["start"] <= stance["start"] < stance["end"] <= sentence["end"]:
            yield f"stances[{index}]: the mention is not in its sentence"
        if stance["target"] not in targets:
            yield f"stances[{index}]: no target is called {stance['target']}"
        if not near(sum(odds.values()), 1):
            yield f"stances[{index}]: the probabilities add up to {sum(odds.values())}"
        if not near(stance["score"], odds["favor"] - odds["against"]):
            yield f"stances[{index}]: the score is not P(favor) - P(against)"
        if not near(stance["confidence"], max(odds.values())) or not near(odds[stance["label"]], max(odds.values())):
            yield f"stances[{index}]: the label or the confidence is not that of the greatest probability"


def summary_faults(article):
    """A summary is of a target of the article, and its interval is in order."""
    targets = {target["id"] for target in article.get("targets", [])}
    for index, summary in enumerate(article.get("summary", [])):
        if summary["target"] not in targets:
            yield f"summary[{index}]: no target is called {summary['target']}"
        if summary["interval"][0] > summary["interval"][1]:
            yield f"summary[{index}]: the interval ends before it starts"
        if any(sentence >= len(article.get("sentences", [])) for sentence in summary["sentences"]):
            yield f"summary[{index}]: a sentence that is not there"


def near(one, other):
    return math.isclose(one, other, abs_tol=TOLERANCE)
