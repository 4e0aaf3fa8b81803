import type { DataSourceRef } from '@grafana/schema';

import type { Which } from './pairs.js';

export const DATASOURCE: DataSourceRef = { type: 'prometheus', uid: '${datasource}' };

/** A query of a panel to Prometheus. */
export interface Query extends Record<string, unknown> {
  refId: string;
  expr: string;
  legendFormat: string;
  range: boolean;
  instant: boolean;
  format: 'time_series' | 'table';
  exemplar: boolean;
  datasource: DataSourceRef;
}

/** An expression with what its lines are called; the first of a panel is A, the second B, and so on. */
export type Line = readonly [expr: string, legend: string];

function query(index: number, line: Line): Query {
  return {
    refId: String.fromCharCode('A'.charCodeAt(0) + index),
    expr: line[0],
    legendFormat: line[1],
    range: true,
    instant: false,
    format: 'time_series',
    exemplar: false,
    datasource: DATASOURCE,
  };
}

/** Queries over the dashboard's time. */
export function over(...lines: Line[]): Query[] {
  return lines.map((line, index) => query(index, line));
}

/** Queries at the end of the dashboard's time, as rows of a table. */
export function now(...lines: Line[]): Query[] {
  return over(...lines).map((each) => ({ ...each, range: false, instant: true, format: 'table' }));
}

/** The same with the traces of examples. */
export function withExemplars(queries: Query[]): Query[] {
  return queries.map((each) => ({ ...each, exemplar: true }));
}

/** Series of the dashboard's variables with the metric of the variable, and with more conditions. */
export function series(name: string, metric: Which, ...more: string[]): string {
  const conditions = [...chosen, `metric=~"$${metric}"`, ...more];
  return `${name}{${conditions.join(',')}}`;
}

/** Series of the dashboard's variables whatever the metric. */
export function allMetrics(name: string, ...more: string[]): string {
  return `${name}{${[...chosen, ...more].join(',')}}`;
}

/** The same of a figure that has no window. */
export function whole(name: string, metric: Which): string {
  return `${name}{${[...ofAnyWindow, `metric=~"$${metric}"`].join(',')}}`;
}

/** The same whatever the metric. */
export function wholeOfAllMetrics(name: string): string {
  return `${name}{${ofAnyWindow.join(',')}}`;
}

const ofAnyWindow = ['environment=~"$environment"', 'source=~"$source"', 'model=~"$model"', 'prompt=~"$prompt"'];
const chosen = [...ofAnyWindow, 'window=~"$window"'];
