"""Policy differences from raw stories, by NumPy: Hájek's weighted means as a weighted regression on indicators with its sandwich
(White 1980) variance, and the doubly robust difference as the mean of its influence values.

Run: python3 policy.py > policy.csv
Each row: temperature, propensity, value of one story; then the figures of after - before.
"""
import numpy as np

rng = np.random.default_rng(5)
ARMS = np.array([0.4, 0.8, 1.2])
rows = []
for i in range(240):
    # The probabilities change half way, as they do when an assignment is adapted.
    p = np.array([0.6, 0.3, 0.1]) if i < 120 else np.array([0.2, 0.3, 0.5])
    j = rng.choice(3, p=p)
    y = np.clip(0.3 + 0.15 * ARMS[j] ** 2 + (0.05 if i < 120 else 0) + 0.1 * rng.standard_normal(), 0, 1)
    rows.append((ARMS[j], p[j], round(float(y), 6)))
T, P, Y = map(np.array, zip(*rows))
W = np.round(1 / P, 6)
before = {0.4: 1.0}
after = {0.8: 0.5, 1.2: 0.5}
d = np.array([after.get(t, 0) - before.get(t, 0) for t in ARMS])


def hajek():
    X = (T[:, None] == ARMS).astype(float)
    bread = np.linalg.inv(X.T @ (W[:, None] * X))
    params = bread @ X.T @ (W * Y)
    scores = X * (W * (Y - X @ params))[:, None]
    covariance = bread @ scores.T @ scores @ bread
    n = X.sum(axis=0)
    v = np.diag(covariance) * n / (n - 1)
    kish = np.array([W[T == t].sum() ** 2 / (W[T == t] ** 2).sum() for t in ARMS])
    part = d ** 2 * v
    return d @ params, np.sqrt(part.sum()), part.sum() ** 2 / (part ** 2 / np.maximum(1, kish - 1)).sum(), kish[d != 0].sum()


def robust():
    n = np.array([(T == t).sum() for t in ARMS])
    means = np.array([np.average(Y[T == t], weights=W[T == t]) for t in ARMS])
    slope, intercept = np.polyfit(ARMS, means, 1, w=np.sqrt(n))
    m = intercept + slope * ARMS
    index = np.searchsorted(ARMS, T)
    influence = d @ m + d[index] * W * (Y - m[index])
    return influence.mean(), influence.std(ddof=1) / np.sqrt(len(Y))


if __name__ == "__main__":
    figures = (*hajek(), *robust())
    print("temperature,propensity,value," + "hajek,hajekSe,df,kish,robust,robustSe")
    for t, p, y in rows:
        print(f"{t},{p},{y:.6f}," + ",".join(f"{f:.12g}" for f in figures))
