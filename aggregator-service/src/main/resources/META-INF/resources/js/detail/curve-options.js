import { count, temperature } from '../format/numbers.js';
import { drawnValues } from './curve-data.js';
import { whiskers } from './whiskers.js';

const HEIGHT = 300;
const LABEL_WIDTH = 52;

const widened = (low, high, share, alone) => {
  const margin = high > low ? (high - low) * share : alone;
  return [low - margin, high + margin];
};

/** Temperatures to label, leaving out those whose labels would overlap. */
function labelled(points, width) {
  const span = points.at(-1).temperature - points[0].temperature;
  const room = (LABEL_WIDTH / Math.max(width, 1)) * span;
  const kept = [];
  for (const p of points) if (kept.length === 0 || p.temperature - kept.at(-1).temperature >= room) kept.push(p);
  return kept;
}

/** uPlot's options for one curve. */
export function curveOptions(points, scale, colours, width) {
  const labels = labelled(points, width - 100);
  const words = new Map(labels.map((p) => [p.temperature, `${temperature(p.temperature)}\nn ${count(p.n)}`]));
  const values = drawnValues(points).map(scale.to);
  const rule = { stroke: colours.grid, width: 1 };
  const axis = { stroke: colours.muted, font: colours.font, gap: 6, grid: rule, ticks: { ...rule, size: 4 } };
  const edge = { stroke: 'transparent', points: { show: false } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: widened(points[0].temperature, points.at(-1).temperature, 0.05, 0.5) },
      y: { range: widened(Math.min(...values), Math.max(...values), 0.06, Math.max(1e-6, Math.abs(values[0]) * 0.1)) },
    },
    axes: [
      {
        ...axis,
        size: 44,
        label: 'temperature, stories',
        labelSize: 20,
        labelFont: colours.font,
        splits: () => labels.map((p) => p.temperature),
        values: (_plot, splits) => splits.map((t) => words.get(t)),
      },
      { ...axis, size: 58, splits: scale.splits, values: (_plot, splits, _axis, _space, step) => splits.map((v) => scale.label(v, step)) },
    ],
    series: [{}, { stroke: colours.tone, width: 2, points: { show: true, size: 7, fill: colours.tone } }, edge, edge],
    bands: [{ series: [2, 3], fill: colours.band }],
    hooks: { drawSeries: [whiskers(points, scale, colours)] },
  };
}
