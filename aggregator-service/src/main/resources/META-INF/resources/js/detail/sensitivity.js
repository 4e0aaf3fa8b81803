import { slopeWords } from '../format/effects.js';
import { count, effect, temperature } from '../format/numbers.js';
import { table } from './table.js';

const cold = ({ leftOut }) => (leftOut.length === 0 ? 'the cold arm' : `T = ${leftOut.map(temperature).join(', ')}`);

function truncated({ truncatedLeftOut }) {
  return truncatedLeftOut === null ? 'truncated stories count too' : `${count(truncatedLeftOut)} truncated stories count too`;
}

/** Length may be part of how temperature acts: then this is the rest of the effect. */
function sameLength({ scope: { atOneLength }, metric }) {
  if (atOneLength === null) return '';
  const unit = metric === 'creative_yield' ? 'tokens' : 'words';
  const longer = atOneLength.wordsPerTemperature;
  return `stories of one length are compared (${effect(longer, Math.abs(longer) < 10 ? 1 : 0)} ${unit} per 1.0 of temperature)`;
}

/** What the slope would be if other stories were counted. */
export function sensitivity(series) {
  const { scope } = series;
  const none = scope.truncatedLeftOut === 0;
  const rows = [
    { name: 'as in the headline', words: slopeWords(series), n: series.slope?.n },
    { name: `${cold(scope)} counts too (the exemplar\u2019s twin)`, words: slopeWords(series, scope.slopeWithColdArm), n: scope.slopeWithColdArm?.n },
    { name: truncated(scope), words: none ? null : slopeWords(series, scope.slopeWithTruncated), n: scope.slopeWithTruncated?.n },
    { name: sameLength(series), words: scope.atOneLength === null ? null : slopeWords(series, scope.atOneLength.slope), n: scope.atOneLength?.slope.n },
  ].filter((row) => row.words !== null);
  if (rows.length < 2) return [];
  const columns = [
    { title: 'If', text: true, of: (r) => r.name },
    { title: 'slope', of: (r) => r.words.estimate },
    { title: '95 % interval', of: (r) => r.words.interval },
    { title: 'scores', of: (r) => count(r.n ?? null) },
  ];
  return [table('How much the slope depends on what is counted', columns, rows)];
}
