import type { Dashboard } from '@grafana/schema';

import { creativityOverview } from './dashboards/creativity-overview.js';
import { pipelineHealth } from './dashboards/pipeline-health.js';
import { scorersAndScaling } from './dashboards/scorers-and-scaling.js';
import { temperatureStudy } from './dashboards/temperature-study.js';

/** All dashboards by file name. */
export const dashboards: Record<string, Dashboard> = {
  'creativity-overview': creativityOverview,
  'pipeline-health': pipelineHealth,
  'scorers-and-scaling': scorersAndScaling,
  'temperature-study': temperatureStudy,
};
