import type { Unplaced } from './panels.js';

/** The metric chosen, or the coherence metric that stands beside it. */
export type Which = 'metric' | 'coherence';

/** A panel for the metric chosen, and the same for the coherence of the same stories beside it. */
export function both(panel: (which: Which) => Unplaced): Unplaced[] {
  return [panel('metric'), panel('coherence')];
}
