import { el, foreign } from '../dom.js';

/** What a series is made of, in one line; every part came from outside. */
export function identity(series) {
  const parts = [
    ['model', series.model],
    ['prompt', `${series.promptId}${series.promptVersion === '1' || series.promptVersion === '' ? '' : ` v${series.promptVersion}`}`],
    ['source', series.source],
    ['environment', series.environment],
  ];
  return el(
    'p',
    { class: 'identity' },
    parts.filter(([, value]) => value !== '').map(([name, value]) => el('span', { title: name }, foreign(value))),
  );
}
