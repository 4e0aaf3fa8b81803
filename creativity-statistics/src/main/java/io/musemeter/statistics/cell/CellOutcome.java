package io.musemeter.statistics.cell;

/** What became of one story under one metric. */
public sealed interface CellOutcome permits CellOutcome.Scored, CellOutcome.Unscored {

    /** Whether the story was cut off by a length limit. */
    boolean truncated();

    /**
     * A value was measured.
     *
     * @param value the metric's value
     * @param textHash hash of the story's text, so that copies of one text are not taken for independent stories
     * @param truncated whether the story was cut off
     * @param words length of the story in words, {@link #LENGTH_UNKNOWN} when not known
     * @param repeated whether the same story may be scored more than once, as by several raters
     */
    record Scored(double value, long textHash, boolean truncated, int words, boolean repeated) implements CellOutcome {

        /** A length that is not known. */
        public static final int LENGTH_UNKNOWN = -1;

        /** The only value of a story of unknown length. */
        public Scored(double value, long textHash, boolean truncated) {
            this(value, textHash, truncated, LENGTH_UNKNOWN);
        }

        /** The only value of a story. */
        public Scored(double value, long textHash, boolean truncated, int words) {
            this(value, textHash, truncated, words, false);
        }
    }

    /**
     * No value was measured.
     *
     * @param reason why there is none
     * @param truncated whether the story was cut off
     */
    record Unscored(Reason reason, boolean truncated) implements CellOutcome {}

    /** Why a story has no value. */
    enum Reason {
        /** The metric is not defined for this story, and would not be at a second attempt. */
        UNSCORABLE,
        /** The evaluator broke down or the story was never written. */
        FAILED,
        /** Left out by design: a sample of the stories is scored, and which ones has nothing to do with what they say. */
        SAMPLED_OUT
    }
}
