#!/usr/bin/env python3
"""Spread of made-up vectors -> spread.csv

Needs vendi_score (the authors' own implementation), scikit-learn 1.2 and SciPy 1.10. Component k of the vectors of a case
is ((x >> 8) mod 2001 - 1000) / 1000 with x -> (1103515245 x + 12345) mod 2^31, seeded with the case's number, plus the
case's shift: the larger, the more alike the vectors. The Java test makes the same ones.
"""

import csv
import pathlib

import numpy as np
from sklearn.metrics.pairwise import cosine_similarity
from vendi_score import vendi

CASES = [(1, 3, 2, 0.0), (2, 5, 3, 0.5), (3, 8, 8, 0.0), (4, 10, 384, 0.0), (5, 30, 16, 0.2), (6, 30, 384, 1.0),
         (7, 40, 4, 3.0), (8, 12, 1, 5.0), (9, 20, 30, 0.0), (10, 4, 384, 0.1)]


def vectors(seed, n, dimension, shift):
    state, components = seed, []
    for _ in range(n * dimension):
        state = (1103515245 * state + 12345) % 2**31
        components.append(((state >> 8) % 2001 - 1000) / 1000 + shift)
    return np.array(components, dtype=np.float32).reshape(n, dimension).astype(float)


def mean_pairwise(x):
    return cosine_similarity(x)[np.triu_indices(len(x), k=1)].mean()


def jackknife(x, figure):
    left_out = np.array([figure(np.delete(x, i, axis=0)) for i in range(len(x))])
    return np.sqrt((len(x) - 1) * left_out.var())


if __name__ == "__main__":
    with (pathlib.Path(__file__).parent / "spread.csv").open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["seed", "n", "dimension", "shift", "vendi", "vendi_se", "mean_pairwise", "mean_pairwise_se"])
        for case in CASES:
            x = vectors(*case)
            figures = [f(x) for f in (vendi.score_X, mean_pairwise)], [jackknife(x, f) for f in (vendi.score_X, mean_pairwise)]
            rows.writerow([*case, figures[0][0], figures[1][0], figures[0][1], figures[1][1]])
