/** Numbers for people: significant digits, a true minus sign, grouped thousands; words where there is no number. */

const MINUS = '\u2212';
const THIN = '\u202f';

/** What is said where a figure is missing. */
export const MISSING = 'not known';

const sign = (x) => (x < 0 ? MINUS : '');

function grouped(digits) {
  const [whole, fraction] = digits.split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A count: 12 345. */
export function count(n) {
  return n === null ? MISSING : sign(n) + grouped(String(Math.abs(Math.round(n))));
}

function fixed(x, decimals) {
  const text = Math.abs(x).toFixed(decimals);
  const zero = Number(text) === 0;
  return (zero ? '' : sign(x)) + grouped(text);
}

/** Three (or as many as asked) significant digits, powers of ten only where digits would run away. */
export function significant(x, digits = 3) {
  if (x === null) return MISSING;
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (size >= 1e6 || size < 1e-4) {
    const [mantissa, exponent] = size.toExponential(digits - 1).split('e');
    return `${sign(x)}${mantissa}\u00d710${superscript(Number(exponent))}`;
  }
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return fixed(x, Math.min(decimals, 6));
}

function superscript(exponent) {
  const digits = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';
  return (exponent < 0 ? '\u207b' : '') + [...String(Math.abs(exponent))].map((d) => digits[d]).join('');
}

/** Decimals at which an interval of this half-width shows two significant digits. */
export function decimalsFor(halfWidth) {
  if (!(halfWidth > 0)) return 3;
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(halfWidth))));
}

const plus = (x, text) => (x > 0 && Number(text.replace(/[^\d.]/g, '')) !== 0 ? `+${text}` : text);

/** A signed effect at a number of decimals. */
export function effect(x, decimals) {
  if (x === null) return MISSING;
  if (Math.abs(x) >= 1e6) return plus(x, significant(x));
  return plus(x, fixed(x, decimals));
}

/** A factor, for effects on a logarithmic scale: \u00d71.35. */
export function factor(logarithm) {
  if (logarithm === null) return MISSING;
  return `\u00d7${significant(Math.exp(logarithm))}`;
}

/** A probability; below .001 only that. */
export function probability(p) {
  if (p === null) return MISSING;
  if (p < 0.001) return '<\u2009.001';
  if (p > 0.999) return '>\u2009.999';
  return p.toFixed(p < 0.1 ? 3 : 2).replace(/^0/, '');
}

/** A share in per cent: 25 %, 0.4 %. */
export const percent = (share) => (share === null ? MISSING : `${significant(100 * share, share >= 0.0995 ? 2 : 1)}\u00a0%`);

/** An e-value from its natural logarithm; a power of ten where it is large. */
export function eValue(logE) {
  const exponent = Math.floor(logE / Math.LN10);
  if (exponent < 6) return significant(Math.exp(logE), 2);
  return `10${superscript(exponent)}`;
}

/** A sentence that was written in ASCII, with its minus and its signs set as such. */
export const typeset = (sentence) =>
  sentence.replace(/(^|[\s(\u00d7])-(?=[\d.])/g, `$1${MINUS}`).replaceAll('>=', '\u2265').replaceAll('<=', '\u2264');

/** A tick of an axis with this step: as many decimals as the step has. */
export const stepped = (x, step) =>
  step >= 1e6 || step < 1e-5 ? significant(x) : fixed(x, Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (/[1-9].*[1-9]/.test(String(step)) ? 1 : 0)));

/** A temperature as it is keyed: an exact decimal. */
export const temperature = (t) => String(t).replace('-', MINUS);
