package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Measure of textual lexical diversity (McCarthy and Jarvis 2010): mean number of words until the type-token ratio has
 * fallen to .72, read forwards and backwards. What is left at the end counts as part of a factor, (1 - ratio) / (1 - .72).
 * In words, at least 2; a story that repeats no word never starts to fall and has no value.
 */
final class Mtld extends WordMetric {
    private static final int THRESHOLD_PERCENT = 72;

    Mtld() {
        super("mtld", 1, 1);
    }

    @Override
    ScoreOutcome score(List<String> words) {
        double forwards = factors(words);
        if (forwards == 0) {
            return unscorable(UnscorableReason.TOO_SHORT);
        }
        List<String> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);
        return scored((words.size() / forwards + words.size() / factors(reversed)) / 2);
    }

    private static double factors(List<String> words) {
        Set<String> types = new HashSet<>();
        int tokens = 0;
        int whole = 0;
        for (String word : words) {
            types.add(word);
            tokens++;
            // In whole numbers: .72 is no binary fraction, and 18 of 25 must count as having reached it.
            if (100 * types.size() <= THRESHOLD_PERCENT * tokens) {
                whole++;
                types.clear();
                tokens = 0;
            }
        }
        double ratio = tokens == 0 ? 1 : (double) types.size() / tokens;
        return whole + (1 - ratio) / (1 - THRESHOLD_PERCENT / 100.0);
    }
}
