import { count, percent, significant, temperature } from '../format/numbers.js';
import { balanced } from '../model/balance.js';
import { table } from './table.js';

/** The temperatures that were assigned at random, and whether they came as often as their probabilities say. */
export function assignmentTable(series) {
  const { assignment } = series.overTime;
  if (assignment === null) return [];
  const columns = [
    { title: 'Temperature', of: (a) => temperature(a.temperature) },
    { title: 'stories', note: 'Scored stories with this temperature', of: (a) => count(a.n) },
    { title: 'expected', note: 'Scored stories expected from the probabilities; in brackets two standard errors', of: (a) => `${count(a.expected)} (\u00b1\u202f${count(a.reach)})` },
    { title: 'balance', text: true, of: (a) => (a.inBalance ? 'as assigned' : 'not as assigned') },
    { title: 'worth', note: 'Equally weighted stories that would say as much', of: (a) => count(a.worth) },
    { title: 'weights cut', note: 'Stories whose weight was cut to 100', of: (a) => percent(a.n === 0 ? 0 : a.truncated / a.n) },
    { title: 'unscored', of: (a) => count(a.unscored) },
    { title: series.logarithmic ? 'mean of the logarithm' : 'mean', of: (a) => significant(a.mean) },
  ];
  return [table('Temperatures assigned at random', columns, balanced(assignment.arms))];
}
