package io.musemeter.scorer.lexical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Levenshtein (1966) distance of two token sequences, divided by the length of the longer. */
final class TokenEditDistance {
    private TokenEditDistance() {}

    /** In [0, 1]: 0 for equal sequences, two empty ones included, 1 where no token can be kept. */
    static double normalised(List<String> a, List<String> b) {
        int longer = Math.max(a.size(), b.size());
        if (longer == 0) {
            return 0;
        }
        Map<String, Integer> symbols = new HashMap<>();
        int[] first = symbols(a, symbols);
        int[] second = symbols(b, symbols);
        return (double) BitParallelLevenshtein.distance(first, second, symbols.size()) / longer;
    }

    private static int[] symbols(List<String> tokens, Map<String, Integer> symbols) {
        return tokens.stream()
                .mapToInt(token -> symbols.computeIfAbsent(token, unseen -> symbols.size()))
                .toArray();
    }
}
