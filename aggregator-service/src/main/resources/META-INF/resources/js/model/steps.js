import { finite, list, time } from './reading.js';

/** The slope pane by pane, earliest first. */
export const steps = (raw) =>
  list(raw)
    .map((step) => ({ from: time(step?.from), to: time(step?.to), n: finite(step?.n), slope: finite(step?.slope), low: finite(step?.low), high: finite(step?.high) }))
    .filter((step) => step.from !== null && step.to !== null);

/** The steps that a series is shown with over time: its own, else those of its longest window that has some. */
export function stepsOf(series, windows) {
  if (series.steps.length > 0) return { window: series.window, steps: series.steps };
  const longest = [...windows].filter((s) => s.steps.length > 0).sort((a, b) => a.steps[0].from - b.steps[0].from)[0];
  return longest === undefined ? null : { window: longest.window, steps: longest.steps };
}
