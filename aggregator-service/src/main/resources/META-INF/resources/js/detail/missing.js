import { count, decimalsFor, effect, percent, probability } from '../format/numbers.js';
import { foreign } from '../dom.js';
import { table } from './table.js';

function trend(name, found, reason) {
  if (found === null) return { name, says: 'no figure', note: reason ?? 'not known' };
  const way = found.p < 0.05 ? (found.z > 0 ? 'grows with temperature' : 'shrinks with temperature') : 'no trend on temperature shown';
  return { name, says: `${percent(found.share)}${found.n === null ? '' : ` of ${count(found.n)}`}, ${way}`, note: `p ${probability(found.p)}` };
}

function range(name, found, reason, note) {
  if (found === null) return { name, says: 'no figure', note: reason ?? 'not known' };
  const decimals = decimalsFor((found.high - found.low) / 2);
  return { name, says: `${effect(found.low, decimals)} to ${effect(found.high, decimals)}`, note: note(found, (x) => effect(x, decimals)) };
}

const worst = (found, say) => (found.intervalLow === null ? '' : `with 95\u00a0% confidence ${say(found.intervalLow)} to ${say(found.intervalHigh)}`);
const trimmed = (found, say) => `${percent(found.trimmedShare)} of the scores trimmed${found.intervalLow === null ? '' : `; with 95\u00a0% confidence ${say(found.intervalLow)} to ${say(found.intervalHigh)}`}`;

/** The two kinds apart, where there are both. */
function kinds({ scope: { missing } }) {
  const both = missing.unscorable?.share > 0 && missing.failed?.share > 0;
  return both ? [trend('of these unscorable', missing.unscorable), trend('of these failed', missing.failed)] : [];
}

/** The same bounds with truncated stories taken as they are scored, where some are truncated. */
function ofAll({ scope: { missing, truncatedLeftOut } }) {
  if (!(truncatedLeftOut > 0)) return [];
  return [
    missing.worstCaseOfAll === null ? null : range('Slope, with truncated stories as scored', missing.worstCaseOfAll, null, worst),
    missing.trimmingOfAll === null ? null : range('Difference, with truncated stories as scored', missing.trimmingOfAll, null, trimmed),
  ].filter((row) => row !== null);
}

/** What has no score: whether it depends on temperature, and how far it could bend the slope. */
export function missingTable(series) {
  const { missing } = series.scope;
  const { reasons } = series;
  if (Object.values(missing).every((each) => each === null)) return [];
  const rows = [
    trend('Without a score', missing.unscored, reasons.get('unscoredTrend')),
    ...kinds(series),
    trend('Truncated', missing.truncated, reasons.get('truncatedTrend')),
    range('Slope, whatever the missing values are', missing.worstCase, reasons.get('worstCase'), worst),
    range('Difference between the ends, by trimming', missing.trimming, reasons.get('trimming'), trimmed),
    ...ofAll(series),
  ];
  const columns = [
    { title: 'What', text: true, of: (r) => r.name },
    { title: 'says', of: (r) => r.says },
    { title: 'beside', text: true, of: (r) => foreign(r.note) },
  ];
  return [table('What has no score', columns, rows)];
}
