import { slopeWords } from '../format/effects.js';
import { count, probability } from '../format/numbers.js';
import { windowWords } from '../format/time.js';
import { WINDOWS } from '../model/filters.js';
import { verdictOf } from '../model/verdict.js';
import { table } from './table.js';

/** The same series over its other windows, shortest first. */
export function windowsTable(series, windows) {
  if (windows.length < 2) return [];
  const rows = [...windows].sort((a, b) => WINDOWS.indexOf(a.window) - WINDOWS.indexOf(b.window));
  const columns = [
    { title: 'Window', of: (s) => windowWords(s.window) },
    { title: 'verdict', text: true, of: (s) => verdictOf(s).word },
    { title: 'n', of: (s) => count(s.n) },
    { title: 'slope', of: (s) => slopeWords(s)?.estimate ?? 'no slope' },
    { title: '95 % interval', of: (s) => slopeWords(s)?.interval ?? '' },
    { title: 'q', of: (s) => probability(s.q) },
  ];
  return [table('The same series over other windows', columns, rows, (s) => (s.window === series.window ? 'here' : null))];
}
