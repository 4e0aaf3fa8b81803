#!/usr/bin/env python3
"""Writes edit_distance_oracle.json: token edit distances by plain dynamic programming.

    python3 edit_distance_oracle.py > edit_distance_oracle.json

Tokens are Python's own \\w+|[^\\w\\s]; the distance is the textbook recurrence, one cell at a time.
"""
import json
import random
import re

TOKEN = re.compile(r"\w+|[^\w\s]")


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[len(b)]


def case(name, a, b):
    x, y = TOKEN.findall(a), TOKEN.findall(b)
    return {
        "name": name, "a": a, "b": b, "tokensA": len(x), "tokensB": len(y),
        "distance": levenshtein(x, y), "normalised": levenshtein(x, y) / max(len(x), len(y)),
    }


def words(rng, n, vocabulary):
    return " ".join(rng.choice(vocabulary) for _ in range(n))


def cases():
    rng = random.Random(20240611)
    small = ["the", "fox", "ran", "to", "a", "hill", ",", "."]
    large = [f"w{i}" for i in range(500)]
    yield case("equal", "A fox ran.", "A fox ran.")
    yield case("cased", "The fox ran.", "the fox ran.")
    yield case("one word", "fox", "cat")
    yield case("one word against many", "fox", words(rng, 80, small))
    yield case("punctuation counts", "Run, fox! Run...", "Run fox Run")
    yield case("underscore and digits", "a_b 42 x2", "a b 42 x 2")
    yield case("apostrophes split", "don't can't", "don t can t")
    yield case("emoji", "🦊🦊🐻 👩‍👩‍👧", "🦊🐻🐻 👩‍👧")
    yield case("right to left", "كان يا ما كان ثعلب صغير", "كان يا مكان ذئب صغير")
    yield case("Chinese", "从前有一只狐狸。它很小。", "从前有一只狼。它很大。")
    yield case("Devanagari marks split words", "एक लोमड़ी थी", "एक लोमड़ी की")
    yield case("superscripts and fractions are words", "x² ½ Ⅷ", "x2 ½ VIII")
    yield case("accents composed and decomposed", "caf\u00e9 noir", "cafe\u0301 noir")
    yield case("separators are spaces", "a\u001cb\u0085c\u00a0d\u2028e\u3000f", "a b c d e g")
    yield case("word joiner is no space", "a\u2060b", "a b")
    yield case("repeated word", "la " * 200, "la " * 131)
    yield case("63 against 64", words(rng, 63, small), words(rng, 64, small))
    yield case("64 against 65", words(rng, 64, small), words(rng, 65, small))
    yield case("127 against 129", words(rng, 127, small), words(rng, 129, small))
    yield case("nothing in common", words(rng, 150, large[:250]), words(rng, 130, large[250:]))
    for n in (200, 333, 1000):
        yield case(f"{n} words of few", words(rng, n, small), words(rng, n + 57, small))
        yield case(f"{n} words of many", words(rng, n, large), words(rng, n - 57, large))


print(json.dumps(list(cases()), ensure_ascii=True, indent=0))
