const COHERENCE = ['judged_coherence', 'sentence_coherence_1', 'sentence_coherence_2', 'reference_perplexity'];
const NOVELTY = 'novelty';

const storiesOf = (s) => JSON.stringify([s.environment, s.source, s.model, s.promptId, s.promptVersion, s.samplerHash, s.window]);

/** The series that stands for the coherence of the same stories, or null. */
function coherenceOf(siblings) {
  for (const metric of COHERENCE) {
    const found = siblings.filter((s) => s.metric === metric && s.n > 0).sort((a, b) => b.n - a.n)[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** Puts beside every series of novelty the coherence of the same stories: word salad is as novel as can be. */
export function withCoherence(list) {
  const groups = new Map();
  for (const series of list) {
    const stories = storiesOf(series);
    groups.set(stories, [...(groups.get(stories) ?? []), series]);
  }
  return list.map((series) => (series.construct === NOVELTY ? { ...series, coherence: coherenceOf(groups.get(storiesOf(series)) ?? []) } : series));
}
