const SECONDS = 15 * 60;
const STEP = 5;

/** Asks a Prometheus what a Grafana would ask it. */
export class Prometheus {
  constructor(url) {
    this.url = url.replace(/\/$/, '');
    this.now = Math.floor(Date.now() / 1000);
  }

  /** The lines of a query over time: name, labels and points [milliseconds, value]. */
  async lines(target, variables) {
    const result = await this.#ask('query_range', {
      query: expression(target, variables),
      start: this.now - SECONDS,
      end: this.now,
      step: STEP,
    });
    return result.map((each) => ({
      name: legend(target.legendFormat, each.metric),
      labels: each.metric,
      points: each.values.map(([at, value]) => [at * 1000, Number(value)]),
    }));
  }

  /** The rows of a query now: labels, and the value under `Value`. */
  async rows(target, variables) {
    const result = await this.#ask('query', { query: expression(target, variables), time: this.now });
    return result.map((each) => ({ ...each.metric, Value: Number(each.value[1]) }));
  }

  async #ask(path, parameters) {
    const response = await fetch(`${this.url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
    const answer = await response.json();
    if (answer.status !== 'success') {
      throw new Error(`${parameters.query}: ${answer.error}`);
    }
    return answer.data.result;
  }
}

function expression(target, variables) {
  return variables.in(target.expr.replaceAll('$__rate_interval', '60s'));
}

function legend(format, labels) {
  return format.replace(/\{\{(\w+)\}\}/g, (_, label) => labels[label] ?? '').trim();
}
