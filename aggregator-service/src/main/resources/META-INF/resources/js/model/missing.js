import { finite } from './reading.js';

function trend(raw) {
  const share = finite(raw?.share);
  const z = finite(raw?.z);
  const p = finite(raw?.p);
  return share === null || z === null || p === null ? null : { share, z, p, n: finite(raw.n) };
}

function bounds(raw) {
  const low = finite(raw?.low);
  const high = finite(raw?.high);
  return low === null || high === null ? null : { low, high, intervalLow: finite(raw.intervalLow), intervalHigh: finite(raw.intervalHigh), trimmedShare: finite(raw.trimmedShare) };
}

/** What has no score: trends on temperature, and bounds on what it could do to the slope. */
export const missing = (raw) => ({
  unscored: trend(raw?.unscored),
  unscorable: trend(raw?.unscorable),
  failed: trend(raw?.failed),
  truncated: trend(raw?.truncated),
  worstCase: bounds(raw?.worstCase),
  worstCaseOfAll: bounds(raw?.worstCaseOfAll),
  trimming: bounds(raw?.trimming),
  trimmingOfAll: bounds(raw?.trimmingOfAll),
});
