package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import java.util.List;

/**
 * Share of a story's runs of four words that repeat an earlier one: 1 - distinct / all, the seq-rep-4 of Welleck,
 * Kulikov, Roller, Dinan, Cho and Weston (2020). In [0, 1); 0 when none repeats.
 */
final class SelfRepetition extends WordMetric {
    private static final int RUN = 4;

    SelfRepetition() {
        super("self_repetition", 1, RUN);
    }

    @Override
    ScoreOutcome score(List<String> words) {
        return scored(1 - NGrams.distinctShare(words, RUN));
    }
}
