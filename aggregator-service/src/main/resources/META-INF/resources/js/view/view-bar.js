import { el } from '../dom.js';
import { VIEWS } from '../model/address.js';

const TITLES = { effects: 'Effects of temperature', pooled: 'Across models or prompts', tradeoff: 'Novelty and coherence' };

/** The choice between the page's views: links, so that each can be opened and sent by itself. */
export class ViewBar {
  #links = new Map();

  constructor(place, onChoose) {
    for (const view of VIEWS) {
      const link = el('a', { href: `?view=${view}` }, TITLES[view]);
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onChoose(view);
      });
      this.#links.set(view, link);
      place.append(link);
    }
  }

  /** Marks the view looked at. */
  show(view) {
    for (const [name, link] of this.#links) {
      if (name === view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }
}
