import uPlot from '../../webjars/uplot/dist/uPlot.esm.js';
import { el, setText } from '../dom.js';
import { significant, temperature } from '../format/numbers.js';
import { curveData, drawnValues, legend } from './curve-data.js';
import { curveOptions } from './curve-options.js';
import { curveScale } from './curve-scale.js';
import { palette } from './palette.js';

const spoken = (series, points) =>
  `${series.title} by temperature: ${points.map((p) => `${significant(p.mean)} at ${temperature(p.temperature)}`).join(', ')}`;

/** Mean by temperature with its spread. Drawn anew when the figures, the width or the colour scheme change. */
export class Curve {
  #place;
  #canvas = el('div', { role: 'img' });
  #caption = el('figcaption');
  #plot = null;
  #series = null;
  #observer;
  #scheme = window.matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();

  constructor(place) {
    this.#place = place;
    place.replaceChildren(this.#canvas, this.#caption);
    this.#observer = new ResizeObserver(() => {
      if (this.#plot !== null && this.#plot.width !== this.#width()) this.#draw();
    });
    this.#observer.observe(place);
    this.#scheme.addEventListener('change', this.#redraw);
  }

  /** Shows a series. */
  show(series) {
    this.#series = series;
    this.#draw();
  }

  /** Lets go of the canvas and of what listens. */
  destroy() {
    this.#observer.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#plot?.destroy();
  }

  #width() {
    return Math.max(240, Math.floor(this.#place.clientWidth));
  }

  #draw() {
    const points = curveData(this.#series);
    this.#plot?.destroy();
    this.#plot = null;
    setText(this.#caption, legend(this.#series, points));
    if (points.length === 0) return;
    this.#canvas.setAttribute('aria-label', spoken(this.#series, points));
    const scale = curveScale(this.#series, drawnValues(points));
    const to = (value) => (value === null ? null : scale.to(value));
    const columns = [
      points.map((p) => p.temperature),
      points.map((p) => to(p.mean)),
      points.map((p) => to(p.band[1])),
      points.map((p) => to(p.band[0])),
    ];
    this.#plot = new uPlot(curveOptions(points, scale, palette(this.#place), this.#width()), columns, this.#canvas);
  }
}
