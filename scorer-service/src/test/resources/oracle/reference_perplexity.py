#!/usr/bin/env python3
"""Perplexity of the texts under the embedded story model by NumPy in double precision -> reference_perplexity.json

The network is written down anew from story-model/training/README.md and the layout in export.py: it shares nothing with the
Java program but the model file, and nothing with training but the tokenizer (bpe.py), which is the one that Java follows.
"""

import math
import struct
import sys

import numpy as np

from texts import HERE, texts, write

ROOT = HERE.parents[4]
sys.path.insert(0, str(ROOT / "story-model/training"))
from bpe import Tokenizer  # noqa: E402

FILE = ROOT / "story-model/src/main/resources/io/musemeter/storymodel/story-model.bin"


class Model:
    def __init__(self, data):
        self.data, self.at = data, 8
        (version,) = self.read(">i")
        assert data[:8] == b"MUSESTRY" and version == 1
        (length,) = self.read(">H")
        self.at += length
        self.vocabulary, self.width, self.layers, self.heads, self.hidden, self.context = self.read(">6i")
        self.read(">2d")
        merges = [self.read(">2H") for _ in range(self.vocabulary - 258)]
        self.tokenizer = Tokenizer(merges)
        self.at += self.vocabulary
        self.embedding = self.tensor(self.vocabulary, self.width)
        self.attention = self.tensor(self.layers, 4, self.width, self.width)
        self.gate_up = self.tensor(self.layers, 2, self.hidden, self.width)
        self.down = self.tensor(self.layers, self.width, self.hidden)
        self.norms = self.tensor(2 * self.layers + 1, self.width)
        self.sharpness = self.tensor(self.layers, self.heads)
        assert self.at == len(data) - 32

    def read(self, layout):
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def tensor(self, *shape):
        count = math.prod(shape)
        values = np.frombuffer(self.data, ">f2", count, self.at)
        self.at += 2 * count
        return values.astype(np.float64).reshape(shape)

    def logits(self, tokens):
        n, head = len(tokens), self.width // self.heads
        angle = np.outer(np.arange(n), 10000.0 ** (-np.arange(0, head, 2) / head))[:, None, :]
        later = np.triu(np.full((n, n), -np.inf), 1)
        x = self.embedding[tokens] * math.sqrt(self.width)
        for i in range(self.layers):
            h = standardised(x) * self.norms[2 * i]
            query, key, value = ((h @ self.attention[i, j].T).reshape(n, self.heads, head) for j in range(3))
            query = turned(standardised(query), angle) * self.sharpness[i][:, None] / math.sqrt(head)
            key = turned(standardised(key), angle)
            weights = softmax(np.einsum("qhd,khd->hqk", query, key) + later)
            x = x + np.einsum("hqk,khd->qhd", weights, value).reshape(n, self.width) @ self.attention[i, 3].T
            h = standardised(x) * self.norms[2 * i + 1]
            gate, up = h @ self.gate_up[i, 0].T, h @ self.gate_up[i, 1].T
            x = x + (gate / (1 + np.exp(-gate)) * up) @ self.down[i].T
        return standardised(x) * self.norms[-1] @ self.embedding.T

    def log_probabilities(self, text):
        """One a token, each token once: beyond the context, given at least half the context before it."""
        tokens = np.array([self.tokenizer.begin, *self.tokenizer.encode(text)])
        logs = []
        while len(logs) < len(tokens) - 1:
            known = len(logs)
            start = 0 if known == 0 else known - self.context // 2
            window = tokens[start : start + self.context + 1]
            given = log_softmax(self.logits(window[:-1]))
            ahead = given[np.arange(len(window) - 1), window[1:]]
            logs.extend(ahead[known - start :])
        return np.array(logs)


def standardised(x):
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5)


def turned(x, angle):
    a, b = x[..., 0::2], x[..., 1::2]
    out = np.empty_like(x)
    out[..., 0::2] = a * np.cos(angle) - b * np.sin(angle)
    out[..., 1::2] = a * np.sin(angle) + b * np.cos(angle)
    return out


def log_softmax(x):
    shifted = x - x.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def softmax(x):
    return np.exp(log_softmax(x))


def figures(model, text):
    logs = model.log_probabilities(text)
    return {"tokens": len(logs), "reference_perplexity": float(np.exp(-logs.mean())) if len(logs) else None}


if __name__ == "__main__":
    reference = Model(FILE.read_bytes())
    write("reference_perplexity.json", {name: figures(reference, text) for name, text in texts().items()})
