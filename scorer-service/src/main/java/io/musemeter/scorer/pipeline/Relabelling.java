package io.musemeter.scorer.pipeline;

import io.musemeter.events.Hashes;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import java.util.Map;
import java.util.regex.Pattern;

/** As whose stories an instance signs its scores, and in which consumer group it reads them. */
public sealed interface Relabelling {
    /** The story as it is to be signed. */
    Story apply(Story story);

    /** Whether a record of {@code stories} is to be scored at all. */
    boolean covers(int partition, long offset);

    /** Whether the stories were scored before, so that what they have but once is there already. */
    boolean again();

    /** The name of the consumer group in place of the usual one. */
    String group(String usual);

    /** Stories are scored as what they are. */
    record None() implements Relabelling {
        @Override
        public Story apply(Story story) {
            return story;
        }

        @Override
        public boolean covers(int partition, long offset) {
            return true;
        }

        @Override
        public boolean again() {
            return false;
        }

        @Override
        public String group(String usual) {
            return usual;
        }
    }

    /**
     * Stories are scored again: each source becomes a finite source of its own, so that old and new scores stand side by
     * side and no two sources are merged.
     *
     * @param name the name of the re-scoring
     * @param ends for each partition of {@code stories} the offset before which it ends
     */
    record Rescored(String name, Map<Integer, Long> ends) implements Relabelling {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
        private static final int LONGEST = 128;

        /** @throws IllegalArgumentException when the name is not 1 to 32 letters, digits, dashes, underscores */
        public Rescored {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "musemeter.scorer.rescore: takes 1 to 32 letters, digits, dashes, underscores");
            }
            ends = Map.copyOf(ends);
        }

        /** The source of that source's stories when they are scored again; where its name would be too long, its hash. */
        static Source source(String name, Source source) {
            String again = name + "." + source.text().replace(':', '.');
            return new Source.Replay(again.length() > LONGEST ? name + "." + Hashes.ofText(source.text()) : again);
        }

        @Override
        public boolean covers(int partition, long offset) {
            return offset < ends.getOrDefault(partition, 0L);
        }

        @Override
        public Story apply(Story story) {
            return new Story(
                    story.storyId(),
                    story.environment(),
                    source(name, story.source()),
                    story.model(),
                    story.prompt(),
                    story.sampler(),
                    story.exemplarHash(),
                    story.traceId(),
                    story.spanId(),
                    story.samplingFraction(),
                    story.propensity(),
                    story.eventTime(),
                    story.outcome());
        }

        @Override
        public boolean again() {
            return true;
        }

        @Override
        public String group(String usual) {
            return usual + "-rescore-" + name;
        }
    }
}
