package io.musemeter.aggregator.view;

import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Evidence;
import io.musemeter.statistics.multiplicity.EValues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the evidence of all series together by e-BH, which holds whenever one looks. Metrics that depend on temperature by
 * construction are no hypotheses about a model; they are judged alone.
 */
final class Discoveries {
    private static final double ALPHA = 0.05;

    private Discoveries() {}

    /** The answers with their evidence judged, in the order given. */
    static List<Correlation> together(List<Correlation> answers) {
        Map<String, Double> logs = new TreeMap<>();
        for (Correlation answer : answers) {
            Evidence evidence = answer.overTime().evidence();
            if (evidence != null && !Judging.byConstruction(answer)) {
                // Each window carries the series' evidence; the latest answer has taken in most.
                logs.merge(answer.seriesId(), evidence.logE(), (a, b) -> b);
            }
        }
        List<String> series = List.copyOf(logs.keySet());
        double[] eValues = series.stream()
                .mapToDouble(id -> Math.exp(logs.getOrDefault(id, 0.0)))
                .toArray();
        Set<String> discovered = new HashSet<>();
        EValues.discoveries(eValues, ALPHA).forEach(place -> discovered.add(series.get(place)));
        return answers.stream()
                .map(answer -> answer.withOverTime(
                        answer.overTime().withEvidence(judged(answer, discovered.contains(answer.seriesId())))))
                .toList();
    }

    private static @Nullable Evidence judged(Correlation answer, boolean discovered) {
        Evidence evidence = answer.overTime().evidence();
        if (evidence == null) {
            return null;
        }
        return evidence.judged(Judging.byConstruction(answer) ? evidence.logE() >= -Math.log(ALPHA) : discovered);
    }
}
