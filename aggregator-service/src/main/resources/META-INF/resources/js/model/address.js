import { filtersFrom } from './filters.js';

const OPEN = 'open';
const VIEW = 'view';

/** The views of the page, the first of them without a name in the address. */
export const VIEWS = ['effects', 'pooled', 'tradeoff'];

/** The page's address as its state: filters and open series. Reload, back and a sent link show the same. */
export class Address {
  #window;
  #onChange;

  constructor(window, onChange) {
    this.#window = window;
    this.#onChange = onChange;
    window.addEventListener('popstate', onChange);
  }

  /** What is looked at. */
  get filters() {
    return filtersFrom(this.#window.location.search);
  }

  /** Ids of the series whose detail is open. */
  get open() {
    return new Set(this.#parameters().getAll(OPEN));
  }

  /** The view looked at. */
  get view() {
    const asked = this.#parameters().get(VIEW);
    return VIEWS.includes(asked) ? asked : VIEWS[0];
  }

  /** Looks at another view. */
  lookAt(view) {
    this.choose(VIEW, view === VIEWS[0] ? '' : view);
  }

  /** Chooses one value of a component; an empty one means all. */
  choose(name, value) {
    const parameters = this.#parameters();
    if (value === '') parameters.delete(name);
    else parameters.set(name, value);
    this.#go(parameters);
  }

  /** Opens or closes a series' detail. */
  toggle(seriesId) {
    const parameters = this.#parameters();
    const open = this.open;
    if (!open.delete(seriesId)) open.add(seriesId);
    parameters.delete(OPEN);
    for (const each of open) parameters.append(OPEN, each);
    this.#go(parameters);
  }

  /** Drops every filter. */
  clear() {
    this.#go(new URLSearchParams(this.view === VIEWS[0] ? {} : { [VIEW]: this.view }));
  }

  #parameters() {
    return new URLSearchParams(this.#window.location.search);
  }

  #go(parameters) {
    const search = parameters.toString();
    const { pathname } = this.#window.location;
    this.#window.history.pushState(null, '', search === '' ? pathname : `${pathname}?${search}`);
    this.#onChange();
  }
}
