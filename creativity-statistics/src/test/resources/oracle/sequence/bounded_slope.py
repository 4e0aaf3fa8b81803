"""Intervals of BoundedSlope from raw values, by NumPy and SciPy's brentq, one bet at a time.

Run with SciPy: python3 bounded_slope.py > bounded_slope.csv
Each row: case, temperature, value of one story; the interval of its case.
"""
import numpy as np
from scipy.optimize import brentq
from scipy.special import logsumexp

LAMBDAS = np.concatenate([64 / 2.0 ** np.arange(22), -64 / 2.0 ** np.arange(22)])


def psi(x):
    return -np.log(1 - x) - x


def interval(t, x, alpha=0.05):
    lines = [(a, b) for a in (np.arange(9) + 0.5) / 9 for b in (-0.3, -0.1, 0, 0.1, 0.3)]
    centres = [np.clip(a + b * (t - 1), 0, 1) for a, b in lines]
    # The nearest to the cells' means, weighted by n, is the one with the least sum of squares of the stories.
    c = min(centres, key=lambda c: np.sum((x - c) ** 2))
    pivots = np.arange(51) / 10
    pivot = pivots[np.argmin(np.abs(pivots - t.mean()))]

    def reach(direction, level):
        small = [lam for lam in LAMBDAS if np.max(np.abs(lam * direction)) <= 0.95]

        def excess(e):
            return logsumexp([lam * e - np.sum(psi(np.abs(lam * direction)) * (x - c) ** 2) for lam in small]) \
                - np.log(len(LAMBDAS) * level)
        return brentq(excess, 0, 1e5, xtol=1e-12, rtol=1e-14)

    sxx = np.sum((t - t.mean()) ** 2)
    slope = np.sum((t - t.mean()) * x) / sxx
    r = reach(t - pivot, 51 * 45 / (alpha * 0.9)) + abs(t.mean() - pivot) * reach(np.ones_like(t), 45 / (alpha * 0.1))
    return slope, slope - r / sxx, slope + r / sxx


rng = np.random.default_rng(11)
print("case,temperature,value,estimate,low,high")
for case, (temperatures, each, mean, sd) in enumerate([
    ([0.334, 0.667, 1.0, 1.334, 1.667, 2.0], [40] * 6, lambda t: 0.4 + 0.2 * t, 0.05),
    ([0.5, 1.0, 2.0], [12, 30, 7], lambda t: 0.9 - 0.02 * t, 0.03),
    ([0.2, 1.8], [150, 20], lambda t: 0.5 + 0 * t, 0.25),
]):
    t = np.repeat(temperatures, each)
    x = np.round(np.clip(mean(t) + sd * rng.standard_normal(len(t)), 0, 1), 6)
    result = interval(t, x)
    for ti, xi in zip(t, x):
        print(f"{case},{ti},{xi:.6f}," + ",".join(f"{v:.12g}" for v in result))
