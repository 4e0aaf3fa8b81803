package io.musemeter.scorer.cohesion;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Argument overlap of neighbouring sentences, after Coh-Metrix (Graesser, McNamara, Louwerse and Cai 2004): the share of
 * pairs with a noun (by its stem) or a pronoun (by its form) in common. In [0, 1].
 */
final class ReferentialOverlap extends NeighbourOverlap {
    ReferentialOverlap(EnglishTagger tagger) {
        super("referential_overlap", tagger);
    }

    @Override
    double overlap(List<TaggedWord> sentence, List<TaggedWord> next) {
        return Collections.disjoint(arguments(sentence), arguments(next)) ? 0 : 1;
    }

    private static Set<String> arguments(List<TaggedWord> sentence) {
        Stream<String> nouns = sentence.stream().filter(TaggedWord::isNoun).map(word -> "noun " + word.stem());
        Stream<String> pronouns =
                sentence.stream().filter(TaggedWord::isPronoun).map(word -> "pronoun " + word.form());
        return Stream.concat(nouns, pronouns).collect(Collectors.toSet());
    }
}
