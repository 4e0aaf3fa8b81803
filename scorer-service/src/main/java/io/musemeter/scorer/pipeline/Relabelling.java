package io.musemeter.scorer.pipeline;

import io.musemeter.events.Source;
import io.musemeter.events.Story;

/** As whose stories an instance signs its scores, and in which consumer group it reads them. */
public sealed interface Relabelling {
    /** The story as it is to be signed. */
    Story apply(Story story);

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
     */
    record Rescored(String name) implements Relabelling {
        /** @throws io.musemeter.events.InvalidEventException when the name is not letters, digits, dots, dashes, underscores */
        public Rescored {
            name = new Source.Replay(name).name();
        }

        @Override
        public Story apply(Story story) {
            Source source = new Source.Replay(name + "." + story.source().text().replace(':', '.'));
            return new Story(
                    story.storyId(),
                    story.environment(),
                    source,
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
