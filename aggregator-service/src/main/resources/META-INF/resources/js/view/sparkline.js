import { svg } from '../dom.js';

const WIDTH = 104;
const HEIGHT = 36;
const PAD = 5;

/** Mean and one standard error either side, by their logarithms for skewed positive metrics. */
function points(cells, logarithmic) {
  const known = cells.filter((c) => c.mean !== null);
  const even = known.map(({ temperature, mean, sd, n }) => {
    const error = sd !== null && n > 1 ? sd / Math.sqrt(n) : 0;
    return { temperature, mean, low: mean - error, high: mean + error };
  });
  if (!logarithmic || even.some((p) => p.low <= 0)) return even;
  return even.map((p) => ({ ...p, mean: Math.log(p.mean), low: Math.log(p.low), high: Math.log(p.high) }));
}

/** The curve in small: mean per temperature with one standard error either side; hollow where the slope leaves it out. */
export function sparkline({ cells, scope, logarithmic }, tone) {
  const known = points(cells, logarithmic);
  const plot = svg('svg', { class: `sparkline ${tone}`, 'aria-hidden': 'true', width: WIDTH, height: HEIGHT });
  if (known.length === 0) return plot;
  const low = Math.min(...known.map((c) => c.low));
  const high = Math.max(...known.map((c) => c.high));
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
    plot.append(svg('line', { x1: middle, x2: middle, y1: at(y(c.low)), y2: at(y(c.high)), class: 'error' }));
    const out = scope.leftOut.includes(c.temperature) ? 'left-out' : null;
    plot.append(svg('circle', { cx: middle, cy: at(y(c.mean)), r: known.length > 20 ? 1.2 : 2, class: out }));
  }
  return plot;
}
