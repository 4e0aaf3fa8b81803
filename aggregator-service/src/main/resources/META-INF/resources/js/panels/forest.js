import { svg } from '../dom.js';

const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;

/** One row of a forest plot: interval and estimate on the axis that all rows share, with 0 marked. */
export function forestRow(row, [low, high]) {
  const at = (value) => `${(4 + ((value - low) / (high - low || 1)) * 92).toFixed(2)}%`;
  const plot = svg('svg', { class: `forest ${row.kind}`, 'aria-hidden': 'true', width: '100%', height: HEIGHT });
  plot.append(svg('line', { x1: at(0), x2: at(0), y1: 0, y2: HEIGHT, class: 'zero' }));
  if (row.interval === null) return plot;
  plot.append(svg('line', { x1: at(row.interval.low), x2: at(row.interval.high), y1: MIDDLE, y2: MIDDLE, class: 'span' }));
  if (row.kind !== 'prediction') plot.append(svg('circle', { cx: at(row.interval.estimate), cy: MIDDLE, r: row.kind === 'pool' ? 5.5 : 4, class: 'point' }));
  return plot;
}
