import { readCorrelation } from '../model/correlation.js';

const LEAST_GAP = 10000;

/** The same series over its other windows: asked for when a detail is open, at most every ten seconds. */
export class OtherWindows {
  #seriesId;
  #onAnswer;
  #askedAt = -Infinity;

  constructor(seriesId, onAnswer) {
    this.#seriesId = seriesId;
    this.#onAnswer = onAnswer;
  }

  /** Asks again if it is time. Without an answer nothing is told, and the last one stays. */
  async refresh() {
    if (performance.now() - this.#askedAt < LEAST_GAP) return;
    this.#askedAt = performance.now();
    try {
      const query = new URLSearchParams({ seriesId: this.#seriesId });
      const response = await fetch(`api/correlations?${query}`, { cache: 'no-cache', signal: AbortSignal.timeout(10000) });
      const body = response.ok ? await response.json() : [];
      const same = body.filter((raw) => raw.seriesId === this.#seriesId).map(readCorrelation);
      if (same.length > 0) this.#onAnswer(same);
    } catch {
      // The headline's own feed says when the aggregator does not answer.
    }
  }
}
