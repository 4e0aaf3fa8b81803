import { el } from '../dom.js';

/** What is said in place of figures. */
const SAYINGS = {
  connecting: ['Asking for the figures', 'The page is waiting for the first answer.'],
  'not-ready': ['Not ready yet', 'The aggregator is restoring its state or its partitions are being reassigned. This page asks again by itself.'],
  stale: ['No answer', 'The aggregator does not answer and this page has not seen any figures yet. It asks again by itself.'],
  'no-stories': ['No stories yet', 'Nothing has been scored. The default sweep writes its first stories within a minute of the start; replayed or production stories appear as soon as a scorer has answered.'],
  filtered: ['Nothing passes the filters', 'There are series, but none with this environment, source, model, prompt, window and family.'],
};

/** Shows why there is nothing to see, or hides. */
export function showEmpty(place, reason, onClear) {
  place.hidden = reason === null;
  if (reason === null || place.dataset.reason === reason) return;
  place.dataset.reason = reason;
  const [title, words] = SAYINGS[reason];
  const clear = el('button', { type: 'button', class: 'more' }, 'Show everything');
  clear.addEventListener('click', onClear);
  place.replaceChildren(el('h2', {}, title), el('p', {}, words), ...(reason === 'filtered' ? [clear] : []));
}
