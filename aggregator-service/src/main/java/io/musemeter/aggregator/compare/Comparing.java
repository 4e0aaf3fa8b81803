package io.musemeter.aggregator.compare;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import io.musemeter.statistics.pooling.CurveComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the response curves of two series.
 *
 * @param from series compared with
 * @param to series in question
 * @param window window of both
 * @param at temperature of {@code from} that the sentence speaks of; without it the middle one
 */
public record Comparing(String from, String to, Window window, OptionalDouble at) {
    private static final double LEVEL = 0.95;
    private static final String SERIES_ID = "[0-9a-f]{32}";
    private static final String NUMBER = "[0-9](\\.[0-9]{1,6})?";

    /**
     * Reads parameters: {@code from} and {@code to}, which are series, {@code window}, {@code all} without it, and {@code at}, a
     * temperature.
     *
     * @throws InvalidEventException naming the parameter that is missing, unknown, given twice or of no possible value
     */
    public static Comparing of(Map<String, ? extends List<String>> parameters) {
        Ask ask = new Ask(parameters, Set.of("from", "to", "window", "at"));
        // Whatever else there is, is no parameter here.
        parameters.keySet().stream()
                .filter(name -> !Set.of("from", "to", "window", "at").contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidEventException(
                            name.matches("[A-Za-z]{1,32}") ? name : "parameter", "is not a parameter here");
                });
        String window = ask.optional("window");
        return new Comparing(
                seriesId("from", ask.required("from")),
                seriesId("to", ask.required("to")),
                window == null ? Window.ALL : Window.parse(window),
                temperature(ask.optional("at")));
    }

    /**
     * The comparison; empty when one of the series is not there.
     *
     * @throws InvalidEventException when the two are not of one metric and evaluator
     */
    public Optional<Comparison> of(List<Correlation> answers) {
        Optional<Correlation> before = find(answers, from);
        Optional<Correlation> after = find(answers, to);
        return before.flatMap(old -> after.map(fresh -> compare(old, fresh)));
    }

    private Optional<Correlation> find(List<Correlation> answers, String seriesId) {
        return answers.stream()
                .filter(each -> each.seriesId().equals(seriesId) && each.window() == window)
                .findFirst();
    }

    private Comparison compare(Correlation old, Correlation fresh) {
        if (!old.series().metric().equals(fresh.series().metric())
                || !old.series().evaluatorId().equals(fresh.series().evaluatorId())) {
            throw new InvalidEventException("to", "must be of the same metric and evaluator as from");
        }
        List<CellMoments> before = Curve.of(old);
        CurveComparison curves = new CurveComparison(before, Curve.of(fresh), LEVEL);
        Map<String, String> noAnswer = new TreeMap<>();
        Coefficient slopes = slopes(old, fresh);
        if (slopes == null) {
            noAnswer.put("slopeDifference", "one of the two has no slope with an error of its own");
        }
        return new Comparison(
                from,
                name(old, fresh),
                to,
                name(fresh, old),
                window,
                old.series().metric(),
                old.logarithmic(),
                slopes,
                average(curves, noAnswer),
                differences(curves),
                before.stream()
                        .map(cell -> equivalent(curves, cell.temperature()))
                        .toList(),
                SeriesChange.of(old, fresh),
                noAnswer,
                sentence(curves, before, name(old, fresh), name(fresh, old)));
    }

    private static @Nullable Coefficient average(CurveComparison curves, Map<String, String> noAnswer) {
        return curves.average().fold(Comparing::coefficient, unknown -> {
            noAnswer.put("average", unknown.detail());
            return null;
        });
    }

    private static List<Comparison.Difference> differences(CurveComparison curves) {
        Map<Double, Estimate> atOnce = curves.simultaneousDifferences().stream()
                .collect(Collectors.toMap(
                        CurveComparison.Difference::temperature, CurveComparison.Difference::difference));
        return curves.differences().stream()
                .flatMap(each -> Optional.ofNullable(atOnce.get(each.temperature())).stream()
                        .map(wide -> new Comparison.Difference(
                                Temperature.of(each.temperature()),
                                coefficient(each.difference()),
                                wide.low(),
                                wide.high())))
                .toList();
    }

    private String sentence(CurveComparison curves, List<CellMoments> before, String oldName, String freshName) {
        if (before.isEmpty()) {
            return "No answer: " + oldName + " has no temperature with a score.";
        }
        double asked = at.orElseGet(() -> before.get(before.size() / 2).temperature());
        return curves.equivalent(asked)
                .fold(
                        found -> Sayings.equivalent(oldName, freshName, found),
                        unknown -> "No answer: " + unknown.detail() + ".");
    }

    private static Comparison.Equivalent equivalent(CurveComparison curves, double old) {
        return curves.equivalent(old)
                .fold(
                        found -> new Comparison.Equivalent(
                                old,
                                found.estimate().isPresent() ? found.estimate().getAsDouble() : null,
                                found.low(),
                                found.high(),
                                found.openBelow(),
                                found.openAbove(),
                                null),
                        unknown -> new Comparison.Equivalent(old, null, null, null, false, false, unknown.detail()));
    }

    /** Difference of two independent slopes, with Welch's and Satterthwaite's degrees of freedom. */
    private static @Nullable Coefficient slopes(Correlation from, Correlation to) {
        Coefficient old = from.slope();
        Coefficient fresh = to.slope();
        if (old == null
                || fresh == null
                || old.standardError() == null
                || fresh.standardError() == null
                || old.degreesOfFreedom() == null
                || fresh.degreesOfFreedom() == null) {
            return null;
        }
        double a = old.standardError() * old.standardError();
        double b = fresh.standardError() * fresh.standardError();
        double freedom = (a + b) * (a + b) / (a * a / old.degreesOfFreedom() + b * b / fresh.degreesOfFreedom());
        return a + b > 0
                ? coefficient(Intervals.student(
                        fresh.estimate() - old.estimate(), Math.sqrt(a + b), freedom, from.n() + to.n(), LEVEL))
                : null;
    }

    static Coefficient coefficient(Estimate estimate) {
        return new Coefficient(
                estimate.estimate(),
                estimate.low(),
                estimate.high(),
                estimate.p(),
                estimate.standardError(),
                estimate.degreesOfFreedom(),
                estimate.n());
    }

    /** What tells a series from the other one. */
    private static String name(Correlation answer, Correlation other) {
        SeriesKey key = answer.series();
        SeriesKey than = other.series();
        String prompt = key.promptId() + (key.promptVersion().equals("1") ? "" : "@" + key.promptVersion());
        boolean samePrompt =
                key.promptId().equals(than.promptId()) && key.promptVersion().equals(than.promptVersion());
        String name = samePrompt ? key.model() : key.model().equals(than.model()) ? prompt : key.model() + " " + prompt;
        return key.model().equals(than.model()) && samePrompt ? key.source().text() + " of " + key.environment() : name;
    }

    private static String seriesId(String name, String value) {
        if (!value.matches(SERIES_ID)) {
            throw new InvalidEventException(name, "must be 32 hexadecimal digits");
        }
        return value;
    }

    private static OptionalDouble temperature(@Nullable String value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!value.matches(NUMBER)) {
            throw new InvalidEventException("at", "must be a temperature such as 0.8");
        }
        return OptionalDouble.of(Double.parseDouble(value));
    }
}
