import { svg } from '../dom.js';
import { significant } from '../format/numbers.js';
import { place, TICKS } from './axis.js';

const percent = (value) => `${place(value).toFixed(2)}%`;
const upright = (value, y1, y2, kind) => svg('line', { x1: percent(value), x2: percent(value), y1, y2, class: kind });

/** The scale above the rows. */
export function axisTicks() {
  return svg(
    'svg',
    { class: 'ticks', 'aria-hidden': 'true', height: 18, width: '100%' },
    TICKS.map((value) => svg('text', { x: percent(value), y: 13, 'text-anchor': 'middle' }, significant(value, 1))),
  );
}

/** One interval on the common axis; hidden from screen readers, to whom the same figures are read as text. */
export function intervalPlot(effect, tone) {
  const grid = TICKS.map((value) => upright(value, 0, '100%', value === 0 ? 'zero' : 'grid'));
  const plot = svg('svg', { class: `interval ${tone}`, 'aria-hidden': 'true', height: 32, width: '100%' }, grid);
  if (effect !== null) {
    plot.append(
      svg('line', { x1: percent(effect.low), x2: percent(effect.high), y1: 16, y2: 16, class: 'span' }),
      upright(effect.low, 10, 22, 'end'),
      upright(effect.high, 10, 22, 'end'),
      svg('circle', { cx: percent(effect.estimate), cy: 16, r: 4.5, class: 'point' }),
    );
  }
  return plot;
}
