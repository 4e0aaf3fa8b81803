package io.musemeter.aggregator.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Window;
import java.util.List;
import java.util.Map;
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
 * @param average mean of {@code to - from} over the temperatures that both measured, each counted alike, with a pointwise interval;
 *     null when there is none
 * @param differences {@code to - from} at every temperature that both measured
 * @param equivalents the temperature at which {@code to} stands where {@code from} stood, for each of the temperatures of {@code from}
 * @param changes what changed in the series, earliest first: another model, serving system or exemplar, or a detector's alarm
 * @param noAnswer why a figure is null, by the figure's name
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
        @Nullable Coefficient average,
        List<Difference> differences,
        List<Equivalent> equivalents,
        List<SeriesChange> changes,
        Map<String, String> noAnswer,
        String sentence) {
    /** Copies the collections. */
    public Comparison {
        differences = List.copyOf(differences);
        equivalents = List.copyOf(equivalents);
        changes = List.copyOf(changes);
        noAnswer = Map.copyOf(noAnswer);
    }

    /**
     * A difference at one temperature.
     *
     * @param temperature the temperature
     * @param difference the difference with a pointwise interval (Welch 1947)
     * @param simultaneousLow lower end of its interval among those of all temperatures that hold at once with 95 % (Bonferroni)
     * @param simultaneousHigh upper end of it
     */
    public record Difference(
            Temperature temperature, Coefficient difference, double simultaneousLow, double simultaneousHigh) {}

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
