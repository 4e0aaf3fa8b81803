package io.musemeter.generator.scoresout;

import io.musemeter.events.Score;
import java.util.Optional;

/**
 * A score of a story that was asked for within a span.
 *
 * @param score the score
 * @param traceId the span's trace, 32 hexadecimal digits
 * @param spanId the span, 16 hexadecimal digits
 */
record TracedScore(Score score, String traceId, String spanId) {

    static Optional<TracedScore> of(Score score) {
        return score.traceId() == null || score.spanId() == null
                ? Optional.empty()
                : Optional.of(new TracedScore(score, score.traceId(), score.spanId()));
    }
}
