import { groups, verdictOf } from './verdict.js';

/** How much is certain: the end of the interval nearest 0, and 0 where the interval holds 0. */
export function certain(interval) {
  if (interval === null || (interval.low <= 0 && interval.high >= 0)) return 0;
  return Math.min(Math.abs(interval.low), Math.abs(interval.high));
}

const width = (interval) => (interval === null ? Infinity : interval.high - interval.low);

/** Strongest certain effect first; then the narrower interval; then the name, so that ties do not flicker. */
function byCertainty(a, b) {
  return (
    certain(b.series.standardised) - certain(a.series.standardised) ||
    width(a.series.standardised) - width(b.series.standardised) ||
    a.series.metric.localeCompare(b.series.metric) ||
    a.series.seriesId.localeCompare(b.series.seriesId)
  );
}

/**
 * The series in their groups, ranked within each: `[{id, title, note, rows: [{series, verdict}]}]`. They are compared by
 * the correlation under the default design, which has no unit and does not depend on the temperatures sampled.
 */
export function ranked(list) {
  const rows = list.map((series) => ({ series, verdict: verdictOf(series) }));
  return groups
    .map((group) => ({ ...group, rows: rows.filter((row) => row.verdict.group === group.id).sort(byCertainty) }))
    .filter((group) => group.rows.length > 0);
}
