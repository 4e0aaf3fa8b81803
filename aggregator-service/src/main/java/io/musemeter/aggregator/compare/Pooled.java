package io.musemeter.aggregator.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slopes of series that differ by model alone, or by prompt alone, pooled by a random-effects meta-analysis: an element of {@code
 * GET /api/pooled}. The series are never thrown together as if they were one.
 *
 * @param over {@code model} or {@code prompt}: what the series differ by
 * @param window the window of all of them
 * @param metric their metric
 * @param evaluatorId their evaluator
 * @param environment their environment
 * @param source their source
 * @param model their model; null when they differ by it
 * @param prompt their prompt, with {@code @version} unless that is 1; null when they differ by it
 * @param samplerHash their sampler
 * @param logarithmic whether slopes are changes of the metric's natural logarithm
 * @param series each of them
 * @param effect the mean slope with its interval (Hartung and Knapp 2001); null when there is none
 * @param heterogeneity how much the slopes differ by more than chance; null when {@code effect} is
 * @param prediction where the slope of a further one is expected; null when {@code effect} is
 * @param changes what changed in the series, earliest first: another model, serving system or exemplar, or a detector's alarm
 * @param sentence the answer in words, or why there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pooled(
        String over,
        Window window,
        String metric,
        String evaluatorId,
        String environment,
        String source,
        @Nullable String model,
        @Nullable String prompt,
        String samplerHash,
        boolean logarithmic,
        List<Part> series,
        @Nullable Coefficient effect,
        @Nullable Heterogeneity heterogeneity,
        @Nullable Range prediction,
        List<SeriesChange> changes,
        String sentence) {
    /** Copies the lists. */
    public Pooled {
        series = List.copyOf(series);
        changes = List.copyOf(changes);
    }

    /**
     * One of the series.
     *
     * @param seriesId its id
     * @param name its model or prompt
     * @param n scores behind its slope
     * @param slope its slope; null when there is none, and then it is not in the pool
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Part(
            String seriesId, String name, long n, @Nullable Coefficient slope) {}

    /**
     * How much slopes differ by more than chance.
     *
     * @param tau standard deviation of true slopes between series (Paule and Mandel 1982)
     * @param q Cochran's Q
     * @param p its p-value
     * @param iSquared share of the variation that is not chance, in [0, 1)
     */
    public record Heterogeneity(double tau, double q, double p, double iSquared) {}

    /** Where something lies with 95 %. */
    public record Range(double low, double high) {}
}
