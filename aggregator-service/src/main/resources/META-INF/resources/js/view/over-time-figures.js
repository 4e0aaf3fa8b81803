import { changeInShort } from '../format/changes.js';
import { slopeWords } from '../format/effects.js';
import { eValue } from '../format/numbers.js';
import { moment } from '../format/time.js';
import { figure } from './figures.js';

const ENOUGH = Math.log(20);
const SEQUENCE = 'Holds at every moment since its epoch began, however often one looks; wider than the pointwise interval for that reason';
const EVIDENCE = 'From days that can no longer change: does not cross its threshold sooner or later on nothing, as a rolling p value does';

function evidenceWords({ logE, since, discovered }) {
  if (since !== null) return `since ${moment(since)}${discovered ? '' : ', not a discovery among all series'}`;
  return logE >= ENOUGH ? `e\u00a0=\u00a0${eValue(logE)}` : `none yet (e\u00a0=\u00a0${eValue(logE)})`;
}

/** The small figures of a row that hold over all time, whatever the window. */
export function overTimeFigures(series) {
  const { sequence, evidence, changes } = series.overTime;
  const last = changes.at(-1);
  return [
    sequence === null ? null : figure('at any time', 'interval of the slope that holds at any time', slopeWords(series, sequence).interval, SEQUENCE),
    evidence === null ? null : figure('evidence', 'evidence for an effect over closed days', evidenceWords(evidence), EVIDENCE),
    last === undefined ? null : figure('last change', 'the last change of this series', [`${moment(last.at)}, `, ...changeInShort(last)], null),
  ].filter((each) => each !== null);
}
