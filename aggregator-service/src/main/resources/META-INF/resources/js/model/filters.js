/** What is looked at: one value, or all, of each component. Lives in the address, so that a view can be sent. */

/** The components that can be chosen, with what reads them. */
export const COMPONENTS = [
  { name: 'environment', title: 'Environment', of: (s) => s.environment },
  { name: 'source', title: 'Source', of: (s) => s.source },
  { name: 'model', title: 'Model', of: (s) => s.model },
  { name: 'prompt', title: 'Prompt', of: (s) => s.promptId },
  { name: 'family', title: 'Metric family', of: (s) => s.family },
];

const LENGTH = ['5m', '1h', '24h', '7d', 'all'];
const length = (window) => LENGTH.indexOf(window);

/** Windows present, shortest first. */
export const windowsOf = (list) =>
  [...new Set(list.map((s) => s.window))].sort((a, b) => length(a) - length(b) || a.localeCompare(b));

/** The window looked at: the one asked for, else the longest there is. */
export function windowOf(filters, list) {
  return filters.get('window') ?? windowsOf(list).at(-1) ?? 'all';
}

/** Reads the filters out of an address. */
export function filtersFrom(search) {
  const parameters = new URLSearchParams(search);
  const filters = new Map();
  for (const name of [...COMPONENTS.map((c) => c.name), 'window']) {
    const value = parameters.get(name);
    if (value !== null && value !== '') filters.set(name, value);
  }
  return filters;
}

/** Values of a component within the list, sorted, with the chosen one even where no series has it. */
export function choices(component, list, chosen) {
  const values = new Set(list.map(component.of).filter((value) => value !== ''));
  if (chosen !== undefined) values.add(chosen);
  return [...values].sort((a, b) => a.localeCompare(b));
}

/** The series that pass. */
export function passing(list, filters) {
  const window = windowOf(filters, list);
  return list.filter(
    (s) => s.window === window && COMPONENTS.every((c) => !filters.has(c.name) || filters.get(c.name) === c.of(s)),
  );
}
