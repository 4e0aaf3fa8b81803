import { windowOf } from '../model/filters.js';

const PASSED_ON = ['environment', 'source', 'model', 'prompt'];

/** The filters of the page as parameters of a question; the metric's family is filtered here, the server does not know it. */
export function parameters(filters, further = {}) {
  const query = new URLSearchParams(further);
  for (const name of PASSED_ON) if (filters.has(name)) query.set(name, filters.get(name));
  query.set('window', windowOf(filters));
  return query;
}

/** Says in a panel's place what is to be known in place of figures. */
export const SAYINGS = {
  asking: 'Asking for the figures.',
  refused: 'The aggregator does not answer this question at the moment; the page asks again.',
};
