import { foreign } from '../dom.js';
import { slopeWords } from '../format/effects.js';
import { effect, probability, significant, temperature } from '../format/numbers.js';
import { table } from './table.js';

const SURE = 0.05;
const at = (t) => `T\u00a0=\u00a0${significant(t)}`;
const way = (slope) => (slope.estimate > 0 ? 'rises' : 'falls');

function line({ shape: { lackOfFit }, reasons }) {
  if (lackOfFit === null) return { name: 'A line', says: 'no test', note: reasons.get('lackOfFit') ?? '' };
  return { name: 'A line', says: lackOfFit.p < SURE ? 'will not do' : 'no bend shown', note: `p ${probability(lackOfFit.p)}` };
}

function knee({ shape: { saturation }, reasons }) {
  if (saturation === null) return { name: 'Levels off', says: 'not shown', note: reasons.get('saturation') ?? '' };
  return { name: 'Levels off', says: `from ${at(saturation.knee)}`, note: `95\u00a0% ${significant(saturation.low)} to ${significant(saturation.high)}` };
}

function turning(series) {
  const { turn } = series.shape;
  if (turn === null) return { name: 'Turns', says: 'no test', note: series.reasons.get('twoLines') ?? '' };
  const words = (slope) => slopeWords(series, slope).interval;
  const note = `${way(turn.before)} before (${words(turn.before)}), ${way(turn.after)} after (${words(turn.after)})`;
  return { name: 'Turns', says: turn.sure ? `at ${at(turn.breakpoint)}` : 'not shown', note };
}

function hangsOn({ shape: { leaveOneOut } }) {
  const decisive = leaveOneOut.filter((each) => each.decisive).map((each) => temperature(each.temperature));
  if (leaveOneOut.length < 3) return [];
  return [{ name: 'Hangs on', says: decisive.length === 0 ? 'no single temperature' : `T ${decisive.join(', ')}`, note: decisive.length === 0 ? 'without any one of them the answer is the same' : 'without it the answer is another' }];
}

function binned({ shape: { rhoBound } }) {
  return rhoBound === null ? [] : [{ name: 'Exact \u03c1', says: `${effect(rhoBound.low, 2)} to ${effect(rhoBound.high, 2)}`, note: 'bound on the error of binning values' }];
}

const marked = (series, row) => (series.scope.approximate.has('lackOfFit') && row.note !== '' ? { ...row, note: `${row.note}, approximate: few stories at a temperature` } : row);

/** Whether a line will do, where the curve levels off or turns, and whether one temperature decides. */
export function shapeTable(series) {
  const { shape } = series;
  if (shape.lackOfFit === null && shape.turn === null && shape.saturation === null && shape.leaveOneOut.length === 0) return [];
  const rows = [marked(series, line(series)), knee(series), turning(series), ...hangsOn(series), ...binned(series)];
  const columns = [
    { title: 'The curve', of: (r) => r.name },
    { title: 'says', of: (r) => r.says },
    { title: 'beside', text: true, of: (r) => foreign(r.note) },
  ];
  return [table('Shape of the curve', columns, rows)];
}
