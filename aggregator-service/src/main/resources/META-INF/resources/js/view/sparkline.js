import { svg } from '../dom.js';

const WIDTH = 104;
const HEIGHT = 36;
const PAD = 5;

/** The curve in small: mean per temperature with one standard error either side; hollow where the slope leaves it out. */
export function sparkline({ cells, scope }, tone) {
  const known = cells.filter((c) => c.mean !== null);
  const plot = svg('svg', { class: `sparkline ${tone}`, 'aria-hidden': 'true', width: WIDTH, height: HEIGHT });
  if (known.length === 0) return plot;
  const error = (c) => (c.sd !== null && c.n > 1 ? c.sd / Math.sqrt(c.n) : 0);
  const low = Math.min(...known.map((c) => c.mean - error(c)));
  const high = Math.max(...known.map((c) => c.mean + error(c)));
  const from = known[0].temperature;
  const to = known.at(-1).temperature;
  const x = (t) => (to > from ? PAD + ((t - from) / (to - from)) * (WIDTH - 2 * PAD) : WIDTH / 2);
  const y = (v) => (high > low ? HEIGHT - PAD - ((v - low) / (high - low)) * (HEIGHT - 2 * PAD) : HEIGHT / 2);
  const at = (value) => value.toFixed(1);
  if (known.length > 1) {
    plot.append(svg('path', { class: 'curve', d: `M${known.map((c) => `${at(x(c.temperature))} ${at(y(c.mean))}`).join('L')}` }));
  }
  for (const c of known) {
    const middle = at(x(c.temperature));
    plot.append(svg('line', { x1: middle, x2: middle, y1: at(y(c.mean - error(c))), y2: at(y(c.mean + error(c))), class: 'error' }));
    const out = scope.leftOut.includes(c.temperature) ? 'left-out' : null;
    plot.append(svg('circle', { cx: middle, cy: at(y(c.mean)), r: known.length > 20 ? 1.2 : 2, class: out }));
  }
  return plot;
}
