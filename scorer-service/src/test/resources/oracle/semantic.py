#!/usr/bin/env python3
"""Figures of embeddings by scikit-learn 1.2 -> semantic.json

The embedding is one that anybody can make: how often each code point above 32 but U+00A0 occurs, modulo 24. Sentences
end at any of . ! ? and their full-width and Arabic forms. A metric without a value is null.
"""

import re

import numpy as np
from sklearn.metrics.pairwise import cosine_distances, cosine_similarity
from sklearn.preprocessing import normalize

from texts import texts, write

REFERENCE = ["story", "two-sentences", "dialogue", "sailor", "ten-thousand-words"]
NOVEL, COHERENT = 0.05, 0.5


def embed(text):
    counts = np.zeros(24)
    for code_point in map(ord, text):
        if code_point > 32 and code_point != 160:
            counts[code_point % 24] += 1
    return counts if counts.any() else None


def sentences(text):
    embedded = (embed(sentence) for sentence in re.split("[.!?\u3002\uff01\uff1f\u061f]", text))
    return [vector for vector in embedded if vector is not None]


def coherence(vectors, lag):
    if len(vectors) <= lag:
        return None
    similarity = cosine_similarity(np.array(vectors))
    return float(np.mean(np.diagonal(similarity, offset=lag)))


def surprise(vectors):
    if len(vectors) < 2:
        return None
    distances = cosine_distances(np.array(vectors))
    return float(np.mean([distances[i, :i].min() for i in range(1, len(vectors))]))


def divergent_integration(vectors):
    if len(vectors) < 2:
        return None
    distances = cosine_distances(np.array(vectors))
    return float(np.mean(distances[np.triu_indices(len(vectors), k=1)]))


def figures(name, everything):
    story = embed(everything[name])
    others = np.array([embed(everything[other]) for other in REFERENCE if other != name])
    parts = sentences(everything[name])
    novelty = None if story is None else float(cosine_distances([story], others).min())
    centre = normalize(others).mean(axis=0)
    first = coherence(parts, 1)
    exemplar = embed(everything["story"])
    return {
        "exemplar_similarity": None if story is None else float(cosine_similarity([story], [exemplar])[0, 0]),
        "semantic_novelty": novelty,
        "semantic_typicality": None if story is None else float(cosine_similarity([story], [centre])[0, 0]),
        "sentence_coherence_1": first,
        "sentence_coherence_2": coherence(parts, 2),
        "semantic_surprise": surprise(parts),
        "divergent_integration": divergent_integration(parts),
        "creative_yield": None if novelty is None or first is None else float(novelty >= NOVEL and first >= COHERENT),
    }


if __name__ == "__main__":
    every_text = texts()
    write("semantic.json", {name: figures(name, every_text) for name in every_text})
