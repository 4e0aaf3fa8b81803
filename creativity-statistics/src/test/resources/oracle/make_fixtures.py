"""Makes the fixtures that the statistics are tested against: data sets (*.csv) and figures (figures.properties).

Run in this folder with Python 3, SciPy 1.10, statsmodels 0.13 and NumPy. Every figure comes from a library, or, where none has it,
from a direct implementation by another route than the one in Java (numerical derivatives, weights, quadrature).
"""

import csv
import numpy as np
import statsmodels.api as sm
from scipy import integrate, optimize, stats
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oneway import anova_oneway
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20240502)
SWEEP = [0.334, 0.667, 1.0, 1.334, 1.667, 2.0]
figures = {}


def put(key, value):
    figures[key] = repr(float(value))


def datasets():
    t = np.repeat(SWEEP, 40)
    bounded = np.round(rng.beta(3 + 2 * t, 6), 6)
    yield "bounded", t, bounded
    yield "ratings", t, np.clip(np.round(rng.normal(2.6 + 0.4 * t, 1.1)), 1, 5)
    yield "perplexity", t, np.round(np.exp(rng.normal(0.1 + 0.25 * t, 0.05 + 0.2 * t)) + 0.5, 6)
    sizes = [6, 90, 15, 40, 8, 25]
    t = np.repeat(SWEEP, sizes)
    yield "unequal", t, np.round(0.4 - 0.05 * t + rng.standard_t(4, len(t)) * 0.05 * t, 6)


def cell_weights(t):
    w = {}
    sxx = np.sum((t - t.mean()) ** 2)
    for x in np.unique(t):
        w[x] = np.sum(t == x) * (x - t.mean()) / sxx
    return w


def slope(name, t, y):
    fit = stats.linregress(t, y)
    put(f"{name}.slope", fit.slope)
    put(f"{name}.slope.classicalError", fit.stderr)
    # In the saturated one-way model HC2 gives each cell mean the variance s^2/n.
    levels = np.unique(t)
    x = (t[:, None] == levels[None, :]).astype(float)
    model = sm.OLS(y, x).fit(cov_type="HC2")
    weights = cell_weights(t)
    contrast = np.array([weights[v] for v in levels])
    test = model.t_test(contrast)
    put(f"{name}.slope.error", test.sd[0, 0])
    parts = [weights[v] ** 2 * y[t == v].var(ddof=1) / np.sum(t == v) for v in levels]
    freedoms = [np.sum(t == v) - 1 for v in levels]
    df = sum(parts) ** 2 / sum(p**2 / f for p, f in zip(parts, freedoms))
    put(f"{name}.slope.df", df)
    half = stats.t.ppf(0.975, df) * test.sd[0, 0]
    put(f"{name}.slope.low", fit.slope - half)
    put(f"{name}.slope.high", fit.slope + half)
    put(f"{name}.slope.p", 2 * stats.t.sf(abs(fit.slope / test.sd[0, 0]), df))


def weighted_ranks(v, w):
    return np.array([np.sum(w[v < x]) + 0.5 * np.sum(w[v == x]) for x in v]) / w.sum()


def weighted_pearson(a, b, w):
    a = a - np.average(a, weights=w)
    b = b - np.average(b, weights=w)
    return np.sum(w * a * b) / np.sqrt(np.sum(w * a * a) * np.sum(w * b * b))


def weighted_spearman(t, y, w):
    return weighted_pearson(weighted_ranks(t, w), weighted_ranks(y, w), w)


def weighted_pairs(t, y, w):
    ww = np.outer(w, w)
    np.fill_diagonal(ww, 0)
    st = np.sign(t[:, None] - t[None, :])
    sy = np.sign(y[:, None] - y[None, :])
    return np.sum(ww * st * sy), np.sum(ww * (st != 0)), np.sum(ww * (sy != 0))


def weighted_kendall(t, y, w):
    s, x, v = weighted_pairs(t, y, w)
    return s / np.sqrt(x * v)


def weighted_somers(t, y, w):
    s, x, _ = weighted_pairs(t, y, w)
    return s / x


def jackknife_error(statistic, t, y):
    """Infinitesimal jackknife within temperatures: derivative of the statistic by the weight of each score."""
    n = len(t)
    step = 1e-4
    variance = 0.0
    for v in np.unique(t):
        inside = np.flatnonzero(t == v)
        derivative = []
        for i in inside:
            up, down = np.ones(n), np.ones(n)
            up[i] += step
            down[i] -= step
            up[inside] *= len(inside) / up[inside].sum()
            down[inside] *= len(inside) / down[inside].sum()
            derivative.append((statistic(t, y, up) - statistic(t, y, down)) / (2 * step))
        derivative = np.array(derivative)
        variance += len(inside) / (len(inside) - 1) * np.sum((derivative - derivative.mean()) ** 2)
    return np.sqrt(variance)


def ranks(name, t, y):
    r, p = stats.pearsonr(t, y)
    put(f"{name}.pearson", r)
    put(f"{name}.pearson.p", p)
    put(f"{name}.pearson.error", jackknife_error(weighted_pearson, t, y))
    rho, p = stats.spearmanr(t, y)
    put(f"{name}.spearman", rho)
    put(f"{name}.spearman.p", p)
    put(f"{name}.spearman.error", jackknife_error(weighted_spearman, t, y))
    tau, p = stats.kendalltau(t, y, method="asymptotic")
    put(f"{name}.kendall", tau)
    put(f"{name}.kendall.p", p)
    put(f"{name}.kendall.error", jackknife_error(weighted_kendall, t, y))
    put(f"{name}.somers", stats.somersd(t, y).statistic)
    put(f"{name}.somers.error", jackknife_error(weighted_somers, t, y))


def anova(name, t, y):
    groups = [y[t == v] for v in np.unique(t)]
    f, _ = stats.f_oneway(*groups)
    k, n = len(groups), len(y)
    put(f"{name}.omegaSquared", max(0, (k - 1) * (f - 1) / ((k - 1) * (f - 1) + n)))
    welch = anova_oneway(groups, use_var="unequal", welch_correction=True)
    put(f"{name}.welch.f", welch.statistic)
    put(f"{name}.welch.df", welch.df_denom)
    put(f"{name}.welch.p", welch.pvalue)


def quantiles(name, t, y):
    for p in (0.05, 0.25, 0.5, 0.75, 0.95):
        put(f"{name}.quantile.{p}", np.quantile(y[t == 1.0], p))
    put(f"{name}.mean", y[t == 1.0].mean())
    put(f"{name}.sd", y[t == 1.0].std(ddof=1))
    put(f"{name}.m3", stats.moment(y[t == 1.0], 3))
    put(f"{name}.m4", stats.moment(y[t == 1.0], 4))


def several():
    p = np.array([0.001, 0.2, 0.04, 0.04, 0.9, 0.012, 0.5])
    q = multipletests(p, method="fdr_bh")[1]
    for i, (a, b) in enumerate(zip(p, q)):
        put(f"bh.p.{i}", a)
        put(f"bh.q.{i}", b)
    for p in (1e-8, 1e-3, 0.05, 0.3, 0.9, 0.999):
        value, _ = integrate.quad(lambda kappa: kappa * p ** (kappa - 1), 0, 1, epsabs=0, epsrel=1e-12)
        put(f"evalue.{p}", value)
    effects = np.array([0.12, 0.30, 0.05, 0.22, -0.04])
    errors = np.array([0.05, 0.08, 0.04, 0.10, 0.06])
    pooled = combine_effects(effects, errors**2, method_re="iterated", use_t=True, atol=1e-14)
    put("pooled.mean", pooled.mean_effect_re)
    put("pooled.tau2", pooled.tau2)
    put("pooled.error", pooled.sd_eff_w_re_hksj)
    put("pooled.q", pooled.q)
    put("pooled.qP", stats.chi2.sf(pooled.q, 4))
    put("pooled.i2", pooled.i2)
    half = stats.t.ppf(0.975, 4) * pooled.sd_eff_w_re_hksj
    put("pooled.low", pooled.mean_effect_re - half)
    put("pooled.high", pooled.mean_effect_re + half)
    low, high = proportion_confint(7, 60, method="wilson")
    put("wilson.low", low)
    put("wilson.high", high)
    # Armitage: z is the correlation of dose and indicator times the root of n.
    total = [50, 50, 50, 50, 50, 50]
    missing = [1, 0, 2, 4, 5, 9]
    t = np.repeat(SWEEP, total)
    indicator = np.concatenate([[1] * m + [0] * (n - m) for n, m in zip(total, missing)])
    z = stats.pearsonr(t, indicator)[0] * np.sqrt(len(t))
    put("trend.z", z)
    put("trend.p", 2 * stats.norm.sf(abs(z)))


def knee():
    """A weighted broken stick through cell means, by nonlinear least squares."""
    means = np.array([0.70, 0.79, 0.868, 0.90, 0.902, 0.899])
    errors = np.array([0.010, 0.008, 0.007, 0.006, 0.006, 0.007])
    x = np.array(SWEEP)

    def misfit(knee):
        design = np.column_stack([np.ones_like(x), np.minimum(x, knee)]) / errors[:, None]
        return np.linalg.lstsq(design, means / errors, rcond=None)[1][0]

    grid = np.linspace(0.4, 1.9, 3001)
    start = grid[np.argmin([misfit(k) for k in grid])]
    best = optimize.minimize_scalar(misfit, bounds=(start - 0.01, start + 0.01), method="bounded").x
    put("knee", best)
    design = np.column_stack([np.ones_like(x), np.minimum(x, best)]) / errors[:, None]
    a, b = np.linalg.lstsq(design, means / errors, rcond=None)[0]
    put("knee.slope", b)
    put("knee.plateau", a + b * best)


for name, t, y in datasets():
    with open(f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in zip(t, y):
            writer.writerow([repr(float(row[0])), repr(float(row[1]))])
    slope(name, t, np.log(y) if name == "perplexity" else y)
    ranks(name, t, y)
    anova(name, t, np.log(y) if name == "perplexity" else y)
    quantiles(name, t, y)
several()
knee()
with open("figures.properties", "w") as file:
    file.write("# Made by make_fixtures.py; not edited by hand.\n")
    for key, value in figures.items():
        file.write(f"{key}={value}\n")
