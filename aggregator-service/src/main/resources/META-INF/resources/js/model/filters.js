/** What is looked at: one value, or all, of each component. Lives in the address, so that a view can be sent. */

/** The components that can be chosen, with what reads them. */
export const COMPONENTS = [
  { name: 'environment', title: 'Environment', of: (s) => s.environment },
  { name: 'source', title: 'Source', of: (s) => s.source },
  { name: 'model', title: 'Model', of: (s) => s.model },
  { name: 'prompt', title: 'Prompt', of: (s) => s.promptId },
  { name: 'family', title: 'Metric family', of: (s) => s.family },
];

/** The windows that are answered for, shortest first. */
export const WINDOWS = ['5m', '1h', '24h', '7d', 'all'];

/** The window looked at: the one asked for, else everything. */
export const windowOf = (filters) => (WINDOWS.includes(filters.get('window')) ? filters.get('window') : 'all');

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
  const window = windowOf(filters);
  return list.filter(
    (s) => s.window === window && COMPONENTS.every((c) => !filters.has(c.name) || filters.get(c.name) === c.of(s)),
  );
}
