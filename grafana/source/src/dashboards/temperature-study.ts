import { dashboard } from '../dashboard.js';
import { runbook } from '../links.js';
import { both, type Which } from '../pairs.js';
import { lines, overTemperature, stacked, type Unplaced } from '../panels.js';
import { now, over, series } from '../queries.js';
import { seriesVariables } from '../variables.js';

const LINE = '{{model}} {{prompt}} {{source}}';

/** Names each line by what tells series apart, so that nothing is merged. */
function named(expression: string, ...labels: string[]): string {
  return `label_join(${expression}, "line", " / ", ${labels.map((label) => `"${label}"`).join(', ')})`;
}

function mean(which: Which): Unplaced {
  return overTemperature({
    title: `Mean of $${which} at each temperature`,
    description:
      'The curve behind the slope, in the metric\'s own unit. A coefficient hides saturation and U-shapes; this does not.',
    unit: 'none',
    queries: now([named(series('musemeter_metric_mean', which), 'source', 'model', 'prompt', 'evaluator'), '']),
    height: 9,
  });
}

function quantiles(which: Which): Unplaced {
  return overTemperature({
    title: `Quartiles of $${which} at each temperature`,
    description: 'Lower quartile, median and upper quartile of the scores at each temperature, in the metric\'s own unit.',
    unit: 'none',
    queries: now([
      named(series('musemeter_metric_quantile', which, 'probability=~"0.25|0.5|0.75"'), 'probability', 'source', 'model', 'prompt', 'evaluator'),
      '',
    ]),
    height: 9,
  });
}

function deviation(which: Which): Unplaced {
  return overTemperature({
    title: `Standard deviation of $${which} at each temperature`,
    description: 'Missing where fewer than five distinct texts came: no variance is claimed for the same story repeated.',
    unit: 'none',
    queries: now([named(series('musemeter_metric_sd', which), 'source', 'model', 'prompt', 'evaluator'), '']),
  });
}

function meanOverTime(which: Which): Unplaced {
  return lines({
    title: `Mean of $${which} over time`,
    description: 'One line a temperature and series, of the chosen window. In window all the lines settle as stories come in.',
    unit: 'none',
    queries: over([series('musemeter_metric_mean', which), `T {{temperature}} ${LINE}`]),
  });
}

function coefficients(which: Which): Unplaced {
  return lines({
    title: `Coefficients of $${which}`,
    description: "Pearson's r, Spearman's rho and Kendall's tau-b with temperature. All depend on which temperatures were sampled.",
    unit: 'none',
    queries: over(
      [series('musemeter_temperature_pearson', which), `r ${LINE}`],
      [series('musemeter_temperature_spearman', which), `rho ${LINE}`],
      [series('musemeter_temperature_kendall', which), `tau-b ${LINE}`],
    ),
  });
}

function explained(which: Which): Unplaced {
  return lines({
    title: `Variance of $${which} that temperature explains`,
    description: 'Omega squared: the share of the variance between stories that their temperature accounts for.',
    unit: 'percentunit',
    queries: over([series('musemeter_temperature_omega_squared', which), LINE]),
  });
}

const basis = [
  lines({
    title: 'Scores behind the headline',
    description: 'n of the headline figures of $metric: without T up to 0.01 and without stories that the bound on their tokens cut.',
    unit: 'short',
    queries: over([series('musemeter_series_n', 'metric'), LINE]),
  }),
  lines({
    title: 'Distinct temperatures',
    description: 'With one there is no effect to speak of; with two there is no shape.',
    unit: 'short',
    queries: over([series('musemeter_series_distinct_temperatures', 'metric'), LINE]),
  }),
];

const missing = [
  stacked({
    title: 'Stories by outcome and temperature',
    description: 'Stories of the window by what became of them. truncated counts within the others.',
    unit: 'short',
    queries: over([
      `sum by (temperature, outcome) (${series('musemeter_metric_stories', 'metric', 'outcome!~"expected|truncated"')})`,
      'T {{temperature}} {{outcome}}',
    ]),
  }),
  lines({
    title: 'Share cut by the bound on tokens',
    description: 'Truncated stories over expected ones at each temperature. They are left out of the headline.',
    unit: 'percentunit',
    queries: over([
      `sum by (temperature) (${series('musemeter_metric_stories', 'metric', 'outcome="truncated"')}) / (sum by (temperature) (${series('musemeter_metric_stories', 'metric', 'outcome="expected"')}) > 0)`,
      'T {{temperature}}',
    ]),
    links: [runbook('MusemeterUnscorableDependsOnTemperature')],
  }),
];

export const temperatureStudy = dashboard(
  'musemeter-temperature-study',
  'Temperature study',
  'The curve of a metric over temperature, with the coherence of the same stories beside it.',
  seriesVariables,
  [
    {
      title: 'Curves over temperature',
      guide:
        '**How to read this.** On the left the chosen *metric*, on the right the *coherence* metric of the same stories. A rise on the left that comes with a collapse on the right is noise, not creativity. Bars are means or quartiles of the chosen window; the arm at T up to 0.01 is the exemplar\'s twin and is left out of the headline, not of these curves.',
      panels: [both(mean), both(quantiles), both(deviation)],
    },
    {
      title: 'Over time',
      guide:
        '**Levels.** Lines of one temperature that move together point to the model, the prompt or the scorer; lines that move apart point to the effect of temperature.',
      panels: [both(meanOverTime)],
    },
    {
      title: 'How sure',
      guide:
        '**What the figures rest on.** n counts scores, not prompts. Omega squared near 0 with a clear slope is a small but certain effect: one story still says little about its temperature.',
      panels: [both(coefficients), both(explained), basis],
    },
    {
      title: 'What was left out',
      guide:
        '**Stories without a score** are counted at each temperature. Where their share depends on temperature, the curve above is bent by what is missing.',
      panels: [missing],
    },
  ],
);
