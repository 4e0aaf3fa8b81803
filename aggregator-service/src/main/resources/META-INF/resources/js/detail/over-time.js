import { el, foreign } from '../dom.js';
import { changeWords } from '../format/changes.js';
import { slopeWords } from '../format/effects.js';
import { count, eValue } from '../format/numbers.js';
import { moment, windowWords } from '../format/time.js';
import { assignmentTable } from './assignment.js';
import { table } from './table.js';
import { timeline } from './timeline.js';

const BEGAN = { begin: 'the beginning', responseModel: 'another model answered', exemplar: 'the exemplar changed' };

function intervals(series) {
  const { sequence } = series.overTime;
  if (sequence === null) return el('p', {}, 'No interval that holds at any time: ', foreign(series.reasons.get('sequence') ?? 'none was computed'), '.');
  const began = `since ${sequence.since === null ? 'an unknown time' : moment(sequence.since)}, when ${BEGAN[sequence.reason] ?? sequence.reason}`;
  const rows = [
    { name: `pointwise, ${windowWords(series.window)}`, words: slopeWords(series), n: series.n, holds: 'for one look at this window' },
    {
      name: `at any time, ${sequence.reason === 'begin' ? began.replace(', when the', ',') : began}`,
      words: slopeWords(series, sequence),
      n: sequence.n,
      holds: `however often one looks${sequence.exact ? '' : ', asymptotically: measured on simulations, not proven'}`,
    },
  ];
  return table(
    'Two intervals of the slope',
    [
      { title: 'Interval', text: true, of: (r) => r.name },
      { title: 'slope', of: (r) => r.words?.estimate ?? 'no slope' },
      { title: '95 % interval', of: (r) => r.words?.interval ?? '' },
      { title: 'n', of: (r) => count(r.n) },
      { title: 'holds', text: true, of: (r) => r.holds },
    ],
    rows,
  );
}

function evidence(series) {
  const known = series.overTime.evidence;
  if (known === null) return el('p', {}, 'No evidence over time: ', foreign(series.reasons.get('evidence') ?? 'none was gathered'), '.');
  const rests = known.panes === 0 ? 'No day is closed yet; a day is closed 24 hours after it has ended' : `From ${count(known.panes)} closed ${known.panes === 1 ? 'pane' : 'panes'}${known.until === null ? '' : ` up to ${moment(known.until)}`}`;
  const since = known.since === null ? 'not enough for an effect so far' : `enough for an effect since ${moment(known.since)}`;
  const among = known.discovered ? 'a discovery among all series (e-BH)' : 'not a discovery among all series (e-BH)';
  return el('p', {}, el('strong', {}, 'Evidence: '), `e\u00a0=\u00a0${eValue(known.logE)}, where 20 is enough for one series; ${since}; ${among}. ${rests}.${known.epochs > 1 ? ` These days are of ${count(known.epochs)} response models or exemplars: the effect may be one of an earlier model; the interval above is of the present one alone.` : ''}`);
}

function changes(series) {
  const all = series.overTime.changes;
  if (all.length === 0) return el('p', {}, 'No change was found, and no other model, serving system or exemplar was seen.');
  return el('ol', { class: 'changes', 'aria-label': 'Changes, earliest first' }, all.map((change) => el('li', {}, el('span', { class: 'when' }, moment(change.at)), ' ', ...changeWords(change))));
}

/** What is known of a series over all its time: both intervals, evidence, changes, and the balance of assigned temperatures. */
export function overTimeSection(series) {
  return el(
    'section',
    { class: 'over-time', 'aria-label': 'Over time' },
    el('h4', {}, 'Over time'),
    ...timeline(series),
    changes(series),
    intervals(series),
    evidence(series),
    ...assignmentTable(series),
  );
}
