import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  type DashboardLink,
  type DataTransformerConfig,
  FieldColorModeId,
  type FieldConfigSource,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  type Panel,
  PercentChangeColorMode,
  SortOrder,
  StackingMode,
  TableCellDisplayMode,
  ThresholdsMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizOrientation,
} from '@grafana/schema';
import type {
  FieldConfig as BarChartField,
  Options as BarChartOptions,
} from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type { Options as StatOptions } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type {
  FieldConfig as TableField,
  Options as TableOptions,
} from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type { Options as TextOptions } from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type {
  FieldConfig as TimeSeriesField,
  Options as TimeSeriesOptions,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

import { DATASOURCE, type Query } from './queries.js';

/** A panel before it has its place. */
export type Unplaced = Omit<Panel, 'id' | 'gridPos'> & { height: number };

/** What every panel that shows figures has to say. */
export interface Figures {
  title: string;
  /** What is shown and how to read it, one or two sentences. */
  description: string;
  /** A unit of Grafana's; `none` for a figure in the metric's own unit, `short` for a count. */
  unit: string;
  queries: Query[];
  links?: DashboardLink[];
  /** A value at which something begins to be wrong, or to be known. */
  threshold?: number;
  height?: number;
}

/** Lines over time. */
export function lines(figures: Figures): Unplaced {
  const custom: TimeSeriesField = {
    lineWidth: 1,
    fillOpacity: 0,
    showPoints: VisibilityMode.Never,
    spanNulls: false,
    thresholdsStyle: { mode: figures.threshold === undefined ? GraphThresholdsStyleMode.Off : GraphThresholdsStyleMode.Dashed },
  };
  const options: TimeSeriesOptions = {
    legend: { calcs: ['lastNotNull'], displayMode: LegendDisplayMode.Table, placement: 'bottom', showLegend: true },
    tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending },
  };
  return panel('timeseries', figures, options, custom);
}

/** Lines over time on top of each other: parts of a whole. */
export function stacked(figures: Figures): Unplaced {
  const whole = lines(figures);
  const custom: TimeSeriesField = { ...whole.fieldConfig?.defaults.custom, fillOpacity: 30, stacking: { mode: StackingMode.Normal } };
  return { ...whole, fieldConfig: fields(figures, custom) };
}

/** One figure of now. */
export function stat(figures: Figures): Unplaced {
  const options: StatOptions = {
    colorMode: figures.threshold === undefined ? BigValueColorMode.None : BigValueColorMode.Value,
    graphMode: BigValueGraphMode.None,
    justifyMode: BigValueJustifyMode.Auto,
    textMode: BigValueTextMode.ValueAndName,
    orientation: VizOrientation.Auto,
    percentChangeColorMode: PercentChangeColorMode.Standard,
    showPercentChange: false,
    wideLayout: true,
    reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
  };
  return panel('stat', { height: 4, ...figures }, options, {});
}

/** Rows of labels and values of now. */
export function table(figures: Figures & { transformations: DataTransformerConfig[] }): Unplaced {
  const custom: TableField = { align: 'auto', cellOptions: { type: TableCellDisplayMode.Auto }, inspect: false, filterable: true };
  const options: TableOptions = { frameIndex: 0, showHeader: true };
  return { ...panel('table', figures, options, custom), transformations: figures.transformations };
}

/** Bars over temperature, now, one group of bars a value of label `line`. */
export function overTemperature(figures: Figures): Unplaced {
  const custom: BarChartField = { fillOpacity: 60, lineWidth: 1 };
  const options: BarChartOptions = {
    xField: 'temperature\\line',
    orientation: VizOrientation.Vertical,
    barWidth: 0.9,
    groupWidth: 0.8,
    fullHighlight: false,
    showValue: VisibilityMode.Auto,
    stacking: StackingMode.None,
    xTickLabelMaxLength: 0,
    xTickLabelRotation: 0,
    legend: { calcs: [], displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true },
    tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.None },
  };
  return {
    ...panel('barchart', figures, options, custom),
    transformations: [
      {
        id: 'convertFieldType',
        options: { fields: {}, conversions: [{ targetField: 'temperature', destinationType: 'number' }] },
      },
      { id: 'sortBy', options: { fields: {}, sort: [{ field: 'temperature', desc: false }] } },
      {
        id: 'groupingToMatrix',
        options: { columnField: 'line', rowField: 'temperature', valueField: 'Value', emptyValue: 'null' },
      },
    ],
  };
}

/** Markdown that explains how to read what follows. */
export function guide(content: string): Unplaced {
  const options: TextOptions = { mode: 'markdown' as TextOptions['mode'], content };
  return {
    type: 'text',
    title: '',
    description: 'How to read the panels below.',
    transparent: true,
    height: 2,
    options: { ...options },
  };
}

function panel(type: string, figures: Figures, options: object, custom: object): Unplaced {
  return {
    type,
    title: figures.title,
    description: figures.description,
    datasource: DATASOURCE,
    targets: figures.queries,
    fieldConfig: fields(figures, custom),
    options: { ...options },
    links: figures.links ?? [],
    height: figures.height ?? 8,
  };
}

function fields(figures: Figures, custom: object): FieldConfigSource {
  const steps =
    figures.threshold === undefined
      ? [{ color: 'green', value: null }]
      : [
          { color: 'green', value: null },
          { color: 'orange', value: figures.threshold },
        ];
  return {
    defaults: {
      unit: figures.unit,
      color: { mode: FieldColorModeId.PaletteClassic },
      thresholds: { mode: ThresholdsMode.Absolute, steps },
      custom: { ...custom },
    },
    overrides: [],
  };
}
