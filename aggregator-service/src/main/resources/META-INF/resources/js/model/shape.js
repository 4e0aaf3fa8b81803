import { finite, interval, list } from './reading.js';

const numbers = (raw, names) => {
  const found = Object.fromEntries(names.map((name) => [name, finite(raw?.[name])]));
  return Object.values(found).some((value) => value === null) ? null : found;
};

function turn(raw) {
  const before = interval(raw?.before);
  const after = interval(raw?.after);
  const breakpoint = finite(raw?.breakpoint);
  return before === null || after === null || breakpoint === null ? null : { breakpoint, before, after, sure: raw.sure === true };
}

/** The shape of the curve, and what the slope hangs on. */
export const shape = (raw) => ({
  lackOfFit: numbers(raw?.lackOfFit, ['f', 'freedom', 'denominatorFreedom', 'p']),
  saturation: numbers(raw?.saturation, ['knee', 'low', 'high', 'slopeBefore', 'plateau']),
  turn: turn(raw?.turn),
  leaveOneOut: list(raw?.leaveOneOut).map((each) => ({ temperature: finite(Number(each?.temperature)), slope: interval(each?.slope), decisive: each?.decisive === true })),
  rhoBound: numbers(raw?.rhoBound, ['low', 'high', 'k']),
});
