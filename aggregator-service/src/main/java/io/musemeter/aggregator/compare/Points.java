package io.musemeter.aggregator.compare;

import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.choice.Goal;
import io.musemeter.statistics.choice.ParetoFront;
import io.musemeter.statistics.choice.TestedFront;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The temperatures of a trade-off. */
final class Points {
    private static final double LEVEL = 0.95;

    private Points() {}

    static List<TradeOff.Point> of(
            @Nullable Correlation novel, @Nullable Correlation coherent, @Nullable Correlation creative) {
        Map<Double, CellMoments> novelty = byTemperature(novel);
        Map<Double, CellMoments> coherence = byTemperature(coherent);
        Map<Double, TradeOff.Share> yields = Yields.of(creative);
        NavigableSet<Double> both = new TreeSet<>(novelty.keySet());
        both.retainAll(coherence.keySet());
        Set<Double> front = front(both, novelty, coherence, sign(novel), sign(coherent));
        Map<Double, Boolean> beaten = beaten(tested(novel, coherent));
        NavigableSet<Double> all = new TreeSet<>(both);
        all.addAll(yields.keySet());
        List<TradeOff.Point> points = new ArrayList<>();
        for (Double temperature : all) {
            boolean paired = both.contains(temperature);
            points.add(new TradeOff.Point(
                    Temperature.of(temperature),
                    paired ? figure(novelty.get(temperature)) : null,
                    paired ? figure(coherence.get(temperature)) : null,
                    paired ? front.contains(temperature) : null,
                    beaten.get(temperature),
                    yields.get(temperature)));
        }
        return points;
    }

    /** The front as a test sees it: which temperatures are surely beaten, and why that is not known of any. */
    static Answer<TestedFront> tested(@Nullable Correlation novel, @Nullable Correlation coherent) {
        return novel == null || coherent == null
                ? Answer.unknown(Answer.Reason.NO_DATA, "novelty or coherence has no score")
                : TestedFront.of(Curve.of(novel), goal(novel), Curve.of(coherent), goal(coherent), LEVEL);
    }

    private static Map<Double, Boolean> beaten(Answer<TestedFront> tested) {
        return tested.value().map(TestedFront::points).orElse(List.of()).stream()
                .collect(Collectors.toMap(TestedFront.Point::temperature, TestedFront.Point::surelyBeaten));
    }

    private static Goal goal(Correlation answer) {
        return Weighing.lessIsBetter(answer.series().metric()) ? Goal.LOWEST : Goal.HIGHEST;
    }

    private static Map<Double, CellMoments> byTemperature(@Nullable Correlation answer) {
        Map<Double, CellMoments> cells = new TreeMap<>();
        if (answer != null) {
            Curve.of(answer).forEach(cell -> cells.put(cell.key(), cell));
        }
        return cells;
    }

    private static double sign(@Nullable Correlation answer) {
        return answer != null && Weighing.lessIsBetter(answer.series().metric()) ? -1 : 1;
    }

    private static Set<Double> front(
            Set<Double> temperatures,
            Map<Double, CellMoments> novelty,
            Map<Double, CellMoments> coherence,
            double noveltySign,
            double coherenceSign) {
        List<ParetoFront.Point> points = new ArrayList<>();
        for (Double temperature : temperatures) {
            CellMoments novel = novelty.get(temperature);
            CellMoments coherent = coherence.get(temperature);
            if (novel != null && coherent != null) {
                points.add(new ParetoFront.Point(
                        temperature, noveltySign * novel.mean(), coherenceSign * coherent.mean()));
            }
        }
        return ParetoFront.of(points).stream()
                .map(ParetoFront.Point::temperature)
                .collect(Collectors.toSet());
    }

    private static TradeOff.@Nullable Figure figure(@Nullable CellMoments cell) {
        if (cell == null) {
            return null;
        }
        if (cell.degenerate()) {
            return new TradeOff.Figure(cell.mean(), null, null, cell.n());
        }
        long stories = cell.effectiveCount();
        double reach = Intervals.tQuantile(LEVEL, stories - 1.0) * Math.sqrt(cell.variance() / stories);
        return new TradeOff.Figure(cell.mean(), cell.mean() - reach, cell.mean() + reach, cell.n());
    }
}
