import { el, foreign } from '../dom.js';
import { slopeWords } from '../format/effects.js';
import { count, probability, significant, temperature, typeset } from '../format/numbers.js';
import { Asking } from '../feed/asking.js';
import { finite, interval, list, text } from '../model/reading.js';
import { changesNote } from '../view/changes-note.js';
import { table } from './table.js';

const nameOf = (s) => [s.model, `${s.promptId}${s.promptVersion === '1' || s.promptVersion === '' ? '' : ` v${s.promptVersion}`}`, s.source, s.environment].join(', ');

function equivalentRange(e) {
  const [low, high] = [finite(e.low), finite(e.high)];
  if (low === null || high === null) return '';
  if (e.openBelow && e.openAbove) return 'any temperature measured';
  if (e.openBelow) return `at most ${significant(high)}`;
  return e.openAbove ? `at least ${significant(low)}` : `${significant(low)} to ${significant(high)}`;
}

/** The interval of a difference that holds together with those of the other temperatures. */
function atOnce(words, raw) {
  const wide = interval({ estimate: raw.difference?.estimate, low: raw.simultaneousLow, high: raw.simultaneousHigh });
  return words(wide)?.interval ?? '';
}

/** This series beside another one of the same metric: differences by temperature, and the temperatures that do the same. */
export class ComparePanel {
  #seriesId;
  #series = null;
  #section;
  #with = el('select', {});
  #answer = el('div', { class: 'answer', role: 'status' });
  #asking = new Asking((body, status) => this.#draw(body, status));
  #offered = '';

  constructor(place, seriesId) {
    this.#seriesId = seriesId;
    const form = el('form', { class: 'question', 'aria-label': 'Comparison' }, el('label', { class: 'choice wide' }, el('span', {}, 'Compare with'), this.#with));
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#with.addEventListener('change', () => this.#ask());
    this.#section = el('section', { class: 'compare', 'aria-label': 'Beside another series', hidden: true }, el('h4', {}, 'Beside another series of the same metric'), form, this.#answer);
    place.replaceChildren(this.#section);
  }

  /** Offers the series that can be compared with, and asks again if it is time. */
  show(series, others) {
    this.#series = series;
    this.#section.hidden = others.length === 0;
    const ids = others.map((other) => other.seriesId).sort().join();
    if (this.#offered !== ids) {
      this.#offered = ids;
      const chosen = this.#with.value;
      this.#with.replaceChildren(el('option', { value: '' }, 'choose a series'), ...others.map((other) => el('option', { value: other.seriesId }, nameOf(other))));
      this.#with.value = others.some((other) => other.seriesId === chosen) ? chosen : '';
    }
    this.#ask();
  }

  #ask() {
    if (this.#with.value === '') {
      this.#answer.replaceChildren();
      return;
    }
    this.#asking.refresh(`api/comparisons?${new URLSearchParams({ from: this.#seriesId, to: this.#with.value, window: this.#series.window })}`);
  }

  #draw(raw, status) {
    if (this.#with.value === '') return;
    if (status !== 200) {
      this.#answer.replaceChildren(el('p', {}, 'No answer: ', foreign(text(raw?.detail, 'the aggregator refused')), '.'));
      return;
    }
    const scale = { logarithmic: raw.logarithmic === true, unit: this.#series.unit };
    const words = (c) => slopeWords(scale, c);
    const steeper = interval(raw.slopeDifference);
    const average = interval(raw.average);
    const rows = list(raw.differences).map((d) => ({ temperature: d.temperature, words: words(interval(d.difference)), atOnce: atOnce(words, d), p: finite(d.difference?.p), n: finite(d.difference?.n) }));
    this.#answer.replaceChildren(
      ...[
        el('p', {}, foreign(typeset(text(raw.sentence)))),
        steeper === null ? null : el('p', {}, `Difference of the slopes: ${words(steeper).estimate} (${words(steeper).interval}) per 1.0 of temperature, pointwise.`),
        average === null ? null : el('p', {}, `Mean difference over the common temperatures: ${words(average).estimate} (${words(average).interval}), pointwise.`),
        rows.length === 0
          ? el('p', {}, 'No temperature was measured by both with five distinct texts or more.')
          : table(
              'Difference at each temperature, the other minus this one',
              [
                { title: 'Temperature', of: (r) => temperature(r.temperature) },
                { title: 'difference', of: (r) => r.words?.estimate ?? 'none' },
                { title: '95 % pointwise', of: (r) => r.words?.interval ?? '' },
                { title: '95 % all at once', note: 'These intervals hold for all temperatures together', of: (r) => r.atOnce },
                { title: 'p', of: (r) => probability(r.p) },
                { title: 'scores', of: (r) => count(r.n) },
              ],
              rows,
            ),
        table(
          'The temperature at which the other one does the same',
          [
            { title: 'This at', of: (e) => temperature(finite(e.old)) },
            { title: 'other at', of: (e) => (finite(e.estimate) !== null ? significant(e.estimate) : finite(e.low) === null ? 'nowhere' : 'cannot be told') },
            { title: '95 % interval', of: equivalentRange },
            { title: 'why', text: true, of: (e) => foreign(text(e.noAnswer)) },
          ],
          list(raw.equivalents),
        ),
        changesNote(raw.changes),
      ].filter((each) => each !== null),
    );
  }
}
