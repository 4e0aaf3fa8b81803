package io.musemeter.aggregator.series;

import io.musemeter.events.Source;
import java.time.Duration;

/**
 * The rules of time.
 *
 * @param ahead how far an event time may lie ahead of the time of its arrival; what is further is taken for that
 * @param lateness how far behind its series a score is still counted
 * @param seenBucket length of the spans of time in which identities are forgotten
 * @param idleAfter how long a series without scores is kept
 */
public record SeriesRules(Duration ahead, Duration lateness, Duration seenBucket, Duration idleAfter) {
    /** One minute ahead, a day late, buckets of ten minutes, kept for thirty days. */
    public static final SeriesRules DEFAULT =
            new SeriesRules(Duration.ofMinutes(1), Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofDays(30));

    /** An event time that is not ahead of its arrival by more than is allowed. */
    public long clamp(long sentMillis, long arrivedMillis) {
        return Math.min(sentMillis, arrivedMillis + ahead.toMillis());
    }

    /** Length of a bucket of identities: those of a finite source are forgotten together or not at all. */
    public long seenBucketMillis(Source source) {
        return source.finite() ? Long.MAX_VALUE : seenBucket.toMillis();
    }
}
