const quantile = (c, at) => c.quantiles.find((q) => Math.abs(q.at - at) < 1e-9)?.value ?? null;

/** The band about the means: one standard deviation either side, or the quartiles where values are skewed. */
function band(series, c) {
  if (series.logarithmic) return [quantile(c, 0.25), quantile(c, 0.75)];
  return c.sd === null ? [null, null] : [c.mean - c.sd, c.mean + c.sd];
}

/** What a curve draws: a point a temperature that has a mean. */
export function curveData(series) {
  return series.cells
    .filter((c) => c.mean !== null)
    .map((c) => ({
      temperature: c.temperature,
      n: c.n,
      mean: c.mean,
      band: band(series, c),
      quantiles: c.quantiles,
      leftOut: series.scope.leftOut.includes(c.temperature),
    }));
}

/** Every value drawn. */
export const drawnValues = (points) =>
  points.flatMap((p) => [p.mean, ...p.band, ...p.quantiles.map((q) => q.value)]).filter((value) => value !== null);

/** The curve's legend in words. */
export function legend(series, points) {
  if (points.length === 0) return 'No temperature has a value yet.';
  const spread = series.logarithmic ? 'from the lower to the upper quartile' : 'mean \u00b1 one standard deviation';
  const marks = points[0].quantiles.map((q) => q.at);
  const whiskers = marks.length > 1 ? ` Whiskers: ${marks[0] * 100}\u00a0% to ${marks.at(-1) * 100}\u00a0% of the stories; bar: the middle half; dash: median.` : '';
  const hollow = points.some((p) => p.leftOut) ? ' Hollow: left out of the slope.' : '';
  return `Line: mean. Band: ${spread}.${whiskers}${hollow}${series.logarithmic ? ' Logarithmic axis.' : ''}`;
}
