import { foreign } from '../dom.js';

const SAYINGS = {
  level: (change) => `the level ${change.direction === 'down' ? 'fell' : 'rose'} at equal temperature`,
  relation: (change) => `the slope ${change.direction === 'down' ? 'fell' : 'rose'}`,
  responseModel: () => 'another model answered',
  fingerprint: () => 'another serving system answered',
  exemplar: () => 'another exemplar is compared with',
};

/** A change in words: text, and where something from outside is named, a node. */
export function changeWords(change) {
  const said = Object.hasOwn(SAYINGS, change.kind) ? SAYINGS[change.kind](change) : 'something changed';
  return change.to === '' ? [said] : [`${said}: `, foreign(change.to)];
}

const SHORT = 14;

/** The same for where there is little room: a long name is cut. */
export const changeInShort = (change) =>
  changeWords(change.to.length > SHORT + 2 ? { ...change, to: `${change.to.slice(0, SHORT)}\u2026` } : change);

/** Whether it is a detector's alarm; else it is something that was told. */
export const isAlarm = (change) => change.kind === 'level' || change.kind === 'relation';
