import { Asking } from '../feed/asking.js';
import { readCorrelation } from '../model/correlation.js';

/** The same series over its other windows: asked for while a detail is open. */
export class OtherWindows {
  #address;
  #asking;

  constructor(seriesId, onAnswer) {
    this.#address = `api/correlations?${new URLSearchParams({ seriesId })}`;
    this.#asking = new Asking((body) => {
      const same = (Array.isArray(body) ? body : []).filter((raw) => raw.seriesId === seriesId).map(readCorrelation);
      if (same.length > 0) onAnswer(same);
    });
  }

  /** Asks again if it is time. */
  refresh() {
    return this.#asking.refresh(this.#address);
  }
}
