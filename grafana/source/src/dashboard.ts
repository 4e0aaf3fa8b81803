import { type Dashboard, DashboardCursorSync, type Panel, type RowPanel, type VariableModel } from '@grafana/schema';

import { dashboardLinks } from './links.js';
import { guide, type Unplaced } from './panels.js';

const WIDTH = 24;

/** A row of a dashboard: what to know before reading it, then panels side by side, line by line. */
export interface Section {
  title: string;
  guide: string;
  panels: Unplaced[][];
}

/** A dashboard of sections. */
export function dashboard(
  uid: string,
  title: string,
  description: string,
  variables: VariableModel[],
  sections: Section[],
): Dashboard {
  return {
    uid,
    title: `Musemeter / ${title}`,
    description,
    tags: ['musemeter'],
    schemaVersion: 42,
    version: 1,
    editable: true,
    graphTooltip: DashboardCursorSync.Crosshair,
    timezone: 'browser',
    time: { from: 'now-1h', to: 'now' },
    refresh: '30s',
    annotations: { list: [] },
    links: dashboardLinks,
    templating: { list: variables },
    panels: place(sections),
  };
}

function place(sections: Section[]): Array<Panel | RowPanel> {
  const placed: Array<Panel | RowPanel> = [];
  let y = 0;
  for (const section of sections) {
    placed.push({
      id: placed.length + 1,
      type: 'row',
      title: section.title,
      collapsed: false,
      panels: [],
      gridPos: { h: 1, w: WIDTH, x: 0, y },
    });
    y += 1;
    for (const line of [[guide(section.guide)], ...section.panels]) {
      y = placeLine(placed, line, y);
    }
  }
  return placed;
}

function placeLine(placed: Array<Panel | RowPanel>, line: Unplaced[], y: number): number {
  const w = Math.floor(WIDTH / line.length);
  const h = Math.max(...line.map((panel) => panel.height));
  line.forEach(({ height: _, ...panel }, index) => {
    placed.push({ id: placed.length + 1, ...panel, gridPos: { h, w, x: w * index, y } });
  });
  return y + h;
}
