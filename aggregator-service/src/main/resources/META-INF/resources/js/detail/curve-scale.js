/** How values are laid out vertically: evenly, or by their logarithm for skewed positive metrics. */

import { significant, stepped } from '../format/numbers.js';

/** 1, 2 and 5 times the powers of ten within a range. */
function roundValues(low, high) {
  const values = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const digit of [1, 2, 5]) {
      const value = digit * 10 ** power;
      if (value >= low && value <= high) values.push(value);
    }
  }
  return values;
}

const EVEN = { to: (value) => value, splits: undefined, label: (v, step) => stepped(v, step) };

const LOGARITHMIC = {
  to: (value) => Math.log(value),
  splits: (_plot, _axis, low, high) => {
    const values = roundValues(Math.exp(low), Math.exp(high));
    const kept = values.length > 8 ? values.filter((v) => /^1(0*|e.*)$/.test(String(v)) || v < 1) : values;
    return kept.map(Math.log);
  },
  label: (v) => significant(Number(Math.exp(v).toPrecision(3)), 1),
};

/** The scale of a series: logarithmic only where every drawn value is positive. */
export function curveScale(series, values) {
  return series.logarithmic && values.every((value) => value > 0) ? LOGARITHMIC : EVEN;
}
