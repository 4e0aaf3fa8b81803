import type { DashboardLink } from '@grafana/schema';

const RUNBOOKS = 'https://github.com/musemeter/musemeter/blob/main/docs/runbooks';

function link(title: string, url: string, tooltip: string): DashboardLink {
  return {
    title,
    type: 'link',
    url,
    tooltip,
    icon: 'external link',
    targetBlank: true,
    asDropdown: false,
    includeVars: false,
    keepTime: false,
    tags: [],
  };
}

/** A link from a panel to the page that says what to do. */
export function runbook(alert: string): DashboardLink {
  return link(`Runbook: ${alert}`, `${RUNBOOKS}/${alert}.md`, 'What it means and what to do');
}

/** What stands at the top of every dashboard: the page, the runbooks, the other dashboards. */
export const dashboardLinks: DashboardLink[] = [
  link("Musemeter's page", '${page}', 'The same answers, with curves and provenance'),
  link('Runbooks', `${RUNBOOKS}/README.md`, 'One page an alert; reset, backup, upgrade'),
  {
    title: 'Musemeter dashboards',
    type: 'dashboards',
    tags: ['musemeter'],
    asDropdown: true,
    icon: 'dashboard',
    includeVars: true,
    keepTime: true,
    targetBlank: false,
    tooltip: '',
    url: '',
  },
];
