import { el, setText } from '../dom.js';
import { count } from '../format/numbers.js';
import { ago, instant } from '../format/time.js';

const WORDS = { live: 'live', quiet: 'nothing new', stale: 'stale', 'not-ready': 'not ready', connecting: 'connecting' };

function pair(name) {
  const value = el('dd');
  return { value, element: el('div', {}, el('dt', {}, name), value) };
}

/** The header's line: is this live, from when, how much has been seen. */
export class SystemState {
  #place;
  #state = pair('state');
  #asOf = pair('as of');
  #stories = pair('stories');
  #series = pair('series');

  constructor(place) {
    this.#place = place;
    place.append(this.#state.element, this.#asOf.element, this.#stories.element, this.#series.element);
  }

  /** Shows the state; `asOf` and `stories` may be null, `series` is a number. */
  show({ state, asOf, stories, series }, now = Date.now()) {
    this.#place.dataset.state = state;
    setText(this.#state.value, WORDS[state]);
    setText(this.#asOf.value, asOf === null ? 'nothing yet' : `${instant(asOf)}, ${ago(asOf, now)}`);
    setText(this.#stories.value, stories === null ? 'none yet' : count(stories));
    setText(this.#series.value, count(series));
  }
}
