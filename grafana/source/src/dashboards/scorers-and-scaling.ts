import { dashboard } from '../dashboard.js';
import { runbook } from '../links.js';
import { lines, stacked } from '../panels.js';
import { over } from '../queries.js';
import { familyVariables } from '../variables.js';

// Every JVM that Prometheus scrapes has these names; ours say what they were built from.
const OURS = 'and on (job, instance) musemeter_build_info';

// A re-scoring reads the log in a group of its own; what scales is live scoring.
const FAMILY = 'family=~"$family",purpose="live"';

function rate(name: string, by = 'family', more = ''): string {
  return `sum by (${by}) (rate(${name}{${FAMILY}${more}}[$__rate_interval]))`;
}

const lag = lines({
  title: 'Lag',
  description: 'Stories that wait for the family, over all its instances. What KEDA scales on.',
  unit: 'short',
  queries: over([`sum by (family) (musemeter_scorer_lag{${FAMILY}})`, '{{family}}']),
  links: [runbook('MusemeterScorerLag')],
});

const handled = lines({
  title: 'Stories handled',
  description: 'Stories a second that the family is done with, whatever came of them.',
  unit: 'ops',
  queries: over([rate('musemeter_scorer_stories_total'), '{{family}}']),
});

const drain = lines({
  title: 'Time to drain the lag',
  description: 'Lag over the present rate: how long it takes if nothing more comes in.',
  unit: 's',
  queries: over([
    `sum by (family) (musemeter_scorer_lag{${FAMILY}}) / (${rate('musemeter_scorer_stories_total')} > 0)`,
    '{{family}}',
  ]),
  links: [runbook('MusemeterScorerLag')],
  threshold: 600,
});

const outcomes = lines({
  title: 'Scores by outcome',
  description: 'Scores a second by what they came to. Unscorable is an answer; failed is the scorer\'s fault.',
  unit: 'ops',
  queries: over([rate('musemeter_scorer_scores_total', 'family, outcome'), '{{family}} {{outcome}}']),
});

const partitions = lines({
  title: 'Partitions of the stories topic by family',
  description: 'Over all instances. They must add up to the partitions of the topic; instances beyond that number stay idle.',
  unit: 'short',
  queries: over(
    [`sum by (family) (musemeter_scorer_partitions{${FAMILY}})`, '{{family}}'],
    ['max(musemeter_partitions{topic="stories"})', 'partitions of stories'],
  ),
  links: [runbook('MusemeterPartitionWithoutOwner')],
});

const instances = lines({
  title: 'Instances by family',
  description: 'Scorers that report a share of the partitions.',
  unit: 'short',
  queries: over([`count by (family) (musemeter_scorer_partitions{${FAMILY}} > 0)`, '{{family}}']),
});

const duration = lines({
  title: 'Time to score a story',
  description: 'All metrics of a family for one story: median and 95th percentile.',
  unit: 's',
  queries: over(
    [`histogram_quantile(0.5, ${rate('musemeter_scorer_scoring_seconds_bucket', 'family, le')})`, '{{family}} median'],
    [`histogram_quantile(0.95, ${rate('musemeter_scorer_scoring_seconds_bucket', 'family, le')})`, '{{family}} 95 %'],
  ),
});

const busy = stacked({
  title: 'Threads busy scoring',
  description: 'Seconds of scoring a second. A family whose figure reaches the number of its consumers is at its limit.',
  unit: 'short',
  queries: over([rate('musemeter_scorer_scoring_seconds_sum'), '{{family}}']),
});

const cpu = lines({
  title: 'Processor share by process',
  description: 'Share of the machine\'s processors that each process uses.',
  unit: 'percentunit',
  queries: over([`process_cpu_usage ${OURS}`, '{{service}} {{instance}}']),
});

const memory = lines({
  title: 'Heap by process',
  description: 'Heap in use. A saw-tooth is normal; a floor that rises is not.',
  unit: 'bytes',
  queries: over([`sum by (service, instance) (jvm_memory_used_bytes{area="heap"} ${OURS})`, '{{service}} {{instance}}']),
});

const budget = lines({
  title: "Judge's budget used today",
  description: 'Calls and tokens spent or set aside today by all instances, over what a day allows. Empty without the family judge.',
  unit: 'percentunit',
  queries: over(
    ['max(musemeter_scorer_judge_calls_spent) / (max(musemeter_scorer_judge_calls_limit) > 0)', 'calls'],
    ['max(musemeter_scorer_judge_tokens_spent) / (max(musemeter_scorer_judge_tokens_limit) > 0)', 'tokens'],
  ),
  links: [runbook('MusemeterBudgetNearlyUsed')],
  threshold: 0.8,
});

const providers = lines({
  title: "Providers' budgets used today",
  description: "What is spent of the day's calls or tokens of each model behind a provider, whichever is nearer its end. Empty without a provider that has a budget.",
  unit: 'percentunit',
  queries: over(['max by (model) (musemeter_generator_provider_budget_used_ratio)', '{{model}}']),
  links: [runbook('MusemeterBudgetNearlyUsed')],
  threshold: 0.8,
});

const canary = lines({
  title: "Judge's distance from known marks",
  description: 'Greatest distance of a story of known marks from its expected range in the last round. Empty without the family judge.',
  unit: 'none',
  queries: over(['max(musemeter_scorer_judge_canary_miss)', 'marks']),
});

export const scorersAndScaling = dashboard(
  'musemeter-scorers',
  'Scorers and scaling',
  'Lag, rate, cost and budget of every family of scorers.',
  familyVariables,
  [
    {
      title: 'Lag and rate',
      guide:
        '**How to read this.** Each family is a consumer group of its own and scales on its own lag. A lag that grows while the rate stays flat wants another instance; more consumers than partitions of `stories` stay idle.',
      panels: [
        [lag, handled],
        [drain, outcomes],
        [partitions, instances],
      ],
    },
    {
      title: 'Cost',
      guide:
        '**What a story costs.** Threads busy over stories handled is the time a story takes; docs/capacity.md turns it into cores.',
      panels: [
        [duration, busy],
        [cpu, memory],
      ],
    },
    {
      title: 'Judge and providers',
      guide:
        '**Asking costs money, and a judge may drift.** The judge\'s budget holds across instances and restarts; stories of known marks are judged now and then to see whether the judge still judges as it did.',
      panels: [[budget, providers, canary]],
    },
  ],
);
