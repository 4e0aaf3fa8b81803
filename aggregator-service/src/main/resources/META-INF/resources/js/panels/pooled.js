import { el, foreign } from '../dom.js';
import { slopeWords } from '../format/effects.js';
import { count, percent, probability, significant, typeset } from '../format/numbers.js';
import { Asking } from '../feed/asking.js';
import { described } from '../model/metrics.js';
import { finite, interval, list, text } from '../model/reading.js';
import { table } from '../detail/table.js';
import { changesNote } from '../view/changes-note.js';
import { forestRow } from './forest.js';
import { parameters, SAYINGS } from './question.js';

const NONE = 'Nothing to pool: no two series differ by this alone. A second model, or a second prompt, with the same metric, sampler and source makes a pool.';

/** Ends of everything drawn, 0 included. */
function reach(rows) {
  const ends = rows.flatMap((row) => (row.interval === null ? [] : [row.interval.low, row.interval.high]));
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

function rowsOf(pooled) {
  const series = list(pooled.series).map((part) => ({ name: text(part.name), n: finite(part.n), interval: interval(part.slope), kind: 'one' }));
  const range = pooled.prediction;
  const estimate = finite(pooled.effect?.estimate);
  return [
    ...series,
    { name: 'pooled', n: finite(pooled.effect?.n), interval: interval(pooled.effect), kind: 'pool' },
    { name: 'a further one', n: null, interval: interval({ estimate, low: range?.low, high: range?.high }), kind: 'prediction' },
  ];
}

function heterogeneity(raw) {
  if (raw === null || raw === undefined) return null;
  return el('p', { class: 'note' }, `Heterogeneity: I\u00b2 ${percent(finite(raw.iSquared))}, \u03c4 ${significant(finite(raw.tau))}, Cochran\u2019s Q ${significant(finite(raw.q))}, p ${probability(finite(raw.p))}.`);
}

function pool(raw, catalogue) {
  const series = described({ metric: text(raw.metric), logarithmic: raw.logarithmic === true }, catalogue);
  const rows = rowsOf(raw);
  const ends = reach(rows);
  const shared = [raw.model, raw.prompt, raw.source, raw.environment].map((part) => text(part)).filter((part) => part !== '');
  const words = (row) => (row.interval === null ? null : slopeWords(series, row.interval));
  return el(
    'article',
    { class: 'pool' },
    el('h3', {}, foreign(series.title)),
    el('p', { class: 'identity' }, shared.map((part) => el('span', {}, foreign(part)))),
    el('p', {}, foreign(typeset(text(raw.sentence).replaceAll(series.metric, () => series.title)))),
    table(
      `Slope of ${series.title.toLowerCase()} by ${raw.over === 'model' ? 'model' : 'prompt'}, 95 % intervals`,
      [
        { title: raw.over === 'model' ? 'Model' : 'Prompt', text: true, of: (r) => foreign(r.name) },
        { title: 'n', of: (r) => (r.n === null ? '' : count(r.n)) },
        { title: 'slope', of: (r) => (r.kind === 'prediction' ? '' : words(r)?.estimate ?? 'no slope') },
        { title: '95 % interval', of: (r) => words(r)?.interval ?? '' },
        { title: 'on one axis', of: (r) => forestRow(r, ends) },
      ],
      rows,
      (r) => r.kind,
    ),
    heterogeneity(raw.heterogeneity),
    changesNote(raw.changes),
  );
}

/** Slopes across models or across prompts, pooled and side by side. */
export class PooledPanel {
  #place;
  #over = el('select', {}, el('option', { value: 'model' }, 'models'), el('option', { value: 'prompt' }, 'prompts'));
  #answers = el('div', { class: 'answers' }, el('p', { class: 'note' }, SAYINGS.asking));
  #asking;
  #last = null;
  #asked = null;

  constructor(place) {
    this.#place = place;
    this.#asking = new Asking((body, status) => {
      this.#last = status === 200 ? list(body) : null;
      this.#draw();
    });
    this.#over.addEventListener('change', () => this.#refresh());
    place.replaceChildren(
      el('h2', {}, 'Across models or prompts'),
      el('p', { class: 'note' }, 'Each series keeps its own slope and its own error; the pool is a random-effects mean of them (Hartung and Knapp), never one heap of stories, which could turn a relation around.'),
      el('form', { class: 'question', 'aria-label': 'What to pool over' }, el('label', { class: 'choice' }, el('span', {}, 'Pool over'), this.#over)),
      this.#answers,
    );
    place.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  }

  /** Shows the panel, or hides it. */
  show(visible, filters, catalogue) {
    this.#place.hidden = !visible;
    if (!visible) return;
    this.#asked = { filters, catalogue };
    this.#refresh();
    if (this.#last !== null) this.#draw();
  }

  #refresh() {
    this.#asking.refresh(`api/pooled?${parameters(this.#asked.filters, { over: this.#over.value })}`);
  }

  #draw() {
    const { filters, catalogue } = this.#asked;
    const family = filters.get('family');
    if (this.#last === null) return void this.#answers.replaceChildren(el('p', { class: 'note' }, SAYINGS.refused));
    const pools = this.#last.filter((raw) => family === undefined || catalogue.get(raw.metric)?.family === family);
    const signature = JSON.stringify([pools, catalogue.size]);
    if (this.#answers.dataset.signature === signature) return undefined;
    this.#answers.dataset.signature = signature;
    return void this.#answers.replaceChildren(...(pools.length === 0 ? [el('p', { class: 'note' }, NONE)] : pools.map((raw) => pool(raw, catalogue))));
  }
}
