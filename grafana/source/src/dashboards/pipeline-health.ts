import { dashboard } from '../dashboard.js';
import { runbook } from '../links.js';
import { lines, stacked, stat, table } from '../panels.js';
import { now, over, withExemplars } from '../queries.js';
import { plainVariables } from '../variables.js';

const state = [
  stat({
    title: 'Alerts firing',
    description: "Musemeter's alerts that fire now. Empty when none does.",
    unit: 'short',
    queries: over(['count(ALERTS{alertname=~"Musemeter.*",alertstate="firing"}) or vector(0)', 'alerts']),
    threshold: 1,
  }),
  stat({
    title: 'Partitions without owner',
    description: 'Partitions that no aggregator processes.',
    unit: 'short',
    queries: over(['max by (topic) (musemeter_partitions) - sum by (topic) (musemeter_partitions_owned)', '{{topic}}']),
    links: [runbook('MusemeterPartitionWithoutOwner')],
    threshold: 1,
  }),
  stat({
    title: 'Series without gauges',
    description: 'Series beyond the bound on label values. Page and API have them; their stories count under `other`.',
    unit: 'short',
    queries: over(['sum(musemeter_series_unexported)', 'series']),
    links: [runbook('MusemeterLabelsAtBound')],
    threshold: 1,
  }),
  table({
    title: 'What runs',
    description: 'Version and Kafka client of every process.',
    unit: 'none',
    queries: now(['musemeter_build_info', '']),
    transformations: [
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true, __name__: true, Value: true, job: true },
          indexByName: { service: 0, instance: 1, version: 2, kafka: 3 },
          renameByName: {},
        },
      },
    ],
    height: 4,
  }),
];

const storiesIn = lines({
  title: 'Stories in',
  description: 'Stories a second that Kafka has acknowledged, by source and by what became of their writing.',
  unit: 'ops',
  queries: over([
    'sum by (source, outcome) (rate(musemeter_generator_stories_total[$__rate_interval]))',
    '{{source}} {{outcome}}',
  ]),
  links: [runbook('MusemeterNoData')],
});

const accepted = lines({
  title: 'Scores counted',
  description: 'Scores a second that the aggregators counted.',
  unit: 'ops',
  queries: over(['sum by (outcome) (rate(musemeter_scores_accepted_total[$__rate_interval]))', '{{outcome}}']),
});

const delay = lines({
  title: 'From story to answer',
  description:
    "From a story's event time to the counting of its score, live sources only: median and 95th percentile. Points are examples that link to the trace of the request.",
  unit: 's',
  queries: withExemplars(
    over(
      [
        'histogram_quantile(0.5, sum by (family, le) (rate(musemeter_score_delay_seconds_bucket[$__rate_interval])))',
        '{{family}} median',
      ],
      [
        'histogram_quantile(0.95, sum by (family, le) (rate(musemeter_score_delay_seconds_bucket[$__rate_interval])))',
        '{{family}} 95 %',
      ],
    ),
  ),
});

const pending = lines({
  title: 'Pending share by metric',
  description: 'Expected stories without any outcome yet, over all expected ones, in the last hour or, for finite sources, in all.',
  unit: 'percentunit',
  queries: over([
    'sum by (metric) (musemeter_scores_pending{window=~"1h|all"}) / (sum by (metric) (musemeter_stories_expected{window=~"1h|all"}) > 0)',
    '{{metric}}',
  ]),
  links: [runbook('MusemeterPendingShare')],
  threshold: 0.2,
});

const rejected = lines({
  title: 'Records rejected',
  description: 'Records that broke the contract, by the field that did. They are kept in the rejected topics with origin and reason.',
  unit: 'short',
  queries: over(
    ['sum by (field) (increase(musemeter_generator_rejected_total[$__rate_interval]))', 'at the door: {{field}}'],
    ['sum by (field) (increase(musemeter_stories_rejected_total[$__rate_interval]))', 'stories: {{field}}'],
    ['sum by (field) (increase(musemeter_scores_rejected_total[$__rate_interval]))', 'scores: {{field}}'],
  ),
  links: [runbook('MusemeterRejectedGrowing')],
});

const repeated = lines({
  title: 'Repeated and late scores',
  description: 'Scores a second that changed nothing: counted before, or more than a day behind their series.',
  unit: 'ops',
  queries: over(
    ['sum(rate(musemeter_scores_duplicate_total[$__rate_interval]))', 'counted before'],
    ['sum(rate(musemeter_scores_too_late_total[$__rate_interval]))', 'too late'],
  ),
});

const streams = stacked({
  title: 'State of Kafka Streams',
  description: 'Aggregators by state. All should be RUNNING but for moments of rebalancing.',
  unit: 'short',
  queries: over(['sum by (state) (musemeter_streams_state) > 0', '{{state}}']),
  links: [runbook('MusemeterPartitionWithoutOwner')],
});

const tick = lines({
  title: 'Time of a tick',
  description: '95th percentile of the time to recompute the series that had changed. It has to stay below the time between ticks.',
  unit: 's',
  queries: over([
    'histogram_quantile(0.95, sum by (le) (rate(musemeter_tick_seconds_bucket[$__rate_interval])))',
    '95 %',
  ]),
  threshold: 2,
});

const topicLag = lines({
  title: 'Records waiting for the aggregators',
  description: 'By topic, over all instances.',
  unit: 'short',
  queries: over(['sum by (topic) (musemeter_topic_lag_records)', '{{topic}}']),
});

const view = lines({
  title: 'Records the views have not read',
  description: 'How far page and API are behind, by instance.',
  unit: 'short',
  queries: over(['musemeter_view_lag_records', '{{instance}}']),
  links: [runbook('MusemeterViewBehind')],
});

export const pipelineHealth = dashboard(
  'musemeter-pipeline',
  'Pipeline health',
  'Whether every story becomes a score and every score an answer.',
  plainVariables,
  [
    {
      title: 'Now',
      guide:
        '**How to read this.** Expected = scored + unscorable + failed + sampled out + pending. A gap that stays is a loss; a record that broke the contract is in a rejected topic with its origin.',
      panels: [state],
    },
    {
      title: 'Flow',
      guide:
        '**From left to right, from top to bottom**: what comes in, what is counted, how long it takes, what is still under way.',
      panels: [
        [storiesIn, accepted],
        [delay, pending],
      ],
    },
    {
      title: 'Trouble',
      guide:
        '**Nothing here is the good case** for rejections, repeats and late scores: their counters begin when the first one comes.',
      panels: [
        [rejected, repeated],
        [streams, tick],
        [topicLag, view],
      ],
    },
  ],
);
