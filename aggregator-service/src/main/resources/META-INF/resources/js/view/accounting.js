import { el, svg } from '../dom.js';
import { count } from '../format/numbers.js';

const PARTS = ['scored', 'unscorable', 'failed', 'pending'];

/** Where every expected story went: a stacked bar and the same in numbers. What is nought is not mentioned. */
export function accounting(counts) {
  const known = PARTS.filter((part) => counts[part] !== null);
  const sum = known.reduce((total, part) => total + counts[part], 0);
  const whole = Math.max(counts.expected ?? 0, sum);
  const words = known.filter((part) => part === 'scored' || counts[part] > 0);
  const bar = svg('svg', { class: 'bar', 'aria-hidden': 'true', width: '100%', height: 6 });
  let from = 0;
  for (const part of whole > 0 ? known : []) {
    const share = (counts[part] / whole) * 100;
    bar.append(svg('rect', { x: `${from}%`, width: `${share}%`, y: 0, height: 6, class: part }));
    from += share;
  }
  return el(
    'div',
    { class: 'accounting' },
    bar,
    el(
      'p',
      {},
      words.map((part, i) => [i > 0 ? ', ' : '', el('span', { class: `part ${part}` }, `${count(counts[part])} ${part}`)]),
      counts.expected === null ? ' of an unknown number expected' : ` of ${count(counts.expected)} expected`,
      counts.late ? `; ${count(counts.late)} too late` : '',
    ),
  );
}
