import { el } from '../dom.js';
import { coefficientWords } from '../format/effects.js';
import { count, MISSING, probability, temperature } from '../format/numbers.js';

const DESIGN = 'Depends on which temperatures were sampled: compare it only between series of the same design. The slope does not.';

/** One figure: its short name, its name in full, what is said, and what is to be known of it. */
export function figure(name, long, value, title) {
  return el('div', { class: 'figure', title }, el('dt', {}, el('abbr', { title: long }, name)), el('dd', {}, value));
}

function coefficient(name, long, value) {
  const words = coefficientWords(value);
  const said = words === null ? MISSING : [words.estimate, el('span', { class: 'range' }, ` (${words.interval})`)];
  return figure(name, long, said, DESIGN);
}

const at = (n) => (n === null ? '' : ` at ${count(n)} temperature${n === 1 ? '' : 's'}`);

/** Scored stories that the slope does not rest on, and which temperature's they are. */
function leftOut({ leftOut: temperatures, truncatedLeftOut }) {
  const parts = [
    truncatedLeftOut > 0 ? `${count(truncatedLeftOut)} truncated` : null,
    temperatures.length > 0 ? `T\u00a0${temperatures.map(temperature).join(', ')}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : el('span', { class: 'range' }, ` (without ${parts.join(' and ')})`);
}

/** The small figures of a row: what the answer rests on, the coefficients everybody knows, and further ones. */
export function figures(series, further = []) {
  const { slope, pearson, spearman, kendall } = series;
  const rests = figure('n', 'stories behind the slope', [count(series.n) + at(series.distinctTemperatures), leftOut(series.scope)], 'Scored stories behind the slope');
  const none = [slope, pearson, spearman, kendall].every((each) => each === null);
  return el(
    'dl',
    { class: 'figures' },
    rests,
    none
      ? figure('r, \u03c1, \u03c4, p, q', 'correlations and p values', 'not defined', series.reasons.get('slope') ?? null)
      : [
          figure('p', 'p value of the slope', probability(slope?.p ?? null), 'Of the slope alone'),
          figure('q', 'p value corrected for the number of series', probability(series.q), 'Benjamini\u2013Hochberg over all series of this window'),
          coefficient(series.scope.approximate.has('pearson') ? 'r, approximate' : 'r', 'Pearson correlation', pearson),
          coefficient('\u03c1', 'Spearman rank correlation', spearman),
          coefficient('\u03c4', 'Kendall rank correlation, tau-b', kendall),
        ],
    further,
  );
}
