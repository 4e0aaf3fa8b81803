import { el, setText } from '../dom.js';
import { windowWords } from '../format/time.js';
import { choices, COMPONENTS, windowOf, WINDOWS } from '../model/filters.js';

const ALL = '';

function field(name, title, onChange) {
  const select = el('select', { id: `filter-${name}`, name });
  select.addEventListener('change', () => onChange(name, select.value));
  return { select, element: el('div', { class: 'field' }, el('label', { for: select.id }, title), select) };
}

/** Rewrites a select's options only where they differ, so that an open list is left alone. */
function fill(select, options, chosen) {
  const present = [...select.options].map((o) => o.value);
  if (present.length !== options.length || options.some(([value], i) => value !== present[i])) {
    select.replaceChildren(...options.map(([value, words]) => el('option', { value }, words)));
  }
  options.forEach(([, words], i) => setText(select.options[i], words));
  if (select.value !== chosen) select.value = chosen;
}

/** The row of filters. */
export class FilterBar {
  #fields = new Map();

  constructor(place, onChange) {
    place.addEventListener('submit', (event) => event.preventDefault());
    for (const { name, title } of [...COMPONENTS, { name: 'window', title: 'Window' }]) {
      this.#fields.set(name, field(name, title, onChange));
      place.append(this.#fields.get(name).element);
    }
  }

  /** Offers what the list holds and shows what is chosen. */
  show(list, filters) {
    for (const component of COMPONENTS) {
      const chosen = filters.get(component.name);
      const values = choices(component, list, chosen);
      fill(this.#fields.get(component.name).select, [[ALL, 'all'], ...values.map((v) => [v, v])], chosen ?? ALL);
    }
    fill(this.#fields.get('window').select, WINDOWS.map((w) => [w, windowWords(w)]), windowOf(filters));
  }
}
