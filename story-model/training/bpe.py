"""Byte-level byte-pair encoding, the reference for the Java tokenizer.

Tokens 0..255 are bytes, then one token a merge, then BEGIN and END. Text is generalised UTF-8 (a lone surrogate is three bytes), so every
string encodes and decodes back exactly.
"""
from collections import Counter, defaultdict
import re

# At most MAX_RUN bytes a chunk: merging is quadratic in a chunk, so hostile text stays linear.
MAX_RUN = 48
CHUNK = re.compile(
    r" ?[A-Za-z\x80-\xff]{1,%d}| ?[0-9]{1,%d}|[\t\n\r]{1,%d}| ?[^ \t\n\rA-Za-z0-9\x80-\xff]{1,%d}| " % ((MAX_RUN,) * 4)
)


def chunks(text):
    """The pieces that merges never cross, as byte strings whose concatenation is the text."""
    latin = text.encode("utf-8", "surrogatepass").decode("latin-1")
    return [m.encode("latin-1") for m in CHUNK.findall(latin)]


def merge(ids, pair, new):
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and (ids[i], ids[i + 1]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out


def learn(texts, vocabulary):
    """Merges, most frequent pair first; ties go to the smaller pair, so that the result depends on the text alone."""
    counts = Counter(c for t in texts for c in chunks(t))
    words = [list(c) for c in counts]
    weights = list(counts.values())
    pairs, where = Counter(), defaultdict(set)
    for w, ids in enumerate(words):
        for p in zip(ids, ids[1:]):
            pairs[p] += weights[w]
            where[p].add(w)
    merges = []
    while len(merges) < vocabulary - 256 - 2:
        best = max(pairs.items(), key=lambda kv: (kv[1], (-kv[0][0], -kv[0][1])))[0]
        new = 256 + len(merges)
        merges.append(best)
        for w in list(where[best]):
            for p in zip(words[w], words[w][1:]):
                pairs[p] -= weights[w]
                if pairs[p] <= 0:
                    del pairs[p]
                where[p].discard(w)
            words[w] = merge(words[w], best, new)
            for p in zip(words[w], words[w][1:]):
                pairs[p] += weights[w]
                where[p].add(w)
    return merges


class Tokenizer:
    def __init__(self, merges):
        self.merges = [tuple(m) for m in merges]
        self.rank = {m: i for i, m in enumerate(self.merges)}
        self.begin = 256 + len(merges)
        self.end = self.begin + 1
        self.size = self.end + 1
        self.cache = {}
        self.bytes = [bytes([i]) for i in range(256)]
        for a, b in self.merges:
            self.bytes.append(self.bytes[a] + self.bytes[b])

    def _chunk(self, chunk):
        ids = self.cache.get(chunk)
        if ids is None:
            ids = list(chunk)
            while len(ids) > 1:
                first = min((self.rank.get(p, len(self.rank)) for p in zip(ids, ids[1:])))
                if first == len(self.rank):
                    break
                ids = merge(ids, self.merges[first], 256 + first)
            self.cache[chunk] = ids
        return ids

    def encode(self, text):
        return [i for c in chunks(text) for i in self._chunk(c)]

    def decode(self, ids):
        return b"".join(self.bytes[i] for i in ids if i < self.begin).decode("utf-8", "surrogatepass")
