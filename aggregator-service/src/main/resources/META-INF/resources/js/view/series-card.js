import { el, foreign } from '../dom.js';
import { slopeWords } from '../format/effects.js';
import { typeset } from '../format/numbers.js';
import { accounting } from './accounting.js';
import { coherenceFigure } from './coherence-figure.js';
import { figures } from './figures.js';
import { identity } from './identity.js';
import { intervalPlot } from './interval-plot.js';
import { overTimeFigures } from './over-time-figures.js';
import { sparkline } from './sparkline.js';

/** The verdict's sentence, with the metric's title in place of its name on the wire. */
function sentenceOf({ metric, title, verdict }) {
  const said = title.charAt(0).toLowerCase() + title.slice(1);
  return typeset(metric === '' ? verdict.sentence : verdict.sentence.replaceAll(metric, () => said));
}

/**
 * One series as a card. The heading's button and the place for the detail live as long as the card, so that focus stays
 * where it is while figures change around it.
 */
export class SeriesCard {
  #summary = el('div', { class: 'summary' });
  #button;
  #title = foreign('');
  #detailPlace;
  #signature = '';

  constructor(seriesId, number, onToggle) {
    const id = `detail-${number}`;
    this.#button = el('button', { type: 'button', class: 'title', 'aria-expanded': 'false', 'aria-controls': id }, this.#title);
    this.#detailPlace = el('div', { class: 'detail', id, hidden: true });
    this.element = el('li', { class: 'card', 'data-series': seriesId }, el('h3', {}, this.#button), this.#summary, this.#detailPlace);
    this.#button.addEventListener('click', () => onToggle(seriesId));
  }

  /** Where the detail is drawn. */
  get detail() {
    return this.#detailPlace;
  }

  /** Opens or closes the detail's place. */
  show(open) {
    this.#button.setAttribute('aria-expanded', String(open));
    this.#detailPlace.hidden = !open;
    this.element.classList.toggle('open', open);
  }

  /** Draws the row anew where it changed. */
  update({ series, verdict }) {
    const signature = JSON.stringify([series.raw, series.title, series.coherence?.raw]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.element.className = `card ${verdict.tone}${this.#detailPlace.hidden ? '' : ' open'}`;
    if (this.#title.textContent !== series.title) this.#title.textContent = series.title;
    const slope = slopeWords(series);
    this.#summary.replaceChildren(
      identity(series),
      el('div', { class: 'shape' }, sparkline(series, verdict.tone)),
      el('div', { class: 'plot' }, intervalPlot(series.standardised, verdict.tone), series.standardised === null ? el('div', { class: 'no-interval' }, el('span', {}, 'no interval')) : null),
      el(
        'div',
        { class: 'slope' },
        el('span', { class: 'estimate' }, slope === null ? 'no slope' : slope.estimate),
        slope === null ? null : el('span', { class: 'range' }, slope.interval),
        slope === null ? null : el('span', { class: 'kind', title: 'Holds for one look at this window' }, '95\u00a0% pointwise'),
        slope === null ? null : el('span', { class: slope.unit === '' ? 'per' : 'per unit' }, slope.per),
      ),
      el('p', { class: 'verdict' }, el('strong', { class: 'word' }, verdict.word), ' ', foreign(sentenceOf(series))),
      accounting(series),
      figures(series, [...coherenceFigure(series), ...overTimeFigures(series)]),
    );
  }
}
