package io.musemeter.aggregator.topology;

/** Names of everything in the topology. They are part of its state's format: changing one loses what it kept. */
public final class Names {
    /** Application id, consumer group and prefix of the changelog topics. */
    public static final String APPLICATION_ID = "musemeter-aggregator";

    static final String SCORES = "scores-source";
    static final String STORIES = "stories-source";
    static final String SCORE_PROCESSOR = "score-processor";
    static final String STORY_PROCESSOR = "story-processor";
    static final String CELLS = "cells";
    static final String COUNTS = "counts";
    static final String CORRELATIONS = "correlations-sink";
    static final String LATE_DECISIONS = "late-decisions-sink";
    static final String DECISIONS = "decisions";
    static final String DECISIONS_SOURCE = "decisions-source";
    static final String DECISIONS_PROCESSOR = "decisions-processor";
    static final String STORY_COUNTS = "story-counts-sink";
    static final String SCORES_REJECTED = "scores-rejected-sink";
    static final String STORIES_REJECTED = "stories-rejected-sink";

    private Names() {}
}
