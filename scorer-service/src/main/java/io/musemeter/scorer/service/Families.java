package io.musemeter.scorer.service;

import io.musemeter.scorer.cohesion.CohesionFamily;
import io.musemeter.scorer.lexical.LexicalFamily;
import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.pipeline.FamilyName;
import io.musemeter.scorer.reference.BuiltInReferenceSet;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceSetFile;
import io.musemeter.scorer.semantic.MiniLmEmbedder;
import io.musemeter.scorer.semantic.SemanticFamily;
import io.musemeter.scorer.semantic.YieldThresholds;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Makes a family by its name: only what an instance serves is loaded. */
final class Families {
    private static final Logger LOG = Logger.getLogger(Families.class);

    private final ScorerConfig config;
    private Optional<ReferenceSet> referenceSet = Optional.empty();
    private final Supplier<Family<?>> judge;

    /** @param judge makes the family of judges, which needs more than a story */
    Families(ScorerConfig config, Supplier<Family<?>> judge) {
        this.config = config;
        this.judge = judge;
    }

    /**
     * The family of that name.
     *
     * @throws io.musemeter.scorer.reference.InvalidReferenceSetException when the configured reference set is none
     */
    Family<?> create(FamilyName name) {
        return switch (name) {
            case LIKELIHOOD -> new LikelihoodFamily(new EmbeddedStoryModel());
            case LEXICAL -> new LexicalFamily(referenceSet());
            case SEMANTIC ->
                new SemanticFamily(MiniLmEmbedder.load(), OpenNlpSentences.load(), referenceSet(), thresholds());
            case COHESION -> new CohesionFamily(OpenNlpSentences.load());
            case JUDGE -> judge.get();
        };
    }

    /** Read once: the families of an instance are measured against one set. */
    private Optional<ReferenceSet> referenceSet() {
        if (referenceSet.isEmpty()) {
            ReferenceSet set = config.referenceSet().map(ReferenceSetFile::read).orElseGet(BuiltInReferenceSet::load);
            LOG.infof("reference set %s", set.summary());
            referenceSet = Optional.of(set);
        }
        return referenceSet;
    }

    private YieldThresholds thresholds() {
        ScorerConfig.Yield least = config.creativeYield();
        return new YieldThresholds(least.novelty(), least.coherence());
    }
}
