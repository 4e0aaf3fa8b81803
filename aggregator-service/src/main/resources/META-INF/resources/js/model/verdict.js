/** The verdict's kinds: one word each, the group a series is shown in, and the sign that goes with it. */

const GROUPS = [
  { id: 'effects', title: 'Temperature matters', note: 'The interval or the shape excludes chance, corrected for the number of series looked at.' },
  { id: 'none', title: 'No difference worth naming', note: 'Shown to be smaller than what would matter; not merely unproven.' },
  { id: 'open', title: 'Cannot tell', note: 'Too few stories, too few temperatures, or values that do not vary. Not the same as no effect.' },
  { id: 'doubtful', title: 'Doubtful', note: 'What could not be scored depends on temperature, so the stories that were scored mislead.' },
  { id: 'checks', title: 'Checks of the measurement', note: 'These move with temperature by construction: they test the system, not the model.' },
];

const KINDS = {
  Related: { group: 'effects' },
  NonMonotone: { group: 'effects', word: 'bends', tone: 'bends' },
  Negligible: { group: 'none', word: 'negligible', tone: 'flat' },
  InsufficientVariation: { group: 'open', word: 'too few temperatures', tone: 'unknown' },
  InsufficientData: { group: 'open', word: 'not enough data', tone: 'unknown' },
  Degenerate: { group: 'open', word: 'degenerate', tone: 'unknown' },
  SelectionThreatened: { group: 'doubtful', word: 'selection threatened', tone: 'doubtful' },
  ManipulationCheck: { group: 'checks', word: 'by construction', tone: 'unknown' },
};

/** The groups in the order in which they are shown. */
export const groups = GROUPS;

const spaced = (kind) => kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** Group, word and tone of a series' verdict. A kind this page does not know is shown as "cannot tell", in its own words. */
export function verdictOf(series) {
  const known = Object.hasOwn(KINDS, series.verdict.kind) ? KINDS[series.verdict.kind] : null;
  if (series.verdict.kind === 'Related' && series.slope !== null) {
    const rises = series.slope.estimate > 0;
    return { group: 'effects', word: rises ? 'rises' : 'falls', tone: rises ? 'rises' : 'falls' };
  }
  return { group: known?.group ?? 'open', word: known?.word ?? spaced(series.verdict.kind), tone: known?.tone ?? 'unknown' };
}
