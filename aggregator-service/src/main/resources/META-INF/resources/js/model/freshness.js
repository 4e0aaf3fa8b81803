/** How old the figures are. */

const QUIET_AFTER = 120000;

/** Latest instant that any of the series speaks of, or null. */
export const newest = (list) =>
  list.reduce((latest, { asOf }) => (asOf !== null && (latest === null || asOf > latest) ? asOf : latest), null);

const live = ({ source }) => source === 'production' || source === 'sweep';

/** Whether live sources are shown and none of them has said anything for two minutes. Finite sources end, and that is well. */
export function isQuiet(list, now) {
  const latest = newest(list.filter(live));
  return latest !== null && now - latest > QUIET_AFTER;
}
