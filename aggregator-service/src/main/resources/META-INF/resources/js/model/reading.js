/** Reading of what arrives: whatever is missing or of another form becomes null, empty or nothing. */

export const finite = (x) => (typeof x === 'number' && Number.isFinite(x) ? x : null);
export const text = (x, otherwise = '') => (typeof x === 'string' ? x : otherwise);
export const list = (x) => (Array.isArray(x) ? x : []);

/** A time as it is sent, RFC 3339, in milliseconds since 1970. */
export function time(x) {
  const milliseconds = typeof x === 'string' ? Date.parse(x) : NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** An estimate with both ends of its interval, or null. */
export function interval(raw) {
  const estimate = finite(raw?.estimate);
  const low = finite(raw?.low);
  const high = finite(raw?.high);
  return estimate === null || low === null || high === null ? null : { estimate, low, high };
}
