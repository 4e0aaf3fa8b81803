package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.Temperature;

/**
 * One cell on the effect scale.
 *
 * @param temperature the temperature, or the mean temperature of a bucket
 * @param n number of scores
 * @param mean mean
 * @param variance unbiased variance; 0 for a single score
 * @param third third central moment, divided by n
 * @param fourth fourth central moment, divided by n
 * @param distinctTexts distinct texts, counted up to five
 * @param stories different stories behind the scores: fewer than n where several people rated a story
 * @param key what cells of two series are matched by: the temperature, or the lower edge of the bucket, whose mean differs
 */
public record CellMoments(
        double temperature,
        long n,
        double mean,
        double variance,
        double third,
        double fourth,
        int distinctTexts,
        long stories,
        double key) {

    /** Distinct texts that a variance needs. */
    public static final int ENOUGH_TEXTS = 5;

    /** A cell in which every score belongs to a story of its own. */
    public CellMoments(
            double temperature, long n, double mean, double variance, double third, double fourth, int distinctTexts) {
        this(temperature, n, mean, variance, third, fourth, distinctTexts, n, temperature);
    }

    /** Whether the cell gives a mean but no variance: fewer than five distinct texts, or no spread. */
    public boolean degenerate() {
        return distinctTexts < ENOUGH_TEXTS || variance <= 0;
    }

    /**
     * Number of independent stories that the mean may count on: copies of few texts count as those few, and ratings of one story as
     * one, as if raters agreed entirely, which is the worst that their agreement can do.
     */
    public long effectiveCount() {
        return distinctTexts < ENOUGH_TEXTS ? Math.min(n, Math.max(1, distinctTexts)) : stories;
    }

    static CellMoments of(Temperature key, ExactSums sums, double unit, int distinctTexts, long stories) {
        double n = sums.n();
        double secondCentral = sums.spread().doubleValue() / n / n / (unit * unit);
        return new CellMoments(
                sums.meanTemperature(),
                sums.n(),
                sums.mean() / unit,
                sums.n() < 2 ? 0 : secondCentral * n / (n - 1),
                sums.thirdCentral() / (unit * unit * unit),
                sums.fourthCentral() / (unit * unit * unit * unit),
                distinctTexts,
                stories,
                key.value());
    }
}
