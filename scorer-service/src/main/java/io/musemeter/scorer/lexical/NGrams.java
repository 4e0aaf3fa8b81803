package io.musemeter.scorer.lexical;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Runs of n neighbouring words, overlapping. */
final class NGrams {
    private NGrams() {}

    /** All of them in order, their words joined by blanks; none when there are fewer than n words. */
    static List<String> of(List<String> words, int n) {
        return IntStream.rangeClosed(0, words.size() - n)
                .mapToObj(at -> String.join(" ", words.subList(at, at + n)))
                .toList();
    }

    /** Distinct ones divided by all: 1 when none occurs twice. NaN when there is none. */
    static double distinctShare(List<String> words, int n) {
        List<String> grams = of(words, n);
        return (double) new HashSet<>(grams).size() / grams.size();
    }
}
