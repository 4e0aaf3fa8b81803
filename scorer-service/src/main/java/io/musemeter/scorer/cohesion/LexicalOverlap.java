package io.musemeter.scorer.cohesion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Content-word overlap of neighbouring sentences, after Coh-Metrix (Graesser, McNamara, Louwerse and Cai 2004): the stems
 * of nouns, verbs, adjectives and adverbs in both, as the coefficient of Dice (1945), 2 |A ∩ B| / (|A| + |B|), averaged
 * over the pairs. In [0, 1]; a pair without content words shares nothing.
 */
final class LexicalOverlap extends NeighbourOverlap {
    LexicalOverlap(EnglishTagger tagger) {
        super("lexical_overlap", tagger);
    }

    @Override
    double overlap(List<TaggedWord> sentence, List<TaggedWord> next) {
        Set<String> first = contentStems(sentence);
        Set<String> second = contentStems(next);
        Set<String> shared = new HashSet<>(first);
        shared.retainAll(second);
        return shared.isEmpty() ? 0 : 2.0 * shared.size() / (first.size() + second.size());
    }

    private static Set<String> contentStems(List<TaggedWord> sentence) {
        return sentence.stream()
                .filter(TaggedWord::isContent)
                .map(TaggedWord::stem)
                .collect(Collectors.toSet());
    }
}
