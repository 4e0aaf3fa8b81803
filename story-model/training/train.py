"""Trains the tokenizer and the story model within a budget of wall-clock time. See README.md."""
import argparse
import json
import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread a process: two processes share the work, see `Shared`

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn.functional as F

import bpe
import data
from model import Shape, StoryModel, initial, parameter_shapes
from optimiser import Adam, Muon

STATES = {"embedding": 2, "attention": 1, "gate_up": 1, "down": 1, "norms": 2, "sharpness": 2}


def arguments():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("stories", help='JSON lines, each {"text": "..."}')
    a.add_argument("out", help="folder for tokenizer.json, checkpoint.pt and best.pt; an existing checkpoint is continued")
    a.add_argument("--minutes", type=float, default=85)
    a.add_argument("--processes", type=int, default=2)
    a.add_argument("--batch", type=int, default=2048, help="tokens a process and step")
    a.add_argument("--dropout", type=float, default=0.1)
    a.add_argument("--stable", type=float, default=0.45, help="share of the time before the learning rate starts to fall to 0")
    a.add_argument("--every", type=float, default=4, help="minutes between evaluations")
    a.add_argument("--seed", type=int, default=1)
    for name, value in vars(Shape()).items():
        a.add_argument("--" + name, type=int, default=value)
    return a.parse_args()


def tokenizer_for(args):
    path = os.path.join(args.out, "tokenizer.json")
    train, held = data.read(args.stories)
    if not os.path.exists(path):
        with open(path, "w") as f:
            json.dump(bpe.learn(train, args.vocabulary), f)
    with open(path) as f:
        tokenizer = bpe.Tokenizer(json.load(f))
    rows = lambda texts: [np.array([tokenizer.begin, *tokenizer.encode(t), tokenizer.end]) for t in texts]
    size = sum(len(t.encode()) for t in held)
    return tokenizer, rows(train), rows(held), size


def total_loss(model, rows, stride=None):
    """Sum of the negative log-probabilities of every token after the first of each row, and their number."""
    context = model.shape.context
    total = count = 0
    with torch.no_grad():
        for row in rows:
            for start, first, end in data.windows(len(row), context, stride or context // 2):
                ids = torch.from_numpy(row[start:end])[None]
                logits = model.logits(ids[:, :-1])[0, first - start - 1:]
                total += F.cross_entropy(logits, ids[0, first - start:], reduction="sum").item()
                count += end - first
    return total, count


class Shared:
    """Parameters, optimiser state and a gradient for each process, in memory that all processes see."""

    def __init__(self, shape, processes, seed):
        shapes = parameter_shapes(shape)
        zeros = lambda: {k: torch.zeros(v).share_memory_() for k, v in shapes.items()}
        self.parameters = {k: v.share_memory_() for k, v in initial(shape, torch.Generator().manual_seed(seed)).items()}
        self.average = {k: v.clone().share_memory_() for k, v in self.parameters.items()}
        self.gradients = [zeros() for _ in range(processes)]
        self.states = {k: torch.zeros(STATES[k], *v).share_memory_() for k, v in shapes.items()}
        self.clock = torch.zeros(4, dtype=torch.float64).share_memory_()  # seconds trained, step, epoch, tokens
        self.losses = torch.zeros(processes, 2, dtype=torch.float64).share_memory_()

    def tensors(self):
        return {"parameters": self.parameters, "average": self.average, "states": self.states, "clock": self.clock}

    def load(self, saved):
        for part, value in self.tensors().items():
            if isinstance(value, dict):
                for k in value:
                    value[k].copy_(saved[part][k])
            else:
                value.copy_(saved[part])


def schedule(progress, step, stable):
    return min(1, (step + 1) / 100) * min(1, max(0.0, 1 - progress) / (1 - stable))


def worker(rank, args, shape, rows, held, size, shared, barrier):
    torch.set_num_threads(1)
    torch.manual_seed(args.seed * 1000 + rank + int(shared.clock[1]))
    parameters = {k: v.requires_grad_(True) for k, v in shared.parameters.items()}
    for k, v in parameters.items():
        v.grad = shared.gradients[rank][k]
    model, averaged = StoryModel(shape, parameters, args.dropout), StoryModel(shape, shared.average)
    muon, adam = Muon(), Adam()
    # Each tensor is updated by one process.
    owners = {"attention": 0, "gate_up": 1, "down": 1, "embedding": 0, "norms": 0, "sharpness": 0}
    mine = [k for k in parameters if owners[k] % args.processes == rank]
    best, last, shown = float("inf"), time.time(), time.time()
    evaluated = time.time()
    running = None
    while True:
        seed = [args.seed, int(shared.clock[2])]
        batches = list(data.epoch(rows, shape.context, args.batch, np.random.default_rng(seed)))
        batches = batches[:len(batches) // args.processes * args.processes]
        for x, y in batches[rank::args.processes]:
            seconds, step = shared.clock[0].item(), int(shared.clock[1])
            progress = seconds / (60 * args.minutes)
            scale = schedule(progress, step, args.stable)
            for g in shared.gradients[rank].values():
                g.zero_()
            logits = model.logits(torch.from_numpy(x), True)
            loss = F.cross_entropy(logits.view(-1, shape.vocabulary), torch.from_numpy(y).view(-1))
            loss.backward()
            running = loss.item() if running is None else 0.99 * running + 0.01 * loss.item()
            barrier.wait()
            with torch.no_grad():
                for k in mine:
                    g = sum(grads[k] for grads in shared.gradients) / args.processes
                    if STATES[k] == 1:
                        muon.step(parameters[k], g, shared.states[k], scale)
                    else:
                        adam.step(parameters[k], g, shared.states[k], scale, step + 1)
                    shared.average[k].lerp_(parameters[k], 1 - min(0.998, step / (step + 20)))
            if rank == 0:
                now = time.time()
                shared.clock[0] += min(now - last, 60)
                shared.clock[1] += 1
                shared.clock[3] += args.processes * int((y >= 0).sum())
                last = now
            barrier.wait()
            due = time.time() - evaluated > 60 * args.every
            done = shared.clock[0].item() >= 60 * args.minutes
            shared.losses[rank, 0] = float(due)
            barrier.wait()
            due = shared.losses[0, 0].item() > 0
            barrier.wait()
            if rank == 0 and time.time() - shown > 20:
                shown = time.time()
                c = shared.clock
                print(f"{c[0] / 60:6.1f} min  step {int(c[1])}  epoch {int(c[2])}  {c[3] / 1e6:.2f} M tokens  {c[3] / c[0]:.0f} tokens/s"
                      f"  training loss {running:.3f}  rate {scale:.2f}", flush=True)
            if due or done:
                shared.losses[rank] = torch.tensor(total_loss(averaged, held[rank::args.processes]), dtype=torch.float64)
                barrier.wait()
                evaluated = last = time.time()
                total, count = shared.losses.sum(0).tolist()
                if rank == 0:
                    print(f"held out: {total / count:.4f} nats a token, {total / np.log(2) / size:.4f} bits a byte", flush=True)
                    save(args, "checkpoint.pt", shared.tensors())
                    if total / count < best:
                        best = total / count
                        save(args, "best.pt", {"parameters": shared.average, "shape": vars(shape), "loss": best, "clock": shared.clock})
                barrier.wait()
            if done:
                return
        if rank == 0:
            shared.clock[2] += 1
        barrier.wait()


def save(args, name, value):
    path = os.path.join(args.out, name)
    torch.save(value, path + ".tmp")
    os.replace(path + ".tmp", path)


def main():
    args = arguments()
    os.makedirs(args.out, exist_ok=True)
    tokenizer, rows, held, size = tokenizer_for(args)
    shape = Shape(**{k: getattr(args, k) for k in vars(Shape())})
    shared = Shared(shape, args.processes, args.seed)
    print(f"{len(rows)} stories, {sum(map(len, rows))} tokens to train on; {len(held)} stories, {sum(map(len, held))} tokens, {size} bytes held out;"
          f" {sum(p.numel() for p in shared.parameters.values())} parameters", flush=True)
    path = os.path.join(args.out, "checkpoint.pt")
    if os.path.exists(path):
        shared.load(torch.load(path))
    barrier = mp.get_context("fork").Barrier(args.processes, timeout=900)
    mp.start_processes(worker, (args, shape, rows, held, size, shared, barrier), nprocs=args.processes, start_method="fork")


if __name__ == "__main__":
    main()
