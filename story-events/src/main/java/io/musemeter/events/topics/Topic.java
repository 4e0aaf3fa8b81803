package io.musemeter.events.topics;

/** Every topic of Musemeter. Names and settings come from {@code topics.yaml} alone. */
public enum Topic {
    /** Where third parties write. */
    STORIES_INGEST("stories-ingest"),
    /** Accepted stories; only the generator writes them. */
    STORIES("stories"),
    /** What stories are compared with. */
    EXEMPLARS("exemplars"),
    /** Every evaluator's word on every story. */
    SCORES("scores"),
    /** One embedding a story. */
    EMBEDDINGS("embeddings"),
    /** Requests for studies. */
    STUDIES("studies"),
    /** How far studies got. */
    STUDY_PROGRESS("study-progress"),
    /** Stories counted apart from their scores. */
    STORY_COUNTS("story-counts"),
    /** The answers. */
    CORRELATIONS("correlations"),
    /** Which scores that came late were counted. */
    LATE_DECISIONS("late-decisions"),
    /** The ledger of what judges cost. */
    JUDGE_BUDGET("judge-budget"),
    /** Stories that broke the contract. */
    STORIES_REJECTED("stories-rejected"),
    /** Scores that broke the contract. */
    SCORES_REJECTED("scores-rejected");

    private final String id;

    Topic(String id) {
        this.id = id;
    }

    /** Its declaration. */
    public TopicSpec spec() {
        return TopicCatalogue.declared(id);
    }

    /** Its name in Kafka. */
    public String topicName() {
        return spec().name();
    }
}
