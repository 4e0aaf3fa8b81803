package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moving-average type-token ratio (Covington and McFall 2010): distinct words divided by words, averaged over all windows
 * of 50 words. In (0, 1]. A shorter story is one window, and so its plain type-token ratio.
 */
final class Mattr extends WordMetric {
    private static final int WINDOW = 50;

    Mattr() {
        super("mattr", 1, 1);
    }

    @Override
    ScoreOutcome score(List<String> words) {
        int window = Math.min(WINDOW, words.size());
        Map<String, Integer> counts = new HashMap<>();
        long distinct = 0;
        for (int end = 0; end < words.size(); end++) {
            counts.merge(words.get(end), 1, Integer::sum);
            if (end >= window) {
                counts.computeIfPresent(words.get(end - window), (word, count) -> count == 1 ? null : count - 1);
            }
            distinct += end >= window - 1 ? counts.size() : 0;
        }
        int windows = words.size() - window + 1;
        return scored((double) distinct / windows / window);
    }
}
