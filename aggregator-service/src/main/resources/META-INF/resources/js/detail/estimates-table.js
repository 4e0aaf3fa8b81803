import { foreign } from '../dom.js';
import { coefficientWords, slopeWords } from '../format/effects.js';
import { probability, significant, typeset } from '../format/numbers.js';
import { table } from './table.js';

const binned = (series) => [
  series.binnedValues ? 'from binned values' : null,
  series.bucketedTemperatures ? 'binned in T' : null,
];
const approximate = (series, key) => (series.scope.approximate.has(key) ? 'approximate: few stories at a temperature' : null);
const notes = (...words) => words.flat().filter((word) => word !== null).join(', ');

function row(series, name, key, words, p, note) {
  if (words !== null) return { name, ...words, p: p === null ? '' : probability(p), note };
  return { name, estimate: 'none', interval: '', p: '', note: series.reasons.get(key) ?? 'not known' };
}

const coefficient = (series, name, key, value, note) =>
  row(series, name, key, coefficientWords(value), value?.p ?? null, note);

/** The slope as one that was singled out among many: its interval is wider, so that of all such intervals few miss. */
function among(series) {
  const { amongSelected } = series;
  if (amongSelected === null) return [];
  const words = slopeWords(series, amongSelected);
  return [row(series, 'Slope, singled out', 'slope', { estimate: words.estimate, interval: words.interval }, null, `interval at ${significant(100 * amongSelected.level, 3)}\u00a0%: of all series found so, 5\u00a0% miss at most`)];
}

function rows(series) {
  const slope = slopeWords(series);
  const omega = series.omegaSquared === null ? null : { estimate: significant(series.omegaSquared), interval: '' };
  return [
    row(series, 'Slope', 'slope', slope, series.slope?.p ?? null, notes(`${slope?.unit ?? ''}per 1.0`, series.scope.text === '' ? null : typeset(series.scope.text), approximate(series, 'slope'), series.scope.approximate.has('q') ? 'q approximate: few stories at a temperature' : null)),
    ...among(series),
    coefficient(series, 'r, common design', 'designStandardised', series.standardised, notes('compares between series', approximate(series, 'designStandardised'))),
    coefficient(series, 'Pearson r', 'pearson', series.pearson, notes('under this design', approximate(series, 'pearson'))),
    coefficient(series, 'Spearman \u03c1', 'spearman', series.spearman, notes('under this design', binned(series))),
    coefficient(series, 'Kendall \u03c4-b', 'kendall', series.kendall, notes('under this design', binned(series))),
    coefficient(series, 'Somers\u2019 D', 'somers', series.somers, notes('under this design', binned(series))),
    row(series, '\u03c9\u00b2', 'omegaSquared', omega, null, 'share of variance explained'),
  ];
}

/** Effect and coefficients with their intervals, or why there is none. */
export function estimatesTable(series) {
  return table(
    'Estimates with 95 % intervals',
    [
      { title: 'Estimate', of: (r) => r.name },
      { title: 'value', of: (r) => r.estimate },
      { title: '95 % interval', of: (r) => r.interval },
      { title: 'p', of: (r) => r.p },
      { title: 'reads as', text: true, of: (r) => foreign(r.note) },
    ],
    rows(series),
  );
}
