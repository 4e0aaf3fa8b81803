package io.musemeter.statistics.missing;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Answer.Reason;

/**
 * Trimming bounds on the difference between two temperatures (Lee 2009), for the stories that would be scored at either. They
 * assume that temperature only ever adds failures, or only ever removes them; then the temperature with more scores is trimmed,
 * from above and from below, to the share of the other.
 *
 * @param low least difference, second temperature minus first
 * @param high greatest difference
 * @param lowError standard error of the least difference (Lee 2009, proposition 3)
 * @param highError standard error of the greatest
 * @param intervalLow lower end of the interval that holds the difference, wherever it lies between the bounds (Imbens and Manski
 *     2004)
 * @param intervalHigh upper end of it
 * @param trimmedShare share of scores trimmed
 */
public record TrimmingBounds(
        double low,
        double high,
        double lowError,
        double highError,
        double intervalLow,
        double intervalHigh,
        double trimmedShare) {

    /** Bounds on the difference of means, with an interval at a level in (0, 1). */
    public static Answer<TrimmingBounds> of(TrimmedArm first, TrimmedArm second, double level) {
        if (first.scored() == 0 || second.scored() == 0) {
            return Answer.unknown(Reason.NO_DATA, "one of the two temperatures has no score");
        }
        boolean trimSecond = second.share() > first.share();
        TrimmedArm more = trimSecond ? second : first;
        TrimmedArm fewer = trimSecond ? first : second;
        double kept = fewer.share() / more.share();
        TrimmedArm.Kept lowest = more.keep(kept, true);
        TrimmedArm.Kept highest = more.keep(kept, false);
        TrimmedArm.Kept whole = fewer.keep(1, true);
        double lowestError = Math.sqrt(variance(more, lowest, fewer, whole, kept));
        double highestError = Math.sqrt(variance(more, highest, fewer, whole, kept));
        double low = trimSecond ? lowest.mean() - whole.mean() : whole.mean() - highest.mean();
        double high = trimSecond ? highest.mean() - whole.mean() : whole.mean() - lowest.mean();
        double lowError = trimSecond ? lowestError : highestError;
        double highError = trimSecond ? highestError : lowestError;
        double widest = Math.max(lowError, highError);
        if (!(widest > 0)) {
            return Answer.unknown(Reason.NO_VARIANCE, "the scores of either temperature are all the same");
        }
        double c = ImbensManski.multiplier((high - low) / widest, level);
        return Answer.known(
                new TrimmingBounds(low, high, lowError, highError, low - c * lowError, high + c * highError, 1 - kept));
    }

    /**
     * Variance of a trimmed mean minus a whole one: spread, where the edge lies, and how much is to be trimmed. Each temperature
     * counts its stories, not its ratings.
     */
    private static double variance(
            TrimmedArm more, TrimmedArm.Kept trimmed, TrimmedArm fewer, TrimmedArm.Kept whole, double kept) {
        double distance = trimmed.edge() - trimmed.mean();
        double untrimmed = more.scored() * kept;
        double ofMore = trimmed.variance() / untrimmed
                + distance * distance * (1 - kept) / untrimmed
                + distance * distance * shareError(more);
        double ofFewer = whole.variance() / fewer.scored() + distance * distance * shareError(fewer);
        return more.ratings() * ofMore + fewer.ratings() * ofFewer;
    }

    private static double shareError(TrimmedArm arm) {
        return (1 - arm.share()) / (arm.total() * arm.share());
    }
}
