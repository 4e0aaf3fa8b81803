import { delayAfter } from './backoff.js';

const ANSWER_WITHIN = 10000;

/**
 * Keeps the correlations fresh: asks at once and again and again. It never throws and never stops; what happened last is
 * told as one of `{state: 'live', correlations, window, at}`, `{state: 'not-ready'}`, `{state: 'failed', reason}`.
 */
export class Feed {
  #windowOf;
  #listener;
  #failures = 0;
  #timer = null;
  #turn = 0;

  /** `windowOf` answers the window looked at; `listener` is told each outcome. */
  constructor(windowOf, listener) {
    this.#windowOf = windowOf;
    this.#listener = listener;
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.ask();
    });
  }

  /** Asks now; an answer still under way to an earlier question is not waited for and not told. */
  async ask() {
    clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    const outcome = await fetched(this.#windowOf()).catch(() => ({ state: 'failed', reason: 'does not answer' }));
    if (turn !== this.#turn) return;
    this.#failures = outcome.state === 'live' ? 0 : this.#failures + 1;
    this.#listener(outcome);
    this.#timer = setTimeout(() => this.ask(), delayAfter(this.#failures));
  }
}

async function fetched(window) {
  const address = `api/correlations?${new URLSearchParams({ window })}`;
  const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(ANSWER_WITHIN) });
  if (response.status === 503) return { state: 'not-ready' };
  if (!response.ok) return { state: 'failed', reason: `answered ${response.status}` };
  const correlations = await response.json();
  if (!Array.isArray(correlations)) return { state: 'failed', reason: 'answered something else than a list' };
  return { state: 'live', correlations, window, at: Date.now() };
}
