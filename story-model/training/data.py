"""Stories as token rows: a fixed held-out share by hash of the text, and batches of similar length."""
import hashlib
import json

import numpy as np

HELD_OUT_PERCENT = 5


def read(path):
    """Training and held-out texts. Which side a story is on depends on its text alone; repeated texts count once."""
    train, held = [], []
    with open(path, encoding="utf-8") as lines:
        texts = dict.fromkeys(json.loads(line)["text"].strip() for line in lines if line.strip())
    for text in texts:
        if text:
            percent = int(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8], 16) % 100
            (held if percent < HELD_OUT_PERCENT else train).append(text)
    return train, held


def windows(n, context, stride):
    """(start, first scored target, end) over n tokens, so that each target 1..n-1 is scored once with as much context as there is room for."""
    start, done = 0, 1
    while done < n:
        end = min(start + context + 1, n)
        yield start, done, end
        done = end
        start = end - 1 - (context - stride)


def cut(row, context, rng):
    """A row of at most context + 1 tokens as it is; a longer one in pieces, the first of random length, so that every epoch cuts elsewhere."""
    pieces, start = [], 0
    end = len(row) if len(row) <= context + 1 else int(rng.integers(context // 2, context + 1)) + 1
    while True:
        pieces.append(row[start:end])
        if len(row) - end < 8:
            return pieces
        start, end = end - 1, min(end + context, len(row))


def epoch(rows, context, budget, rng):
    """Padded (input, target) batches of at most `budget` tokens, rows of similar length together."""
    cuts = [piece for row in rows for piece in cut(row, context, rng)]
    order = sorted(range(len(cuts)), key=lambda i: len(cuts[i]) + rng.random() * 24)
    batches, batch, longest = [], [], 0
    for i in order:
        n = len(cuts[i]) - 1
        if batch and (len(batch) + 1) * max(longest, n) > budget:
            batches.append(batch)
            batch, longest = [], 0
        batch.append(cuts[i])
        longest = max(longest, n)
    batches.append(batch)
    rng.shuffle(batches)
    for batch in batches:
        n = max(len(r) for r in batch) - 1
        x = np.zeros((len(batch), n), np.int64)
        y = np.full((len(batch), n), -100, np.int64)
        for i, r in enumerate(batch):
            x[i, :len(r) - 1] = r[:-1]
            y[i, :len(r) - 1] = r[1:]
        yield x, y
