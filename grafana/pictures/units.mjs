/** A value in one of Grafana's units. */
export function formatted(value, unit) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '';
  }
  switch (unit) {
    case 'percentunit':
      return `${round(value * 100)} %`;
    case 's':
      return value < 1 ? `${round(value * 1000)} ms` : `${round(value)} s`;
    case 'bytes':
      return `${round(value / 2 ** 20)} MiB`;
    case 'ops':
      return `${round(value)} /s`;
    case 'dateTimeAsIso':
      return new Date(value).toISOString();
    default:
      return `${round(value)}`;
  }
}

function round(value) {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Text that may have come from outside, for a page. */
export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
