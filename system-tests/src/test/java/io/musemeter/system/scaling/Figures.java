package io.musemeter.system.scaling;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a scorer said at {@code /q/metrics} of one family. */
record Figures(List<String> lines, String family) {
    static Figures of(byte[] exposition, String family) {
        return new Figures(
                new String(exposition, StandardCharsets.UTF_8).lines().toList(), family);
    }

    /** Stories handled since the start. */
    long handled() {
        return sum("musemeter_scorer_stories_total");
    }

    /** Stories that wait in its partitions, as last measured. */
    long lag() {
        return sum("musemeter_scorer_lag");
    }

    /** Partitions that it scores, as last measured. */
    long partitions() {
        return sum("musemeter_scorer_partitions");
    }

    private long sum(String name) {
        return (long) lines.stream()
                .filter(line -> line.startsWith(name + "{") && line.contains("family=\"" + family + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
