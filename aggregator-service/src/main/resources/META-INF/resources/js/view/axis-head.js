import { el } from '../dom.js';
import { axisTicks } from './interval-plot.js';

const WORDS = 'Correlation with temperature under one common design, 95\u00a0% interval';

/** The head above the rows: the columns' names, the common axis and what it measures. */
export function drawAxisHead(place) {
  place.replaceChildren(
    el('span', { class: 'head' }, 'Metric'),
    el('span', { class: 'head' }, 'Mean by temperature'),
    el('div', { class: 'scale' }, el('p', {}, WORDS), axisTicks()),
    el('span', { class: 'head slope' }, 'Change per 1.0 of temperature'),
  );
}
