import { el } from '../dom.js';
import { cellsTable } from './cells-table.js';
import { estimatesTable } from './estimates-table.js';
import { provenance } from './provenance.js';
import { sensitivity } from './sensitivity.js';
import { windowsTable } from './windows-table.js';

/** Everything known of one series: the curve, the estimates, the cells, and where it comes from. */
export class SeriesDetail {
  #place;
  #curvePlace = el('figure', { class: 'curve' });
  #facts = el('div', { class: 'facts' });
  #below = el('div', { class: 'below' });
  #curve = null;
  #signature = '';
  #closed = false;

  constructor(place) {
    this.#place = place;
    place.replaceChildren(this.#curvePlace, this.#facts, this.#below);
  }

  /** Draws the series anew where it changed; `windows` are the same series over every window. */
  show(series, windows) {
    const signature = JSON.stringify(windows.map((each) => each.raw));
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#facts.replaceChildren(estimatesTable(series), ...sensitivity(series));
    this.#below.replaceChildren(cellsTable(series), ...windowsTable(series, windows), provenance(series));
    this.#drawCurve(series);
  }

  /** Frees what the curve holds. */
  close() {
    this.#closed = true;
    this.#curve?.destroy();
    this.#place.replaceChildren();
  }

  async #drawCurve(series) {
    if (this.#curve !== null) {
      this.#curve.show(series);
      return;
    }
    try {
      const { Curve } = await import('./curve.js');
      if (this.#closed) return;
      this.#curve ??= new Curve(this.#curvePlace);
      this.#curve.show(series);
    } catch {
      this.#curvePlace.replaceChildren(el('p', { class: 'note' }, 'The curve could not be drawn; the table below holds the same figures.'));
    }
  }
}
