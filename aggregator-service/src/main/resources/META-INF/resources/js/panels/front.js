import { el, svg } from '../dom.js';
import { marks } from '../detail/marks.js';
import { significant, temperature } from '../format/numbers.js';

const HEIGHT = 300;
const PAD = { left: 52, right: 40, top: 34, bottom: 44 };

const ends = (figure) => [figure.low ?? figure.mean, figure.high ?? figure.mean];

function axis(figures) {
  const all = figures.flatMap(ends);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const margin = high > low ? (high - low) * 0.08 : Math.max(1e-6, Math.abs(low) * 0.1);
  return [low - margin, high + margin];
}

/** Temperatures as points of novelty and coherence, with their intervals; those on the front are filled and joined. */
export class Front {
  #place;
  #points;
  #names;
  #canvas = el('div', {});
  #observer;
  #width = 0;
  #upsideDown;

  /** `upsideDown` draws less coherence above more, where less of the metric is more coherent. */
  constructor(place, points, names, upsideDown) {
    this.#place = place;
    this.#upsideDown = upsideDown;
    this.#points = points;
    this.#names = names;
    place.replaceChildren(this.#canvas, el('figcaption', {}, 'Each point is a temperature; filled and joined: on the front; struck out: surely beaten on both. Crosses: pointwise 95\u00a0% intervals.'));
    this.#observer = new ResizeObserver(() => {
      if (this.#place.clientWidth !== this.#width) this.#draw();
    });
    this.#observer.observe(place);
  }

  /** Lets go of what listens. */
  destroy() {
    this.#observer.disconnect();
  }

  #draw() {
    this.#width = this.#place.clientWidth;
    const width = Math.max(260, this.#width);
    const horizontal = axis(this.#points.map((p) => p.novelty));
    const vertical = axis(this.#points.map((p) => p.coherence));
    const x = (value) => PAD.left + ((value - horizontal[0]) / (horizontal[1] - horizontal[0])) * (width - PAD.left - PAD.right);
    const up = (value) => (value - vertical[0]) / (vertical[1] - vertical[0]);
    const y = (value) => HEIGHT - PAD.bottom - (this.#upsideDown ? 1 - up(value) : up(value)) * (HEIGHT - PAD.top - PAD.bottom);
    const front = this.#points.filter((p) => p.onFront).sort((a, b) => a.novelty.mean - b.novelty.mean);
    const spoken = `${this.#names.novelty} against ${this.#names.coherence}: ${this.#points.map((p) => `T ${temperature(p.temperature)}: ${significant(p.novelty.mean)} and ${significant(p.coherence.mean)}${p.onFront ? ', on the front' : ''}${p.surelyBeaten === true ? ', surely beaten' : ''}`).join('; ')}`;
    this.#canvas.replaceChildren(
      svg(
        'svg',
        { role: 'img', 'aria-label': spoken, width, height: HEIGHT },
        marks(horizontal).map(({ value, words }) => [
          svg('line', { x1: x(value), x2: x(value), y1: PAD.top, y2: HEIGHT - PAD.bottom, class: 'grid' }),
          svg('text', { x: x(value), y: HEIGHT - PAD.bottom + 16, 'text-anchor': 'middle' }, words),
        ]),
        marks(vertical).map(({ value, words }) => [
          svg('line', { x1: PAD.left, x2: width - PAD.right, y1: y(value), y2: y(value), class: 'grid' }),
          svg('text', { x: PAD.left - 7, y: y(value) + 4, 'text-anchor': 'end' }, words),
        ]),
        svg('text', { x: width - PAD.right, y: HEIGHT - 8, 'text-anchor': 'end' }, `${this.#names.novelty} \u2192`),
        svg('text', { x: 0, y: 13 }, `\u2191 ${this.#names.coherence}`),
        front.length > 1 ? svg('path', { class: 'join', d: `M${front.map((p) => `${x(p.novelty.mean)} ${y(p.coherence.mean)}`).join('L')}` }) : null,
        this.#points.map((p) => this.#point(p, x, y)),
      ),
    );
  }

  #point(p, x, y) {
    const [left, right] = ends(p.novelty);
    const [low, high] = ends(p.coherence);
    const [cx, cy] = [x(p.novelty.mean), y(p.coherence.mean)];
    return [
      svg('line', { x1: x(left), x2: x(right), y1: cy, y2: cy, class: 'error' }),
      svg('line', { x1: cx, x2: cx, y1: y(low), y2: y(high), class: 'error' }),
      svg('circle', { cx, cy, r: 5, class: p.onFront ? 'on' : 'off' }),
      p.surelyBeaten === true ? svg('path', { class: 'beaten', d: `M${cx - 7} ${cy + 7}L${cx + 7} ${cy - 7}` }) : null,
      svg('text', { x: cx + 9, y: cy - 8, class: 'name' }, `T ${temperature(p.temperature)}`),
    ];
  }
}
