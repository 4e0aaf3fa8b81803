"""Figures for the shape of one curve, the comparison of two, the choice of a temperature and the asymptotic sequence.

Run in this folder with Python 3, NumPy and SciPy 1.10; the data sets are those of make_fixtures.py, one folder up. Each figure takes
another route than the code: contrast matrices instead of leverages, numerical derivatives instead of formulas, root finding on
continuous curves instead of a grid, quadrature instead of a closed form.
"""

import csv
import numpy as np
from scipy import integrate, linalg, optimize, stats

figures = {}
DESIGN = np.array([0.334, 0.667, 1.0, 1.334, 1.667, 2.0])


def put(key, value):
    figures[key] = repr(float(value))


def data(name):
    with open(f"../{name}.csv") as file:
        rows = np.array([[float(v) for v in row] for row in csv.reader(file)])
    return rows[:, 0], np.log(rows[:, 1]) if name == "perplexity" else rows[:, 1]


def groups(t, y):
    return [(v, y[t == v]) for v in np.unique(t)]


def line_weights(levels, sizes):
    x = np.repeat(levels, sizes)
    return np.array([n * (v - x.mean()) for v, n in zip(levels, sizes)]) / np.sum((x - x.mean()) ** 2)


def design_standardised(name, cells):
    """Delta method with numerical derivatives, over the joint covariance of mean and variance in each cell."""
    levels = np.array([v for v, _ in cells])
    weights = line_weights(levels, [len(y) for _, y in cells])
    spread = DESIGN.var()

    def r(parameters):
        means, variances = parameters[::2], parameters[1::2]
        b = weights @ means
        return b * np.sqrt(spread) / np.sqrt(b * b * spread + variances.mean())

    start = np.array([f(y) for _, y in cells for f in (np.mean, lambda y: y.var(ddof=1))])
    gradient = []
    for i in range(len(start)):
        h = 1e-5 * max(1e-3, abs(start[i]))
        step = np.eye(len(start))[i] * h
        # Five points: the error is of the fourth order in h.
        gradient.append((-r(start + 2 * step) + 8 * r(start + step) - 8 * r(start - step) + r(start - 2 * step)) / (12 * h))
    parts = []
    for j, (_, y) in enumerate(cells):
        n = len(y)
        s2 = y.var(ddof=1)
        m3, m4 = stats.moment(y, 3), stats.moment(y, 4)
        covariance = np.array([[s2, m3], [m3, m4 - s2 * s2 * (n - 3) / (n - 1)]]) / n
        own = np.array(gradient[2 * j : 2 * j + 2])
        parts.append(own @ covariance @ own)
    df = sum(parts) ** 2 / sum(p * p / (len(y) - 1) for p, (_, y) in zip(parts, cells))
    estimate, error = r(start), np.sqrt(sum(parts))
    put(f"{name}.designR", estimate)
    put(f"{name}.designR.error", error)
    half = stats.t.ppf(0.975, df) * error / (1 - estimate**2)
    put(f"{name}.designR.low", np.tanh(np.arctanh(estimate) - half))
    put(f"{name}.designR.high", np.tanh(np.arctanh(estimate) + half))


def lack_of_fit(name, cells):
    """Johansen (1980) in matrices: every contrast of the means that a line leaves at 0."""
    levels = np.array([v for v, _ in cells])
    means = np.array([y.mean() for _, y in cells])
    v = np.diag([y.var(ddof=1) / len(y) for _, y in cells])
    r = linalg.null_space(np.vstack([np.ones_like(levels), levels])).T
    inverse = np.linalg.inv(r @ v @ r.T)
    statistic = (r @ means) @ inverse @ (r @ means)
    q = len(levels) - 2
    a = 0
    for j, (_, y) in enumerate(cells):
        k = v @ r.T @ inverse @ r @ np.diag(np.eye(len(levels))[j])
        a += (np.trace(k @ k) + np.trace(k) ** 2) / (len(y) - 1) / 2
    df = q * (q + 2) / (3 * a)
    f = statistic / (q + 2 * a - 6 * a / (q + 2))
    put(f"{name}.line.f", f)
    put(f"{name}.line.df", df)
    put(f"{name}.line.p", stats.f.sf(f, q, df))


def segment(cells):
    levels = np.array([v for v, _ in cells])
    weights = line_weights(levels, [len(y) for _, y in cells])
    b = sum(w * y.mean() for w, (_, y) in zip(weights, cells))
    parts = [w * w * y.var(ddof=1) / len(y) for w, (_, y) in zip(weights, cells)]
    df = sum(parts) ** 2 / sum(p * p / (len(y) - 1) for p, (_, y) in zip(parts, cells))
    return b, np.sqrt(sum(parts)), df


def two_lines(name, cells):
    """Simonsohn (2018): quadratic for the direction, flat stretch around the extreme, break moved by the weaker line."""
    t = np.concatenate([np.full(len(y), v) for v, y in cells])
    y = np.concatenate([y for _, y in cells])
    sign = -1 if np.polyfit(t, y, 2)[0] > 0 else 1
    inner = range(1, len(cells) - 1)
    extreme = max(inner, key=lambda j: sign * cells[j][1].mean())
    top = cells[extreme][1]
    flat = [j for j in inner if abs(cells[j][1].mean() - top.mean()) <= stats.sem(top)]
    middle = flat[(len(flat) - 1) // 2]
    before, after = segment(cells[: middle + 1]), segment(cells[middle:])
    z = abs(before[0] / before[1]), abs(after[0] / after[1])
    at = flat[int(np.floor((len(flat) - 1) * z[1] / (z[0] + z[1]) + 0.5))]
    put(f"{name}.two.break", cells[at][0])
    for side, part in (("before", cells[: at + 1]), ("after", cells[at:])):
        b, error, df = segment(part)
        put(f"{name}.two.{side}", b)
        put(f"{name}.two.{side}.p", 2 * stats.t.sf(abs(b / error), df))


def knee_interval():
    """Profile of the weighted broken stick of make_fixtures.py: where it rises beyond the critical value."""
    means = np.array([0.70, 0.79, 0.868, 0.90, 0.902, 0.899])
    errors = np.array([0.010, 0.008, 0.007, 0.006, 0.006, 0.007])

    def misfit(knee):
        x = np.column_stack([np.ones_like(DESIGN), np.minimum(DESIGN, knee)]) / errors[:, None]
        return np.linalg.lstsq(x, means / errors, rcond=None)[1][0]

    grid = np.linspace(0.4, 1.9, 3001)
    start = grid[np.argmin([misfit(k) for k in grid])]
    best = optimize.minimize_scalar(misfit, bounds=(start - 0.01, start + 0.01), method="bounded", options={"xatol": 1e-12})
    rise = max(1, best.fun / 3) * stats.t.ppf(0.975, 6 * 99) ** 2
    beyond = lambda k: misfit(k) - best.fun - rise
    put("knee.low", optimize.brentq(beyond, 0.7, best.x))
    put("knee.high", optimize.brentq(beyond, best.x, 1.9))


OLD = [(0.334, 60, 0.31, 0.010), (0.667, 45, 0.42, 0.012), (1.0, 80, 0.50, 0.015), (1.334, 50, 0.57, 0.020), (2.0, 30, 0.60, 0.030)]
NEW = [(0.334, 40, 0.25, 0.009), (1.0, 70, 0.41, 0.014), (1.334, 35, 0.49, 0.016), (1.667, 55, 0.55, 0.022), (2.0, 30, 0.63, 0.035)]


def curve_at(cells, t):
    """Mean and variance parts of a point on the straight pieces through the means."""
    x = np.array([c[0] for c in cells])
    weights = np.array([np.interp(t, x, row) for row in np.eye(len(x))])
    mean = sum(w * c[2] for w, c in zip(weights, cells))
    return mean, [(w * w * c[3] / c[1], c[1] - 1) for w, c in zip(weights, cells) if w > 0]


def welch(parts):
    variance = sum(v for v, _ in parts)
    return np.sqrt(variance), variance**2 / sum(v * v / f for v, f in parts)


def curves():
    for old in (0.5, 0.8, 1.2):
        target, target_parts = curve_at(OLD, old)

        def gap(t):
            mean, parts = curve_at(NEW, t)
            return mean - target, *welch(parts + target_parts)

        def excess(t):
            mean, error, df = gap(t)
            return abs(mean) - stats.t.ppf(0.975, df) * error

        centre = optimize.brentq(lambda t: gap(t)[0], 0.334, 2.0, xtol=1e-14)
        put(f"equivalent.{old}", centre)
        put(f"equivalent.{old}.low", optimize.brentq(excess, 0.334, centre, xtol=1e-14) if excess(0.334) > 0 else 0.334)
        put(f"equivalent.{old}.high", optimize.brentq(excess, centre, 2.0, xtol=1e-14) if excess(2.0) > 0 else 2.0)
    common = [(o, n) for o in OLD for n in NEW if o[0] == n[0]]
    for o, n in common:
        test = stats.ttest_ind_from_stats(n[2], np.sqrt(n[3]), n[1], o[2], np.sqrt(o[3]), o[1], equal_var=False)
        put(f"difference.{o[0]}.p", test.pvalue)
        error, df = welch([(o[3] / o[1], o[1] - 1), (n[3] / n[1], n[1] - 1)])
        put(f"difference.{o[0]}.low", n[2] - o[2] - stats.t.ppf(0.975, df) * error)
        put(f"difference.{o[0]}.bandLow", n[2] - o[2] - stats.t.ppf(1 - 0.025 / len(common), df) * error)
    parts = [(c[3] / c[1] / len(common) ** 2, c[1] - 1) for pair in common for c in pair]
    mean = np.mean([n[2] - o[2] for o, n in common])
    error, df = welch(parts)
    put("average", mean)
    put("average.low", mean - stats.t.ppf(0.975, df) * error)
    put("average.p", 2 * stats.t.sf(abs(mean / error), df))


def best():
    """Multiple comparisons with the best, from the tests of scipy."""
    alpha = 0.05 / (len(NEW) - 1)
    for goal, sign in (("highest", 1), ("lowest", -1)):
        for i, one in enumerate(NEW):
            others = [o for j, o in enumerate(NEW) if j != i]
            bounds = []
            for other in others:
                error, df = welch([(one[3] / one[1], one[1] - 1), (other[3] / other[1], other[1] - 1)])
                gap = sign * (one[2] - other[2])
                bounds.append((gap - stats.t.ppf(1 - alpha, df) * error, gap + stats.t.ppf(1 - alpha, df) * error))
            put(f"best.{goal}.{one[0]}.low", min(0, min(b[0] for b in bounds)))
            put(f"best.{goal}.{one[0]}.high", max(0, min(b[1] for b in bounds)))
            beaten = any(
                stats.ttest_ind_from_stats(
                    sign * o[2], np.sqrt(o[3]), o[1], sign * one[2], np.sqrt(one[3]), one[1], equal_var=False, alternative="greater"
                ).pvalue
                < alpha
                for o in others
            )
            put(f"best.{goal}.{one[0]}.candidate", 0 if beaten else 1)


def asymptotic():
    """Where the normal mixture of likelihood ratios reaches 1/alpha, by quadrature over the mixing density."""
    for n in (20, 500, 4000):
        for tightest in (50, 500):
            alpha, sigma = 0.05, 2.0
            rho = np.sqrt((-2 * np.log(alpha) + np.log(-2 * np.log(alpha) + 1)) / tightest)

            def mixture(s):
                peak = s * rho * rho / (1 + n * rho * rho)
                width = 12 * rho / np.sqrt(1 + n * rho * rho)
                value, _ = integrate.quad(
                    lambda u: np.exp(u * s - u * u * n / 2) * stats.norm.pdf(u, 0, rho),
                    peak - width, peak + width, epsabs=0, epsrel=1e-12, limit=200)
                return value

            s = optimize.brentq(lambda s: np.log(mixture(s)) - np.log(1 / alpha), 0.1, 20 * np.sqrt(n), xtol=1e-12)
            put(f"asymptotic.{n}.{tightest}", sigma * s / n)


for name in ("bounded", "ratings", "perplexity", "unequal"):
    cells = groups(*data(name))
    design_standardised(name, cells)
    lack_of_fit(name, cells)
    two_lines(name, cells)
knee_interval()
curves()
best()
asymptotic()
with open("figures.properties", "w") as file:
    file.write("# Made by curves.py; not edited by hand.\n")
    for key, value in figures.items():
        file.write(f"{key}={value}\n")
