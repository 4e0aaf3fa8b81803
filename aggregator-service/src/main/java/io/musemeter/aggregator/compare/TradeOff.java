package io.musemeter.aggregator.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.correlation.Window;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What novelty costs in coherence, by temperature, for one group of stories: an element of {@code GET /api/tradeoff}. Novelty is never
 * given without the coherence of the same stories.
 *
 * @param groupId {@link StoryGroup#groupId}
 * @param group which stories
 * @param window the window of all figures
 * @param novelty the series of novelty; null when there is none
 * @param coherence the series of coherence; null when there is none
 * @param yield the series of creative yield; null when there is none
 * @param points temperatures, ascending, that have both novelty and coherence, or a yield
 * @param best the best temperature on the stated goal; null when there is none
 * @param changes what changed in the series, earliest first: another model, serving system or exemplar, or a detector's alarm
 * @param noAnswer why something is null, by its name
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TradeOff(
        String groupId,
        @JsonUnwrapped StoryGroup group,
        Window window,
        @Nullable Axis novelty,
        @Nullable Axis coherence,
        @Nullable Axis yield,
        List<Point> points,
        @Nullable Best best,
        List<SeriesChange> changes,
        Map<String, String> noAnswer) {
    /** Copies the collections. */
    public TradeOff {
        points = List.copyOf(points);
        changes = List.copyOf(changes);
        noAnswer = Map.copyOf(noAnswer);
    }

    /**
     * A series that stands for one of the goals.
     *
     * @param seriesId the series
     * @param metric its metric
     * @param evaluatorId its evaluator
     * @param logarithmic whether figures are of the metric's natural logarithm
     * @param lessIsBetter whether less of the metric is more of the goal, as of perplexity
     */
    public record Axis(String seriesId, String metric, String evaluatorId, boolean logarithmic, boolean lessIsBetter) {}

    /**
     * One temperature.
     *
     * @param temperature the temperature
     * @param novelty mean of the series of novelty; null where novelty or coherence has none
     * @param coherence mean of the series of coherence; null where {@code novelty} is
     * @param onFront whether no other temperature has more of the one and not less of the other, by their means; null where
     *     {@code novelty} is
     * @param surelyBeaten whether some other temperature is surely better on both: one-sided Welch tests that hold for all temperatures
     *     together with 95 %; null where one of the two has fewer than five distinct texts or no spread
     * @param yield creative stories; null without a series of yield
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Point(
            Temperature temperature,
            @Nullable Figure novelty,
            @Nullable Figure coherence,
            @Nullable Boolean onFront,
            @Nullable Boolean surelyBeaten,
            @Nullable Share yield) {}

    /**
     * A mean.
     *
     * @param mean the mean
     * @param low lower end of its pointwise 95 % interval; null with fewer than five distinct texts
     * @param high upper end
     * @param n scores
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figure(
            double mean, @Nullable Double low, @Nullable Double high, long n) {}

    /**
     * Creative stories among the scored ones, and among all that a score was asked for.
     *
     * @param share share of creative stories among the {@code n} scored ones, in [0, 1]; null when none is scored
     * @param low lower end of its pointwise 95 % interval (Wilson 1927); null where {@code share} is
     * @param high upper end
     * @param n scored stories, without truncated ones where the headline leaves them out
     * @param asked stories that a score was asked for: {@code n} and the three kinds below
     * @param unscorable stories that the metric has no value for
     * @param failed stories that the scorer failed on
     * @param truncatedLeftOut truncated stories whose score does not count
     * @param ofAsked share of creative stories among all {@code asked}: one without a score that counts is not creative
     * @param ofAskedLow lower end of its pointwise 95 % interval (Wilson 1927)
     * @param ofAskedHigh upper end
     * @param per1000Tokens creative stories per 1,000 tokens of the {@code n} stories; null where tokens of some of them are not known
     * @param per1000Low lower end of its pointwise 95 % interval (delta method for a ratio); null where {@code per1000Tokens} is
     * @param per1000High upper end
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Share(
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            long n,
            long asked,
            long unscorable,
            long failed,
            long truncatedLeftOut,
            @Nullable Double ofAsked,
            @Nullable Double ofAskedLow,
            @Nullable Double ofAskedHigh,
            @Nullable Double per1000Tokens,
            @Nullable Double per1000Low,
            @Nullable Double per1000High) {}

    /**
     * The temperature with the best mean of a metric, and those that cannot be told from it.
     *
     * @param goal the metric
     * @param higherIsBetter which way
     * @param logarithmic whether figures are of the metric's natural logarithm
     * @param best the temperature with the best mean
     * @param candidates temperatures that cannot be told from the best, ascending: simultaneous 95 % (Hsu 1981)
     * @param options every temperature compared, ascending
     * @param sentence the answer in words
     */
    public record Best(
            String goal,
            boolean higherIsBetter,
            boolean logarithmic,
            double best,
            List<Double> candidates,
            List<Option> options,
            String sentence) {
        /** Copies the lists. */
        public Best {
            candidates = List.copyOf(candidates);
            options = List.copyOf(options);
        }
    }

    /**
     * A temperature against the best of the others; the intervals of all hold at once with 95 % (Hsu 1981).
     *
     * @param temperature the temperature
     * @param mean its mean
     * @param low the least by which it may do better than the best of the others, at most 0
     * @param high the most, at least 0; 0 when it surely is not the best
     * @param candidate whether it may be the best
     * @param n scores
     */
    public record Option(double temperature, double mean, double low, double high, boolean candidate, long n) {}
}
