/** What the catalogue of metrics says of a metric; a name made readable where it says nothing. */

function readable(metric) {
  const words = metric.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The catalogue as the aggregator serves it, by metric name; entries of another form are left out. */
export function readCatalogue(raw) {
  const entries = Array.isArray(raw) ? raw.filter((m) => typeof m?.name === 'string') : [];
  return new Map(entries.map((m) => [m.name, m]));
}

/** Adds title, family, construct, direction and unit to a series. */
export function described(series, catalogue) {
  const known = catalogue.get(series.metric) ?? {};
  const text = (x) => (typeof x === 'string' && x !== '' ? x : null);
  return {
    ...series,
    title: text(known.title) ?? readable(series.metric),
    family: text(known.family) ?? '',
    construct: text(known.construct) ?? '',
    lessIsBetter: known.direction === 'LESS',
    higher: text(known.higher),
    unit: text(known.unit),
  };
}
