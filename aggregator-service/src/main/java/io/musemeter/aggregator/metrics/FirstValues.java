package io.musemeter.aggregator.metrics;

import java.util.HashSet;
import java.util.Set;

/** A bound on the values of one label: the first ones are kept, later ones are {@value #OTHER}. Safe for several threads. */
final class FirstValues {
    static final String OTHER = "other";

    private final Set<String> kept = new HashSet<>();
    private final int most;

    FirstValues(int most) {
        this.most = most;
    }

    /** The value itself while there is room, else {@value #OTHER}. */
    synchronized String keep(String value) {
        return kept.contains(value) || (kept.size() < most && kept.add(value)) ? value : OTHER;
    }
}
