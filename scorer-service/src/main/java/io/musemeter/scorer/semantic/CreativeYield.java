package io.musemeter.scorer.semantic;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.scorer.metric.ComputedMetric;

/**
 * 1 for a story that is both novel and coherent, else 0: creativity takes more than one condition at once (Runco and Jaeger
 * 2012), and word salad is as novel as can be. Its mean over stories is the share that yields something.
 */
final class CreativeYield extends ComputedMetric<EmbeddedStory> {
    private final SemanticNovelty novelty;
    private final SentenceCoherence coherence;
    private final YieldThresholds thresholds;

    /**
     * @param novelty the novelty it asks for
     * @param coherence the first-order coherence it asks for
     * @param thresholds how much of each
     */
    CreativeYield(SemanticNovelty novelty, SentenceCoherence coherence, YieldThresholds thresholds) {
        super(
                "creative_yield",
                1,
                novelty.evaluatorId(),
                coherence.evaluatorId(),
                thresholds.novelty(),
                thresholds.coherence());
        this.novelty = novelty;
        this.coherence = coherence;
        this.thresholds = thresholds;
    }

    @Override
    public ScoreOutcome score(EmbeddedStory story) {
        if (!(novelty.score(story) instanceof ScoreOutcome.Scored novel)) {
            return novelty.score(story);
        }
        if (!(coherence.score(story) instanceof ScoreOutcome.Scored coherent)) {
            return coherence.score(story);
        }
        boolean both = novel.value() >= thresholds.novelty() && coherent.value() >= thresholds.coherence();
        return scored(both ? 1 : 0);
    }
}
