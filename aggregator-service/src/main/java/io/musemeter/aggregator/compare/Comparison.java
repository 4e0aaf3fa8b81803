package io.musemeter.aggregator.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two response curves of one metric, of two models, prompts or versions: the answer of {@code GET /api/comparisons}.
 *
 * @param from series compared with
 * @param fromName its model and prompt
 * @param to series in question
 * @param toName its model and prompt
 * @param window the window of both
 * @param metric their metric
 * @param logarithmic whether differences are of the metric's natural logarithm
 * @param slopeDifference how much steeper {@code to} is, with a pointwise interval; null when one of them has no slope
 * @param differences {@code to - from} at every temperature that both measured, each with a pointwise interval (Welch 1947)
 * @param equivalents the temperature at which {@code to} stands where {@code from} stood, for each of the temperatures of {@code from}
 * @param sentence the answer in words, or why there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Comparison(
        String from,
        String fromName,
        String to,
        String toName,
        Window window,
        String metric,
        boolean logarithmic,
        @Nullable Coefficient slopeDifference,
        List<Difference> differences,
        List<Equivalent> equivalents,
        String sentence) {
    /** Copies the lists. */
    public Comparison {
        differences = List.copyOf(differences);
        equivalents = List.copyOf(equivalents);
    }

    /**
     * A difference at one temperature.
     *
     * @param temperature the temperature
     * @param difference the difference
     */
    public record Difference(Temperature temperature, Coefficient difference) {}

    /**
     * A temperature of {@code to} for one of {@code from}.
     *
     * @param old temperature of {@code from}
     * @param estimate temperature of {@code to}; null when no mean of the curve gets there
     * @param low lower end of its 95 % interval (Fieller 1954); null when the data
     *     rule out that the curve gets there
     * @param high upper end; null when {@code low} is
     * @param openBelow whether lower temperatures than any measured are not ruled out
     * @param openAbove whether higher temperatures than any measured are not ruled out
     * @param noAnswer why there is neither estimate nor interval; null when there is an interval
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Equivalent(
            double old,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            boolean openBelow,
            boolean openAbove,
            @Nullable String noAnswer) {}
}
