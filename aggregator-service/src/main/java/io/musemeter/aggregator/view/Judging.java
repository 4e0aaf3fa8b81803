package io.musemeter.aggregator.view;

import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Interval;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.multiplicity.FalseCoverage;
import io.musemeter.statistics.multiplicity.HeadlineTests;
import io.musemeter.statistics.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Judges the series of one window together: the more are looked at, the more one of them must show. The family holds the tests that
 * decide verdicts ({@link HeadlineTests}): of every slope, and of a turning point where there may be one. A metric that depends on temperature by construction is no hypothesis about a model; its
 * certain discovery would loosen the threshold for the others, so it stays outside and is judged by its own p.
 */
final class Judging {
    private Judging() {}

    /** The answers with their q-values, the verdicts and the intervals that follow, in the order given. */
    static List<Correlation> together(List<Correlation> answers) {
        List<Correlation> judged = new ArrayList<>(answers);
        Map<Window, List<Integer>> families = new EnumMap<>(Window.class);
        for (int i = 0; i < answers.size(); i++) {
            Coefficient slope = answers.get(i).slope();
            if (slope != null && !byConstruction(answers.get(i))) {
                families.computeIfAbsent(answers.get(i).window(), w -> new ArrayList<>())
                        .add(i);
            }
        }
        families.values().forEach(places -> judge(judged, places));
        return judged;
    }

    /** Whether a series tests the system and not a model. */
    static boolean byConstruction(Correlation answer) {
        return MetricCatalogue.find(answer.series().metric())
                .map(spec -> spec.byConstruction())
                .orElse(false);
    }

    private static void judge(List<Correlation> answers, List<Integer> places) {
        List<HeadlineTests> q = HeadlineTests.qValues(
                places.stream().map(place -> tests(answers.get(place))).toList());
        OptionalDouble level = FalseCoverage.level(q, VerdictTable.DISCOVERY);
        for (int i = 0; i < q.size(); i++) {
            Correlation answer = answers.get(places.get(i));
            Interval among = level.isPresent() ? amongSelected(answer.slope(), level.getAsDouble()) : null;
            OptionalDouble turn = q.get(i).turn();
            answers.set(
                    places.get(i),
                    answer.judged(
                            q.get(i).slope().orElse(1),
                            turn.isPresent() ? turn.getAsDouble() : null,
                            VerdictTable.DISCOVERY,
                            among));
        }
    }

    private static HeadlineTests tests(Correlation answer) {
        Double turn = answer.undecided() == null ? null : answer.undecided().turnP();
        return new HeadlineTests(
                OptionalDouble.of(answer.slope() == null ? 1 : answer.slope().p()),
                turn == null ? OptionalDouble.empty() : OptionalDouble.of(turn));
    }

    private static @Nullable Interval amongSelected(@Nullable Coefficient slope, double level) {
        if (slope == null || slope.standardError() == null || slope.degreesOfFreedom() == null) {
            return null;
        }
        Estimate adjusted = FalseCoverage.adjusted(
                new Estimate(
                        slope.estimate(),
                        slope.low(),
                        slope.high(),
                        slope.p(),
                        slope.standardError(),
                        slope.degreesOfFreedom(),
                        slope.n() == null ? 0 : slope.n()),
                level);
        return new Interval(adjusted.low(), adjusted.high(), level);
    }
}
