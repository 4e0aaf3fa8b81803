import { el, foreign } from '../dom.js';
import { windowWords } from '../format/time.js';

const KINDS = { computed: 'computed', model: 'by a model', judge: 'by a judging model', human: 'by people' };

function evaluator(id) {
  const [kind, name, version, hash] = id.split('/');
  if (hash === undefined) return id;
  return `${name} ${version}, ${KINDS[kind] ?? kind}, ${hash === 'none' ? 'without configuration' : `configuration ${hash}`}`;
}

/** Where the figures come from: every component of the series, and the figures themselves as JSON. */
export function provenance(series) {
  const facts = [
    ['Metric', series.higher === null ? series.metric : `${series.metric}: higher is ${series.higher}`],
    ['Evaluator', evaluator(series.evaluatorId)],
    ['Model', series.model],
    ['Prompt', `${series.promptId}, version ${series.promptVersion}`],
    ['Sampler', `${series.samplerHash} (hash of every setting but temperature and seed)`],
    ['Source', `${series.source} in ${series.environment}`],
    ['Window', windowWords(series.window)],
    ['As of', series.asOf === null ? 'not known' : new Date(series.asOf).toISOString()],
    ['Series', series.seriesId],
  ];
  const link = `api/correlations?${new URLSearchParams({ seriesId: series.seriesId })}`;
  return el(
    'section',
    { class: 'provenance', 'aria-label': 'Provenance' },
    el('h4', {}, 'Provenance'),
    el('dl', {}, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, foreign(value))))),
    el('p', {}, el('a', { href: link }, 'This series as JSON')),
  );
}
