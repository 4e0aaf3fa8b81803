import { finite, interval, list, text, time } from './reading.js';

function sequence(raw) {
  const found = interval(raw);
  if (found === null) return null;
  return { ...found, n: finite(raw.n), since: time(raw.since), reason: text(raw.reason), exact: raw.guarantee === 'non-asymptotic' };
}

function evidence(raw) {
  const logE = finite(raw?.logE);
  if (logE === null) return null;
  return { logE, panes: finite(raw.panes), since: time(raw.since), until: time(raw.until), epochs: finite(raw.epochs), discovered: raw.discovered === true };
}

/** Changes, earliest first. */
export function changes(raw) {
  return list(raw)
    .map((each) => ({ kind: text(each?.kind), at: time(each?.at), direction: text(each?.direction), to: text(each?.to) }))
    .filter((change) => change.at !== null)
    .sort((a, b) => a.at - b.at);
}

function arm(raw) {
  return {
    temperature: finite(Number(raw?.temperature)),
    n: finite(raw?.n),
    truncated: finite(raw?.truncated),
    unscored: finite(raw?.unscored),
    weight: finite(raw?.weight),
    weightSquares: finite(raw?.weightSquares),
    mean: finite(raw?.mean),
  };
}

function assignment(raw) {
  const arms = list(raw?.arms)
    .map(arm)
    .filter((each) => Object.values(each).every((value) => value !== null));
  return arms.length === 0 ? null : { since: time(raw.since), until: time(raw.until), arms };
}

/** What is known of a series whatever the window: `{sequence, evidence, changes, assignment}`. */
export const overTime = (raw) => ({
  sequence: sequence(raw.sequence),
  evidence: evidence(raw.evidence),
  changes: changes(raw.changes),
  assignment: assignment(raw.assignment),
});
