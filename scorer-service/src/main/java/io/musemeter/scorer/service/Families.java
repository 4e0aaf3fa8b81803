package io.musemeter.scorer.service;

import io.musemeter.scorer.lexical.LexicalFamily;
import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.pipeline.FamilyName;
import io.musemeter.scorer.semantic.MiniLmEmbedder;
import io.musemeter.scorer.semantic.SemanticFamily;
import io.musemeter.scorer.sentence.OpenNlpSentences;

/** Makes a family by its name: only what an instance serves is loaded. */
final class Families {
    private Families() {}

    static Family<?> create(FamilyName name) {
        switch (name) {
            case LIKELIHOOD:
                return new LikelihoodFamily(new EmbeddedStoryModel());
            case LEXICAL:
                return new LexicalFamily();
            case SEMANTIC:
                return new SemanticFamily(MiniLmEmbedder.load(), OpenNlpSentences.load());
        }
        throw new IllegalArgumentException("no family " + name);
    }
}
