import { dashboard } from '../dashboard.js';
import { runbook } from '../links.js';
import { both, type Which } from '../pairs.js';
import { lines, stacked, stat, table, type Unplaced } from '../panels.js';
import { allMetrics, now, over, series, whole, wholeOfAllMetrics } from '../queries.js';
import { seriesVariables } from '../variables.js';

const LINE = '{{metric}} {{model}} {{prompt}} {{source}}';

function slope(which: Which): Unplaced {
  return lines({
    title: `Slope of $${which} with its interval`,
    description:
      'Change of the metric per 1.0 of temperature (of its logarithm where scale is log), with both ends of the 95 % interval. An interval that holds 0 is no effect, whatever the line in the middle says.',
    unit: 'none',
    queries: over(
      [series('musemeter_temperature_slope', which), `${LINE} {{scale}}`],
      [series('musemeter_temperature_slope_low', which), `${LINE} low`],
      [series('musemeter_temperature_slope_high', which), `${LINE} high`],
    ),
    links:
      which === 'metric'
        ? [runbook('MusemeterNoveltyFalling'), runbook('MusemeterIntervalExcludesBaseline')]
        : [runbook('MusemeterIncoherenceRising')],
    threshold: 0,
    height: 9,
  });
}

function spearman(which: Which): Unplaced {
  return lines({
    title: `Spearman's rho of $${which} and temperature`,
    description:
      'Rank correlation. It depends on which temperatures were sampled: the same truth gives another rho under another design, so compare slopes between series.',
    unit: 'none',
    queries: over([series('musemeter_temperature_spearman', which), LINE]),
  });
}

const outcomes = [
  stacked({
    title: 'Outcomes',
    description: 'Stories of the window by what became of them, all metrics together. Expected is counted apart from the scores, so the parts must add up to it.',
    unit: 'short',
    queries: over(
      [`sum by (outcome) (${allMetrics('musemeter_scores')})`, '{{outcome}}'],
      [`sum(${allMetrics('musemeter_scores_pending')})`, 'pending'],
    ),
    links: [runbook('MusemeterPendingShare')],
  }),
  lines({
    title: 'Share without a score, by temperature',
    description: 'Unscorable or failed stories over all expected ones. Lines that lie apart bend the curve: what is missing then depends on temperature.',
    unit: 'percentunit',
    queries: over([
      `sum by (temperature) (${allMetrics('musemeter_metric_stories', 'outcome=~"unscorable|failed"')}) / (sum by (temperature) (${allMetrics('musemeter_metric_stories', 'outcome="expected"')}) > 0)`,
      'T {{temperature}}',
    ]),
    links: [runbook('MusemeterUnscorableDependsOnTemperature')],
  }),
];

const counts = [
  stat({
    title: 'Series',
    description: 'Series with the chosen labels. Nothing is merged across a component of a series.',
    unit: 'short',
    queries: over([`count(${allMetrics('musemeter_series_n')})`, 'series']),
  }),
  stat({
    title: 'Stories expected',
    description: 'Stories of the window, each counted once however many metrics score it, and counted apart from the scores.',
    unit: 'short',
    queries: over([
      // Series that differ by their samplers have stories of their own; those that differ by metric or evaluator have the same.
      `sum(max by (environment, source, model, prompt) (sum by (environment, source, model, prompt, metric, evaluator) (${allMetrics('musemeter_stories_expected')})))`,
      'stories',
    ]),
  }),
  stat({
    title: 'Related',
    description: 'Series whose interval excludes 0 and whose q, corrected for all series looked at, is at most .05.',
    unit: 'short',
    queries: over([`sum(${allMetrics('musemeter_series_verdict', 'kind="Related"')})`, 'related']),
  }),
  stat({
    title: 'Undecided',
    description: 'Series with too few stories, one temperature only, or no variation: "not enough" is an answer.',
    unit: 'short',
    queries: over([
      `sum(${allMetrics('musemeter_series_verdict', 'kind=~"InsufficientData|InsufficientVariation|Degenerate"')})`,
      'undecided',
    ]),
  }),
  stat({
    title: 'Share without a score',
    description: 'Unscorable or failed stories over all expected ones, all metrics together.',
    unit: 'percentunit',
    queries: over([
      `sum(${allMetrics('musemeter_scores', 'outcome=~"unscorable|failed"')}) / (sum(${allMetrics('musemeter_stories_expected')}) > 0)`,
      'share',
    ]),
    threshold: 0.1,
  }),
  stat({
    title: 'Pending share',
    description: 'Expected stories that no scorer has said anything about yet, over all expected ones.',
    unit: 'percentunit',
    queries: over([
      `sum(${allMetrics('musemeter_scores_pending')}) / (sum(${allMetrics('musemeter_stories_expected')}) > 0)`,
      'share',
    ]),
    links: [runbook('MusemeterPendingShare')],
    threshold: 0.2,
  }),
];

const effects = table({
  title: 'Effects of temperature, every metric',
  description: 'One row a series: slope per 1.0 of temperature, its 95 % interval, q and the scores behind it; slopes of perplexity, lexical diversity (MTLD) and compression are of the logarithm. Read novelty and coherence together: word salad is as novel as can be.',
  unit: 'none',
  queries: now(
    // Rows are merged by their labels, and only the slopes have this one.
    [`max without (scale) (${allMetrics('musemeter_temperature_slope')})`, ''],
    [`max without (scale) (${allMetrics('musemeter_temperature_slope_low')})`, ''],
    [`max without (scale) (${allMetrics('musemeter_temperature_slope_high')})`, ''],
    [allMetrics('musemeter_temperature_slope_q'), ''],
    [allMetrics('musemeter_series_n'), ''],
  ),
  transformations: [
    { id: 'merge', options: {} },
    {
      id: 'organize',
      options: {
        excludeByName: {
          Time: true,
          __name__: true,
          evaluator: true,
          instance: true,
          job: true,
          namespace: true,
          pod: true,
          series: true,
          service: true,
          window: true,
        },
        indexByName: {
          metric: 0,
          'Value #A': 1,
          'Value #B': 2,
          'Value #C': 3,
          'Value #D': 4,
          'Value #E': 5,
          model: 6,
          prompt: 7,
          source: 8,
          environment: 9,
        },
        renameByName: {
          'Value #A': 'slope',
          'Value #B': 'low',
          'Value #C': 'high',
          'Value #D': 'q',
          'Value #E': 'n',
        },
      },
    },
  ],
  height: 12,
});

const sure = [
  lines({
    title: 'q of the slope, every metric',
    description: 'The p-value of no slope, adjusted for all series of the window (Benjamini and Hochberg 1995). It moves with every tick: look at the evidence below before acting on a change.',
    unit: 'none',
    queries: over([allMetrics('musemeter_temperature_slope_q'), LINE]),
    threshold: 0.05,
  }),
  stacked({
    title: 'Verdicts',
    description: 'How many series have which verdict. ManipulationCheck tests the system, not the model.',
    unit: 'short',
    queries: over([`sum by (kind) (${allMetrics('musemeter_series_verdict')})`, '{{kind}}']),
  }),
];

function sequence(which: Which): Unplaced {
  return lines({
    title: `Slope of $${which} since its epoch began`,
    description:
      'The slope over all scores since the series or its present response model began, with a 95 % interval that holds whenever one looks, however often.',
    unit: 'none',
    queries: over(
      [whole('musemeter_temperature_sequence', which), LINE],
      [whole('musemeter_temperature_sequence_low', which), `${LINE} low`],
      [whole('musemeter_temperature_sequence_high', which), `${LINE} high`],
    ),
    threshold: 0,
  });
}

function evidence(which: Which): Unplaced {
  return lines({
    title: `Evidence that temperature matters for $${which}`,
    description:
      'Natural logarithm of the e-value, gathered over days that are over. 3 (an e-value of 20) is enough for one series. Empty for the first days.',
    unit: 'none',
    queries: over([whole('musemeter_evidence_log_e', which), LINE]),
    threshold: 3,
  });
}

const changes = table({
  title: 'What changed, every metric',
  description:
    'Latest change of each kind: a detector\'s alarm on level or relation, another response model or fingerprint behind the same name. Empty while nothing has changed.',
  unit: 'dateTimeAsIso',
  queries: now([`1000 * ${wholeOfAllMetrics('musemeter_series_change_timestamp_seconds')}`, '']),
  transformations: [
    {
      id: 'organize',
      options: {
        excludeByName: { Time: true, evaluator: true, instance: true, job: true, namespace: true, pod: true, series: true, service: true },
        indexByName: { Value: 0, kind: 1, direction: 2, metric: 3, model: 4, prompt: 5, source: 6, environment: 7 },
        renameByName: { Value: 'at' },
      },
    },
  ],
});

export const creativityOverview = dashboard(
  'musemeter-overview',
  'Creativity overview',
  'What temperature does to each metric, how sure that is, and what is missing.',
  seriesVariables,
  [
    {
      title: 'Now',
      guide:
        '**How to read this.** All panels speak of one *window* and of the series that the variables choose. *Metric* picks what the panels on the left show, *Coherence beside it* what those on the right show: novelty without coherence is noise.',
      panels: [counts],
    },
    {
      title: 'Effect of temperature',
      guide:
        '**Slopes and coefficients.** A slope is the change of a metric per 1.0 of temperature; metrics with `scale="log"` state the change of the natural logarithm. Slopes compare between series; Pearson\'s and Spearman\'s coefficients do not, since they depend on the temperatures sampled. The arm at T up to 0.01 is the exemplar\'s twin and is left out.',
      panels: [[effects], both(slope), both(spearman), sure],
    },
    {
      title: 'Since when',
      guide:
        '**Figures that may be looked at all the time.** A rolling p-value crosses .05 sooner or later on nothing at all. The interval of the sequence and the evidence below hold at every moment at once, and the detectors alarm rarely while nothing changes: act on these.',
      panels: [both(sequence), both(evidence), [changes]],
    },
    {
      title: 'What is missing',
      guide:
        '**Stories without a score.** Expected = scored + unscorable + failed + sampled out + pending. Timeouts and cut-off stories become more frequent as temperature rises, so a gap that depends on temperature bends every figure above.',
      panels: [outcomes],
    },
  ],
);
