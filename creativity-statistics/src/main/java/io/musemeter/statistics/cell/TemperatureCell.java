package io.musemeter.statistics.cell;

/**
 * Everything kept about one metric at one temperature (or in one bucket of temperatures): the scores of complete and of
 * truncated stories apart, how many stories could not be scored, and how many distinct texts there were.
 */
public final class TemperatureCell {

    private final ScoreTally complete;
    private final ScoreTally truncated;
    private final DistinctTexts texts = new DistinctTexts();
    private long unscorable;
    private long failed;
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

    /** Stories that were cut off, scored or not. */
    public long truncatedCount() {
        return truncated.count() + truncatedUnscored;
    }

    /** Stories of every outcome. */
    public long total() {
        return scoredCount() + unscorable + failed;
    }

    /** Distinct texts among the scored stories, counted up to five. */
    public int distinctTexts() {
        return texts.count();
    }

    /** Whether there are too few distinct texts to speak of a variance. */
    public boolean fewTexts() {
        return texts.count() < DistinctTexts.ENOUGH;
    }

    boolean score(CellOutcome.Scored score, long grid, double value, long key, Temperature temperature) {
        texts.add(score.textHash());
        return (score.truncated() ? truncated : complete).add(grid, value, key, temperature);
    }

    void unscored(CellOutcome.Unscored outcome, int change) {
        switch (outcome.reason()) {
            case UNSCORABLE -> unscorable += change;
            case FAILED -> failed += change;
        }
        truncatedUnscored += outcome.truncated() ? change : 0;
    }

    boolean counted(CellOutcome.Unscored outcome) {
        long ofReason = outcome.reason() == CellOutcome.Reason.UNSCORABLE ? unscorable : failed;
        return ofReason > 0 && (!outcome.truncated() || truncatedUnscored > 0);
    }

    int distinctValues() {
        return complete.distribution().distinct() + truncated.distribution().distinct();
    }

    void merge(TemperatureCell other) {
        complete.merge(other.complete);
        truncated.merge(other.truncated);
        texts.merge(other.texts);
        unscorable += other.unscorable;
        failed += other.failed;
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
        out.unsigned(truncatedUnscored);
        texts.write(out);
        complete.write(out);
        truncated.write(out);
    }

    void read(ByteReader in, boolean bucketed) {
        unscorable = in.unsigned();
        failed = in.unsigned();
        truncatedUnscored = in.unsigned();
        texts.read(in);
        complete.read(in, bucketed);
        truncated.read(in, bucketed);
    }
}
