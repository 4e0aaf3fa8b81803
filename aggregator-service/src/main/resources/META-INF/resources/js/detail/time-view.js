import { el, setText, svg } from '../dom.js';
import { isAlarm } from '../format/changes.js';
import { slopeWords } from '../format/effects.js';
import { moment, windowWords } from '../format/time.js';
import { marks } from './marks.js';

const HEIGHT = 210;
const PAD = { left: 58, right: 14, top: 20, bottom: 26 };

const ends = (values) => [Math.min(...values), Math.max(...values)];

/** The slope over time: one pointwise interval a pane, the interval that holds at any time as a band, and a mark for each change. */
export class TimeView {
  #place;
  #canvas = el('div', {});
  #caption = el('figcaption');
  #observer;
  #drawn = null;
  #width = 0;

  constructor(place) {
    this.#place = place;
    place.replaceChildren(this.#canvas, this.#caption);
    this.#observer = new ResizeObserver(() => {
      if (this.#drawn !== null && this.#place.clientWidth !== this.#width) this.#draw();
    });
    this.#observer.observe(place);
  }

  /** Shows a series with the steps of one window, or hides where there are fewer than two slopes to tell a story. */
  show(series, history) {
    const known = history === null ? [] : history.steps.filter((step) => step.slope !== null);
    this.#place.hidden = known.length < 2;
    this.#drawn = known.length < 2 ? null : { series, history, known };
    if (this.#drawn !== null) this.#draw();
  }

  /** Lets go of what listens. */
  destroy() {
    this.#observer.disconnect();
  }

  #draw() {
    const { series, history, known } = this.#drawn;
    this.#width = this.#place.clientWidth;
    const width = Math.max(260, this.#width);
    const from = history.steps[0].from;
    const to = Math.max(history.steps.at(-1).to, series.asOf ?? 0);
    const { sequence } = series.overTime;
    const drawn = [0, ...known.flatMap((step) => [step.low, step.high]), ...(sequence === null ? [] : [sequence.low, sequence.high])];
    const [low, high] = ends(drawn);
    const x = (t) => PAD.left + ((Math.min(Math.max(t, from), to) - from) / (to - from)) * (width - PAD.left - PAD.right);
    const y = (value) => HEIGHT - PAD.bottom - ((value - low) / (high - low || 1)) * (HEIGHT - PAD.top - PAD.bottom);
    const changes = series.overTime.changes.map((change, i) => ({ change, number: i + 1 })).filter(({ change }) => change.at >= from && change.at <= to);
    this.#canvas.replaceChildren(
      svg(
        'svg',
        { role: 'img', 'aria-label': this.#spoken(), width, height: HEIGHT },
        marks([low, high]).map(({ value, words }) => [
          svg('line', { x1: PAD.left, x2: width - PAD.right, y1: y(value), y2: y(value), class: value === 0 ? 'zero' : 'grid' }),
          svg('text', { x: PAD.left - 7, y: y(value) + 4, 'text-anchor': 'end' }, words),
        ]),
        sequence === null ? null : svg('rect', { x: x(sequence.since ?? from), width: Math.max(0, x(to) - x(sequence.since ?? from)), y: y(sequence.high), height: Math.max(1, y(sequence.low) - y(sequence.high)), class: 'anytime' }),
        known.map((step) => {
          const middle = x((step.from + Math.min(step.to, to)) / 2);
          return [svg('line', { x1: middle, x2: middle, y1: y(step.low), y2: y(step.high), class: 'error' }), svg('circle', { cx: middle, cy: y(step.slope), r: 3, class: 'point' })];
        }),
        changes.map(({ change, number }) => [
          svg('line', { x1: x(change.at), x2: x(change.at), y1: PAD.top - 4, y2: HEIGHT - PAD.bottom, class: isAlarm(change) ? 'mark alarm' : 'mark' }),
          svg('text', { x: x(change.at), y: PAD.top - 8, 'text-anchor': 'middle', class: 'number' }, String(number)),
        ]),
        svg('text', { x: PAD.left, y: HEIGHT - 8 }, moment(from)),
        svg('text', { x: width - PAD.right, y: HEIGHT - 8, 'text-anchor': 'end' }, moment(to)),
      ),
    );
    const band = sequence === null ? '' : ' Band: the interval of the present epoch that holds at any time.';
    setText(this.#caption, `Slope per 1.0 of temperature, ${windowWords(history.window)}, by disjoint panes. Upright lines: pointwise 95\u00a0% intervals, each for one look.${band} Numbered marks: the changes listed below.${series.logarithmic ? ' Slopes of the logarithm.' : ''}`);
  }

  #spoken() {
    const { series, known } = this.#drawn;
    const last = known.at(-1);
    const words = slopeWords(series, { estimate: last.slope, low: last.low, high: last.high });
    return `Slope of ${series.title} over time: ${known.length} panes, the last ${words.estimate} (${words.interval})`;
  }
}
