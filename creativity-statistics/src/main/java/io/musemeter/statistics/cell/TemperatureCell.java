package io.musemeter.statistics.cell;

/**
 * Everything kept about one metric at one temperature (or in one bucket of temperatures): the scores of complete and of
 * truncated stories apart, how many stories could not be scored, and what traffic the stories stand for.
 */
public final class TemperatureCell {

    private final ScoreTally complete;
    private final ScoreTally truncated;
    private long unscorable;
    private long failed;
    private long sampledOut;
    private long unseen;
    private long truncatedUnscored;

    TemperatureCell(boolean logarithmic) {
        complete = new ScoreTally(logarithmic);
        truncated = new ScoreTally(logarithmic);
    }

    /** Scores of stories that came to their own end. */
    public ScoreTally complete() {
        return complete;
    }

    /** Scores of stories cut off by a length limit. */
    public ScoreTally truncated() {
        return truncated;
    }

    /** Stories with a score. */
    public long scoredCount() {
        return complete.count() + truncated.count();
    }

    /** Stories that the metric is not defined for. */
    public long unscorableCount() {
        return unscorable;
    }

    /** Stories lost to a failure. */
    public long failedCount() {
        return failed;
    }

    /** Stories left out of the sample that is scored. */
    public long sampledOutCount() {
        return sampledOut;
    }

    /** Stories that were cut off, scored or not. */
    public long truncatedCount() {
        return truncated.count() + truncatedUnscored;
    }

    /** Stories of every outcome. */
    public long total() {
        return attempted() + sampledOut;
    }

    /** Stories that a score was asked for. */
    public long attempted() {
        return scoredCount() + unscorable + failed;
    }

    /** Share of the traffic that the stories were let in from: their number over the number they stand for; 1 when all was. */
    public double samplingFraction() {
        return unseen == 0 ? 1 : total() / (total() + unseen / (double) SeriesCells.UNSEEN_UNIT);
    }

    /**
     * Distinct texts among the scored stories, counted up to five.
     *
     * @param truncatedStories whether truncated ones count
     */
    public int distinctTexts(boolean truncatedStories) {
        return truncatedStories ? DistinctTexts.union(complete.texts(), truncated.texts()) : complete.distinctTexts();
    }

    /**
     * Different stories among the scored ones: fewer than scores where several people rated a story.
     *
     * @param truncatedStories whether truncated ones count
     */
    public long scoredStories(boolean truncatedStories) {
        RatedStories rated = new RatedStories();
        rated.merge(complete.rated());
        long scores = complete.count();
        if (truncatedStories) {
            rated.merge(truncated.rated());
            scores += truncated.count();
        }
        return scores - rated.scores() + rated.stories();
    }

    boolean score(CellOutcome.Scored score, long grid, double value, long key, Temperature temperature) {
        return (score.truncated() ? truncated : complete).add(grid, value, score, key, temperature);
    }

    void standFor(long unseenStories) {
        unseen += unseenStories;
    }

    void unscored(CellOutcome.Unscored outcome, int change) {
        switch (outcome.reason()) {
            case UNSCORABLE -> unscorable += change;
            case FAILED -> failed += change;
            case SAMPLED_OUT -> sampledOut += change;
        }
        truncatedUnscored += outcome.truncated() ? change : 0;
    }

    boolean counted(CellOutcome.Unscored outcome) {
        long ofReason = switch (outcome.reason()) {
            case UNSCORABLE -> unscorable;
            case FAILED -> failed;
            case SAMPLED_OUT -> sampledOut;
        };
        return ofReason > 0 && (!outcome.truncated() || truncatedUnscored > 0);
    }

    int distinctValues() {
        return complete.distribution().distinct() + truncated.distribution().distinct();
    }

    void merge(TemperatureCell other) {
        complete.merge(other.complete);
        truncated.merge(other.truncated);
        unscorable += other.unscorable;
        failed += other.failed;
        sampledOut += other.sampledOut;
        unseen += other.unseen;
        truncatedUnscored += other.truncatedUnscored;
    }

    void collapse(MetricScale scale) {
        complete.collapse(scale);
        truncated.collapse(scale);
    }

    void toBucket(Temperature temperature) {
        complete.toBucket(temperature);
        truncated.toBucket(temperature);
    }

    void write(ByteWriter out) {
        out.unsigned(unscorable);
        out.unsigned(failed);
        out.unsigned(sampledOut);
        out.unsigned(unseen);
        out.unsigned(truncatedUnscored);
        complete.write(out);
        truncated.write(out);
    }

    void read(ByteReader in, boolean bucketed) {
        unscorable = in.unsigned();
        failed = in.unsigned();
        sampledOut = in.unsigned();
        unseen = in.unsigned();
        truncatedUnscored = in.unsigned();
        complete.read(in, bucketed);
        truncated.read(in, bucketed);
    }
}
