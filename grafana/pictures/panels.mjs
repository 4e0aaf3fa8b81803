import * as echarts from 'echarts';

import { transformed } from './transformations.mjs';
import { escaped, formatted } from './units.mjs';

const EMPTY = '<p class="empty">No data</p>';
const LEGEND = 58;

/** What stands inside a panel, as HTML. */
export async function content(panel, size, variables, prometheus) {
  switch (panel.type) {
    case 'text':
      return markdown(panel.options.content);
    case 'stat':
      return stat(panel, await lines(panel, variables, prometheus));
    case 'timeseries':
      return chart(size, timeseries(panel, await lines(panel, variables, prometheus)));
    case 'barchart':
      return chart(size, barchart(panel, transformed(panel, await rows(panel, variables, prometheus))));
    case 'table':
      return table(panel, transformed(panel, await rows(panel, variables, prometheus)));
    default:
      throw new Error(`${panel.title}: panels of type ${panel.type} are not known here`);
  }
}

async function lines(panel, variables, prometheus) {
  const answers = await Promise.all(panel.targets.map((target) => prometheus.lines(target, variables)));
  return answers.flat();
}

/** Grafana calls the value of a query `Value`, or `Value #A` where a panel has several. */
async function rows(panel, variables, prometheus) {
  const several = panel.targets.length > 1;
  const answers = await Promise.all(
    panel.targets.map(async (target) => {
      const found = await prometheus.rows(target, variables);
      return several ? found.map(({ Value, __name__, ...row }) => ({ ...row, [`Value #${target.refId}`]: Value })) : found;
    }),
  );
  return answers.flat();
}

function timeseries(panel, found) {
  const unit = panel.fieldConfig.defaults.unit;
  const custom = panel.fieldConfig.defaults.custom;
  const steps = panel.fieldConfig.defaults.thresholds.steps.filter((step) => step.value !== null);
  const series = found.map((each) => ({
    type: 'line',
    name: each.name,
    data: each.points,
    showSymbol: false,
    lineStyle: { width: custom.lineWidth },
    ...(custom.stacking?.mode === 'normal' ? { stack: 'all', areaStyle: { opacity: custom.fillOpacity / 100 } } : {}),
  }));
  if (series.length > 0 && custom.thresholdsStyle?.mode === 'dashed') {
    series[0].markLine = {
      symbol: 'none',
      silent: true,
      label: { show: false },
      lineStyle: { color: '#ff9830', type: 'dashed' },
      data: steps.map((step) => ({ yAxis: step.value })),
    };
  }
  return { series, xAxis: { type: 'time' }, yAxis: value(unit) };
}

function barchart(panel, found) {
  const x = panel.options.xField;
  const names = [...new Set(found.flatMap((row) => Object.keys(row)))].filter((name) => name !== x);
  return {
    xAxis: { type: 'category', data: found.map((row) => row[x]), name: 'T' },
    yAxis: value(panel.fieldConfig.defaults.unit),
    series: names.map((name) => ({ type: 'bar', name, data: found.map((row) => row[name] ?? null) })),
  };
}

function value(unit) {
  return { type: 'value', scale: true, axisLabel: { formatter: (v) => formatted(v, unit) } };
}

function chart({ width, height }, options) {
  if (options.series.length === 0) {
    return EMPTY;
  }
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  drawing.setOption({
    animation: false,
    textStyle: { fontFamily: 'sans-serif', fontSize: 11 },
    grid: { left: 8, right: 24, top: 12, bottom: LEGEND, containLabel: true },
    legend: { type: 'scroll', bottom: 4, left: 4, width: width - 60, itemWidth: 12, itemHeight: 6, textStyle: { fontSize: 10 } },
    ...options,
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}

function stat(panel, found) {
  if (found.length === 0) {
    return EMPTY;
  }
  const { unit, thresholds } = panel.fieldConfig.defaults;
  return found
    .map((each) => {
      const last = each.points.at(-1)[1];
      const color = thresholds.steps.filter((step) => step.value === null || last >= step.value).at(-1).color;
      const tint = panel.options.colorMode === 'value' ? ` style="color:${color === 'green' ? '#3a8f3f' : '#c4661f'}"` : '';
      return `<div class="figure"><b${tint}>${escaped(formatted(last, unit))}</b><i>${escaped(each.name)}</i></div>`;
    })
    .join('');
}

function table(panel, found) {
  if (found.length === 0) {
    return EMPTY;
  }
  const unit = panel.fieldConfig.defaults.unit;
  const names = Object.keys(found[0]);
  const cell = (v) => escaped(typeof v === 'number' ? formatted(v, unit) : (v ?? ''));
  const head = names.map((name) => `<th>${escaped(name)}</th>`).join('');
  const body = found.map((row) => `<tr>${names.map((name) => `<td>${cell(row[name])}</td>`).join('')}</tr>`).join('');
  return `<table><tr>${head}</tr>${body}</table>`;
}

function markdown(text) {
  return `<p class="guide">${escaped(text)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replace(/`(.+?)`/g, '<code>$1</code>')}</p>`;
}
