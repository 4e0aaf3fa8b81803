package io.musemeter.aggregator.metrics;

import io.musemeter.events.correlation.Correlation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which series are exported, so that neither a label's values nor the samples of a scrape pass their bounds, whatever
 * comes in. First come series whose model and prompt are listed, then those exported before, then those with most scores. A
 * series that is gone frees its place. Not safe for use by several threads.
 */
final class Admission {
    private final int values;
    private final int series;
    private final int samples;
    private final Set<String> models;
    private final Set<String> prompts;
    private final FirstValues swaps;
    private Set<String> before = Set.of();

    /**
     * @param values most values of one label that comes from outside
     * @param series most series
     * @param samples most samples that the series have at one scrape, all together
     * @param models models that come first
     * @param prompts prompts that come first
     */
    Admission(int values, int series, int samples, Set<String> models, Set<String> prompts) {
        this.values = values;
        this.series = series;
        this.samples = samples;
        this.models = Set.copyOf(models);
        this.prompts = Set.copyOf(prompts);
        this.swaps = new FirstValues(values);
    }

    /** Bounds the names of models and serving systems that took another's place. */
    FirstValues swaps() {
        return swaps;
    }

    /** The ids of the series to export. */
    Set<String> admit(List<Correlation> answers) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        answers.forEach(answer -> candidates.merge(answer.seriesId(), candidate(answer), Candidate::and));
        List<Candidate> inOrder = new ArrayList<>(candidates.values());
        inOrder.sort(Comparator.comparing(Candidate::rank)
                .thenComparing(Candidate::n, Comparator.reverseOrder())
                .thenComparing(Candidate::id));
        Map<String, Set<String>> taken = new HashMap<>();
        Set<String> admitted = new HashSet<>();
        int used = 0;
        for (Candidate each : inOrder) {
            if (admitted.size() < series && used + each.samples() <= samples && fits(each.labels(), taken)) {
                admitted.add(each.id());
                used += each.samples();
                each.labels()
                        .forEach((label, value) -> taken.computeIfAbsent(label, l -> new HashSet<>())
                                .add(value));
            }
        }
        before = admitted;
        return Set.copyOf(admitted);
    }

    private record Candidate(String id, int rank, long n, int samples, Map<String, String> labels) {
        /** The same series, another window counted in. */
        Candidate and(Candidate other) {
            return new Candidate(id, rank, Math.max(n, other.n()), samples + other.samples(), labels);
        }
    }

    private Candidate candidate(Correlation answer) {
        Map<String, String> labels = SeriesLabels.bounded(answer.series());
        int rank = listed(models, labels, SeriesLabels.MODEL) + listed(prompts, labels, SeriesLabels.PROMPT);
        if (!before.contains(answer.seriesId())) {
            rank++;
        }
        return new Candidate(answer.seriesId(), rank, answer.n(), SeriesGauges.mostSamples(answer), labels);
    }

    /** 0 when the value is listed or no list is kept, else 2, so that a list outweighs having been there before. */
    private static int listed(Set<String> list, Map<String, String> labels, String label) {
        return list.isEmpty() || list.contains(labels.get(label)) ? 0 : 2;
    }

    /** All of the labels or none: a series that is left out must not use up places. */
    private boolean fits(Map<String, String> labels, Map<String, Set<String>> taken) {
        return labels.entrySet().stream().allMatch(label -> {
            Set<String> others = taken.getOrDefault(label.getKey(), Set.of());
            return others.contains(label.getValue()) || others.size() < values;
        });
    }
}
