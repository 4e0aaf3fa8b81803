#!/usr/bin/env python3
"""Lexical diversity and n-gram novelty of the texts by other people's implementations -> lexical.json

Needs regex 2022.10.31, nltk 3.8 and lexicalrichness 0.5.1 (the published implementation of MTLD and MATTR).
A metric without a value is null.
"""

import re
import zlib

import regex
from lexicalrichness import LexicalRichness
from nltk.metrics import edit_distance
from nltk.util import ngrams

from texts import texts, write

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
SPACED = rf"[[\p{{L}}\p{{M}}\p{{N}}'\u2019]--[{UNSPACED}]]"
WORD = regex.compile(rf"[{UNSPACED}]\p{{M}}*|(?!\p{{M}}){SPACED}+", regex.V1)
REFERENCE = ["story", "two-sentences", "dialogue", "sailor", "ten-thousand-words"]


def words(text):
    found = (w.lower().replace("\u2019", "'").strip("'") for w in WORD.findall(text))
    return [w for w in found if w]


def distinct(tokens, n):
    grams = list(ngrams(tokens, n))
    return len(set(grams)) / len(grams) if grams else None


def richness(tokens):
    return LexicalRichness(tokens, preprocessor=None, tokenizer=lambda given: given)


def mtld(tokens):
    return None if len(set(tokens)) == len(tokens) else richness(tokens).mtld(0.72)


def mattr(tokens):
    return richness(tokens).mattr(min(50, len(tokens))) if tokens else None


def compression_ratio(text):
    if not text.strip():
        return None
    data = text.encode("utf-8")
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    return len(data) / len(deflater.compress(data) + deflater.flush())


def novelty(name, tokens, all_words):
    grams = list(ngrams(tokens, 3))
    known = {gram for other in REFERENCE if other != name for gram in ngrams(all_words[other], 3)}
    return sum(gram not in known for gram in grams) / len(grams) if grams else None


def distance_to_exemplar(text, exemplar):
    pair = [re.findall(r"\w+|[^\w\s]", each) for each in (text, exemplar)]
    return edit_distance(*pair) / max(map(len, pair)) if pair[0] else None


def figures(name, text, all_words):
    tokens = all_words[name]
    repeated = distinct(tokens, 4)
    return {
        "words": len(tokens),
        "edit_distance": distance_to_exemplar(text, EXEMPLAR),
        "distinct_1": distinct(tokens, 1),
        "distinct_2": distinct(tokens, 2),
        "distinct_3": distinct(tokens, 3),
        "mattr": mattr(tokens),
        "mtld": mtld(tokens),
        "compression_ratio": compression_ratio(text),
        "self_repetition": None if repeated is None else 1 - repeated,
        "ngram_novelty": novelty(name, tokens, all_words),
    }


if __name__ == "__main__":
    everything = texts()
    EXEMPLAR = everything["story"]
    every_word = {name: words(text) for name, text in everything.items()}
    write("lexical.json", {name: figures(name, text, every_word) for name, text in everything.items()})
