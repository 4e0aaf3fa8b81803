package io.musemeter.aggregator.view;

import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.multiplicity.BenjaminiHochberg;
import io.musemeter.statistics.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Judges the series of one window together: the more are looked at, the more one of them must show. */
final class Judging {
    private Judging() {}

    /** The answers with their q-values and the verdicts that follow, in the order given. */
    static List<Correlation> together(List<Correlation> answers) {
        List<Correlation> judged = new ArrayList<>(answers);
        Map<Window, List<Integer>> tested = new EnumMap<>(Window.class);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).slope() != null) {
                tested.computeIfAbsent(answers.get(i).window(), w -> new ArrayList<>())
                        .add(i);
            }
        }
        tested.values().forEach(places -> judge(judged, places));
        return judged;
    }

    private static void judge(List<Correlation> answers, List<Integer> places) {
        double[] q = BenjaminiHochberg.qValues(
                places.stream().mapToDouble(place -> p(answers.get(place))).toArray());
        for (int i = 0; i < q.length; i++) {
            int place = places.get(i);
            answers.set(place, answers.get(place).judged(q[i], VerdictTable.DISCOVERY));
        }
    }

    private static double p(Correlation answer) {
        return answer.slope() == null ? 1 : answer.slope().p();
    }
}
