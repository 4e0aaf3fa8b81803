"""The story model: a llama-style decoder (pre-norm, rotary positions, normalised queries and keys, SwiGLU, tied embedding)."""
from dataclasses import dataclass
import math

import torch
import torch.nn.functional as F


@dataclass(frozen=True)
class Shape:
    vocabulary: int = 1024
    width: int = 128
    layers: int = 6
    heads: int = 4
    hidden: int = 352
    context: int = 512

    @property
    def head(self):
        return self.width // self.heads


def parameter_shapes(s):
    """Every tensor, in file order. Matrices of all layers are stacked, so that the optimiser handles equal shapes in one batch."""
    return {
        "embedding": (s.vocabulary, s.width),
        "attention": (s.layers, 4, s.width, s.width),  # query, key, value, output
        "gate_up": (s.layers, 2, s.hidden, s.width),
        "down": (s.layers, s.width, s.hidden),
        "norms": (2 * s.layers + 1, s.width),
        "sharpness": (s.layers, s.heads),
    }


def initial(s, generator):
    shapes = parameter_shapes(s)
    p = {name: torch.randn(shape, generator=generator) for name, shape in shapes.items()}
    p["embedding"] *= 0.04
    p["attention"] *= 1 / math.sqrt(s.width)
    p["attention"][:, 3] = 0
    p["gate_up"] *= 1 / math.sqrt(s.width)
    p["down"].zero_()
    p["norms"].fill_(1)
    p["sharpness"].fill_(1)
    return p


class CausalAttention(torch.autograd.Function):
    """Softmax attention in query blocks, so that the half above the diagonal is mostly never computed."""

    BLOCK = 96

    @staticmethod
    def forward(ctx, q, k, v, mask):  # [rows * heads, length, head]
        n, block = q.shape[1], CausalAttention.BLOCK
        out, saved = torch.empty_like(q), []
        for a in range(0, n, block):
            b = min(a + block, n)
            s = torch.baddbmm(mask[a:b, :b], q[:, a:b], k[:, :b].transpose(1, 2))
            p = torch.softmax(s, -1)
            out[:, a:b] = torch.bmm(p, v[:, :b])
            saved.append(p)
        ctx.save_for_backward(q, k, v, *saved)
        return out

    @staticmethod
    def backward(ctx, grad):
        q, k, v, *saved = ctx.saved_tensors
        n, block = q.shape[1], CausalAttention.BLOCK
        dq, dk, dv = torch.empty_like(q), torch.zeros_like(k), torch.zeros_like(v)
        for p, a in zip(saved, range(0, n, block)):
            b = min(a + block, n)
            g = grad[:, a:b]
            dv[:, :b] += torch.bmm(p.transpose(1, 2), g)
            ds = torch._softmax_backward_data(torch.bmm(g, v[:, :b].transpose(1, 2)), p, -1, p.dtype)
            dq[:, a:b] = torch.bmm(ds, k[:, :b])
            dk[:, :b] += torch.bmm(ds.transpose(1, 2), q[:, a:b])
        return dq, dk, dv, None


class StoryModel:
    def __init__(self, shape, parameters, dropout=0.0):
        self.shape, self.p, self.dropout = shape, parameters, dropout
        s = shape
        # In double precision: an angle of hundreds of radians has only four decimals left in single precision.
        frequency = 10000.0 ** (-torch.arange(0, s.head, 2, dtype=torch.float64) / s.head)
        angle = torch.arange(s.context, dtype=torch.float64)[:, None] * frequency[None]
        self.rotation = torch.polar(torch.ones_like(angle), angle).to(torch.complex64)
        self.mask = torch.full((s.context, s.context), -math.inf).triu(1)

    def rotate(self, x):  # [rows, length, heads, head]
        pairs = torch.view_as_complex(x.view(*x.shape[:-1], -1, 2))
        return torch.view_as_real(pairs * self.rotation[:x.shape[1], None]).view(x.shape)

    def logits(self, tokens, training=False):
        s, p = self.shape, self.p
        rows, n = tokens.shape
        drop = lambda t: F.dropout(t, self.dropout, True) if training and self.dropout else t
        norms, sharp = p["norms"].unbind(0), p["sharpness"].unbind(0)
        attention, gate_up, down = p["attention"].unbind(0), p["gate_up"].unbind(0), p["down"].unbind(0)
        norm = lambda t, i: F.layer_norm(t, (s.width,), norms[i])
        heads = lambda t: t.transpose(1, 2).reshape(rows * s.heads, n, s.head)
        x = drop(F.embedding(tokens, p["embedding"]) * math.sqrt(s.width))
        for i in range(s.layers):
            h = norm(x, 2 * i)
            qkv = F.linear(h, attention[i][:3].reshape(3 * s.width, s.width)).view(rows, n, 3, s.heads, s.head)
            qk = F.layer_norm(qkv[:, :, :2].reshape(rows, n, 2 * s.heads, s.head), (s.head,))
            qk = self.rotate(qk)
            q = qk[:, :, :s.heads] * (sharp[i] / math.sqrt(s.head))[:, None]
            o = CausalAttention.apply(heads(q), heads(qk[:, :, s.heads:]), heads(qkv[:, :, 2]), self.mask)
            o = o.view(rows, s.heads, n, s.head).transpose(1, 2).reshape(rows, n, s.width)
            x = x + drop(F.linear(o, attention[i][3]))
            gate, up = F.linear(norm(x, 2 * i + 1), gate_up[i].view(2 * s.hidden, s.width)).chunk(2, -1)
            x = x + drop(F.linear(F.silu(gate) * up, down[i]))
        return F.linear(norm(x, 2 * s.layers), p["embedding"])
