import { el, foreign } from '../dom.js';
import { effect, factor, percent, count, decimalsFor, typeset } from '../format/numbers.js';
import { moment } from '../format/time.js';
import { Asking } from '../feed/asking.js';
import { finite, interval, text, time } from '../model/reading.js';
import { changesNote } from '../view/changes-note.js';
import { table } from './table.js';

const DECISIONS = { 'non-inferior': 'not worse than the margin allows: the policy may be taken', worse: 'worse than the margin allows', 'not-yet': 'not decided yet' };

function choice(title, control) {
  return el('label', { class: 'choice' }, el('span', {}, title), control);
}

function gate(raw) {
  if (raw === null || raw === undefined) return el('p', {}, 'Gate: state which loss would not matter, and it is decided whether the change may be made.');
  const stories = finite(raw.storiesUntil);
  const at = time(raw.expectedAt);
  const forecast =
    stories === null ? '' : `; "${DECISIONS[raw.expected] ?? 'a decision'}" is to be expected after some ${count(stories)} more stories${at === null ? '' : `, at the present rate about ${moment(at)}`}`;
  const none = raw.decision === 'not-yet' && stories === null ? '; when it will be cannot be foreseen' : '';
  return el('p', {}, el('strong', {}, 'Gate: '), `${DECISIONS[raw.decision] ?? text(raw.decision)}${forecast}${none}.`);
}

function estimates(raw) {
  const say = raw.logarithmic === true ? factor : null;
  const rows = [
    { name: 'doubly robust, at any time', words: interval(raw.atAnyTime), holds: 'however often one looks' },
    { name: 'doubly robust, pointwise', words: interval(raw.doublyRobust), holds: 'for one look' },
    { name: 'inverse probability weights, pointwise', words: interval(raw.hajek), holds: 'for one look' },
  ].filter((row) => row.words !== null);
  if (rows.length === 0) return null;
  const decimals = decimalsFor((rows[0].words.high - rows[0].words.low) / 2);
  const words = say ?? ((x) => effect(x, decimals));
  return table(
    'Change of the mean, by estimator',
    [
      { title: 'Estimator', text: true, of: (r) => r.name },
      { title: 'change', of: (r) => words(r.words.estimate) },
      { title: '95 % interval', of: (r) => `${words(r.words.low)} to ${words(r.words.high)}` },
      { title: 'holds', text: true, of: (r) => r.holds },
    ],
    rows,
  );
}

function rests(raw) {
  return el(
    'p',
    {},
    `Rests on ${count(finite(raw.n))} scored stories, worth ${count(finite(raw.effectiveCount))}; weights cut: ${percent(finite(raw.truncatedShare))}; unscored: ${percent(finite(raw.unscoredShare))}.`,
  );
}

function truncation(raw) {
  const found = interval(raw.truncation);
  if (found === null) return el('p', {}, 'Truncated stories: ', foreign(text(raw.noAnswer?.truncation, 'not known')), '.');
  const say = (x) => effect(x, decimalsFor((found.high - found.low) / 2));
  return el('p', {}, `Truncated stories: ${say(found.estimate)} percentage points (${say(found.low)} to ${say(found.high)}, at any time).`);
}

/** What another temperature would give, asked of stories whose temperature was assigned at random. Choices stay as they are made. */
export class PolicyPanel {
  #seriesId;
  #series = null;
  #from = el('select', {});
  #to = el('select', {});
  #margin = el('input', { type: 'number', min: '0', step: 'any', inputmode: 'decimal' });
  #better = el('select', {}, el('option', { value: 'higher' }, 'higher'), el('option', { value: 'lower' }, 'lower'));
  #answer = el('div', { class: 'answer', role: 'status' });
  #asking;
  #offered = '';

  constructor(place, seriesId) {
    this.#seriesId = seriesId;
    this.#asking = new Asking((body, status) => this.#draw(body, status));
    const form = el(
      'form',
      { class: 'question', 'aria-label': 'Question about temperatures' },
      choice('Instead of T', this.#from),
      choice('take T', this.#to),
      choice('loss that would not matter', this.#margin),
      choice('better is', this.#better),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#asking.ask(this.#address()));
    place.replaceChildren(el('section', { class: 'policy', 'aria-label': 'What other temperatures would give' }, el('h4', {}, 'What other temperatures would give'), form, this.#answer));
  }

  /** Offers the assigned temperatures and asks again if it is time. */
  show(series) {
    this.#series = series;
    const temperatures = series.overTime.assignment.arms.map((arm) => String(arm.temperature));
    if (this.#offered === '') this.#better.value = series.lessIsBetter ? 'lower' : 'higher';
    if (this.#offered !== temperatures.join()) {
      this.#offered = temperatures.join();
      for (const [select, first] of [[this.#from, temperatures[0]], [this.#to, temperatures.at(-1)]]) {
        const chosen = temperatures.includes(select.value) ? select.value : first;
        select.replaceChildren(...temperatures.map((t) => el('option', { value: t }, t)));
        select.value = chosen;
      }
    }
    this.#asking.refresh(this.#address());
  }

  #address() {
    const question = { seriesId: this.#seriesId, from: this.#from.value, to: this.#to.value, better: this.#better.value };
    if (Number(this.#margin.value) > 0) question.margin = this.#margin.value;
    return `api/policy?${new URLSearchParams(question)}`;
  }

  #draw(raw, status) {
    if (status !== 200) {
      this.#answer.replaceChildren(el('p', {}, 'No answer: ', foreign(`${text(raw?.parameter)} ${text(raw?.detail, 'the aggregator refused')}`), '.'));
      return;
    }
    const found = estimates(raw);
    this.#answer.replaceChildren(...[el('p', {}, foreign(typeset(text(raw.sentence).replaceAll(this.#series.metric, () => this.#series.title)))), found === null ? null : gate(raw.gate), found, found === null ? null : truncation(raw), found === null ? null : rests(raw), found === null ? null : changesNote(raw.changes)].filter((each) => each !== null));
  }
}
