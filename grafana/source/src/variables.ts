import { type VariableModel, VariableHide, VariableRefresh, VariableSort } from '@grafana/schema';

import { DATASOURCE } from './queries.js';

const COHERENCE = 'reference_perplexity|provider_perplexity|sentence_coherence_.|judged_coherence|judged_cohesion';

const datasource: VariableModel = {
  name: 'datasource',
  label: 'Data source',
  type: 'datasource',
  query: 'prometheus',
  refresh: VariableRefresh.onDashboardLoad,
  hide: VariableHide.dontHide,
};

const page: VariableModel = {
  name: 'page',
  label: "Musemeter's page",
  type: 'textbox',
  query: 'http://localhost:8080/',
  // Where the page is differs from one installation to the next: to be seen, and to be changed.
  hide: VariableHide.dontHide,
};

function labelValues(name: string, label: string, query: string): VariableModel {
  return {
    name,
    label,
    type: 'query',
    datasource: DATASOURCE,
    query: { qryType: 1, query, refId: name },
    refresh: VariableRefresh.onTimeRangeChanged,
    sort: VariableSort.alphabeticalAsc,
    hide: VariableHide.dontHide,
  };
}

function several(name: string, label: string, query: string): VariableModel {
  return {
    ...labelValues(name, label, query),
    multi: true,
    includeAll: true,
    allValue: '.*',
    current: { text: 'All', value: '$__all' },
  };
}

function one(name: string, label: string, query: string, preset: string): VariableModel {
  return {
    ...labelValues(name, label, query),
    multi: false,
    includeAll: false,
    current: { text: preset, value: preset },
  };
}

/** Which series a dashboard is about: one window and one metric at a time, since units differ. */
export const seriesVariables: VariableModel[] = [
  datasource,
  several('environment', 'Environment', 'label_values(musemeter_series_n, environment)'),
  several('source', 'Source', 'label_values(musemeter_series_n{environment=~"$environment"}, source)'),
  several('model', 'Model', 'label_values(musemeter_series_n{source=~"$source"}, model)'),
  several('prompt', 'Prompt', 'label_values(musemeter_series_n{model=~"$model"}, prompt)'),
  one('window', 'Window', 'label_values(musemeter_series_n, window)', 'all'),
  one('metric', 'Metric', 'label_values(musemeter_series_n, metric)', 'edit_distance'),
  one(
    'coherence',
    'Coherence beside it',
    `label_values(musemeter_series_n{metric=~"${COHERENCE}"}, metric)`,
    'reference_perplexity',
  ),
  page,
];

/** Which scorers a dashboard is about. */
export const familyVariables: VariableModel[] = [
  datasource,
  several('family', 'Family', 'label_values(musemeter_scorer_stories_total, family)'),
  page,
];

/** A dashboard about everything at once. */
export const plainVariables: VariableModel[] = [datasource, page];
