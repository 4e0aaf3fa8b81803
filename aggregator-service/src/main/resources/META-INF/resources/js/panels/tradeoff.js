import { el, foreign } from '../dom.js';
import { count, decimalsFor, effect, factor, percent, significant, temperature, typeset } from '../format/numbers.js';
import { Asking } from '../feed/asking.js';
import { finite, list, text } from '../model/reading.js';
import { table } from '../detail/table.js';
import { changesNote } from '../view/changes-note.js';
import { Front } from './front.js';
import { parameters, SAYINGS } from './question.js';

const NONE = 'No group of stories has a score of novelty, of coherence or of creative yield in this window.';
const NO_PAIR = 'Novelty is not shown without the coherence of the same stories: ';

function figure(raw) {
  const mean = finite(raw?.mean);
  if (mean === null) return null;
  return { mean, low: finite(raw.low), high: finite(raw.high), n: finite(raw.n) };
}

/** One group of stories in the page's own form. */
export function readGroup(raw) {
  return {
    ...raw,
    points: list(raw.points).map((point) => ({
      temperature: finite(Number(point.temperature)),
      novelty: figure(point.novelty),
      coherence: figure(point.coherence),
      onFront: point.onFront === true,
      surelyBeaten: typeof point.surelyBeaten === 'boolean' ? point.surelyBeaten : null,
      yield: finite(point.yield?.n) === null ? null : point.yield,
    })),
  };
}

const title = (axis, catalogue) => {
  const known = catalogue.get(axis?.metric)?.title ?? text(axis?.metric);
  return `${known}${axis?.logarithmic === true ? ', logarithm' : ''}${axis?.lessIsBetter === true ? ' (less is more coherent)' : ''}`;
};

function meanWords(found) {
  if (found === null) return 'none';
  if (found.low === null || found.high === null) return `${significant(found.mean)} (no interval)`;
  const decimals = decimalsFor((found.high - found.low) / 2);
  const say = (x) => effect(x, decimals).replace('+', '');
  return `${say(found.mean)} (${say(found.low)} to ${say(found.high)})`;
}

function perTokens(raw) {
  const [value, low, high] = [finite(raw?.per1000Tokens), finite(raw?.per1000Low), finite(raw?.per1000High)];
  if (value === null || low === null || high === null) return 'not known';
  return `${significant(value)} (${significant(low)} to ${significant(high)})`;
}

const BEATEN = new Map([[true, 'surely'], [false, 'not shown'], [null, 'no test']]);
const beatenWords = (p) => (p.novelty === null ? '' : BEATEN.get(p.surelyBeaten));

/** Each temperature against the best of the others, on the goal that is best reached. */
function bestTable(best, name) {
  const rows = list(best?.options).filter((option) => finite(option.mean) !== null && finite(option.low) !== null && finite(option.high) !== null);
  if (rows.length === 0) return null;
  const decimals = decimalsFor(Math.min(...rows.map((o) => o.high - o.low).filter((width) => width > 0)) / 2);
  const say = (x) => (best.logarithmic === true ? factor(x) : effect(x, decimals));
  return table(
    `${name}: each temperature against the best of the others, intervals that hold at once`,
    [
      { title: 'Temperature', of: (o) => temperature(finite(o.temperature)) },
      { title: best.logarithmic === true ? 'mean of the logarithm' : 'mean', of: (o) => significant(o.mean) },
      { title: 'better by, 95 %', note: 'By how much it may do better than the best of the others; 0 at the upper end: surely not the best', of: (o) => `${say(o.low)} to ${say(o.high)}` },
      { title: 'may be the best', of: (o) => (o.candidate === true ? 'yes' : 'no') },
      { title: 'scores', of: (o) => count(finite(o.n)) },
    ],
    rows,
  );
}

function shareWords(share, low, high, n) {
  if (finite(share) === null) return finite(n) === 0 ? 'none scored' : 'not known';
  return `${percent(share)} (${percent(low)} to ${percent(high)}) of ${count(n)}`;
}

function lostWords({ yield: share }) {
  if (share === null || finite(share.asked) === null) return '';
  const kinds = [['unscorable', share.unscorable], ['failed', share.failed], ['truncated', share.truncatedLeftOut]].filter(([, n]) => n > 0);
  return kinds.length === 0 ? 'none' : kinds.map(([name, n]) => `${count(n)} ${name}`).join(', ');
}

function pointsTable(group, names) {
  const paired = group.points.some((point) => point.novelty !== null);
  const columns = [
    { title: 'Temperature', of: (p) => temperature(p.temperature) },
    ...(paired
      ? [
          { title: names.novelty, note: 'Mean with its pointwise 95 % interval', of: (p) => meanWords(p.novelty) },
          { title: names.coherence, note: 'Mean with its pointwise 95 % interval', of: (p) => meanWords(p.coherence) },
          { title: 'on the front', note: 'No other temperature has more of the one and not less of the other, by their means', of: (p) => (p.onFront ? 'yes' : 'no') },
          { title: 'beaten', note: 'Whether some other temperature is surely better on both: tests that hold for all temperatures together with 95 %', of: beatenWords },
        ]
      : []),
    {
      title: 'creative yield',
      note: 'Share of stories that are novel and coherent at once, with its pointwise 95 % interval (Wilson)',
      of: (p) => (p.yield === null ? 'none' : shareWords(p.yield.share, p.yield.low, p.yield.high, p.yield.n)),
    },
    {
      title: 'of all asked for',
      note: 'The same of every story that a score was asked for: one that failed, has no value or was cut is not creative',
      of: (p) => (p.yield === null ? 'none' : shareWords(p.yield.ofAsked, p.yield.ofAskedLow, p.yield.ofAskedHigh, p.yield.asked)),
    },
    { title: 'without a score', note: 'Stories without a value, failed ones, and truncated ones that do not count', of: lostWords },
  ];
  if (group.points.some((p) => finite(p.yield?.per1000Tokens) !== null)) {
    columns.push({ title: 'per 1,000 tokens', note: 'Creative stories per 1,000 tokens, with its pointwise 95 % interval; only where the tokens of every scored story are known; tokens of stories without a score are not in it', of: (p) => perTokens(p.yield) });
  }
  return table('Novelty, coherence and yield by temperature', columns, group.points);
}

const REASONED = new Map([['yield', 'creative yield'], ['surelyBeaten', 'surely beaten']]);

function reasonsOf(group) {
  const reasons = group.noAnswer ?? {};
  return ['novelty', 'coherence', 'yield', 'surelyBeaten', 'best'].filter((name) => typeof reasons[name] === 'string').map((name) => el('li', {}, REASONED.get(name) ?? name, ': ', foreign(reasons[name])));
}

/** What novelty costs in coherence, group by group. */
export class TradeOffPanel {
  #place;
  #answers = el('div', { class: 'answers' }, el('p', { class: 'note' }, SAYINGS.asking));
  #asking;
  #fronts = [];
  #asked = null;
  #last = null;

  constructor(place) {
    this.#place = place;
    this.#asking = new Asking((body, status) => {
      this.#last = status === 200 ? list(body) : null;
      this.#draw();
    });
    place.replaceChildren(
      el('h2', {}, 'Novelty and coherence'),
      el('p', { class: 'note' }, 'Word salad is as novel as can be. A temperature is worth taking only if no other gives more novelty without less coherence: those lie on the front.'),
      this.#answers,
    );
  }

  /** Shows the panel, or hides it. */
  show(visible, filters, catalogue) {
    this.#place.hidden = !visible;
    if (!visible) return;
    this.#asked = { catalogue };
    this.#asking.refresh(`api/tradeoff?${parameters(filters)}`);
    if (this.#last !== null) this.#draw();
  }

  #draw() {
    if (this.#last === null) return void this.#answers.replaceChildren(el('p', { class: 'note' }, SAYINGS.refused));
    const { catalogue } = this.#asked;
    const signature = JSON.stringify([this.#last, catalogue.size]);
    if (this.#answers.dataset.signature === signature) return undefined;
    this.#answers.dataset.signature = signature;
    this.#fronts.forEach((front) => front.destroy());
    this.#fronts = [];
    const groups = this.#last.map(readGroup);
    return void this.#answers.replaceChildren(...(groups.length === 0 ? [el('p', { class: 'note' }, NONE)] : groups.map((group) => this.#group(group, catalogue))));
  }

  #group(group, catalogue) {
    const names = { novelty: title(group.novelty, catalogue), coherence: title(group.coherence, catalogue) };
    const paired = group.points.filter((point) => point.novelty !== null && point.coherence !== null);
    const place = el('figure', { class: 'front' });
    const reasons = reasonsOf(group);
    const article = el(
      'article',
      { class: 'trade' },
      el('h3', {}, foreign(text(group.model)), ' ', el('span', { class: 'identity' }, foreign(`${text(group.promptId)}, ${text(group.source)}, ${text(group.environment)}`))),
      group.best === null || group.best === undefined ? null : el('p', {}, el('strong', {}, 'Best temperature: '), foreign(typeset(text(group.best.sentence).replaceAll(text(group.best.goal), () => (catalogue.get(group.best.goal)?.title ?? group.best.goal).toLowerCase()))), '.'),
      paired.length === 0 ? el('p', { class: 'note' }, NO_PAIR, 'at no temperature are both known.') : place,
      group.points.length === 0 ? null : pointsTable(group, names),
      bestTable(group.best, catalogue.get(group.best?.goal)?.title ?? text(group.best?.goal)),
      changesNote(group.changes),
      reasons.length === 0 ? null : el('ul', { class: 'reasons', 'aria-label': 'What is not known, and why' }, reasons),
    );
    if (paired.length > 0) this.#fronts.push(new Front(place, paired, names, group.coherence?.lessIsBetter === true));
    return article;
  }
}
