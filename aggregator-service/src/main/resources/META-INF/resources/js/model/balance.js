/**
 * Whether temperatures came as often as their probabilities say. A story with probability p weighs 1/p, so the weights at each
 * temperature sum to the number of all stories, give or take the chance of the draw: sum of w(w - 1) is its variance (Horvitz and
 * Thompson 1952). Three standard errors are allowed.
 */
const ALLOWED = 3;

export function balanced(arms) {
  const all = arms.reduce((sum, arm) => sum + arm.n, 0);
  return arms.map((arm) => {
    const error = Math.sqrt(Math.max(0, arm.weightSquares - arm.weight));
    const probability = arm.weight === 0 ? 0 : arm.n / arm.weight;
    return {
      ...arm,
      expected: all * probability,
      reach: 2 * error * probability,
      inBalance: Math.abs(arm.weight - all) <= ALLOWED * error,
      worth: arm.weightSquares === 0 ? 0 : (arm.weight * arm.weight) / arm.weightSquares,
    };
  });
}
