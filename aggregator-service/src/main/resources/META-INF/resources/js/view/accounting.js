import { el, svg } from '../dom.js';
import { count, percent } from '../format/numbers.js';

const PARTS = ['scored', 'unscorable', 'failed', 'sampledOut', 'pending'];
const NAMES = { sampledOut: 'sampled out' };

/** How much of the stories was left out by design, and which share of the traffic was let in at all. */
function sampling(counts, whole, cells) {
  const shares = cells.map((c) => c.letIn).filter((share) => share !== null);
  const least = Math.min(...shares);
  const greatest = cells.length > shares.length ? 1 : Math.max(...shares);
  return [
    counts.sampledOut > 0 && whole > 0 ? `; ${percent(counts.sampledOut / whole)} sampled out by design` : '',
    shares.length === 0 ? '' : `; stands for traffic let in at ${least === greatest ? '' : `${percent(least)} to `}${percent(greatest)}`,
  ];
}

/** Where every expected story went: a stacked bar and the same in numbers. What is nought is not mentioned. */
export function accounting({ counts, cells }) {
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
      words.map((part, i) => [i > 0 ? ', ' : '', el('span', { class: `part ${part}` }, `${count(counts[part])} ${NAMES[part] ?? part}`)]),
      counts.expected === null ? ' of an unknown number expected' : ` of ${count(counts.expected)} expected`,
      counts.late ? `; ${count(counts.late)} too late` : '',
      sampling(counts, whole, cells),
    ),
  );
}
