import { SeriesDetail } from './series-detail.js';

/** Keeps the open series' details: drawn while open, forgotten with their card. */
export class Details {
  #open = new Map();

  /** Draws what is open among the series on show. */
  show(shown, all, cards, open) {
    const byKey = new Map(shown.map((series) => [series.key, series]));
    for (const [key, card] of cards) {
      const series = byKey.get(key);
      const isOpen = open.has(key) && series !== undefined;
      card.show(isOpen);
      if (!isOpen) this.#close(key);
      else this.#detail(key, card).show(series, all.filter((other) => other.seriesId === series.seriesId));
    }
    for (const key of this.#open.keys()) if (!cards.has(key)) this.#close(key);
  }

  #detail(key, card) {
    const known = this.#open.get(key);
    if (known?.place === card.detail) return known.detail;
    this.#close(key);
    const detail = new SeriesDetail(card.detail);
    this.#open.set(key, { place: card.detail, detail });
    return detail;
  }

  #close(key) {
    this.#open.get(key)?.detail.close();
    this.#open.delete(key);
  }
}
