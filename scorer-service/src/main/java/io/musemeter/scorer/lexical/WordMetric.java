package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.List;

/** A metric of nothing but a story's {@link Words}. */
abstract class WordMetric extends ComputedMetric<LexicalStory> {
    private final int fewest;

    /** @param fewest least number of words it takes */
    WordMetric(String name, int version, int fewest) {
        super(name, version);
        this.fewest = fewest;
    }

    abstract ScoreOutcome score(List<String> words);

    @Override
    public final ScoreOutcome score(LexicalStory story) {
        List<String> words = story.words();
        if (words.isEmpty()) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        return words.size() < fewest ? unscorable(UnscorableReason.TOO_SHORT) : score(words);
    }
}
