import { stepped } from '../format/numbers.js';

/** Round values within a range: 1, 2 or 5 times a power of ten apart, a handful of them, each with its words. */
export function marks([low, high]) {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((each) => each >= rough);
  const values = [];
  for (let i = Math.ceil(low / step); i * step <= high; i += 1) values.push(i * step);
  return values.map((value) => ({ value, words: stepped(value, step) }));
}
