import { el, svg } from '../dom.js';
import { isAlarm } from '../format/changes.js';
import { moment } from '../format/time.js';

const HEIGHT = 58;
const LEFT = 1;
const RIGHT = 97;

/** Where the picture of a series' time begins: at the first thing known of it. */
function beginning({ sequence, evidence, changes, assignment }) {
  const known = [sequence?.since, evidence?.since, changes[0]?.at, assignment?.since].filter((t) => t !== null && t !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function lane(at, y, name, from, to, kind) {
  const x = at(from);
  return [
    svg('rect', { x: `${x}%`, width: `${Math.max(0.4, at(to) - x)}%`, y, height: 7, rx: 2, class: kind }),
    svg('text', { x: `${Math.min(x, 60)}%`, y: y - 3 }, name),
  ];
}

/** A series' time: the present epoch, since when there is evidence, and an upright mark for each change, numbered as in the list. */
export function timeline(series) {
  const { sequence, evidence, changes } = series.overTime;
  const from = beginning(series.overTime);
  const to = series.asOf;
  if (from === null || to === null || to <= from) return [];
  const at = (t) => LEFT + ((Math.min(Math.max(t, from), to) - from) / (to - from)) * (RIGHT - LEFT);
  const marks = changes.map((change, i) => {
    const x = `${at(change.at)}%`;
    const kind = isAlarm(change) ? 'mark alarm' : 'mark';
    return [svg('line', { x1: x, x2: x, y1: 12, y2: HEIGHT, class: kind }), svg('text', { x, y: 9, 'text-anchor': 'middle', class: 'number' }, String(i + 1))];
  });
  return [
    el(
      'figure',
      { class: 'timeline' },
      svg(
        'svg',
        { 'aria-hidden': 'true', width: '100%', height: HEIGHT },
        sequence === null || sequence.since === null ? null : lane(at, 26, 'present epoch', sequence.since, to, 'epoch'),
        evidence === null || evidence.since === null ? null : lane(at, 48, 'evidence', evidence.since, to, 'evidence'),
        marks,
      ),
      el('figcaption', {}, el('span', {}, moment(from)), el('span', {}, moment(to))),
    ),
  ];
}
