import { foreign } from '../dom.js';
import { slopeWords } from '../format/effects.js';
import { figure } from './figures.js';

const NOTE = 'Word salad is as novel as can be: novelty is to be read beside the coherence of the same stories';

/** The coherence of the same stories, of a series of novelty. */
export function coherenceFigure({ coherence }) {
  if (coherence === undefined) return [];
  if (coherence === null) return [figure('its coherence', 'coherence of the same stories', 'not scored', NOTE)];
  const slope = slopeWords(coherence);
  const says = slope === null ? 'no slope' : `${slope.estimate} (${slope.interval})`;
  return [figure('its coherence', 'coherence of the same stories', [foreign(coherence.title), ' ', says], NOTE)];
}
