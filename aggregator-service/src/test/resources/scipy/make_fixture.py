"""Scores at seven temperatures and what SciPy says of those at T >= 0.334. Run with SciPy 1.10 or later:

    python3 make_fixture.py

writes scores.csv (metric, temperature, value) and expected.json beside this file.
"""
import csv
import json
import pathlib

import numpy as np
from scipy import stats

HERE = pathlib.Path(__file__).parent
TEMPERATURES = [0.001, 0.334, 0.667, 1, 1.334, 1.667, 2]
rng = np.random.default_rng(20260301)
rows, expected = [], {}
for metric, logarithmic in (("edit_distance", False), ("reference_perplexity", True)):
    t = np.repeat(TEMPERATURES, 23)
    if logarithmic:
        value = np.round(np.exp(1.1 + 0.8 * t + rng.normal(0, 0.4, t.size)), 6)
    else:
        value = np.round(np.clip(0.6 + 0.08 * t + rng.normal(0, 0.06, t.size), 0, 1), 6)
        value[::9] = np.round(value[::9], 1)  # ties
    rows += [(metric, a, b) for a, b in zip(t, value)]
    headline = t > 0.01
    x, y = t[headline], value[headline]
    expected[metric] = {
        "n": int(x.size),
        "slope": stats.linregress(x, np.log(y) if logarithmic else y).slope,
        "pearson": stats.pearsonr(x, y)[0],
        "spearman": stats.spearmanr(x, y)[0],
        "kendall": stats.kendalltau(x, y)[0],
        "medianAt1": float(np.quantile(value[t == 1], 0.5)),
        "meanAt1": float(np.mean(value[t == 1])),
        "sdAt1": float(np.std(value[t == 1], ddof=1)),
    }
with open(HERE / "scores.csv", "w", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(["metric", "temperature", "value"])
    writer.writerows((m, f"{a:g}", f"{b:.6f}") for m, a, b in rows)
(HERE / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")
