/** The common axis of the intervals: correlations under the default design, from -1 to 1. */
export const TICKS = [-1, -0.5, 0, 0.5, 1];

/** Where a value lies, in per cent of the axis' width; the outer 4 % leave room for the ends' strokes and figures. */
export function place(value) {
  return 50 + Math.max(-1, Math.min(1, value)) * 46;
}
