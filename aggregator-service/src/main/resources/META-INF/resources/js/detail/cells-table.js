import { count, percent, significant, temperature } from '../format/numbers.js';
import { table } from './table.js';

const label = (at) => (at === 0 ? 'least' : at === 0.5 ? 'median' : at === 1 ? 'greatest' : `${Number((at * 100).toFixed(1))} %`);

/** Columns of the sampling, where there was any. */
function sampled({ cells }) {
  const out = { title: 'sampled out', note: 'Left out by design: a deterministic sample is scored', of: (c) => count(c.sampledOut) };
  const letIn = { title: 'let in', note: 'Share of the traffic that these stories were let in from', of: (c) => percent(c.letIn ?? 1) };
  return [cells.some((c) => c.sampledOut > 0) ? out : null, cells.some((c) => c.letIn !== null) ? letIn : null].filter((column) => column !== null);
}

/** A row a temperature. */
export function cellsTable(series) {
  const marks = [...new Set(series.cells.flatMap((c) => c.quantiles.map((q) => q.at)))].sort((a, b) => a - b);
  const quantile = (at) => ({
    title: label(at),
    note: 'Quantile of the stories at this temperature',
    of: (c) => significant(c.quantiles.find((q) => q.at === at)?.value ?? null),
  });
  const columns = [
    { title: 'Temperature', of: (c) => temperature(c.temperature) },
    { title: 'n', note: 'Stories with a value', of: (c) => count(c.n) },
    { title: 'mean', of: (c) => significant(c.mean) },
    { title: 'sd', note: 'Standard deviation; not defined for one story or for fewer than five distinct texts', of: (c) => (c.sd === null ? 'not defined' : significant(c.sd)) },
    ...marks.map(quantile),
    { title: 'unscorable', note: 'Stories that the metric has no value for', of: (c) => count(c.unscorable) },
    { title: 'failed', note: 'Stories lost to a failure', of: (c) => count(c.failed) },
    ...sampled(series),
    { title: 'truncated', note: 'Stories cut by the bound on their length; left out of the headline', of: (c) => count(c.truncated) },
    { title: 'expected', note: 'Stories counted apart from their scores', of: (c) => count(c.expected) },
  ];
  return table('Stories by temperature', columns, series.cells);
}

