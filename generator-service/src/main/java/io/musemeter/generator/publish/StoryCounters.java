package io.musemeter.generator.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import java.util.Locale;

/** Counts what was appended, under tags whose values are bounded by type. */
final class StoryCounters {
    private final MeterRegistry meters;

    StoryCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    void accepted(Story story) {
        meters.counter(
                        "musemeter.generator.stories",
                        "source",
                        kind(story.source()),
                        "outcome",
                        outcome(story.outcome()))
                .increment();
    }

    void rejected(String field) {
        meters.counter(
                        "musemeter.generator.rejected",
                        "field",
                        RejectedField.of(field).tag())
                .increment();
    }

    void sampledOut() {
        meters.counter("musemeter.generator.sampled.out").increment();
    }

    /** A source without the name a user gave it. */
    private static String kind(Source source) {
        if (source instanceof Source.Study) {
            return "study";
        }
        return source instanceof Source.Replay ? "replay" : source.text();
    }

    private static String outcome(StoryOutcome outcome) {
        return outcome instanceof StoryOutcome.NotWritten notWritten
                ? notWritten.reason().name().toLowerCase(Locale.ROOT)
                : "written";
    }
}
