import { delayAfter } from './backoff.js';

/** Asks for the catalogue of metrics until it is answered; it does not change while the aggregator runs. */
export async function askOnce(listener, address = 'api/metrics') {
  for (let failures = 1; ; failures += 1) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(10000) });
      if (response.ok) return listener(await response.json());
      if (response.status === 404) return undefined;
    } catch {
      // Not reachable: the page shows plain metric names until it is.
    }
    await new Promise((resolve) => setTimeout(resolve, delayAfter(failures)));
  }
}
