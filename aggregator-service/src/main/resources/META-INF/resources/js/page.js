import { setText } from './dom.js';
import { Details } from './detail/details.js';
import { instant } from './format/time.js';
import { Address } from './model/address.js';
import { withCoherence } from './model/beside.js';
import { readCorrelation } from './model/correlation.js';
import { described, readCatalogue } from './model/metrics.js';
import { passing, windowOf } from './model/filters.js';
import { isQuiet, newest } from './model/freshness.js';
import { storiesIn } from './model/stories.js';
import { ViewBar } from './view/view-bar.js';
import { PooledPanel } from './panels/pooled.js';
import { TradeOffPanel } from './panels/tradeoff.js';
import { drawAxisHead } from './view/axis-head.js';
import { showEmpty } from './view/empty-state.js';
import { FilterBar } from './view/filter-bar.js';
import { SeriesList } from './view/series-list.js';
import { SystemState } from './view/system.js';


/** The page: what was last heard, what is looked at, and the drawing of the one through the other. */
export class Page {
  #heard = [];
  #series = [];
  #catalogue = new Map();
  #state = 'connecting';
  #heardAt = null;
  #heardWindow = null;
  #askAgain = () => {};
  #reason = '';
  #address;
  #parts;

  constructor(document) {
    const at = (id) => document.getElementById(id);
    this.#address = new Address(window, () => this.#look());
    this.#parts = {
      system: new SystemState(at('system')),
      filters: new FilterBar(at('filters'), (name, value) => this.#address.choose(name, value)),
      list: new SeriesList(at('list'), (key) => this.#address.toggle(key), () => this.#draw()),
      details: new Details(),
      axis: at('axis'),
      empty: at('empty'),
      banner: at('banner'),
      views: new ViewBar(at('views'), (view) => this.#address.lookAt(view)),
      listPlace: at('list'),
      pooled: new PooledPanel(at('pooled')),
      tradeoff: new TradeOffPanel(at('tradeoff')),
    };
    drawAxisHead(this.#parts.axis);
    this.#draw();
    setInterval(() => this.#drawSystem(), 1000);
  }

  /** The window looked at. */
  get window() {
    return windowOf(this.#address.filters);
  }

  /** What to do when another window is looked at than the one last heard of. */
  onWindow(ask) {
    this.#askAgain = ask;
  }

  /** Takes what the feed tells. Old figures stay on show when nothing new can be had, and are called stale. */
  receive(outcome) {
    if (outcome.state === 'live') {
      this.#state = 'live';
      this.#heardAt = outcome.at;
      this.#heardWindow = outcome.window;
      this.#heard = outcome.correlations.map(readCorrelation);
    } else {
      this.#state = outcome.state === 'not-ready' ? 'not-ready' : 'stale';
      this.#reason = outcome.reason ?? 'is not ready';
    }
    this.#describe();
  }

  /** Takes the catalogue of metrics: their titles, families and units. */
  receiveCatalogue(raw) {
    this.#catalogue = readCatalogue(raw);
    this.#describe();
  }

  #describe() {
    this.#series = withCoherence(this.#heard.map((series) => described(series, this.#catalogue)));
    this.#draw();
  }

  #look() {
    this.#draw();
    if (this.#heardWindow !== this.window) this.#askAgain();
  }

  #shown() {
    return passing(this.#series, this.#address.filters);
  }

  #draw() {
    const shown = this.#shown();
    const { filters, list, listPlace, details, axis, empty, views, pooled, tradeoff } = this.#parts;
    const { view } = this.#address;
    filters.show(this.#series, this.#address.filters);
    const cards = list.show(shown);
    views.show(view);
    listPlace.hidden = view !== 'effects';
    list.hide(view !== 'effects');
    axis.hidden = shown.length === 0 || view !== 'effects';
    details.show(shown, cards, this.#address.open);
    showEmpty(empty, view === 'effects' ? this.#emptiness(shown) : null, () => this.#address.clear());
    pooled.show(view === 'pooled', this.#address.filters, this.#catalogue);
    tradeoff.show(view === 'tradeoff', this.#address.filters, this.#catalogue);
    this.#drawSystem();
  }

  #emptiness(shown) {
    if (shown.length > 0) return null;
    if (this.#state === 'live' && this.#heardWindow !== this.window) return 'connecting';
    if (this.#series.length > 0) return 'filtered';
    return this.#state === 'live' ? 'no-stories' : this.#state;
  }

  #drawSystem() {
    const shown = this.#shown();
    const { system, banner } = this.#parts;
    const state = this.#state === 'live' && isQuiet(shown, Date.now()) ? 'quiet' : this.#state;
    system.show({ state, asOf: newest(shown), stories: this.#series.length === 0 ? null : storiesIn(shown), series: shown.length });
    const late = this.#series.length > 0 && (this.#state === 'stale' || this.#state === 'not-ready');
    banner.hidden = !late;
    setText(banner, late ? `The aggregator ${this.#reason}. These figures are from ${instant(this.#heardAt)}; the page keeps asking.` : '');
  }
}
