package io.musemeter.aggregator.compare;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.pooling.PooledEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pools series over models or over prompts.
 *
 * @param over what the series may differ by
 * @param filter which series
 */
public record Pooling(Over over, Predicate<Correlation> filter) {
    private static final double LEVEL = 0.95;

    /** What pooled series differ by. */
    public enum Over {
        /** The model asked for. */
        MODEL,
        /** The prompt and its version. */
        PROMPT
    }

    /**
     * Reads parameters: {@code over}, which is {@code model} or {@code prompt}, and the filters of {@code GET /api/correlations};
     * without {@code window} it is {@code all}.
     *
     * @throws InvalidEventException naming the parameter that is missing, unknown, given twice or of no possible value
     */
    public static Pooling of(Map<String, ? extends List<String>> parameters) {
        Ask ask = new Ask(parameters, Set.of("over"));
        Over over = switch (ask.required("over")) {
            case "model" -> Over.MODEL;
            case "prompt" -> Over.PROMPT;
            default -> throw new InvalidEventException("over", "must be model or prompt");
        };
        return new Pooling(over, ask.filter());
    }

    private record Group(SeriesKey common, Window window) {}

    /** Every group of two series or more, by metric. */
    public List<Pooled> of(List<Correlation> answers) {
        Map<String, List<Correlation>> groups = new TreeMap<>();
        answers.stream()
                .filter(filter)
                .sorted(Comparator.comparing(answer -> name(answer.series())))
                .forEach(answer -> {
                    Group group = new Group(common(answer.series()), answer.window());
                    String order = group.common().metric()
                            + "|"
                            + group.common().seriesId()
                            + "|"
                            + group.window().text();
                    groups.computeIfAbsent(order, g -> new ArrayList<>()).add(answer);
                });
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(this::pool)
                .toList();
    }

    private Pooled pool(List<Correlation> group) {
        Correlation first = group.get(0);
        Answer<PooledEffect> answer = PooledEffect.of(
                group.stream()
                        .flatMap(each -> estimate(each.slope(), each.n()).stream())
                        .toList(),
                LEVEL);
        PooledEffect found = answer.value().orElse(null);
        SeriesKey key = first.series();
        return new Pooled(
                over == Over.MODEL ? "model" : "prompt",
                first.window(),
                key.metric(),
                key.evaluatorId().text(),
                key.environment(),
                key.source().text(),
                over == Over.MODEL ? null : key.model(),
                over == Over.PROMPT ? null : prompt(key),
                key.samplerHash(),
                first.logarithmic(),
                group.stream()
                        .map(each -> new Pooled.Part(each.seriesId(), name(each.series()), each.n(), each.slope()))
                        .toList(),
                found == null ? null : Comparing.coefficient(found.effect()),
                found == null
                        ? null
                        : new Pooled.Heterogeneity(
                                Math.sqrt(found.betweenVariance()), found.q(), found.qP(), found.iSquared()),
                found == null ? null : new Pooled.Range(found.predictionLow(), found.predictionHigh()),
                SeriesChange.of(group),
                answer.fold(
                        known -> Sayings.pooled(key.metric(), first.logarithmic(), over, known),
                        unknown -> "No answer: " + unknown.detail() + "."));
    }

    private SeriesKey common(SeriesKey key) {
        return new SeriesKey(
                key.environment(),
                key.source(),
                over == Over.MODEL ? "*" : key.model(),
                over == Over.PROMPT ? "*" : key.promptId(),
                over == Over.PROMPT ? "*" : key.promptVersion(),
                key.samplerHash(),
                key.metric(),
                key.evaluatorId());
    }

    private String name(SeriesKey key) {
        return over == Over.MODEL ? key.model() : prompt(key);
    }

    private static String prompt(SeriesKey key) {
        return key.promptVersion().equals("1") ? key.promptId() : key.promptId() + "@" + key.promptVersion();
    }

    /** A slope with its own error; none where an earlier version wrote no error, or it is 0. */
    private static List<Estimate> estimate(@Nullable Coefficient slope, long n) {
        if (slope == null
                || slope.standardError() == null
                || slope.degreesOfFreedom() == null
                || !(slope.standardError() > 0)) {
            return List.of();
        }
        return List.of(new Estimate(
                slope.estimate(),
                slope.low(),
                slope.high(),
                slope.p(),
                slope.standardError(),
                slope.degreesOfFreedom(),
                n));
    }
}
