const LEAST_GAP = 10000;

/** Asks for what a detail or a panel shows: when told that something is new, one address at most every ten seconds. */
export class Asking {
  #onAnswer;
  #askedAt = -Infinity;
  #turn = 0;
  #asked = '';

  /** `onAnswer` is told the body and the status of an answer; of no answer at all nothing is told. */
  constructor(onAnswer) {
    this.#onAnswer = onAnswer;
  }

  /** Asks if it is time to, and at once for another address. */
  async refresh(address) {
    if (address !== this.#asked || performance.now() - this.#askedAt >= LEAST_GAP) await this.ask(address);
  }

  /** Asks now; an answer still under way to an earlier question is not told. */
  async ask(address) {
    this.#askedAt = performance.now();
    this.#asked = address;
    const turn = (this.#turn += 1);
    try {
      const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(10000) });
      const body = await response.json();
      if (turn === this.#turn) this.#onAnswer(body, response.status);
    } catch {
      // The headline's own feed says when the aggregator does not answer.
    }
  }
}
