import { delayAfter } from './backoff.js';

/**
 * Keeps the correlations fresh: asks at once, then on every hint of the event stream, and in any case again and again.
 * It never throws and never stops; what happened last is told to `listener` as one of
 * `{state: 'live', correlations, at}`, `{state: 'not-ready'}`, `{state: 'failed', reason}`.
 */
export function follow(listener, { correlations = 'api/correlations', stream = 'api/stream' } = {}) {
  let failures = 0;
  let timer = null;
  let busy = false;
  let hinted = false;
  let etag = null;

  async function ask() {
    const headers = etag === null ? {} : { 'If-None-Match': etag };
    const response = await fetch(correlations, { headers, cache: 'no-store', signal: AbortSignal.timeout(10000) });
    if (response.status === 304) return { state: 'live', correlations: null, at: Date.now() };
    if (response.status === 503) return { state: 'not-ready' };
    if (!response.ok) return { state: 'failed', reason: `answered ${response.status}` };
    const body = await response.json();
    if (!Array.isArray(body)) return { state: 'failed', reason: 'answered something else than a list' };
    etag = response.headers.get('ETag');
    return { state: 'live', correlations: body, at: Date.now() };
  }

  async function tick() {
    if (busy) {
      hinted = true;
      return;
    }
    busy = true;
    clearTimeout(timer);
    const outcome = await ask().catch(() => ({ state: 'failed', reason: 'does not answer' }));
    failures = outcome.state === 'live' ? 0 : failures + 1;
    listener(outcome);
    busy = false;
    const soon = hinted && failures === 0;
    hinted = false;
    timer = setTimeout(tick, soon ? 1000 : delayAfter(failures));
  }

  const events = new EventSource(stream);
  events.addEventListener('message', () => {
    if (failures === 0) hinted = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tick();
  });
  tick();
}
