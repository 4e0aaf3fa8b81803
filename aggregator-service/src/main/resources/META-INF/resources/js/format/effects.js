import { decimalsFor, effect, factor } from './numbers.js';

const unitWords = ({ logarithmic, unit }) => (logarithmic || unit === null || unit === '1' ? '' : `${unit} `);

/** How a slope reads: a difference in the metric's unit, or a factor where the metric is analysed on a log scale. */
export function slopeWords(series, slope = series.slope) {
  if (slope === null) return null;
  const decimals = decimalsFor((slope.high - slope.low) / 2);
  const say = series.logarithmic ? factor : (x) => effect(x, decimals);
  return {
    estimate: say(slope.estimate),
    interval: `${say(slope.low)} to ${say(slope.high)}`,
    unit: unitWords(series),
    per: `${unitWords(series)}per 1.0 of temperature`,
  };
}

/** A coefficient in [-1, 1] with its interval, or null. */
export function coefficientWords(coefficient) {
  if (coefficient === null) return null;
  const { estimate, low, high } = coefficient;
  return { estimate: effect(estimate, 2), interval: `${effect(low, 2)} to ${effect(high, 2)}` };
}
