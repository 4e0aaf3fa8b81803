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

STATES = {"embedding": 2, "attention": 1, "gate_up": 1, "down": 1, "norms": 2, "sharpness": 2}  # Muon has one state a tensor, Adam two
OWNERS = {"attention": 0, "gate_up": 1, "down": 1, "embedding": 0, "norms": 0, "sharpness": 0}  # the process that updates it


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
        self.flags = torch.zeros(2, dtype=torch.bool).share_memory_()  # evaluate now, stop now
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


class Worker:
    """One process: its share of each batch, its share of the tensors to update, its share of the held-out stories."""

    def __init__(self, rank, args, shape, rows, held, size, shared, barrier):
        self.rank, self.args, self.shape, self.rows, self.shared, self.barrier = rank, args, shape, rows, shared, barrier
        self.held, self.size = held, size
        torch.set_num_threads(1)
        torch.manual_seed(args.seed * 1000 + rank + int(shared.clock[1]))
        self.parameters = {k: v.requires_grad_(True) for k, v in shared.parameters.items()}
        for k, v in self.parameters.items():
            v.grad = shared.gradients[rank][k]
        self.model, self.averaged = StoryModel(shape, self.parameters, args.dropout), StoryModel(shape, shared.average)
        self.muon, self.adam = Muon(), Adam()
        self.mine = [k for k in self.parameters if OWNERS[k] % args.processes == rank]
        self.best, self.running = float("inf"), None
        self.last = self.shown = self.evaluated = time.time()

    def run(self):
        clock, args = self.shared.clock, self.args
        while True:
            generator = np.random.default_rng([args.seed, int(clock[2])])  # the same batches in every process
            batches = list(data.epoch(self.rows, self.shape.context, args.batch, generator))
            batches = batches[:len(batches) // args.processes * args.processes]
            for x, y in batches[self.rank::args.processes]:
                step, progress = int(clock[1]), clock[0].item() / (60 * args.minutes)
                self.gradient(x, y)
                self.barrier.wait()
                self.update(schedule(progress, step, args.stable), step)
                if self.rank == 0:
                    self.tick(args.processes * int((y >= 0).sum()))
                self.barrier.wait()
                if self.shared.flags[0]:
                    self.evaluate()
                if self.shared.flags[1]:
                    return
            if self.rank == 0:
                clock[2] += 1
            self.barrier.wait()

    def gradient(self, x, y):
        for g in self.shared.gradients[self.rank].values():
            g.zero_()
        logits = self.model.logits(torch.from_numpy(x), True)
        loss = F.cross_entropy(logits.view(-1, self.shape.vocabulary), torch.from_numpy(y).view(-1))
        loss.backward()
        self.running = loss.item() if self.running is None else 0.99 * self.running + 0.01 * loss.item()

    @torch.no_grad()
    def update(self, scale, step):
        for k in self.mine:
            p, state = self.parameters[k], self.shared.states[k]
            g = sum(grads[k] for grads in self.shared.gradients) / self.args.processes
            if STATES[k] == 1:
                self.muon.step(p, g, state, scale)
            else:
                self.adam.step(p, g, state, scale, step + 1)
            self.shared.average[k].lerp_(p, 1 - min(0.998, step / (step + 20)))

    def tick(self, tokens):
        """The first process keeps the time and says what all do next."""
        clock, flags, now = self.shared.clock, self.shared.flags, time.time()
        clock[0] += min(now - self.last, 60)
        clock[1] += 1
        clock[3] += tokens
        self.last = now
        flags[1] = clock[0] >= 60 * self.args.minutes
        flags[0] = flags[1] or now - self.evaluated > 60 * self.args.every
        if now - self.shown > 20:
            self.shown = now
            seconds, step, epoch, total = clock.tolist()
            print(f"{seconds / 60:6.1f} min  step {step:.0f}  epoch {epoch:.0f}  {total / 1e6:.2f} M tokens  {total / seconds:.0f} tokens/s"
                  f"  training loss {self.running:.3f}", flush=True)

    def evaluate(self):
        losses = total_loss(self.averaged, self.held[self.rank::self.args.processes])
        self.shared.losses[self.rank] = torch.tensor(losses, dtype=torch.float64)
        self.barrier.wait()
        if self.rank == 0:
            total, count = self.shared.losses.sum(0).tolist()
            print(f"held out: {total / count:.4f} nats a token, {total / np.log(2) / self.size:.4f} bits a byte", flush=True)
            save(self.args, "checkpoint.pt", self.shared.tensors())
            if total / count < self.best:
                self.best = total / count
                value = {"parameters": self.shared.average, "shape": vars(self.shape), "loss": self.best, "clock": self.shared.clock}
                save(self.args, "best.pt", value)
        self.barrier.wait()
        self.evaluated = self.last = time.time()  # evaluation is not training time


def worker(rank, *arguments):
    Worker(rank, *arguments).run()


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
