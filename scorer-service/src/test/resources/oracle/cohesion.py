#!/usr/bin/env python3
"""Cohesion of the texts' tagged words with NLTK 3.8's Porter stemmer -> cohesion.json

    cohesion.py TAGGED    TAGGED: what the test class WriteTaggedTexts wrote, text -> sentences -> [form, tag]

A metric without a value is null.
"""

import itertools
import json
import pathlib
import sys

from nltk.stem import PorterStemmer

from texts import HERE, write

STEM = PorterStemmer(mode=PorterStemmer.MARTIN_EXTENSIONS).stem
LIST = HERE.parents[2] / "main/resources/io/musemeter/scorer/cohesion/connectives.txt"
CONNECTIVES = sorted(
    (line.split() for line in LIST.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"),
    key=len,
    reverse=True,
)


def connectives(forms):
    count = 0
    while forms:
        fits = next((c for c in CONNECTIVES if forms[: len(c)] == c), None)
        count += fits is not None
        forms = forms[len(fits) if fits else 1 :]
    return count


def content(sentence):
    return {STEM(form) for form, tag in sentence if tag in ("NOUN", "PROPN", "VERB", "ADJ", "ADV")}


def arguments(sentence):
    nouns = {("noun", STEM(form)) for form, tag in sentence if tag in ("NOUN", "PROPN")}
    return nouns | {("pronoun", form) for form, tag in sentence if tag == "PRON"}


def dice(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def mean_of_neighbours(sentences, overlap):
    pairs = list(itertools.pairwise(sentences))
    return sum(itertools.starmap(overlap, pairs)) / len(pairs) if pairs else None


def figures(sentences):
    words = sum(map(len, sentences))
    found = sum(connectives([form for form, _ in sentence]) for sentence in sentences)
    return {
        "sentences": len(sentences),
        "words": words,
        "connective_density": found / words if words else None,
        "lexical_overlap": mean_of_neighbours([content(s) for s in sentences], dice),
        "referential_overlap": mean_of_neighbours([arguments(s) for s in sentences], lambda a, b: float(bool(a & b))),
    }


if __name__ == "__main__":
    tagged = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    write("cohesion.json", {name: figures(sentences) for name, sentences in tagged.items()})
