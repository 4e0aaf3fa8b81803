import { el } from '../dom.js';
import { cellsTable } from './cells-table.js';
import { estimatesTable } from './estimates-table.js';
import { missingTable } from './missing.js';
import { OtherWindows } from './other-windows.js';
import { overTimeSection } from './over-time.js';
import { PolicyPanel } from './policy.js';
import { provenance } from './provenance.js';
import { sensitivity } from './sensitivity.js';
import { ComparePanel } from './compare.js';
import { stepsOf } from '../model/steps.js';
import { TimeView } from './time-view.js';
import { shapeTable } from './shape.js';
import { SpreadTable } from './spread.js';
import { windowsTable } from './windows-table.js';

/** Everything known of one series: the curve, the estimates, the cells, and where it comes from. */
export class SeriesDetail {
  #place;
  #curvePlace = el('figure', { class: 'curve' });
  #doubts = el('div', { class: 'facts' });
  #facts = el('div', { class: 'facts' });
  #cells = el('div');
  #windows = el('div');
  #overTime = el('div');
  #timePlace = el('figure', { class: 'time', hidden: true });
  #timeView = new TimeView(this.#timePlace);
  #known = [];
  #policyPlace = el('div');
  #spreadPlace = el('div');
  #comparePlace = el('div');
  #provenance = el('div');
  #spread;
  #compare;
  #policy = null;
  #seriesId;
  #otherWindows;
  #curve = null;
  #series = null;
  #signature = '';
  #closed = false;

  constructor(place, seriesId) {
    this.#place = place;
    this.#seriesId = seriesId;
    this.#spread = new SpreadTable(this.#spreadPlace);
    this.#compare = new ComparePanel(this.#comparePlace, seriesId);
    this.#otherWindows = new OtherWindows(seriesId, (windows) => this.#drawWindows(windows));
    place.replaceChildren(el('div', { class: 'facts' }, this.#curvePlace, this.#doubts), this.#facts, el('div', { class: 'below' }, this.#cells, this.#windows, this.#timePlace, this.#overTime, this.#comparePlace, this.#policyPlace, this.#spreadPlace, this.#provenance));
  }

  /** Draws the series anew where it changed; `others` are those it can be compared with. */
  show(series, others = []) {
    this.#compare.show(series, others);
    this.#otherWindows.refresh();
    this.#spread.show(series);
    this.#showPolicy(series);
    const signature = JSON.stringify([series.raw, series.title]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#series = series;
    this.#facts.replaceChildren(estimatesTable(series), ...shapeTable(series));
    this.#doubts.replaceChildren(...sensitivity(series), ...missingTable(series));
    this.#cells.replaceChildren(cellsTable(series));
    this.#overTime.replaceChildren(overTimeSection(series));
    this.#provenance.replaceChildren(provenance(series));
    this.#timeView.show(series, stepsOf(series, this.#known));
    this.#drawCurve();
  }

  /** Frees what the curve holds. */
  close() {
    this.#closed = true;
    this.#curve?.destroy();
    this.#timeView.destroy();
    this.#place.replaceChildren();
  }

  #showPolicy(series) {
    if (series.overTime.assignment === null) return;
    this.#policy ??= new PolicyPanel(this.#policyPlace, this.#seriesId);
    this.#policy.show(series);
  }

  #drawWindows(windows) {
    if (this.#closed) return;
    this.#known = windows;
    this.#windows.replaceChildren(...windowsTable(this.#series, windows));
    this.#timeView.show(this.#series, stepsOf(this.#series, windows));
  }

  async #drawCurve() {
    try {
      const { Curve } = await import('./curve.js');
      if (this.#closed) return;
      this.#curve ??= new Curve(this.#curvePlace);
      this.#curve.show(this.#series);
    } catch {
      this.#curvePlace.replaceChildren(el('p', { class: 'note' }, 'The curve could not be drawn; the table below holds the same figures.'));
    }
  }
}
