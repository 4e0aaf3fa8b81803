"""Muon for the matrices (Jordan et al. 2024), Adam (Kingma and Ba 2015) for the embedding, the norms and the attention sharpness."""
import torch


def orthogonalised(g, steps=5):
    """The nearest semi-orthogonal matrix, roughly, of each matrix in a batch: Newton-Schulz iteration with Jordan's quintic coefficients."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = g / (g.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    tall = x.shape[1] > x.shape[2]
    x = x.transpose(1, 2) if tall else x
    for _ in range(steps):
        s = torch.bmm(x, x.transpose(1, 2))
        x = a * x + torch.bmm(b * s + c * torch.bmm(s, s), x)
    return x.transpose(1, 2) if tall else x


class Muon:
    def __init__(self, rate=0.02, momentum=0.95, decay=0.1):
        self.rate, self.momentum, self.decay = rate, momentum, decay

    def step(self, p, g, state, scale):
        """Updates p in place. `state` is the momentum, of p's shape; `scale` follows the schedule."""
        rate = self.rate * scale
        state[0].mul_(self.momentum).add_(g)
        matrices = (g + self.momentum * state[0]).flatten(0, -3)
        update = orthogonalised(matrices) * max(1, p.shape[-2] / p.shape[-1]) ** 0.5
        p.mul_(1 - rate * self.decay).sub_(update.view(p.shape), alpha=rate)


class Adam:
    def __init__(self, rate=0.004, betas=(0.9, 0.98), decay=0.0):
        self.rate, self.betas, self.decay = rate, betas, decay

    def step(self, p, g, state, scale, t):
        rate = self.rate * scale
        (b1, b2), (m, v) = self.betas, state
        m.mul_(b1).add_(g, alpha=1 - b1)
        v.mul_(b2).addcmul_(g, g, value=1 - b2)
        update = (m / (1 - b1**t)) / ((v / (1 - b2**t)).sqrt() + 1e-8)
        p.mul_(1 - rate * self.decay).sub_(update, alpha=rate)
