"""Makes the data sets and figures that the length-adjusted slope and the bounds for missing scores are tested against.

Run in this folder with Python 3, NumPy, SciPy 1.10 and statsmodels 0.13. The slope is a contrast of the analysis of covariance that
statsmodels fits; its error is the sandwich of the whole design matrix with a variance for each temperature, each freed of the
leverage that statsmodels reports. HC3 stands beside it. Trimming bounds come from the single values, and the bootstrap measures
their errors.
"""

import csv
import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats

rng = np.random.default_rng(20260711)
SWEEP = [0.334, 0.667, 1.0, 1.334, 1.667, 2.0]
figures = {}


def put(key, value):
    figures[key] = repr(float(value))


def design(t, words):
    levels = np.unique(t)
    x = np.column_stack([(t[:, None] == levels[None, :]).astype(float), words])
    sxx = np.sum((t - t.mean()) ** 2)
    weights = [np.sum(t == v) * (v - t.mean()) / sxx for v in levels]
    return levels, x, np.array(weights + [0.0])


def slope(name, t, y, words):
    levels, x, contrast = design(t, words)
    fit = sm.OLS(y, x).fit()
    estimate = contrast @ fit.params
    put(f"{name}.slope", estimate)
    put(f"{name}.perWord", fit.params[-1])
    put(f"{name}.wordsPerTemperature", stats.linregress(t, words).slope)
    leverage = fit.get_influence().hat_matrix_diag
    variance = {v: np.sum(fit.resid[t == v] ** 2) / np.sum(1 - leverage[t == v]) for v in levels}
    inverse = np.linalg.inv(x.T @ x)
    omega = np.array([variance[v] for v in t])
    covariance = inverse @ (x.T * omega) @ x @ inverse
    error = np.sqrt(contrast @ covariance @ contrast)
    put(f"{name}.error", error)
    parts = []
    for v in levels:
        part = x[t == v]
        parts.append(variance[v] * contrast @ inverse @ part.T @ part @ inverse @ contrast)
    freedom = [np.sum(1 - leverage[t == v]) for v in levels]
    df = sum(parts) ** 2 / sum(p**2 / f for p, f in zip(parts, freedom))
    put(f"{name}.df", df)
    half = stats.t.ppf(0.975, df) * error
    put(f"{name}.low", estimate - half)
    put(f"{name}.high", estimate + half)
    put(f"{name}.p", 2 * stats.t.sf(abs(estimate / error), df))
    hc3 = sm.OLS(y, x).fit(cov_type="HC3")
    put(f"{name}.hc3", hc3.t_test(contrast).sd[0, 0])


def write(name, t, y, words):
    with open(f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in zip(t, y, words):
            writer.writerow([repr(float(row[0])), repr(float(row[1])), int(row[2])])


def slopes():
    sizes = [30, 55, 20, 40, 12, 35]
    t = np.repeat(SWEEP, sizes)
    words = np.round(rng.gamma(9, 6 + 8 * t)).astype(int) + 5
    y = np.round(np.clip(rng.normal(0.35 + 0.05 * t + 0.001 * words, 0.03 + 0.04 * t), 0, 1), 6)
    write("bounded", t, y, words)
    slope("bounded", t, y, words)
    y = np.round(np.exp(rng.normal(0.6 + 0.2 * t - 0.002 * words, 0.1 + 0.1 * t)) + 0.7, 6)
    write("perplexity", t, y, words)
    # The logarithm is kept on a grid of nine decimals.
    slope("perplexity", t, np.round(np.log(y), 9), words)


def trim(trimmed, whole, kept):
    """Means of the trimmed arm from below and from above; the value at the edge counts in part."""
    ordered = np.sort(trimmed)
    rest = kept * len(ordered)
    shares = np.clip(rest - np.arange(len(ordered)), 0, 1)
    return np.sum(ordered * shares) / rest, np.sum(ordered[::-1] * shares) / rest


def bounds(cold, cold_missing, hot, hot_missing):
    share = len(cold) / (len(cold) + cold_missing), len(hot) / (len(hot) + hot_missing)
    if share[1] > share[0]:
        low, high = trim(hot, cold, share[0] / share[1])
        return low - cold.mean(), high - cold.mean()
    low, high = trim(cold, hot, share[1] / share[0])
    return hot.mean() - high, hot.mean() - low


def lee_variance(trimmed, trimmed_missing, whole, whole_missing, kept, lowest):
    """Lee (2009), proposition 3, for the bound that keeps the lowest or the highest scores of the trimmed arm."""
    n = len(trimmed) + trimmed_missing + len(whole) + whole_missing
    treated = (len(trimmed) + trimmed_missing) / n
    p = 1 - kept
    alpha = len(whole) / (len(whole) + whole_missing)
    ordered = np.sort(trimmed) if lowest else np.sort(trimmed)[::-1]
    rest = kept * len(ordered)
    shares = np.clip(rest - np.arange(len(ordered)), 0, 1)
    mean = np.sum(ordered * shares) / rest
    variance = np.sum(shares * (ordered - mean) ** 2) / rest
    edge = ordered[int(np.ceil(rest)) - 1]
    selected = len(trimmed) / n
    share_variance = (1 - alpha / kept) / (treated * alpha / kept) + (1 - alpha) / ((1 - treated) * alpha)
    own = variance / (selected * kept) + (edge - mean) ** 2 * p / (selected * kept) + (edge - mean) ** 2 * share_variance
    other = np.var(whole) / (len(whole) / n)
    return (own + other) / n


def imbens_manski(low, high, low_error, high_error, level):
    gap = (high - low) / max(low_error, high_error)
    c = optimize.brentq(lambda c: stats.norm.cdf(c + gap) - stats.norm.cdf(-c) - level, 0, 10, xtol=1e-14)
    return low - c * low_error, high + c * high_error


def trimming():
    cold = np.round(rng.beta(4, 5, 400), 3)
    hot = np.round(rng.beta(5, 4, 310), 3)
    missing = 20, 110
    for name, arm in (("cold", cold), ("hot", hot)):
        with open(f"trimming-{name}.csv", "w") as file:
            file.writelines(f"{value!r}\n" for value in map(float, arm))
    low, high = bounds(cold, missing[0], hot, missing[1])
    kept = (310 / 420) / (400 / 420)
    # The cold arm is trimmed: its highest scores make the least difference.
    low_error = np.sqrt(lee_variance(cold, 20, hot, 110, kept, False))
    high_error = np.sqrt(lee_variance(cold, 20, hot, 110, kept, True))
    put("trimming.low", low)
    put("trimming.high", high)
    put("trimming.lowError", low_error)
    put("trimming.highError", high_error)
    interval = imbens_manski(low, high, low_error, high_error, 0.95)
    put("trimming.intervalLow", interval[0])
    put("trimming.intervalHigh", interval[1])
    draws = []
    for _ in range(4000):
        cold_scored = rng.binomial(420, 400 / 420)
        hot_scored = rng.binomial(420, 310 / 420)
        draws.append(bounds(rng.choice(cold, cold_scored), 420 - cold_scored, rng.choice(hot, hot_scored), 420 - hot_scored))
    put("trimming.bootstrapLowError", np.std(draws, axis=0)[0])
    put("trimming.bootstrapHighError", np.std(draws, axis=0)[1])


def worst_case():
    """Least and greatest slope with missing values filled in, as least squares over all values; errors as those of the slope."""
    scored = [18, 20, 15, 16]
    missing = [2, 0, 5, 9]
    temperatures = [0.5, 1.0, 1.5, 2.0]
    arms = [np.round(rng.beta(4, 4, n), 6) for n in scored]
    t = np.repeat(temperatures, [s + m for s, m in zip(scored, missing)])
    for j, arm in enumerate(arms):
        put(f"worst.{j}.mean", arm.mean())
        put(f"worst.{j}.variance", arm.var(ddof=1))
    for end in ("low", "high"):
        y = np.concatenate([
            np.append(arm, [float((x > t.mean()) == (end == "high"))] * m) for arm, m, x in zip(arms, missing, temperatures)
        ])
        fit = stats.linregress(t, y)
        levels, x, contrast = design(t, np.zeros(len(t)))
        cells = sm.OLS(y, x[:, :-1]).fit(cov_type="HC2").t_test(contrast[:-1])
        parts = [contrast[j] ** 2 * y[t == v].var(ddof=1) / np.sum(t == v) for j, v in enumerate(levels)]
        df = sum(parts) ** 2 / sum(p**2 / (np.sum(t == v) - 1) for p, v in zip(parts, levels))
        half = stats.t.ppf(0.975, df) * cells.sd[0, 0]
        put(f"worst.{end}", fit.slope)
        put(f"worst.interval.{end}", fit.slope - half if end == "low" else fit.slope + half)


slopes()
trimming()
worst_case()
with open("figures.properties", "w") as file:
    file.write("# Made by length.py; not edited by hand.\n")
    for key, value in figures.items():
        file.write(f"{key}={value}\n")
