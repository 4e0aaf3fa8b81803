import { el, setText } from '../dom.js';
import { count } from '../format/numbers.js';
import { ranked } from '../model/ranking.js';
import { placeInOrder } from './order.js';
import { SeriesCard } from './series-card.js';

const STEP = 100;

/** The ranked cards in their groups. Cards are kept by series: only what changed is drawn, and focus and scroll stay. */
export class SeriesList {
  #place;
  #onToggle;
  #cards = new Map();
  #groups = new Map();
  #made = 0;
  #limit = STEP;
  #more = el('button', { type: 'button', class: 'more', hidden: true });

  constructor(place, onToggle, onMore) {
    this.#place = place;
    this.#onToggle = onToggle;
    this.#more.addEventListener('click', () => {
      this.#limit += STEP;
      onMore();
    });
    place.after(this.#more);
  }

  /** Shows the series; answers the cards on show by series. */
  show(list) {
    const groups = ranked(list);
    const rows = groups.flatMap((group) => group.rows);
    let room = this.#limit;
    const sections = groups.map((group) => {
      const shown = group.rows.slice(0, Math.max(0, room));
      room -= shown.length;
      return this.#group(group, shown.map((row) => this.#card(row)));
    });
    placeInOrder(this.#place, sections);
    this.#forget(new Set(rows.slice(0, this.#limit).map((row) => row.series.seriesId)));
    const left = rows.length - this.#limit;
    this.#more.hidden = left <= 0;
    setText(this.#more, `Show ${count(Math.min(STEP, left))} more of ${count(Math.max(0, left))}`);
    return this.#cards;
  }

  /** Hides what belongs to the list beside it. */
  hide(hidden) {
    if (hidden) this.#more.hidden = true;
  }

  #group(group, cards) {
    if (!this.#groups.has(group.id)) {
      const heading = el('h2', { id: `group-${group.id}` }, `${group.title} `, el('span', { class: 'number' }));
      const items = el('ol', { class: 'cards', 'aria-labelledby': heading.id });
      const section = el('section', { class: `group ${group.id}` }, heading, el('p', { class: 'note' }, group.note), items);
      this.#groups.set(group.id, { section, items, number: heading.lastChild });
    }
    const { section, items, number } = this.#groups.get(group.id);
    setText(number, count(group.rows.length));
    placeInOrder(items, cards.map((card) => card.element));
    return section;
  }

  #card(row) {
    const { seriesId } = row.series;
    if (!this.#cards.has(seriesId)) this.#cards.set(seriesId, new SeriesCard(seriesId, (this.#made += 1), this.#onToggle));
    const card = this.#cards.get(seriesId);
    card.update(row);
    return card;
  }

  #forget(kept) {
    for (const id of this.#cards.keys()) if (!kept.has(id)) this.#cards.delete(id);
  }
}
