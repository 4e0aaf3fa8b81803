import { Asking } from '../feed/asking.js';
import { count, significant, temperature } from '../format/numbers.js';
import { finite, list, text } from '../model/reading.js';
import { table } from './table.js';

const COMPONENTS = ['environment', 'source', 'model', 'promptId', 'promptVersion', 'samplerHash'];

function figure(raw) {
  const value = finite(raw?.value);
  const error = finite(raw?.standardError);
  return value === null ? 'none' : `${significant(value)}${error === null ? '' : ` \u00b1\u202f${significant(error, 2)}`}`;
}

/** What is compared, and which temperatures are not, for want of stories. */
function caption(answer) {
  const thin = list(answer.leftOut).map((c) => `T\u202f=\u202f${temperature(c.temperature)} (${count(finite(c.stories))})`);
  const compared = `Spread of the stories at each temperature, ${count(finite(answer.n))} compared at each`;
  return thin.length === 0 ? compared : `${compared}; left out, for fewer than ${count(finite(answer.least))} stories: ${thin.join(', ')}`;
}

/** How unlike the stories of each temperature are, of the stories that a series scores: asked for while a detail is open. */
export class SpreadTable {
  #place;
  #asking;
  #series = null;

  constructor(place) {
    this.#place = place;
    this.#asking = new Asking((body, status) => this.#draw(status === 200 ? list(body) : []));
  }

  /** Asks again if it is time. */
  show(series) {
    this.#series = series;
    const { environment, source, model, promptId } = series;
    this.#asking.refresh(`api/spread?${new URLSearchParams({ environment, source, model, prompt: promptId })}`);
  }

  #draw(answers) {
    const same = answers.filter((answer) => COMPONENTS.every((name) => text(answer?.[name]) === this.#series[name]));
    this.#place.replaceChildren(
      ...same.map((answer) =>
        table(
          caption(answer),
          [
            { title: 'Temperature', of: (c) => temperature(c.temperature) },
            { title: 'unlike stories', note: 'Vendi score: effective number of unlike stories; \u00b1 its standard error', of: (c) => figure(c.vendi) },
            { title: 'similarity', note: 'Mean cosine of all pairs; \u00b1 its standard error', of: (c) => figure(c.similarity) },
          ],
          list(answer.temperatures),
        ),
      ),
    );
  }
}
