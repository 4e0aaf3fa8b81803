import { SeriesDetail } from './series-detail.js';

/** The other series of the same metric and evaluator. */
const comparable = (series, shown) =>
  shown.filter((other) => other.seriesId !== series.seriesId && other.metric === series.metric && other.evaluatorId === series.evaluatorId);

/** Keeps the open series' details: drawn while open, forgotten with their card. */
export class Details {
  #open = new Map();

  /** Draws what is open among the series on show. */
  show(shown, cards, open) {
    const bySeries = new Map(shown.map((series) => [series.seriesId, series]));
    for (const [seriesId, card] of cards) {
      const series = bySeries.get(seriesId);
      const isOpen = open.has(seriesId) && series !== undefined;
      card.show(isOpen);
      if (isOpen) this.#detail(seriesId, card).show(series, comparable(series, shown));
      else this.#close(seriesId);
    }
    for (const seriesId of this.#open.keys()) if (!cards.has(seriesId)) this.#close(seriesId);
  }

  #detail(seriesId, card) {
    const known = this.#open.get(seriesId);
    if (known?.place === card.detail) return known.detail;
    this.#close(seriesId);
    const detail = new SeriesDetail(card.detail, seriesId);
    this.#open.set(seriesId, { place: card.detail, detail });
    return detail;
  }

  #close(seriesId) {
    this.#open.get(seriesId)?.detail.close();
    this.#open.delete(seriesId);
  }
}
