"""Writes the model file that Java reads, and the parity fixture of its test. See README.md."""
import argparse
import hashlib
import math
import os
import struct

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch

import train
from model import Shape, StoryModel, parameter_shapes

NAME = "musemeter-stories-1"
TEXTS = [
    "Once upon a time, there was a little girl named Lily. She had a red ball.",
    "Tom said, \"I can't find my 12 toys!\"\n\nHis mom smiled.  They looked\tunder the bed and found 1024 of them.",
    "Zoë’s naïve café — 東京, مرحبا, 🦊🏽.",
    "\x00\x07\u200f\ud83d lone \udc00\r\n  ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!!!???...",
]
SAMPLED_LOGITS = 37  # every so many tokens of the vocabulary
SAMPLED_POSITIONS = 41


def model_file(tokenizer, shape, parameters, seen, loss, bits):
    name = NAME.encode()
    parts = [b"MUSESTRY", struct.pack(">iH", 1, len(name)), name]
    parts.append(struct.pack(">6i", *(getattr(shape, k) for k in ("vocabulary", "width", "layers", "heads", "hidden", "context"))))
    parts.append(struct.pack(">2d", loss, bits))
    parts.append(np.array(tokenizer.merges, ">u2").tobytes())
    parts.append(bytes(int(s) for s in seen))
    parts += [parameters[k].half().numpy().astype(">f2").tobytes() for k in parameter_shapes(shape)]
    body = b"".join(parts)
    return body + hashlib.sha256(body).digest()


def fixture(tokenizer, model):
    """Lines of `text` (UTF-16 in hexadecimal, then its tokens), `tokens`, `logits` (position, then every 37th) and `logprobs` (all targets)."""
    for text in TEXTS:
        yield "text", text.encode("utf-16-be", "surrogatepass").hex(), *tokenizer.encode(text)
    encoded = [tokenizer.encode(t) for t in TEXTS]
    whole_context = [i for _ in range(100) for ids in encoded[:2] for i in ids][:model.shape.context - 1]
    for row in [np.array([tokenizer.begin, *ids]) for ids in [*encoded, whole_context]]:
        ids = torch.from_numpy(row)[None]
        with torch.no_grad():
            logits = model.logits(ids)[0]
        yield "tokens", *row.tolist()
        for position in sorted({*range(0, len(row), SAMPLED_POSITIONS), len(row) - 1}):
            yield "logits", position, *(f"{v:.6f}" for v in logits[position, ::SAMPLED_LOGITS].tolist())
        logs = torch.log_softmax(logits.double(), -1)[:-1].gather(1, ids[0, 1:, None])[:, 0]
        yield "logprobs", *(f"{v:.6f}" for v in logs.tolist())


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("stories")
    a.add_argument("out", help="the folder train.py wrote")
    a.add_argument("model", help="model file to write")
    a.add_argument("fixture", help="parity fixture to write")
    args = a.parse_args()
    saved = torch.load(os.path.join(args.out, "best.pt"))
    shape = Shape(**saved["shape"])
    args.vocabulary = shape.vocabulary
    tokenizer, rows, held, size = train.tokenizer_for(args)
    torch.set_num_threads(1)
    parameters = {k: v.half().float() for k, v in saved["parameters"].items()}
    model = StoryModel(shape, parameters)
    total, count = train.total_loss(model, held)
    loss, bits = total / count, total / math.log(2) / size
    print(f"held out, weights in half precision: {loss:.4f} nats a token, {bits:.4f} bits a byte, {count} tokens; trained {saved['clock'].tolist()}")
    seen = np.zeros(shape.vocabulary, bool)
    seen[np.unique(np.concatenate([r[1:] for r in rows]))] = True
    print(f"{seen.sum()} of {shape.vocabulary} tokens occur in the training text")
    with open(args.model, "wb") as f:
        f.write(model_file(tokenizer, shape, parameters, seen, loss, bits))
    with open(args.fixture, "w") as f:
        f.writelines("\t".join(map(str, line)) + "\n" for line in fixture(tokenizer, model))


if __name__ == "__main__":
    main()
