package io.musemeter.launcher.export;

import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** One score an identity: a {@code Scored} is final, anything else is superseded by what comes later. */
final class FinalScores {
    private final Map<String, Score> byIdentity = new LinkedHashMap<>();

    void add(Score score) {
        byIdentity.merge(
                score.scoreId(),
                score,
                (first, later) -> first.outcome() instanceof ScoreOutcome.Scored ? first : later);
    }

    Collection<Score> all() {
        return byIdentity.values();
    }
}
