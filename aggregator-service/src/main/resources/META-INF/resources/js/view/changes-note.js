import { el } from '../dom.js';
import { changeWords } from '../format/changes.js';
import { moment } from '../format/time.js';
import { changes } from '../model/over-time.js';

/** What changed in the series that a figure rests on, each change once; null where nothing did. */
export function changesNote(raw) {
  const seen = new Map(changes(raw).map((change) => [JSON.stringify(change), change]));
  if (seen.size === 0) return null;
  return el(
    'div',
    { class: 'note' },
    'Changed meanwhile; these figures hold what was before and what came after:',
    el('ul', { class: 'changes', 'aria-label': 'Changes, earliest first' }, [...seen.values()].map((change) => el('li', {}, el('span', { class: 'when' }, moment(change.at)), ' ', ...changeWords(change)))),
  );
}
