package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.musemeter.events.SeriesKey;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one series in one window says about temperature: the value of topic {@code correlations}, keyed by {@link #key}, and
 * an element of {@code GET /api/correlations}. A figure that the data do not give is null, and {@code noAnswer} says why;
 * never NaN.
 *
 * @param seriesId {@link SeriesKey#seriesId}
 * @param series what the series is made of; its components stand beside the other fields
 * @param window the window
 * @param logarithmic whether slopes are changes of the metric's natural logarithm
 * @param binnedValues whether rank statistics rest on bins of values
 * @param bucketedTemperatures whether temperatures are in buckets ("binned in T")
 * @param n scores behind the headline figures
 * @param distinctTemperatures temperatures behind the headline figures
 * @param expected stories counted apart from their scores; null in the topic, joined in by the view
 * @param counts what became of them, over all temperatures
 * @param pending expected stories not accounted for yet; null where {@code expected} is
 * @param slope change of the metric per 1.0 of temperature: the headline
 * @param pearson Pearson's r under this design
 * @param spearman Spearman's rho under this design
 * @param kendall Kendall's tau-b
 * @param somers Somers' D of the metric given temperature
 * @param designStandardised r under the default design, comparable between designs
 * @param omegaSquared share of the variance that temperature explains
 * @param q the slope's p-value adjusted for all series of the window (Benjamini and Hochberg 1995); null in the topic
 * @param slopeAmongSelected the slope's interval where {@code q} makes it a discovery, adjusted so that of all intervals singled out
 *     so 5 % miss at most (Benjamini and Yekutieli 2005); null elsewhere and in the topic
 * @param turnQ the same of a turning point, of a series that may have one; null elsewhere and in the topic
 * @param verdict the verdict; in the topic that of the series looked at alone
 * @param undecided what the verdict depends on; in the topic only
 * @param overTime what is known of the series whatever the window: sequence, evidence, changes, assignment
 * @param scope what the headline rests on
 * @param shape the shape of the curve; null in what an earlier version wrote
 * @param cells every temperature, ascending
 * @param steps the slope pane by pane, earliest first; empty for the window {@code all}
 * @param noAnswer why a figure is null, by the figure's name
 * @param asOf end of the window: the wall clock of a live source, the watermark of a finite one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Correlation(
        String seriesId,
        @JsonUnwrapped SeriesKey series,
        Window window,
        boolean logarithmic,
        boolean binnedValues,
        boolean bucketedTemperatures,
        long n,
        int distinctTemperatures,
        @Nullable Long expected,
        @JsonUnwrapped Counts counts,
        @Nullable Long pending,
        @Nullable Coefficient slope,
        @Nullable Coefficient pearson,
        @Nullable Coefficient spearman,
        @Nullable Coefficient kendall,
        @Nullable Coefficient somers,
        @Nullable Coefficient designStandardised,
        @Nullable Double omegaSquared,
        @Nullable Double q,
        @Nullable Double turnQ,
        @Nullable Interval slopeAmongSelected,
        Judgement verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Undecided undecided,
        @JsonUnwrapped OverTime overTime,
        Scope scope,
        @Nullable Shape shape,
        List<Cell> cells,
        List<Step> steps,
        Map<String, String> noAnswer,
        Instant asOf) {
    /** Copies the collections, keeping their order. */
    @SuppressWarnings("NullAway") // Jackson hands over null where an earlier version wrote none.
    public Correlation {
        overTime = overTime == null ? OverTime.NONE : overTime;
        cells = List.copyOf(cells);
        steps = steps == null ? List.of() : List.copyOf(steps);
        noAnswer = Collections.unmodifiableMap(new LinkedHashMap<>(noAnswer));
    }

    /** The record's key in topic {@code correlations}: {@code seriesId|window}. */
    @JsonIgnore
    public String key() {
        return key(seriesId, window);
    }

    /** The key of a series in a window. */
    public static String key(String seriesId, Window window) {
        return seriesId + "|" + window.text();
    }

    /** The same with the stories expected, in all and at each temperature. */
    public Correlation expecting(long stories, List<Cell> joinedCells) {
        long unaccounted = Math.max(0, stories - counts.accounted());
        return new Correlation(
                seriesId,
                series,
                window,
                logarithmic,
                binnedValues,
                bucketedTemperatures,
                n,
                distinctTemperatures,
                stories,
                counts,
                unaccounted,
                slope,
                pearson,
                spearman,
                kendall,
                somers,
                designStandardised,
                omegaSquared,
                q,
                turnQ,
                slopeAmongSelected,
                verdict,
                undecided,
                overTime,
                scope,
                shape,
                joinedCells,
                steps,
                noAnswer,
                asOf);
    }

    /** The same with what is known over all time. */
    public Correlation withOverTime(OverTime known) {
        return new Correlation(
                seriesId,
                series,
                window,
                logarithmic,
                binnedValues,
                bucketedTemperatures,
                n,
                distinctTemperatures,
                expected,
                counts,
                pending,
                slope,
                pearson,
                spearman,
                kendall,
                somers,
                designStandardised,
                omegaSquared,
                q,
                turnQ,
                slopeAmongSelected,
                verdict,
                undecided,
                known,
                scope,
                shape,
                cells,
                steps,
                noAnswer,
                asOf);
    }

    /**
     * The same with its q-value, and the verdict that follows.
     *
     * @param adjusted the q-value of the slope
     * @param adjustedTurn that of a turning point, of a series that may have one
     * @param discovery largest q that counts as a discovery
     * @param amongSelected the slope's interval if it is one
     */
    public Correlation judged(
            double adjusted, @Nullable Double adjustedTurn, double discovery, @Nullable Interval amongSelected) {
        Judgement judged = verdict(adjusted <= discovery, adjustedTurn != null && adjustedTurn <= discovery);
        return new Correlation(
                seriesId,
                series,
                window,
                logarithmic,
                binnedValues,
                bucketedTemperatures,
                n,
                distinctTemperatures,
                expected,
                counts,
                pending,
                slope,
                pearson,
                spearman,
                kendall,
                somers,
                designStandardised,
                omegaSquared,
                adjusted,
                adjustedTurn,
                adjusted > discovery ? null : amongSelected,
                judged,
                null,
                overTime,
                scope,
                shape,
                cells,
                steps,
                noAnswer,
                asOf);
    }

    private Judgement verdict(boolean slopeFound, boolean turnFound) {
        if (undecided == null) {
            return verdict;
        }
        Judgement turning = undecided.ifTurning();
        if (turnFound && turning != null) {
            return turning;
        }
        Judgement found = slopeFound ? undecided.ifDiscovered() : undecided.otherwise();
        return found == null ? verdict : found;
    }
}
