#!/usr/bin/env python3
"""Perplexity and shape of made-up next-token distributions by NumPy and SciPy -> likelihood.json

Each case is a story: tokens with a whole distribution each, of which the likeliest 20 are reported. Where a distribution
has more, the others are as likely as the last one reported, which is what the metrics take them to be, and hold .001 of the
mass at least, below which the metrics take them for none; so the figures here, which know every candidate, are to be equal.
"""

import json
import pathlib

import numpy as np
from scipy.special import log_softmax, softmax

REPORTED = 20
RANDOM = np.random.default_rng(4)


def peaked():
    return log_softmax(np.array([9.0, 1.0, 0.5]))


def certain():
    return np.array([0.0])


def even(size):
    return np.full(size, -np.log(size))


def zipf(size, others=0):
    """Likelier ones by Zipf's law, and others as likely as the last."""
    ranks = np.minimum(np.arange(1, size + others + 1), size)
    return log_softmax(-np.log(ranks))


def drawn(size, spread, others=0):
    logits = np.sort(RANDOM.normal(0, spread, size))[::-1]
    return log_softmax(np.append(logits, np.full(others, logits[-1])))


CASES = {
    "one token": (1.0, [certain()]),
    "always certain": (2.0, [certain()] * 5),
    "certain at 0": (0.0, [peaked(), zipf(10)]),
    "tie at 0": (0.0, [even(3)]),
    "peaked, cold": (0.001, [peaked()] * 3),
    "peaked, plain": (1.0, [peaked()] * 3),
    "peaked, hot": (2.0, [peaked()] * 3),
    "peaked, hottest": (5.0, [peaked()] * 3),
    "even, cold": (0.334, [even(20), even(7)]),
    "even, hot": (1.667, [even(20), even(7)]),
    "even over 500": (1.0, [even(500)]),
    "even over 500, hot": (2.0, [even(500)]),
    "zipf, cold": (0.334, [zipf(20), zipf(15)]),
    "zipf, plain": (1.0, [zipf(20), zipf(15)]),
    "zipf, hot": (1.334, [zipf(20), zipf(15)]),
    "zipf with a tail, cold": (0.667, [zipf(20, 100)]),
    "zipf with a tail, hot": (2.0, [zipf(20, 100), zipf(20, 31)]),
    "zipf with a long tail": (1.5, [zipf(20, 5000)]),
    "drawn, narrow": (0.7, [drawn(20, 3) for _ in range(10)]),
    "drawn, wide": (1.4, [drawn(18, 1) for _ in range(10)]),
    "drawn with tails": (1.4, [drawn(20, 1, n) for n in (0, 3, 40, 400)]),
    "drawn with tails, cold": (0.1, [drawn(20, 1, n) for n in (0, 3, 40, 400)]),
    "ten thousand tokens": (1.0, [drawn(5, 2) for _ in range(128)]),
}


def tokens_for(share, logs, temperature):
    mass = np.cumsum(np.sort(at(logs, temperature))[::-1])
    return int(np.searchsorted(mass, share - 1e-12) + 1)


def at(logs, temperature):
    if temperature == 0:
        return (logs == logs.max()) / np.sum(logs == logs.max())
    return softmax(logs / temperature)


def leaked(logs, temperature):
    raw = np.argsort(-logs, kind="stable")
    inside = raw[: tokens_for(0.9, logs, 1)]
    return float(1 - at(logs, temperature)[inside].sum())


def figures(temperature, tokens):
    assert all(len(logs) <= REPORTED or np.exp(logs[REPORTED:]).sum() >= 1e-3 for logs in tokens)
    taken = [float(logs[RANDOM.integers(len(logs))]) for logs in tokens]
    return {
        "temperature": temperature,
        "tokens": taken,
        "candidates": [logs[:REPORTED].tolist() for logs in tokens],
        "provider_perplexity": float(np.exp(-np.mean(taken))),
        "raw_support": float(np.mean([tokens_for(0.95, logs, 1) for logs in tokens])),
        "tempered_support": float(np.mean([tokens_for(0.95, logs, temperature) for logs in tokens])),
        "leaked_mass": float(np.mean([leaked(logs, temperature) for logs in tokens])),
    }


if __name__ == "__main__":
    lines = [f"  {json.dumps(name)}: {json.dumps(figures(*case))}" for name, case in CASES.items()]
    here = pathlib.Path(__file__).parent
    (here / "likelihood.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
