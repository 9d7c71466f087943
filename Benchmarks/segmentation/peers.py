"""The other segmenters, each as a function from a text to the ends of its sentences, in code points."""


def pysbd():
    import pysbd as package
    segmenter = package.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: [span.end for span in segmenter.segment(text)]


def syntok():
    import syntok.segmenter as package
    return lambda text: [
        sentence[-1].offset + len(sentence[-1].value)
        for paragraph in package.process(text) for sentence in paragraph if sentence
    ]


def moses():
    from sentence_splitter import SentenceSplitter
    splitter = SentenceSplitter(language="en")

    def ends(text):
        # It gives sentences without their places, and works on a paragraph at a time.
        found, place = [], 0
        for paragraph in text.split("\n"):
            for sentence in splitter.split(paragraph) if paragraph else []:
                place = text.index(sentence, place) + len(sentence)
                found.append(place)
        return found
    return ends


def blingfire():
    import blingfire as package
    return lambda text: [end for _, end in package.text_to_sentences_and_offsets(text)[1]]


def nupunkt():
    import nupunkt as package
    return lambda text: [span[1] for span in package.sent_spans(text)]


ALL = {
    "pySBD": ("pysbd", pysbd), "syntok": ("syntok", syntok), "Moses": ("sentence-splitter", moses),
    "BlingFire": ("blingfire", blingfire), "nupunkt": ("nupunkt", nupunkt),
}
