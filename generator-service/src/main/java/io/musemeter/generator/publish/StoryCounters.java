package io.musemeter.generator.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import java.util.Locale;

/** Counts what was appended, under tags whose values are bounded by type. */
final class StoryCounters {
    private final MeterRegistry meters;
    private final Counter sampledOut;
    private final Counter promptsBeyond;

    StoryCounters(MeterRegistry meters) {
        this.meters = meters;
        this.sampledOut = Counter.builder("musemeter.generator.sampled.out")
                .description("Stories left out of the sample by design")
                .register(meters);
        this.promptsBeyond = Counter.builder("musemeter.generator.prompts.beyond")
                .description("Live stories whose prompt is other because there were too many names")
                .register(meters);
        // There from the start, at 0: of a counter that begins at 1 no increase is seen.
        for (RejectedField field : RejectedField.values()) {
            rejected(field);
        }
    }

    private Counter rejected(RejectedField field) {
        return Counter.builder("musemeter.generator.rejected")
                .description("Records turned away because they broke the contract")
                .tags("field", field.tag())
                .register(meters);
    }

    void accepted(Story story) {
        Counter.builder("musemeter.generator.stories")
                .description("Stories that Kafka has acknowledged")
                .tags("source", kind(story.source()), "outcome", outcome(story.outcome()))
                .register(meters)
                .increment();
    }

    void rejected(String field) {
        rejected(RejectedField.of(field)).increment();
    }

    void promptBeyond() {
        promptsBeyond.increment();
    }

    void sampledOut() {
        sampledOut.increment();
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
